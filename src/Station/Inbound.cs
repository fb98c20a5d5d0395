using Parley.Control;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;
using Parley.Station.Alarms;
using Parley.Station.Frames;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station;

// The road of a message, inbound. Read top to bottom:
//   7 receive   frame: parsed, signature checked, opened (Prepared, before the loop); root recomputed from our frontier, no fork
//   8 record    entries in our copy of the feed and our cosignature: one commit
//   9 cosign    the cosignature goes back, to the author and to whoever brought the entries
//  10 match     a cosignature that came, verified -> received; one that is new here goes on to whom it concerns (Carrying)
// A crash after 8 leaves both entries and cosignature; the peer asks for it in its next beacon and 9 is done again.

/// <summary>Steps 7 to 10 of the road.</summary>
internal sealed class Inbound(LinkTable links, Carrying carrying)
{
    private const long ReceiptPage = 64;

    /// <summary>Step 7. Takes in a batch from <paramref name="carrier"/>; null when it was taken, otherwise why not.</summary>
    public FrameRefusal? Receive(Step step, PartyId carrier, PreparedBatch batch)
    {
        var memory = step.Memory;
        var (frame, id) = (batch.Frame, batch.Frame.Feed);
        if (!memory.Lines.TryGetValue(id.Line, out var line))
            return Foundings.Receive(step, this, links, carrier, batch);
        if (line.Fold.Founding is not { } founding || !founding.Names(id.Party) || !founding.Names(carrier))
            return FrameRefusal.Misaddressed;
        if (frame.Until > (line.Feeds.GetValueOrDefault(id)?.Size ?? 0) && Revocations.Bar(memory, founding, batch))
            return FrameRefusal.Revoked;
        // Without a generation of ours the keys of the words that come back are lost as well; a new one publishes a key to which they can be handed over.
        if (id.Party == memory.Own && (line.OwnGeneration is null || id.Generation == line.OwnGeneration))
        {
            if (frame.Until <= line.Feed(id).Size && memory.Shared.CheckpointAt(id, frame.Until)?.Head.Root == frame.Checkpoint.Head.Root)
                return null;
            // Our own signature over what our store does not hold: it was set back. Never continue that generation.
            Appending.GiveUpGeneration(step, line);
        }

        if (id.Party == memory.Own && IsOtherBranch(step, line, batch))
        {
            // Said before it was known that our store was set back. The peer keeps the branch that it cosigned; there is no use in sending ours again.
            links.Of(carrier).FlowOf(id).IsRefused = true;
            return memory.Shared.CheckpointAt(id, frame.Until) is null
                ? FrameRefusal.RootDiffers
                : Forks.Contradicts(step, line, line.Feed(id), frame.Checkpoint);
        }

        if (!line.Feeds.ContainsKey(id) && line.Feeds.Keys.Count(f => f.Party == id.Party) >= 2 * Bounds.GenerationsPerParty)
            return FrameRefusal.TooMany;
        return Verify(step, carrier, line, batch);
    }

    private FrameRefusal? Verify(Step step, PartyId carrier, LineState line, PreparedBatch batch)
    {
        var (frame, id) = (batch.Frame, batch.Frame.Feed);
        var size = line.Feeds.TryGetValue(id, out var known) ? known.Size : 0;
        if (frame.From > size)
        {
            // Something before it was lost on the way. Our next beacon tells where we are.
            step.After(() => links.Of(carrier).Links.ForEach(l => l.NextBeacon = step.Now));
            return FrameRefusal.Gap;
        }

        if (frame.Until <= size)
            return Repeated(step, carrier, line, known!, frame);
        var feed = line.Feed(id);
        var skip = (int)(size - frame.From);
        if (feed.Range.RootWith(batch.Leaves.AsSpan(skip)) != frame.Checkpoint.Head.Root)
        {
            ShowOurBranch(carrier, line, feed);
            return Forks.DoesNotExtend(step, carrier, line, feed, frame.Checkpoint);
        }

        if (batch.Card < feed.CardIndex)
            return FrameRefusal.BadSignature;
        if (Claims.Check(step.Memory, line, line.Fold.Founding!, batch, skip) is { } broken)
            return broken;
        Record(step, carrier, line, feed, batch, skip);
        return null;
    }

