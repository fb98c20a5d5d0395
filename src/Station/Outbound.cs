using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Station.Alarms;
using Parley.Station.Attachments;
using Parley.Station.Frames;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station;

// The road of a message, outbound. Read top to bottom:
//   2 release   Draft + approvals of distinct officers      -> ReleasedMessage
//   3 seal      ReleasedMessage                             -> SealedEntry      (Appending)
//   4 append    SealedEntry                                 -> our feed, checkpoint signed, one commit with 2 and 3
//   5 choose    what each peer lacks + health of circuits   -> dispatch
//   6 carry     batch                                       -> frame on a circuit
// A crash after 2 leaves the approvals; after 4 everything: start-up finds in the feeds what no receipt covers and enters at 5.

/// <summary>Steps 2 to 6 of the road.</summary>
internal sealed class Outbound(LinkTable links, Carrying carrying)
{
    /// <summary>How the words of the ordinary lane go on a circuit at the latest: above <see cref="Chunks"/>, so that no attachment stands before a word.</summary>
    internal const Precedence Words = Precedence.Priority;

    /// <summary>How chunks of attachments go, and nothing else.</summary>
    internal const Precedence Chunks = Precedence.Routine;

    /// <summary>Step 2. Releases a draft that has the approvals which its line's charter asks for, and appends it (3, 4); null while it lacks some. Approvals of
    /// officers who were revoked do not count.</summary>
    public static EntryRef? Release(Step step, LineState line, Draft draft)
    {
        draft = draft with { Approvals = [.. draft.Approvals.Where(a => !step.Memory.Officers.TryGetValue(a.Officer, out var known) || !known.Revoked)] };
        if (ReleasedMessage.Release(draft, line.Fold.Current!.Terms.Release) is not { } released)
            return null;
        var entry = Appending.Message(step, line, released);
        if (draft.Words.Kind == EntryKind.Attachment)
            Keeping.Named(step, line, entry, draft.Words.ToContent(new byte[Content.SeedSize]));
        step.Memory.Drafts.Remove(draft.Id);
        step.Remove(DocumentKind.Draft, draft.Id);
        foreach (var answered in draft.Regards)
            AlarmBook.Dealt(step, line, answered);
        return entry;
    }

    /// <summary>Step 4, its end: one signature a feed and commit, over everything that was appended in it.</summary>
    public static void SignHeads(Step step)
    {
        foreach (var id in step.MovedHeads)
        {
            if (id.Party != step.Memory.Own || !step.Memory.Lines.TryGetValue(id.Line, out var line) || line.OwnGeneration != id.Generation)
                continue;
            var feed = line.Feeds[id];
            var checkpoint = SignedCheckpoint.Sign(
                id, step.Memory.Suite.Id, feed.Range.Head, step.Memory.Journal.Head, step.Memory.Keys.SignerOf(feed.CardIndex));
            step.Add(feed.Record(checkpoint));
            step.Memory.Recent.Add(checkpoint);
            step.Memory.Shared.AddCheckpoint(checkpoint);
        }
    }

    /// <summary>Marks what a peer may lack of a feed, so that step 5 looks at it. Every entry that is recorded comes by here, and every feed at start.</summary>
    public void Offer(StationMemory memory, LineState line, FeedId feed, Timestamp now)
    {
        if (feed.Party != memory.Own)
        {
            carrying.Offer(memory, line, line.Feeds[feed], now);
            return;
        }

        foreach (var member in line.Fold.Members.Where(m => m != memory.Own))
        {
            links.Of(member).FlowOf(feed).Release(line.Feeds[feed].Absent);
            links.Of(member).Pending.Add(feed);
        }
    }

