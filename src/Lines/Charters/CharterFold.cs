using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Charters;

/// <summary>Where a line stands, folded from its charter entries. The result depends on the set of entries alone, not on the order in which they
/// came: a charter is in force when its proposer has adopted it and every member's accept is recorded here.</summary>
public sealed class CharterFold
{
    /// <summary>Charters of one party on one line.</summary>
    private const int MaxProposals = 256;

    /// <summary>Answers of one party to proposals that have not come.</summary>
    private const int MaxEarly = 256;
    private readonly SortedDictionary<Digest, Proposal> proposals = [];
    private readonly Suspensions suspensions = new();
    private readonly SortedSet<PartyId> left = [];
    private readonly List<Charter> inForce = [];

    /// <summary>Answers to proposals that have not come yet: words of different parties come in any order.</summary>
    private readonly SortedSet<Answer> early = [];

    /// <summary>The charter that was in force from the beginning without a word; null on all but operator lines.</summary>
    private Charter? given;

    /// <summary>Charters that were or are in force, version 1 first.</summary>
    public IReadOnlyList<Charter> InForce => inForce;

    /// <summary>The charter in force; null while the line is only proposed.</summary>
    public Charter? Current => inForce.Count > 0 ? inForce[^1] : null;

    /// <summary>The founding charter, in force or not; null when it was never seen.</summary>
    public Charter? Founding => inForce.Count > 0 ? inForce[0] : proposals.Values.FirstOrDefault(p => p.Charter.Version == 1)?.Charter;

    public IReadOnlyCollection<PartyId> LeftBy => left;

    public IEnumerable<PartyId> SuspendedBy => suspensions.Parties.Where(p => !left.Contains(p));

    /// <summary>Parties with a station that have not left.</summary>
    public IEnumerable<PartyId> Members => (Founding?.Parties ?? []).Where(p => !p.IsByHand && !left.Contains(p.Party)).Select(p => p.Party);

    /// <summary>Rejected or withdrawn before it was ever in force, or no member remains, or one alone without a party by hand.</summary>
    public bool IsClosed => Founding is { } founding &&
        ((inForce.Count == 0 && OpenProposal is null) || !Members.Any() || Members.Concat(founding.ByHand).Take(2).Count() < 2 || !founding.Names(founding.Proposer));

    public bool IsOpen => inForce.Count > 0 && !IsClosed && !SuspendedBy.Any();

    /// <summary>The proposal that waits for answers: the one that follows the charter in force, of the lowest proposer id where two are open.</summary>
    public Proposal? OpenProposal => OpenProposals.OrderBy(p => p.Charter.Proposer).FirstOrDefault();

    private IEnumerable<Proposal> OpenProposals => proposals.Values
        .Where(p => !p.Withdrawn && p.RejectedBy.Count == 0 && Follows(p.Charter) && !inForce.Contains(p.Charter));

    /// <summary>An operator line's charter is in force without a word.</summary>
    public static CharterFold OfOperator(Charter charter)
    {
        var fold = new CharterFold { given = charter };
        fold.Settle();
        return fold;
    }

    /// <summary>A line that we propose ourselves, before its first entry is written.</summary>
    public static CharterFold Proposed(Charter founding)
    {
        var fold = new CharterFold();
        fold.Add(founding);
        return fold;
    }

    /// <summary>Takes in one charter entry. What a party said on a proposal is a set: a party that was set back can say two things, and members hear them in
    /// different orders. False when it breaks a rule (wrong proposer, unknown charter, other founding terms): such an entry is
    /// recorded and shown, and changes nothing.</summary>
    public bool Apply(EntryHeader header, Content content)
    {
        switch (header.Kind)
        {
            case EntryKind.Propose:
                return ApplyProposal(header, content);
            case EntryKind.Suspend or EntryKind.Resume:
                suspensions.Take(header);
                return true;
            case EntryKind.Leave:
                left.Add(header.Feed.Party);
                Settle();
                return true;
            case EntryKind.Accept or EntryKind.Reject or EntryKind.Withdraw or EntryKind.Adopt:
                return CharterEntries.AnsweredIn(content) is { } hash && ApplyAnswer(Answer.Of(hash, header, CharterEntries.CertifiedIn(content)));
            default:
                return false;
        }
    }

    private bool ApplyProposal(EntryHeader header, Content content)
    {
        var author = header.Feed.Party;
        if (CharterEntries.ProposedIn(content) is not { } charter || charter.Proposer != author ||
            proposals.Values.Count(p => p.Charter.Proposer == author) >= MaxProposals)
            return false;
        if (charter.Version == 1 ? charter.FoundedLine() != header.Feed.Line : Founding is not { } founding || !SameFoundation(founding, charter))
            return false;
        return Add(charter);
    }

