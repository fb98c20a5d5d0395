using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Lines.Parties;

namespace Parley.Lines.Transcripts;

/// <summary>The checks of one file. Keys of one feed can depend on entries of a later one, so the checks run over the whole file one
/// after the other and the failure that stands first in the file is kept.</summary>
internal sealed class TranscriptProof : IDisposable
{
    private readonly TranscriptFile file;
    private readonly Func<SuiteId, Suite?> suites;
    private readonly Dictionary<PartyId, PartyKeys> keys = [];
    private readonly Dictionary<FeedId, FeedKeys> feedKeys = [];
    private readonly Dictionary<FeedId, Dictionary<long, Digest>> roots = [];

    public TranscriptProof(
        TranscriptFile file, Func<SuiteId, Suite?> suites, IReadOnlyList<TrustedCard> trusted, TranscriptFault? readingFault)
    {
        this.file = file;
        this.suites = suites;
        Trusted = trusted;
        First = readingFault;
    }

    /// <summary>Cosignatures under a key that their party has revoked: they can be a thief's.</summary>
    public HashSet<SignedCosignature> Doubtful { get; } = [];

    /// <summary>The first failure; null when there is none.</summary>
    public TranscriptFault? First { get; private set; }

    public IReadOnlyList<TrustedCard> Trusted { get; }

    public IReadOnlyDictionary<PartyId, PartyKeys> Keys => keys;

    public IReadOnlyDictionary<FeedId, FeedKeys> FeedKeys => feedKeys;

    private Charter? Founding => file.Charters.Count == 0 ? null : file.Charters[0].Value;

    public void CheckCards()
    {
        foreach (var (chain, offset) in file.Chains)
        {
            if (chain.Cards.Any(c => suites(c.Card.Suite) is null))
                Fail(offset, $"card of {chain.Party}", TranscriptFailure.UnknownSuite);
            else if (!chain.Verify(suites))
                Fail(offset, $"card of {chain.Party}", TranscriptFailure.CardsDoNotFollow);
            else if (Trusted.Any(t => t.Party == chain.Party && chain.Cards.All(c => c.Card.Hash() != t.Card)))
                Fail(offset, $"card of {chain.Party}", TranscriptFailure.CardNotTrusted);
            else
                keys[chain.Party] = PartyKeys.Of(chain, suites);
        }
    }

    public void CheckCharters()
    {
        for (var i = 0; i < file.Charters.Count; i++)
        {
            var (charter, offset) = file.Charters[i];
            var follows = i == 0 ? charter.FoundedLine() == file.Head.Line : file.Charters[i - 1].Value.Precedes(charter);
            if (!follows)
                Fail(offset, $"charter, version {charter.Version}", TranscriptFailure.CharterDoesNotFollow);
            else if (charter.Parties.Any(p => keys.TryGetValue(p.Party, out var of) && !IsNamed(charter.Kind, p.Named, of.Chain)))
                Fail(offset, $"charter, version {charter.Version}", TranscriptFailure.CardNotNamed);
        }
    }

    /// <summary>Entries: charter and content; and the keys that rotations bring in.</summary>
    public void CheckEntries()
    {
        var revoked = new HashSet<GenerationId>();
        foreach (var feed in file.Feeds)
        {
            if (Founding?.Names(feed.Id.Party) == false)
                Fail(feed.Offset, Name(feed), TranscriptFailure.NotAMember);
            if (!keys.TryGetValue(feed.Id.Party, out var party))
            {
                Fail(feed.Offset, Name(feed), TranscriptFailure.NoCard);
                continue;
            }

            if (feed.Id.Lane == Lane.Urgent && feed.Entries.Count > 0 && OpensAfterRevocation(feed.Entries[0]))
                revoked.Add(feed.Id.Generation);
            var chain = feedKeys[feed.Id] = new FeedKeys(party, revoked.Contains(feed.Id.Generation));
            foreach (var entry in feed.Entries)
                CheckEntry(feed, entry, chain);
        }
    }

    public void CheckCheckpoints()
    {
        foreach (var feed in file.Feeds)
        {
            var at = RootsOf(feed);
            foreach (var (checkpoint, offset) in feed.Checkpoints)
            {
                if (CheckpointFailure(feed.Id, checkpoint, at, mustAgree: true) is { } failure)
                    Fail(offset, TranscriptRecord.Name(new TranscriptRecord.Signed(checkpoint), null, 0), failure);
            }

            foreach (var (fork, offset) in feed.Forks)
            {
                if (CheckpointFailure(feed.Id, fork, at, mustAgree: false) is { } failure)
                    Fail(offset, TranscriptRecord.Name(new TranscriptRecord.Fork(fork), null, 0), failure);
            }
        }
    }

    public void CheckCosignatures()
    {
        foreach (var feed in file.Feeds)
        {
            foreach (var (cosignature, offset) in feed.Cosignatures)
            {
                if (CosignatureFailure(cosignature) is { } failure)
                    Fail(offset, TranscriptRecord.Name(new TranscriptRecord.Cosigned(cosignature), null, 0), failure);
            }
        }
    }

