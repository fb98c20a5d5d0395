using Parley.Control;
using Parley.Control.GoodOffices;
using Parley.Control.Messages;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.GoodOffices;
using Parley.Lines.Messages;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Operations;

/// <summary>Good offices: statements of others that we pass on, as our claim or with their author's signature.</summary>
internal static class GoodOffices
{
    private const int Page = 1024;

    public static Outcome<DraftView> Relay(OperationContext context, RelayStatement operation)
    {
        if (!RelayedContent.IsShort(operation.Speaker))
            return Refuse(Refusal.Malformed, "Say who said it, in 1 to 256 characters on one line.");
        if (!Timestamp.TryFrom(operation.Said.ToUnixTimeMilliseconds(), out var said) || said > context.Step.Now)
            return Refuse(Refusal.Malformed, "When it was said cannot be still to come.");
        if (!Writing.Note(operation.Text, operation.Language, out var note) || note is null)
            return Refuse(Refusal.Malformed, Writing.NoteRule);
        return Say(context, operation.Line, operation.Precedence, new RelayedContent(operation.Speaker, said, null, note), operation.Key);
    }

    public static Outcome<DraftView> Relay(OperationContext context, RelayEntry operation)
    {
        if (LineNames.Find(context.Memory, operation.FromLine, out var refused) is not { } from)
            return Refuse(refused.Why, refused.Detail);
        if (EntryRef.Parse(operation.Entry) is not { } entry || !from.Feeds.TryGetValue(entry.Feed(from.Id), out var feed) || feed.Checkpoint is null ||
            entry.Index >= feed.Checkpoint.Head.Size || context.Memory.Store.Entry(feed.Id, entry.Index) is not { } stored)
            return Refuse(Refusal.UnknownEntry, "There is no such entry on that line.");
        if (feed.Checkpoint.Head.Size > Bounds.ProvableEntries)
            return Refuse(Refusal.TooLong, $"That feed has more than {Bounds.ProvableEntries} entries; say it with --speaker and --text, as your claim.");
        if (EntryHeader.Parse(stored.Header) is not { } header || Handover.OpenAtRest(context.Memory, stored) is not { } clear ||
            Content.Parse(clear) is not { } content || EntryText.Of(header.Kind, content, header.Time) is not { Language: { } language } said)
            return Refuse(Refusal.UnknownEntry, "That entry holds no words that can be passed on, or they cannot be read here.");
        if (context.Memory.ChainOf(entry.Party) is not { } chain)
            return Refuse(Refusal.UnknownPeer, $"The card of {entry.Party} is not known here, so its signature cannot be shown.");
        var proof = new StatementProof(chain, feed.Checkpoint, Path(context.Memory.Store, feed, entry.Index), stored.Header.ToArray(), clear);
        if (proof.Verify(id => id == context.Memory.Suite.Id ? context.Memory.Suite : null) is null)
            return Refuse(Refusal.UnknownEntry, $"The signature of {entry.Party} over that entry does not hold here, or its key was revoked.");
        var relayed = new RelayedContent(entry.Party.ToString(), header.Time, proof, new Note(said.Text, language));
        return proof.Encode().Length > StatementProof.MostBytes || relayed.ToWords().ToContent(new byte[Content.SeedSize]).Encode().Length > Parley.Lines.Bounds.ContentSize
            ? Refuse(Refusal.TooLong, "These words are too long to be passed on with their proof; say them with --speaker and --text, as your claim.")
            : Say(context, operation.Line, operation.Precedence, relayed, operation.Key);
    }

    private static Outcome<DraftView> Say(OperationContext context, string line, Precedence precedence, RelayedContent relayed, string? key) =>
        Messages.Say(context, new Writing.Frame(line, precedence, Status.Actual), relayed.ToWords(), key);

    private static Digest[] Path(IStationStore store, FeedState feed, long index)
    {
        var leaves = new List<Digest>((int)feed.Checkpoint!.Head.Size);
        while (leaves.Count < feed.Checkpoint.Head.Size)
        {
            foreach (var one in store.Entries(feed.Id, leaves.Count, (int)Math.Min(Page, feed.Checkpoint.Head.Size - leaves.Count)))
                leaves.Add(MerkleTree.LeafHash(one.Header));
        }

        return MerkleTree.InclusionProof(leaves, index, leaves.Count);
    }

    private static Refused<DraftView> Refuse(Refusal why, string detail) => new(why, detail);
}
