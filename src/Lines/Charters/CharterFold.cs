using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Charters;

/// <summary>A proposed charter and everything said about it so far.</summary>
public sealed class Proposal(Charter charter)
{
    public Charter Charter { get; } = charter;

    public Digest Hash { get; } = charter.Hash();

    public SortedSet<PartyId> AcceptedBy { get; } = [];

    public SortedSet<PartyId> RejectedBy { get; } = [];

    public bool Withdrawn { get; internal set; }

    /// <summary>Its proposer has written `adopt`.</summary>
    public bool Closed { get; internal set; }
}

/// <summary>Where a line stands, folded from its charter entries. The result depends on the set of entries alone, not on the order in which they
/// came: a charter is in force when its proposer has adopted it and every member's accept is recorded here.</summary>
public sealed class CharterFold
{
    private const int MaxProposals = 256;
    private const int MaxEarly = 256;
    private readonly SortedDictionary<Digest, Proposal> proposals = [];
    private readonly SortedDictionary<PartyId, bool> suspended = [];
    private readonly SortedSet<PartyId> left = [];
    private readonly List<Charter> inForce = [];
    private readonly List<EarlyAnswer> early = [];

    /// <summary>An answer to a proposal that has not come yet: words of different parties come in any order.</summary>
    private sealed record EarlyAnswer(Digest Proposal, PartyId Author, string Kind);

    /// <summary>Charters that were or are in force, version 1 first.</summary>
    public IReadOnlyList<Charter> InForce => inForce;

    /// <summary>The charter in force; null while the line is only proposed.</summary>
    public Charter? Current => inForce.Count > 0 ? inForce[^1] : null;

    /// <summary>The founding charter, in force or not; null when it was never seen.</summary>
    public Charter? Founding => inForce.Count > 0 ? inForce[0] : proposals.Values.FirstOrDefault(p => p.Charter.Version == 1)?.Charter;

    public IReadOnlyCollection<PartyId> LeftBy => left;

    public IEnumerable<PartyId> SuspendedBy => suspended.Where(s => s.Value && !left.Contains(s.Key)).Select(s => s.Key);

    /// <summary>Parties with a station that have not left.</summary>
    public IEnumerable<PartyId> Members => (Founding?.Parties ?? []).Select(p => p.Party).Where(p => !left.Contains(p));

    /// <summary>Rejected or withdrawn before it was ever in force, or fewer than two members remain.</summary>
    public bool IsClosed => Founding is { } founding && ((inForce.Count == 0 && OpenProposal is null) || Members.Take(2).Count() < 2 || !founding.Names(founding.Proposer));

    public bool IsOpen => inForce.Count > 0 && !IsClosed && !SuspendedBy.Any();

    /// <summary>The proposal that waits for answers: the one that follows the charter in force, of the lowest proposer id where two are open.</summary>
    public Proposal? OpenProposal => proposals.Values
        .Where(p => !p.Withdrawn && p.RejectedBy.Count == 0 && Follows(p.Charter) && !inForce.Contains(p.Charter))
        .OrderBy(p => p.Charter.Proposer).FirstOrDefault();

    /// <summary>An operator line's charter is in force without a word.</summary>
    public static CharterFold OfOperator(Charter charter)
    {
        var fold = new CharterFold();
        fold.inForce.Add(charter);
        return fold;
    }

    /// <summary>Takes in one charter entry. What a party said on a proposal is a set: a party that was set back can say two things, and members hear them in
    /// different orders. False when it breaks a rule (wrong proposer, unknown charter, other founding terms): such an entry is
    /// recorded and shown, and changes nothing.</summary>
    public bool Apply(LineId line, PartyId author, string kind, Content content)
    {
        switch (kind)
        {
            case EntryKind.Propose:
                return ApplyProposal(line, author, content);
            case EntryKind.Suspend or EntryKind.Resume when !left.Contains(author):
                suspended[author] = kind == EntryKind.Suspend;
                return true;
            case EntryKind.Leave:
                left.Add(author);
                Settle();
                return true;
            case EntryKind.Accept or EntryKind.Reject or EntryKind.Withdraw or EntryKind.Adopt:
                return ApplyAnswer(author, kind, content);
            default:
                return false;
        }
    }

    private bool ApplyProposal(LineId line, PartyId author, Content content)
    {
        if (CharterEntries.ProposedIn(content) is not { } charter || charter.Proposer != author || proposals.Count >= MaxProposals)
            return false;
        if (charter.Version == 1 ? charter.FoundedLine() != line : Founding is not { } founding || !SameFoundation(founding, charter))
            return false;
        var proposal = new Proposal(charter);
        if (!proposals.TryAdd(proposal.Hash, proposal))
            return false;
        proposal.AcceptedBy.Add(author);
        var answers = early.FindAll(e => e.Proposal == proposal.Hash);
        early.RemoveAll(e => e.Proposal == proposal.Hash);
        foreach (var answer in answers)
            Answer(proposal, answer.Author, answer.Kind);
        Settle();
        return true;
    }

    private bool ApplyAnswer(PartyId author, string kind, Content content)
    {
        if (CharterEntries.AnsweredIn(content) is not { } hash)
            return false;
        if (proposals.TryGetValue(hash, out var proposal))
        {
            var took = Answer(proposal, author, kind);
            Settle();
            return took;
        }

        var answer = new EarlyAnswer(hash, author, kind);
        if (Founding?.Names(author) != true || early.Contains(answer) || early.Count(e => e.Author == author) >= MaxEarly)
            return false;
        early.Add(answer);
        return true;
    }