    /// <summary>Entries that are here already: the receipt is sent again, unless they are another history.</summary>
    private FrameRefusal? Repeated(Step step, PartyId carrier, LineState line, FeedState feed, BatchFrame frame)
    {
        if (step.Memory.Shared.CheckpointAt(feed.Id, frame.Until) is { } ours && ours.Head.Root != frame.Checkpoint.Head.Root)
        {
            ShowOurBranch(carrier, line, feed);
            return Forks.Contradicts(step, line, feed, frame.Checkpoint);
        }

        if (carrier == feed.Id.Party && Forks.Differs(step.Memory, frame))
        {
            ShowOurBranch(carrier, line, feed);
            return Forks.DoesNotExtend(step, carrier, line, feed, frame.Checkpoint);
        }

        RecordContents(step, carrier, line, feed, frame.Entries.Where(e => e.Sealed is not null).Select(e => KeyValuePair.Create(e.Header.Index, e.Sealed!)));
        if (!step.MovedHeads.Contains(feed.Id))
            SendReceiptAgain(step, carrier, feed);
        return null;
    }

    private static bool IsOtherBranch(Step step, LineState line, PreparedBatch batch) =>
        line.Feeds.TryGetValue(batch.Frame.Feed, out var own) && batch.Frame.Until <= own.Size &&
        step.Memory.HeaderOf(own.Id, batch.Frame.Until - 1)?.Encode().AsSpan().SequenceEqual(batch.Headers[^1]) == false;

    /// <summary>An author whose store was set back without its knowing it does not see why it is not understood: the end of the branch that it had signed
    /// before, under its own signature, tells it.</summary>
    private void ShowOurBranch(PartyId carrier, LineState line, FeedState feed)
    {
        if (feed.Id.Party != carrier || feed.Checkpoint is null)
            return;
        links.Of(carrier).FlowOf(feed.Id).OtherBranch = line.GenerationsOf(feed.Id.Party);
        links.Of(carrier).Rewind(feed.Id, feed.Size - 1);
    }

