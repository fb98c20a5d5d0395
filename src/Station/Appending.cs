using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;
using Parley.Station.Frames;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station;

/// <summary>Steps 3 and 4 of the road for our own words: a place in our feed, a key for it, the entry itself. Opens the generation, publishes our KEM key
/// and renews the epoch when that is due, so that whoever appends need not think of it.</summary>
internal static class Appending
{
    /// <summary>Appends a released message.</summary>
    public static EntryRef Message(Step step, LineState line, ReleasedMessage message)
    {
        var feed = Prepare(step, line, message.Lane);
        var entry = SealedEntry.Seal(message, PlaceOf(step, line, feed), step.Memory.Suite, SecretOf(step, line, feed), Seed(step));
        feed.Words++;
        var appended = Append(step, line, feed, entry);
        if (AidExpiry.IsDestroyed(entry.Header.Kind))
            AidExpiry.Recorded(step, line, entry.Header, message.Draft.Words.ToContent(new byte[Content.SeedSize]));
        return appended;
    }

    /// <summary>Appends a word on the charter.</summary>
    public static EntryRef CharterWord(Step step, LineState line, string kind, Func<byte[], Content> content)
    {
        var feed = Prepare(step, line, Lane.Urgent);
        var word = new CharterWord(kind, content(Seed(step)), line.Heads);
        var entry = SealedEntry.Seal(word, PlaceOf(step, line, feed), step.Memory.Suite, SecretOf(step, line, feed));
        var appended = Append(step, line, feed, entry);
        line.Fold.Apply(entry.Header, word.Content);
        line.MembersVersion++;
        CharterWishes.Settle(step, line);
        step.Changed(line);
        step.Journal(JournalAct.CharterWord, line.Id, appended.ToString(), kind);
        step.Note(Control.ChangeKind.Line, line.Id, text: kind);
        // Where all others are without a station nobody's acceptance is waited for.
        if (kind == EntryKind.Propose && line.Fold.AdoptIsDue(step.Memory.Own) && line.Fold.OpenProposal is { } proposal)
            CharterWord(step, line, EntryKind.Adopt, seed => CharterEntries.Answer(seed, proposal.Hash));
        return appended;
    }

    /// <summary>Opens our generation of a line if it has none or a new one is due.</summary>
    public static void OpenGeneration(Step step, LineState line)
    {
        var memory = step.Memory;
        // Nothing follows our `leave`: every station refuses it.
        if (line.OwnGeneration is not null && (line.GenerationDue is null || line.Fold.LeftBy.Contains(memory.Own)))
            return;
        Span<byte> random = stackalloc byte[GenerationId.Size];
        memory.Suite.FillRandom(random);
        var reason = line.GenerationDue ?? GenerationReason.First;
        var before = Heads.Of(line.Heads.Rows.Where(r => r.Party == memory.Own));
        line.OwnGeneration = GenerationId.From(random);
        line.GenerationDue = null;
        step.Changed(line);
        step.Journal(JournalAct.GenerationOpened, line.Id, note: reason.ToString());
        AppendStation(step, line, Lane.Urgent, StationEntry.Of(new GenerationContent(reason, before), Seed(step)));
        PublishKey(step, line);
    }

    /// <summary>A peer holds words of ours that our store does not: it was set back, and going on would be a second history. What was appended in this very
    /// step can have no signature then, so the step is abandoned and done again from a new generation.</summary>
    public static void GiveUpGeneration(Step step, LineState line)
    {
        if (step.MovedHeads.Any(f => f.Line == line.Id && f.Party == step.Memory.Own && f.Generation == line.OwnGeneration))
            step.SetBack = line.Id;
        line.GenerationDue = GenerationReason.PeerAhead;
        line.Warnings.Add("A peer holds words of ours that our store does not; a new generation was opened.");
        step.Changed(line);
        OpenGeneration(step, line);
    }

    /// <summary>A fresh KEM key of ours for this line, published in the urgent lane.</summary>
    public static void PublishKey(Step step, LineState line)
    {
        var memory = step.Memory;
        var key = memory.Suite.GenerateKemKey();
        var at = AppendStation(step, line, Lane.Urgent, StationEntry.Of(new KeyContent(key.PublicKey), Seed(step)));
        line.OwnKems.Add(new OwnKem(at.Generation, at.Index, step.Now, key));
        line.SortKems();
        var saved = new byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(saved, step.Now.UnixMilliseconds);
        step.Put(DocumentKind.LineKey, $"{line.Id}/{at.Generation}/{at.Index}", [.. saved, .. key.ExportPrivateKey()]);
    }

    public static EntryRef AppendStation(Step step, LineState line, Lane lane, StationEntry entry)
    {
        var feed = line.Feed(new FeedId(line.Id, step.Memory.Own, line.OwnGeneration!.Value, lane));
        return Append(step, line, feed, SealedEntry.Clear(entry, PlaceOf(step, line, feed), step.Memory.Suite));
    }