    public void CheckSeal()
    {
        if (file.Seal is not var (signature, offset))
            return;
        var head = file.MaybeHead!.Value.Offset;
        if (Founding?.Names(file.Head.Exporter) == false)
            Fail(head, "head of the file", TranscriptFailure.NotAMember);
        else if (file.Chains.All(c => c.Value.Party != file.Head.Exporter))
            Fail(head, "head of the file", TranscriptFailure.NoCard);
        else if (!keys.TryGetValue(file.Head.Exporter, out var exporter))
            return; // its cards have failed already
        else if (exporter.Keys[^1].Card.Suite != file.Head.Suite)
            Fail(head, "head of the file", TranscriptFailure.UnknownSuite);
        else if (!exporter.Keys[^1].Key.Verify(TranscriptRecord.SealedText(file.SealedDigest), signature))
            Fail(offset, "seal of the file", TranscriptFailure.WrongSignature);
    }

    /// <summary>The root of the feed's first entries, for every size that something in the file signs.</summary>
    public Digest Root(FeedId feed, long size) => roots[feed][size];

    public void Dispose()
    {
        foreach (var party in keys.Values)
            party.Dispose();
    }

    private void CheckEntry(TranscriptFeed feed, TranscriptEntry entry, FeedKeys chain)
    {
        var header = entry.Header;
        TranscriptFailure? failure = null;
        if (header.CharterVersion < 1 || header.CharterVersion > file.Charters.Count)
            failure = TranscriptFailure.UnknownCharter;
        else if (entry.Content.Commitment() is { } commitment && commitment != header.Commitment)
            failure = TranscriptFailure.ContentMismatch;
        else if (header.Kind == EntryKind.Rotation && !chain.Rotate(header.Index, entry.Content))
            failure = TranscriptFailure.RotationDoesNotFollow;
        if (failure is { } how)
            Fail(entry.Offset, $"entry {TranscriptRecord.Short(feed.Id)}/{header.Index}", how);
    }

    private Dictionary<long, Digest> RootsOf(TranscriptFeed feed)
    {
        var wanted = feed.Checkpoints.Concat(feed.Forks).Select(c => c.Value.Head.Size)
            .Concat(feed.Cosignatures.Select(c => c.Value.Head.Size)).ToHashSet();
        var found = roots[feed.Id] = [];
        var range = new CompactRange();
        foreach (var entry in feed.Entries)
        {
            range.AppendLeaf(entry.Header.Encode());
            if (wanted.Contains(range.Size))
                found[range.Size] = range.Root;
        }

        return found;
    }

    private TranscriptFailure? CheckpointFailure(FeedId feed, SignedCheckpoint checkpoint, Dictionary<long, Digest> at, bool mustAgree)
    {
        if (at[checkpoint.Head.Size] == checkpoint.Head.Root != mustAgree)
            return mustAgree ? TranscriptFailure.RootMismatch : TranscriptFailure.NoContradiction;
        if (suites(checkpoint.Suite) is null)
            return TranscriptFailure.UnknownSuite;
        return feedKeys.TryGetValue(feed, out var signers) && !signers.Verify(checkpoint) ? TranscriptFailure.WrongSignature : null;
    }

    private TranscriptFailure? CosignatureFailure(SignedCosignature cosignature)
    {
        if (Founding?.Names(cosignature.By) == false)
            return TranscriptFailure.NotAMember;
        if (!keys.TryGetValue(cosignature.By, out var party))
            return TranscriptFailure.NoCard;
        if (roots[cosignature.Feed][cosignature.Head.Size] != cosignature.Head.Root)
            return TranscriptFailure.RootMismatch;
        if (suites(cosignature.Suite) is null)
            return TranscriptFailure.UnknownSuite;
        var text = cosignature.SignedText();
        var signer = CosignersKeys(cosignature, party).FirstOrDefault(k => k.Key.Verify(text, cosignature.Signature));
        if (signer is null)
            return TranscriptFailure.WrongSignature;
        signer.Receipts++;
        if (party.IsRevoked(signer))
            Doubtful.Add(cosignature);
        return null;
    }

    /// <summary>A cosigner signs with the key in force at the sizes of its own lanes that it states. When the file has neither lane, with
    /// any of its keys.</summary>
    private IEnumerable<IdentityKey> CosignersKeys(SignedCosignature cosignature, PartyKeys party)
    {
        var own = cosignature.Own;
        var urgent = new FeedId(cosignature.Feed.Line, own.Party, own.Generation, Lane.Urgent);
        var lanes = new[] { urgent, urgent.Sibling }.Where(l => own.Size(l.Lane) > 0 && feedKeys.ContainsKey(l)).ToArray();
        return lanes.Length == 0 ? party.Keys : lanes.SelectMany(l => feedKeys[l].InForce(own.Size(l.Lane))).Distinct();
    }

    private static bool OpensAfterRevocation(TranscriptEntry first) =>
        first.Header.Kind == EntryKind.Generation && first.Content is TranscriptContent.Whole { Content: var content } &&
        GenerationContent.From(content) is { Reason: GenerationReason.Revoked };

    // An operator line names first keys, every other line cards.
    private static bool IsNamed(LineKind kind, Digest named, CardChain chain) => kind == LineKind.Operator
        ? named == Digest.Of(chain.Current.FirstKey)
        : chain.Cards.Any(c => c.Card.Hash() == named);

    private static string Name(TranscriptFeed feed) => $"feed {TranscriptRecord.Short(feed.Id)}";

    private void Fail(long offset, string record, TranscriptFailure how)
    {
        if (First is null || offset < First.Offset)
            First = new TranscriptFault(offset, record, how);
    }
}