    private static bool Answer(Proposal proposal, PartyId author, string kind)
    {
        if (!proposal.Charter.Names(author))
            return false;
        var isProposer = proposal.Charter.Proposer == author;
        switch (kind)
        {
            case EntryKind.Accept:
                proposal.AcceptedBy.Add(author);
                break;
            case EntryKind.Reject when !isProposer:
                proposal.RejectedBy.Add(author);
                break;
            case EntryKind.Withdraw when isProposer:
                proposal.Withdrawn = true;
                break;
            case EntryKind.Adopt when isProposer:
                proposal.Closed = true;
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>Whether our proposal holds every member's accept, so that `adopt` is due.</summary>
    public bool AdoptIsDue(PartyId own) => OpenProposal is { Closed: false } proposal && proposal.Charter.Proposer == own && AllAccept(proposal);

    private bool AllAccept(Proposal proposal) =>
        proposal.Charter.Parties.All(p => proposal.AcceptedBy.Contains(p.Party) || left.Contains(p.Party));

    private bool Follows(Charter charter) => Current is { } current ? current.Precedes(charter) : charter.Version == 1;

    private static bool SameFoundation(Charter founding, Charter charter) =>
        charter.Name == founding.Name && charter.Kind == founding.Kind && charter.Mode == founding.Mode &&
        charter.Parties.SequenceEqual(founding.Parties) && charter.Nonce.AsSpan().SequenceEqual(founding.Nonce);

    private void Settle()
    {
        while (proposals.Values.Where(p => p.Closed && Follows(p.Charter) && AllAccept(p))
            .OrderBy(p => p.Charter.Proposer).FirstOrDefault() is { } next)
            inForce.Add(next.Charter);
    }

    /// <summary>The snapshot: [[charter in force …], [[charter, accepted, rejected, withdrawn, closed] …], [suspended …], [left …],
    /// [[proposal, author, kind] …]].</summary>
    public byte[] Encode()
    {
        var writer = Cbor.Writer(2048);
        writer.WriteStartArray(5);
        writer.WriteStartArray(inForce.Count);
        foreach (var charter in inForce)
            writer.WriteByteString(charter.Encode());
        writer.WriteEndArray();
        writer.WriteStartArray(proposals.Count);
        foreach (var proposal in proposals.Values)
        {
            writer.WriteStartArray(5);
            writer.WriteByteString(proposal.Charter.Encode());
            WriteParties(writer, proposal.AcceptedBy);
            WriteParties(writer, proposal.RejectedBy);
            writer.WriteBoolean(proposal.Withdrawn);
            writer.WriteBoolean(proposal.Closed);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        WriteParties(writer, [.. suspended.Where(s => s.Value).Select(s => s.Key)]);
        WriteParties(writer, left);
        writer.WriteStartArray(early.Count);
        foreach (var answer in early)
        {
            writer.WriteStartArray(3);
            writer.WriteDigest(answer.Proposal);
            writer.WriteTextString(answer.Author.ToString());
            writer.WriteTextString(answer.Kind);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
        return writer.Encode();
    }

    public static CharterFold? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxProposals * Bounds.CharterSize, static reader =>
    {
        var fold = new CharterFold();
        reader.ArrayOf(5);
        for (var n = reader.ArrayUpTo(int.MaxValue); n > 0; n--)
            fold.inForce.Add(Charter.Parse(reader.ReadByteString()) ?? throw new CborContentException("charter"));
        reader.ReadEndArray();
        for (var n = reader.ArrayUpTo(MaxProposals); n > 0; n--)
        {
            reader.ArrayOf(5);
            var proposal = new Proposal(Charter.Parse(reader.ReadByteString()) ?? throw new CborContentException("charter"));
            proposal.AcceptedBy.UnionWith(ReadParties(reader));
            proposal.RejectedBy.UnionWith(ReadParties(reader));
            proposal.Withdrawn = reader.ReadBoolean();
            proposal.Closed = reader.ReadBoolean();
            reader.ReadEndArray();
            fold.proposals[proposal.Hash] = proposal;
        }

        reader.ReadEndArray();
        foreach (var party in ReadParties(reader))
            fold.suspended[party] = true;
        fold.left.UnionWith(ReadParties(reader));
        for (var n = reader.ArrayUpTo(MaxEarly * Bounds.Parties); n > 0; n--)
        {
            reader.ArrayOf(3);
            var proposal = reader.Digest();
            var author = PartyId.Parse(reader.Text(Bounds.PartyIdLength)) ?? throw new CborContentException("party");
            fold.early.Add(new EarlyAnswer(proposal, author, reader.Text(Bounds.KindLength)));
            reader.ReadEndArray();
        }

        reader.ReadEndArray();
        reader.ReadEndArray();
        return fold;
    });

    private static void WriteParties(CborWriter writer, IReadOnlyCollection<PartyId> parties)
    {
        writer.WriteStartArray(parties.Count);
        foreach (var party in parties)
            writer.WriteTextString(party.ToString());
        writer.WriteEndArray();
    }

    private static List<PartyId> ReadParties(CborReader reader)
    {
        var parties = new List<PartyId>();
        for (var n = reader.ArrayUpTo(Bounds.Parties); n > 0; n--)
            parties.Add(PartyId.Parse(reader.Text(Bounds.PartyIdLength)) ?? throw new CborContentException("party"));
        reader.ReadEndArray();
        return parties;
    }
}
