using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Charters;

/// <summary>A proposed charter and everything said about it so far: sets, so that the order in which words come does not matter.</summary>
public sealed class Proposal(Charter charter)
{
    /// <summary>Whether the proposer's first closing word of each generation is `adopt`; otherwise it is `withdraw`.</summary>
    private readonly SortedDictionary<GenerationId, (long Index, bool Adopts)> closing = [];

    public Charter Charter { get; } = charter;

    public Digest Hash { get; } = charter.Hash();

    public SortedSet<PartyId> AcceptedBy { get; } = [];

    public SortedSet<PartyId> RejectedBy { get; } = [];

    /// <summary>Its proposer has written `adopt`, and not `withdraw` before it. What was adopted cannot be withdrawn.</summary>
    public bool Closed => closing.Values.Any(c => c.Adopts);

    /// <summary>Its proposer has written `withdraw`, and not `adopt` before it.</summary>
    public bool Withdrawn => closing.Count > 0 && !Closed;

    /// <summary>Takes in one answer; false when it is not its author's to give.</summary>
    internal bool Take(Answer answer)
    {
        if (!Charter.Names(answer.Author))
            return false;
        var isProposer = Charter.Proposer == answer.Author;
        switch (answer.Kind)
        {
            // Who has not certified the codebook has not accepted.
            case EntryKind.Accept when Charter.MustCertify is not { } book || answer.Certified == book:
                AcceptedBy.Add(answer.Author);
                return true;
            case EntryKind.Reject when !isProposer:
                RejectedBy.Add(answer.Author);
                return true;
            case EntryKind.Withdraw or EntryKind.Adopt when isProposer:
                if (!closing.TryGetValue(answer.Generation, out var first) || answer.Index < first.Index)
                    closing[answer.Generation] = (answer.Index, answer.Kind == EntryKind.Adopt);
                return true;
            default:
                return false;
        }
    }

    /// <summary>[charter, [accepted …], [rejected …], [[generation, index, adopts] …]].</summary>
    internal void Write(CborWriter writer)
    {
        writer.WriteStartArray(4);
        writer.WriteByteString(Charter.Encode());
        PartyIds.Write(writer, AcceptedBy);
        PartyIds.Write(writer, RejectedBy);
        writer.WriteStartArray(closing.Count);
        foreach (var (generation, (index, adopts)) in closing)
        {
            writer.WriteStartArray(3);
            writer.WriteByteString(generation.ToArray());
            writer.WriteUInt64((ulong)index);
            writer.WriteBoolean(adopts);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
    }

    internal static Proposal Read(CborReader reader)
    {
        reader.ArrayOf(4);
        var proposal = new Proposal(Charter.Parse(reader.ReadByteString()) ?? throw new CborContentException("charter"));
        proposal.AcceptedBy.UnionWith(PartyIds.Read(reader));
        proposal.RejectedBy.UnionWith(PartyIds.Read(reader));
        for (var n = reader.ArrayUpTo(Bounds.HeadRows); n > 0; n--)
        {
            reader.ArrayOf(3);
            proposal.closing[GenerationId.From(reader.Bytes(GenerationId.Size))] = (reader.Count(), reader.ReadBoolean());
            reader.ReadEndArray();
        }

        reader.ReadEndArray();
        reader.ReadEndArray();
        return proposal;
    }
}

/// <summary>What one charter entry says of a proposal, and where it stands in its author's feed.</summary>
internal readonly record struct Answer(
    Digest Proposal, PartyId Author, GenerationId Generation, long Index, string Kind, Digest? Certified = null) : IComparable<Answer>
{
    public static Answer Of(Digest proposal, EntryHeader header, Digest? certified) =>
        new(proposal, header.Feed.Party, header.Feed.Generation, header.Index, header.Kind, certified);

    public int CompareTo(Answer other)
    {
        var order = Proposal.CompareTo(other.Proposal);
        order = order != 0 ? order : Author.CompareTo(other.Author);
        order = order != 0 ? order : Generation.CompareTo(other.Generation);
        return order != 0 ? order : Index.CompareTo(other.Index);
    }

    public void Write(CborWriter writer)
    {
        writer.WriteStartArray(6);
        writer.WriteDigest(Proposal);
        writer.WriteTextString(Author.ToString());
        writer.WriteByteString(Generation.ToArray());
        writer.WriteUInt64((ulong)Index);
        writer.WriteTextString(Kind);
        writer.WriteOptional(Certified);
        writer.WriteEndArray();
    }

    public static Answer Read(CborReader reader)
    {
        reader.ArrayOf(6);
        var answer = new Answer(
            reader.Digest(), PartyIds.ReadOne(reader), GenerationId.From(reader.Bytes(GenerationId.Size)), reader.Count(), reader.Text(Bounds.KindLength),
            reader.Optional(static r => r.Digest()));
        reader.ReadEndArray();
        return answer;
    }
}

/// <summary>Lists of parties in snapshots.</summary>
internal static class PartyIds
{
    public static void Write(CborWriter writer, IReadOnlyCollection<PartyId> parties)
    {
        writer.WriteStartArray(parties.Count);
        foreach (var party in parties)
            writer.WriteTextString(party.ToString());
        writer.WriteEndArray();
    }

    public static List<PartyId> Read(CborReader reader)
    {
        var parties = new List<PartyId>();
        for (var n = reader.ArrayUpTo(Bounds.Parties); n > 0; n--)
            parties.Add(ReadOne(reader));
        reader.ReadEndArray();
        return parties;
    }

    public static PartyId ReadOne(CborReader reader) =>
        PartyId.Parse(reader.Text(Bounds.PartyIdLength)) ?? throw new CborContentException("party");
}