    private bool Add(Charter charter)
    {
        var proposal = new Proposal(charter);
        if (!proposals.TryAdd(proposal.Hash, proposal))
            return false;
        proposal.AcceptedBy.Add(charter.Proposer);
        foreach (var answer in early.Where(e => e.Proposal == proposal.Hash))
            proposal.Take(answer);
        early.RemoveWhere(e => e.Proposal == proposal.Hash);
        Settle();
        return true;
    }

    private bool ApplyAnswer(Answer answer)
    {
        if (proposals.TryGetValue(answer.Proposal, out var proposal))
        {
            var took = proposal.Take(answer);
            Settle();
            return took;
        }

        return Founding?.Names(answer.Author) == true && early.Count(e => e.Author == answer.Author) < MaxEarly && early.Add(answer);
    }

    /// <summary>Whether our proposal holds every member's accept, so that `adopt` is due.</summary>
    public bool AdoptIsDue(PartyId own) => OpenProposal is { Closed: false } proposal && proposal.Charter.Proposer == own && AllAccept(proposal);

    /// <summary>The open proposal of another that <paramref name="own"/> has accepted, though one of a lower id may stand before it. Its accept binds: who proposes
    /// something else then could bring two charters into force in one place.</summary>
    public Proposal? AcceptedOpen(PartyId own) => OpenProposals.FirstOrDefault(p => p.Charter.Proposer != own && p.AcceptedBy.Contains(own));

    private bool AllAccept(Proposal proposal) => Missing(proposal).All(left.Contains);

    private static IEnumerable<PartyId> Missing(Proposal proposal) =>
        proposal.Charter.Parties.Where(p => !p.IsByHand && !proposal.AcceptedBy.Contains(p.Party)).Select(p => p.Party);

    private bool Follows(Charter charter) => Current is { } current ? current.Precedes(charter) : charter.Version == 1;

    private static bool SameFoundation(Charter founding, Charter charter) =>
        charter.Name == founding.Name && charter.Kind == founding.Kind && charter.Mode == founding.Mode &&
        charter.Parties.SequenceEqual(founding.Parties) && charter.Nonce.AsSpan().SequenceEqual(founding.Nonce);

    /// <summary>Charters in force, always from the beginning: honest parties cannot bring two into one place, but parties that were set back can, and then
    /// every station must come to the same one, whichever it heard of first. One that nobody's leaving helped goes before one that needed it, so that who
    /// leaves cannot bring back what he did not accept; then the lower proposer id.</summary>
    private void Settle()
    {
        inForce.Clear();
        if (given is not null)
            inForce.Add(given);
        while (proposals.Values.Where(p => p.Closed && Follows(p.Charter) && AllAccept(p))
            .OrderBy(p => Missing(p).Count()).ThenBy(p => p.Charter.Proposer).FirstOrDefault() is { } next)
            inForce.Add(next.Charter);
    }

    /// <summary>The snapshot: [given or null, [proposal …], [suspension …], [left …], [early answer …]]. Charters in force follow from it.</summary>
    public byte[] Encode()
    {
        var writer = Cbor.Writer(2048);
        writer.WriteStartArray(5);
        if (given is null)
            writer.WriteNull();
        else
            writer.WriteByteString(given.Encode());
        writer.WriteStartArray(proposals.Count);
        foreach (var proposal in proposals.Values)
            proposal.Write(writer);
        writer.WriteEndArray();
        suspensions.Write(writer);
        PartyIds.Write(writer, left);
        writer.WriteStartArray(early.Count);
        foreach (var answer in early)
            answer.Write(writer);
        writer.WriteEndArray();
        writer.WriteEndArray();
        return writer.Encode();
    }

    public static CharterFold? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxProposals * Bounds.CharterSize, static reader =>
    {
        var fold = new CharterFold();
        reader.ArrayOf(5);
        if (reader.PeekState() == CborReaderState.Null)
            reader.ReadNull();
        else
            fold.given = Charter.Parse(reader.ReadByteString()) ?? throw new CborContentException("charter");
        for (var n = reader.ArrayUpTo(MaxProposals * Bounds.Parties); n > 0; n--)
        {
            var proposal = Proposal.Read(reader);
            fold.proposals[proposal.Hash] = proposal;
        }

        reader.ReadEndArray();
        fold.suspensions.Read(reader);
        fold.left.UnionWith(PartyIds.Read(reader));
        for (var n = reader.ArrayUpTo(MaxEarly * Bounds.Parties); n > 0; n--)
            fold.early.Add(Answer.Read(reader));
        reader.ReadEndArray();
        reader.ReadEndArray();
        fold.Settle();
        return fold;
    });
}