    private static FeedState Prepare(Step step, LineState line, Lane lane)
    {
        OpenGeneration(step, line);
        if (line.OwnKems.Count == 0 || (step.Now - line.OwnKems[^1].Since).TotalMilliseconds > Bounds.KemMilliseconds)
            PublishKey(step, line);
        var feed = line.Feed(new FeedId(line.Id, step.Memory.Own, line.OwnGeneration!.Value, lane));
        if (feed.EpochCheckedFor == line.MembersVersion && feed.Size - feed.EpochIndex <= Bounds.EpochEntries &&
            (step.Now - feed.EpochSince).TotalMilliseconds <= Bounds.EpochMilliseconds)
            return feed;
        if (EpochIsDue(step, line, feed, out var members, out var keys))
            RenewEpoch(step, line, feed, members, keys);
        feed.EpochCheckedFor = line.MembersVersion;
        return feed;
    }

    private static bool EpochIsDue(Step step, LineState line, FeedState feed, out Digest members, out List<(PartyId Party, byte[] PublicKey)> keys)
    {
        keys = [];
        foreach (var member in line.Fold.Members)
        {
            // A member whose card is not known here cannot be sealed to; the line cannot be open then, and only charter words pass.
            if (member != step.Memory.Own && step.Memory.KemOf(line, member) is { } key)
                keys.Add((member, key));
        }

        var bytes = new byte[keys.Count * Digest.Size];
        for (var i = 0; i < keys.Count; i++)
            Digest.Of(keys[i].PublicKey).CopyTo(bytes.AsSpan(i * Digest.Size));
        members = Digest.Of(bytes);
        return feed.EpochIndex < 0 || feed.EpochMembers != members || feed.Size - feed.EpochIndex > Bounds.EpochEntries ||
            (step.Now - feed.EpochSince).TotalMilliseconds > Bounds.EpochMilliseconds || line.EpochOf(feed.Id, feed.Size)?.Secret is null;
    }

    private static void RenewEpoch(Step step, LineState line, FeedState feed, Digest members, List<(PartyId Party, byte[] PublicKey)> keys)
    {
        var memory = step.Memory;
        var secret = new byte[KeyingContent.SecretSize];
        memory.Suite.FillRandom(secret);
        var content = KeyingContent.Seal(memory.Suite, feed.Id, feed.Size, secret, keys)
            ?? throw new InvalidOperationException("a member's KEM key that was taken as valid is not");
        var at = AppendStation(step, line, feed.Id.Lane, StationEntry.Of(content, Seed(step)));
        feed.EpochIndex = at.Index;
        feed.EpochSince = step.Now;
        feed.EpochMembers = members;
        KeepEpoch(step, line, feed.Id, new Epoch(at.Index, secret));
    }

    /// <summary>Keeps an epoch secret, ours or another's, in memory and store.</summary>
    public static void KeepEpoch(Step step, LineState line, FeedId feed, Epoch epoch)
    {
        if (!line.Epochs.TryGetValue(feed, out var epochs))
            line.Epochs[feed] = epochs = [];
        epochs.RemoveAll(e => e.Index == epoch.Index);
        epochs.Add(epoch);
        epochs.Sort(static (a, b) => a.Index.CompareTo(b.Index));
        step.Put(DocumentKind.Epoch, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{feed}/{epoch.Index}"), epoch.Secret ?? []);
        step.Memory.Shared.SetEpochs(feed, [.. epochs]);
    }

    private static byte[] SecretOf(Step step, LineState line, FeedState feed) =>
        line.EpochOf(feed.Id, feed.Size)?.Secret ?? throw new InvalidOperationException($"no epoch secret for {feed.Id} of {step.Memory.Own}");

    private static SealedEntry.Place PlaceOf(Step step, LineState line, FeedState feed) =>
        new(feed.Id, feed.Size, Math.Max(1, line.Fold.InForce.Count), step.Now, line.Heads);

    private static byte[] Seed(Step step)
    {
        var seed = new byte[Content.SeedSize];
        step.Memory.Suite.FillRandom(seed);
        return seed;
    }

    private static EntryRef Append(Step step, LineState line, FeedState feed, SealedEntry entry)
    {
        if (feed.Size == 0)
            feed.CardIndex = step.Memory.Keys.Chain.Cards.Count - 1;
        var place = TranscriptOrder.Place(entry.Header, (f, i) => Placing.Of(step.Memory, line, f, i));
        if (place is null)
            feed.Unplaced = feed.Unplaced.Add(feed.Size, feed.Size + 1);
        var position = place ?? TranscriptOrder.Provisional(entry.Header);
        var leaf = MerkleTree.LeafHash(entry.HeaderBytes);
        var atRest = step.Memory.Keys.AtRest.Seal(leaf.ToArray(), entry.Content, step.Memory.Suite);
        step.Add(new EntryRecorded(feed.Id, feed.Size, entry.HeaderBytes, entry.Sealed, atRest, position)
        {
            Regards = entry.Header.Regards,
            Listed = entry.Header.Listed,
        });
        step.Memory.Recent.Add(
            new CarriedEntry(entry.Header, entry.Sealed), place is null ? null : (position.Effective, position.Depth));
        Placing.Grow(step, line, feed, entry.Header, leaf, place);
        step.Note(Control.ChangeKind.Recorded, line.Id, entry.Header.Ref.ToString());
        return entry.Header.Ref;
    }
}