    /// <summary>Step 5. For every peer with something to send and a circuit with room: flash on every circuit at once, the rest on the best, a window ahead of the
    /// receipts, and again on the next when no receipt comes in time. Returns when to look again.</summary>
    public Timestamp? Choose(StationMemory memory, Timestamp now)
    {
        Timestamp? due = null;
        foreach (var peer in links.All)
        {
            if (peer.Links.Count == 0)
                continue;
            CarryReceipts(peer);
            foreach (var id in peer.Pending.OrderBy(f => f.Lane).ThenBy(f => f).ToList())
            {
                if (!memory.Lines.TryGetValue(id.Line, out var line) || !line.Feeds.TryGetValue(id, out var feed) || feed.Checkpoint is null ||
                    !line.IsSharedWith(peer.Party))
                {
                    peer.Pending.Remove(id);
                    continue;
                }

                var flow = peer.FlowOf(id);
                flow.IsThrottled = id.Lane == Lane.Ordinary && peer.Throttles.ContainsKey((id.Line, id.Party));
                if (flow.IsRefused)
                {
                    peer.Pending.Remove(id);
                    continue;
                }

                // The rest of a line is refused where its proposal has not come; it waits for the sign that it has.
                if (!Carrying.Proposes(line, id) && !Carrying.Knows(peer, line))
                    continue;

                if (!flow.SetBack && feed.Receipts.TryGetValue(peer.Party, out var receipt))
                    flow.Known = Math.Max(flow.Known, receipt.Size);
                SendAgainIfLate(peer, feed, flow, now);
                var size = Revocations.SizeToSend(memory, feed);
                if (id.Lane == Lane.Urgent)
                    CarryUrgent(memory, peer, feed, flow, size, now);
                else
                    CarryOrdinary(memory, peer, feed, flow, size, now);
                CarryContents(memory, peer, feed, flow);
                if (flow.Known >= size && flow.ContentsDue.Count == 0)
                    peer.Pending.Remove(id);
                else if (flow.Sent > flow.Known)
                    due = Earlier(due, Later(flow.Since + Patience(peer, flow), now + TimeSpan.FromMilliseconds(1)));
            }
        }

        return due;
    }

    private static void SendAgainIfLate(PeerLinks peer, FeedState feed, Flow flow, Timestamp now)
    {
        var sent = Math.Max(flow.Sent, peer.Links.Max(l => l.UrgentSent.GetValueOrDefault(feed.Id)));
        if (sent <= flow.Known || now - flow.Since < Patience(peer, flow))
            return;
        // No receipt in time: from the last known entry again, on the next circuit where there is one.
        if (peer.Links.Find(l => l.Circuit.Number == flow.SentOn) is { } silent)
            silent.Suspect = true;
        flow.Tries = Math.Min(flow.Tries + 1, 10);
        flow.DoubledReceipts = Bounds.DoubledReceipts;
        flow.Budget = Math.Max(2048, flow.Budget / 2);
        flow.Since = now;
        flow.Sent = flow.Known;
        flow.BytesUnderWay = 0;
        foreach (var link in peer.Links)
            link.UrgentSent[feed.Id] = flow.Known;
    }

    /// <summary>How long to wait for a receipt: the usual time, or what so many bytes take, and some more by how steady it is. On a single circuit,
    /// which does not lose frames while it is open, and where the peer takes them by and by, much longer. Doubled with each repetition, five minutes at most.</summary>
    private static TimeSpan Patience(PeerLinks peer, Flow flow)
    {
        var roundTrip = peer.Links.Min(l => l.RoundTrip) ?? TimeSpan.FromMilliseconds(100);
        var usual = flow.ReceiptMilliseconds > 0 ? flow.ReceiptMilliseconds : roundTrip.TotalMilliseconds;
        var expected = Math.Max(usual, flow.BytesUnderWay * flow.MillisecondsPerByte);
        var first = peer.Links.Count > 1
            ? expected + Math.Max(Bounds.LatenessMilliseconds, 4 * flow.ReceiptDeviation)
            : Math.Max(Bounds.SinglePatienceMilliseconds, 10 * usual) + expected;
        if (flow.IsThrottled)
            first = Math.Max(first, Bounds.ThrottledPatienceMilliseconds);
        return TimeSpan.FromMilliseconds(Math.Min(Bounds.MostPatienceMilliseconds, first * Math.Pow(2, flow.Tries)));
    }

    private static void CarryUrgent(StationMemory memory, PeerLinks peer, FeedState feed, Flow flow, long size, Timestamp now)
    {
        foreach (var link in peer.Links)
        {
            var sent = Math.Max(link.UrgentSent.GetValueOrDefault(feed.Id), flow.Known);
            while (sent < size && !link.Full && Carry(memory, link, feed, flow, sent, size, Precedence.Flash) is { } until)
            {
                if (flow.Sent <= flow.Known)
                    flow.Since = now;
                sent = link.UrgentSent[feed.Id] = until;
                flow.Sent = Math.Max(flow.Sent, until);
                flow.SentOn = link.Circuit.Number;
            }
        }
    }