    /// <summary>Step 8. What is new of a verified batch goes into our copy of the feed.</summary>
    public void Record(Step step, PartyId carrier, LineState line, FeedState feed, PreparedBatch batch, int skip)
    {
        var frame = batch.Frame;
        Came(step, carrier, feed);
        feed.CardIndex = Math.Max(feed.CardIndex, batch.Card);
        for (var i = skip; i < frame.Entries.Count; i++)
            RecordOne(step, line, feed, batch, i);
        step.Add(feed.Record(frame.Checkpoint));
        step.Memory.Recent.Add(frame.Checkpoint);
        step.Memory.Shared.AddCheckpoint(frame.Checkpoint);
        step.Journal(JournalAct.Recorded, line.Id, feed.Id.ToString(), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{feed.Size}"));
    }

    private void Came(Step step, PartyId carrier, FeedState feed)
    {
        links.Came(feed.Id, carrier);
        step.Brought(feed.Id, carrier);
    }

    private static void RecordOne(Step step, LineState line, FeedState feed, PreparedBatch batch, int i)
    {
        var memory = step.Memory;
        var (header, carried) = batch.Frame.Entries[i];
        var place = TranscriptOrder.Place(header, (f, at) => Placing.Of(memory, line, f, at));
        if (place is null)
            feed.Unplaced = feed.Unplaced.Add(header.Index, header.Index + 1);
        var position = place ?? TranscriptOrder.Provisional(header);
        var clear = batch.Contents[i] ?? (carried is null ? null : Opening.TryOpen(memory, line, header, carried));
        var content = clear is null ? null : Opening.Check(header, clear);
        if (content is null && carried is null)
            feed.Absent = feed.Absent.Add(header.Index, header.Index + 1);
        else if (content is null)
            feed.Unreadable = feed.Unreadable.Add(header.Index, header.Index + 1);
        var atRest = content is null ? null : memory.Keys.AtRest.Seal(batch.Leaves[i].ToArray(), clear, memory.Suite);
        step.Add(new EntryRecorded(feed.Id, header.Index, batch.Headers[i], carried, atRest, position) { Regards = header.Regards, Listed = header.Listed });
        memory.Recent.Add(new CarriedEntry(header, carried), place is null ? null : (position.Effective, position.Depth));
        Placing.Grow(step, line, feed, header, batch.Leaves[i], place);
        if (!EntryKind.IsStation(header.Kind))
            feed.Words++;
        if (content is not null)
            Understanding.Of(step, line, feed, header, content);
        step.Note(ChangeKind.Recorded, line.Id, header.Ref.ToString());
        AlarmBook.Recorded(step, line, header);
    }

    /// <summary>Contents that came apart from their headers, or once more.</summary>
    public FrameRefusal? ReceiveContents(Step step, PartyId carrier, ContentsFrame frame)
    {
        if (!step.Memory.Lines.TryGetValue(frame.Feed.Line, out var line) || !line.Feeds.TryGetValue(frame.Feed, out var feed))
            return FrameRefusal.UnknownLine;
        return RecordContents(step, carrier, line, feed, frame.Contents) ? null : FrameRefusal.ContentDiffers;
    }

    private bool RecordContents(Step step, PartyId carrier, LineState line, FeedState feed, IEnumerable<KeyValuePair<long, byte[]>> contents)
    {
        var sound = true;
        foreach (var (index, carried) in contents)
        {
            if (!feed.Absent.Contains(index))
                continue;
            if (step.Memory.HeaderOf(feed.Id, index) is not { } header || Crypto.Digest.Of(carried) != header.Content)
            {
                sound = false;
                continue;
            }

            Came(step, carrier, feed);
            feed.Absent = feed.Absent.Remove(index, index + 1);
            var clear = EntryKind.IsClear(header.Kind) ? carried : Opening.TryOpen(step.Memory, line, header, carried);
            if (!Opening.Keep(step, line, feed, header, carried, clear))
                feed.Unreadable = feed.Unreadable.Add(index, index + 1);
        }

        return sound;
    }

    /// <summary>Contents that a member opened for us because we could not.</summary>
    public FrameRefusal? ReceiveHandover(Step step, PartyId carrier, HandoverFrame frame)
    {
        var memory = step.Memory;
        if (!memory.Lines.TryGetValue(frame.Feed.Line, out var line))
            return Foundings.ReceiveHandover(memory, frame);
        if (!line.Feeds.TryGetValue(frame.Feed, out var feed))
            return FrameRefusal.UnknownLine;
        var kem = line.OwnKems.Find(k => Crypto.Digest.Of(k.Key.PublicKey) == frame.Key)?.Key ?? memory.Keys.Kem(line.Mode);
        var taken = 0;
        foreach (var (index, carried) in frame.Contents)
        {
            if (!feed.Unreadable.Contains(index) && !feed.Absent.Contains(index))
                continue;
            var clear = memory.Suite.Open(kem, HandoverFrame.Info(memory.Suite.Id, feed.Id, index, memory.Own), [], carried);
            if (clear is null || memory.HeaderOf(feed.Id, index) is not { } header || !Opening.Keep(step, line, feed, header, null, clear))
                return FrameRefusal.ContentDiffers;
            feed.Unreadable = feed.Unreadable.Remove(index, index + 1);
            feed.Absent = feed.Absent.Remove(index, index + 1);
            feed.HandedOver = feed.HandedOver.Add(index, index + 1);
            Came(step, carrier, feed);
            taken++;
        }

        if (taken > 0)
            step.Journal(JournalAct.HandedOver, line.Id, feed.Id.ToString(), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{taken}"));
        return null;
    }

    /// <summary>Step 9. A receipt for every feed of others that moved in this step: signed now, sent after the commit.</summary>
    public void Cosign(Step step)
    {
        var memory = step.Memory;
        foreach (var id in step.MovedHeads)
        {
            if (id.Party == memory.Own || !memory.Lines.TryGetValue(id.Line, out var line) || line.Feeds[id] is not { Checkpoint: { } checkpoint } feed)
                continue;
            var signed = SignedCosignature.Sign(
                checkpoint, memory.Own, step.Now, line.OwnRow(memory.Own), feed.Lacks, memory.Suite.Id, memory.Keys.Identity);
            step.Add(feed.Record(signed));
            line.Version++;
            KeyDestruction.DropPastEpochs(step, line, feed);
            var receipt = feed.Receipts[memory.Own];
            Carrying.Send(step, links.Of(id.Party), id, receipt);
            foreach (var carrier in step.CarriersOf(id))
                Carrying.Send(step, links.Of(carrier), id, receipt);
        }
    }

    /// <summary>Step 9 once more: the carrier sent what is here already.</summary>
    private void SendReceiptAgain(Step step, PartyId to, FeedState feed)
    {
        if (feed.Receipts.TryGetValue(step.Memory.Own, out var receipt) &&
            LastReceipt(step.Memory, feed, step.Memory.Own) is { } signed && !Revocations.Cover(step.Memory, signed))
            Carrying.Send(step, links.Of(to), feed.Id, receipt);
    }

    /// <summary>That member's newest receipt over a feed, as it is recorded; null when there is none.</summary>
    public static SignedCosignature? LastReceipt(StationMemory memory, FeedState feed, PartyId by)
    {
        // From the end: it is among the last ones, and a peer that repeats itself must not make us read them all.
        StoredCosignature? last = null;
        for (var end = feed.Cosignatures.Count; end > 0 && last is null; end -= ReceiptPage)
        {
            var page = memory.Store.Cosignatures(feed.Id, Math.Max(0, end - ReceiptPage), (int)Math.Min(end, ReceiptPage));
            last = page.LastOrDefault(c => c.By == by);
        }

        return last is null ? null : SignedCosignature.Parse(last.Signed, feed.Id);
    }

    /// <summary>Step 10. A cosignature of any member over a feed of any other: everything it covers and does not name is received there.</summary>
    public FrameRefusal? Match(Step step, PartyId carrier, PreparedReceipt prepared)
    {
        var memory = step.Memory;
        var signed = prepared.Signed;
        if (!memory.Lines.TryGetValue(signed.Feed.Line, out var line) || !line.Feeds.TryGetValue(signed.Feed, out var feed) ||
            line.Fold.Founding is not { } founding || !founding.Names(signed.By) || signed.By == memory.Own || signed.By == signed.Feed.Party)
            return FrameRefusal.BadReceipt;
        var before = feed.Receipts.GetValueOrDefault(signed.By);
        var receipt = new Receipt(signed.Head.Size, signed.Time, signed.Lacks, signed.Own, signed.Signature);
        if (before is not null && !receipt.IsNewerThan(before.Size, before.Lacks.Count))
        {
            // Only from itself: what others carry may be from before its store was set back.
            if (carrier == signed.By && links.Of(signed.By).FlowOf(feed.Id) is { SetBack: true } flow)
            {
                flow.SetBack = signed.Head.Size < before.Size;
                Acknowledge(step, links.Of(signed.By), feed, signed);
            }

            return null;
        }

        if (Revocations.Cover(memory, signed.By, prepared.Card))
            return FrameRefusal.Revoked;
        step.Add(feed.Record(signed));
        step.Changed(feed);
        line.Version++;
        step.Note(ChangeKind.Receipt, line.Id, EntryRef.Of(signed.Feed, signed.Head.Size - 1).ToString(), signed.By.ToString());
        Acknowledge(step, links.Of(signed.By), feed, signed);
        Revocations.AfterReceipt(step, links, line, feed);
        KeyDestruction.AfterReceipt(step, line);
        KeyDestruction.DropPastEpochs(step, line, feed);
        carrying.Forward(step, carrier, line, feed, receipt);
        return null;
    }

    private static void Acknowledge(Step step, PeerLinks peer, FeedState feed, SignedCosignature signed)
    {
        var flow = peer.FlowOf(feed.Id);
        if (signed.Head.Size <= flow.Known && signed.Lacks.Count == 0 && flow.Lacks.Count == 0)
            return;
        var took = (step.Now - flow.Since).TotalMilliseconds;
        // What another brought there says nothing of our circuits.
        if (signed.Head.Size > flow.Known && flow.Sent > flow.Known)
        {
            flow.Learn(signed.Head.Size, took);
            if (flow.Tries == 0 && took < 2000)
                flow.Budget = Math.Min(256 * 1024, flow.Budget * 2);
        }

        flow.Known = Math.Max(flow.Known, signed.Head.Size);
        flow.Tries = 0;
        flow.Since = step.Now;
        flow.Lacks = signed.Lacks;
        if (flow.Known < feed.Size && feed.Id.Party == step.Memory.Own)
            peer.Pending.Add(feed.Id);
    }
}