    private static void CarryOrdinary(StationMemory memory, PeerLinks peer, FeedState feed, Flow flow, long size, Timestamp now)
    {
        flow.Sent = Math.Max(flow.Sent, flow.Known);
        if (flow.Sent >= size)
            return;
        var ways = peer.Best.ToList();
        if (flow.Tries > 0 && ways.Count > 1)
            ways.Sort((a, b) => (a.Circuit.Number == flow.SentOn).CompareTo(b.Circuit.Number == flow.SentOn));
        var link = ways[0];
        // Where something was late of late, what is small goes on two at once: one loss then delays nothing.
        var also = flow.DoubledReceipts > 0 ? ways.ElementAtOrDefault(1) : null;
        while (flow.Sent < size && !link.Full && !flow.IsWindowFull && Carry(memory, link, feed, flow, flow.Sent, size, Words, also) is { } until)
        {
            if (flow.Sent <= flow.Known)
                flow.Since = now;
            flow.Sent = until;
            flow.SentOn = link.Circuit.Number;
        }
    }

    /// <summary>Step 6. One batch from <paramref name="from"/> to a checkpoint, on one circuit, and on <paramref name="also"/> when it is small; null when
    /// there was no room. Contents that do not fit are left out and follow by precedence.</summary>
    private static long? Carry(
        StationMemory memory, Link link, FeedState feed, Flow flow, long from, long size, Precedence precedence, Link? also = null)
    {
        var batch = Batches.From(memory, feed, from, flow.IsThrottled ? Math.Min(flow.Budget, Bounds.ThrottledBatchBytes) : flow.Budget, size);
        // In front of it and as urgent, so that it is there first.
        if (Revocations.IsUnderRevokedKey(memory, feed) && (Revocations.ToShow(memory, feed) is not { } shown || !Send(link, shown, precedence)))
            return null;
        if (batch.Deferred.Count > 0)
            flow.ContentsDue = flow.ContentsDue.Union(batch.Deferred);
        if (feed.Absent.Count > 0)
            flow.Owed = flow.Owed.Union(feed.Absent.Intersect(RangeSet.Empty.Add(from, batch.Frame.Until)));
        var bytes = batch.Frame.Encode();
        if (!Send(link, bytes, precedence))
            return null;
        if (also is { Full: false } && bytes.Length <= Bounds.DoubledBytes)
            Send(also, bytes, precedence);
        if (batch.Frame.Until > flow.Sent)
            flow.BytesUnderWay = (flow.Sent > flow.Known ? flow.BytesUnderWay : 0) + bytes.Length;
        return batch.Frame.Until;
    }

    private static void CarryContents(StationMemory memory, PeerLinks peer, FeedState feed, Flow flow)
    {
        while (flow.ContentsDue.Count > 0)
        {
            var link = peer.Best.First();
            if (link.Full || Batches.Contents(memory, feed, flow.ContentsDue) is not { } contents)
                return;
            if (contents.Frame is { } frame && !Send(link, frame, Above(contents.Precedence)))
                return;
            flow.ContentsDue = flow.ContentsDue.Except(contents.Taken);
        }
    }

    private static void CarryReceipts(PeerLinks peer)
    {
        foreach (var (due, receipt) in peer.ReceiptsDue.ToList())
        {
            // Only the author waits for it.
            var precedence = due.Feed.Party != peer.Party ? Words : due.Feed.Lane == Lane.Urgent ? Precedence.Flash : Precedence.Immediate;
            var link = peer.ReceiptWay;
            if (!Send(link, receipt, precedence))
                return;
            peer.ReceiptsDue.Remove(due);
        }
    }

    internal static bool Send(Link link, Frame frame, Precedence precedence) => Send(link, frame.Encode(), precedence);

    private static bool Send(Link link, byte[] frame, Precedence precedence)
    {
        if (!link.Circuit.TrySend(frame, precedence))
        {
            link.Full = true;
            return false;
        }

        link.FramesOut++;
        return true;
    }

    private static Precedence Above(Precedence precedence) => precedence < Words ? precedence : Words;

    private static Timestamp Later(Timestamp one, Timestamp other) => one > other ? one : other;

    private static Timestamp Earlier(Timestamp? one, Timestamp other) => one is { } value && value < other ? value : other;
}
