using System.Formats.Cbor;
using System.Text;
using Parley.Crypto;
using Parley.Lines.Parties;

namespace Parley.Lines.Charters;

/// <summary>A member as its charter names it: on an operator line by the hash of its first identity key, elsewhere by the hash of its
/// card. A party without a station is named by 32 zero bytes: it signs nothing, and the charter binds without its acceptance.</summary>
public sealed record CharterParty(PartyId Party, Digest Named)
{
    /// <summary>A party without a station.</summary>
    public static CharterParty ByHand(PartyId party) => new(party, default);

    public bool IsByHand => Named == default;
}

/// <summary>A line's terms. Name, kind, mode and parties are those of version 1 in every version; the hash of version 1 is the line id.</summary>
public sealed record Charter(
    int Version,
    string Name,
    LineKind Kind,
    LineMode Mode,
    PartyId Proposer,
    IReadOnlyList<CharterParty> Parties,
    byte[] Nonce,
    Digest? Predecessor,
    CharterTerms Terms)
{
    /// <summary>Bytes of a charter's nonce.</summary>
    public const int NonceSize = 32;

    // Before the terms.
    private const int OwnItems = 8;

    private static readonly byte[] HashContext = "parley/1/charter\n"u8.ToArray();

    /// <summary>SHA-256("parley/1/charter\n", encoding).</summary>
    public Digest Hash() => Digest.Of(HashContext, Encode());

    /// <summary>The line this charter founds; meaningful for version 1 alone.</summary>
    public LineId FoundedLine() => new(Hash());

    /// <summary>The codebook that every party must have certified before this charter binds anybody: a live one's. Exercises may use any.</summary>
    public Digest? MustCertify => Mode == LineMode.Live ? Terms.Codebook : null;

    /// <summary>Whether that party is one of the line's and has a station: nothing is signed, carried or receipted by another.</summary>
    public bool Names(PartyId party) => Parties.Any(p => p.Party == party && !p.IsByHand);

    /// <summary>Parties without a station.</summary>
    public IEnumerable<PartyId> ByHand => Parties.Where(p => p.IsByHand).Select(p => p.Party);

    /// <summary>Whether <paramref name="next"/> may follow this one: its predecessor is this, its version one more, the founding terms the
    /// same.</summary>
    public bool Precedes(Charter next) =>
        next.Version == Version + 1 && next.Predecessor == Hash() && next.Name == Name && next.Kind == Kind && next.Mode == Mode &&
        next.Parties.SequenceEqual(Parties) && next.Nonce.AsSpan().SequenceEqual(Nonce);

    /// <summary>The charter of the operator line between two parties: fixed, so that both compute it alone from each other's first identity
    /// keys.</summary>
    public static Charter Operator(LineMode mode, (PartyId Party, byte[] FirstKey) one, (PartyId Party, byte[] FirstKey) other)
    {
        var (a, b) = one.Party.CompareTo(other.Party) < 0 ? (one, other) : (other, one);
        var context = Encoding.ASCII.GetBytes($"parley/1/operator/{(mode == LineMode.Live ? "live" : "exercise")}\n");
        var nonce = Digest.Of([.. context, .. Digest.Of(a.FirstKey).ToArray(), .. Digest.Of(b.FirstKey).ToArray()]).ToArray();
        return new Charter(
            1,
            "operator",
            LineKind.Operator,
            mode,
            a.Party,
            [new CharterParty(a.Party, Digest.Of(a.FirstKey)), new CharterParty(b.Party, Digest.Of(b.FirstKey))],
            nonce,
            null,
            CharterTerms.Default with { LeastSuite = new SuiteId(0) });
    }

    /// <summary>Deterministic CBOR, an array of 20 items; of 21 where the terms allow publication, of 22 where they say a separation.</summary>
    public byte[] Encode()
    {
        var writer = Cbor.Writer(512);
        writer.WriteStartArray(OwnItems + Terms.Items);
        writer.WriteUInt32((uint)Version);
        writer.WriteTextString(Name);
        writer.WriteUInt32((uint)Kind);
        writer.WriteUInt32((uint)Mode);
        writer.WriteTextString(Proposer.ToString());
        writer.WriteStartArray(Parties.Count);
        foreach (var party in Parties)
        {
            writer.WriteStartArray(2);
            writer.WriteTextString(party.Party.ToString());
            writer.WriteDigest(party.Named);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteByteString(Nonce);
        writer.WriteOptional(Predecessor);
        Terms.Write(writer);
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>Reads what <see cref="Encode"/> writes; null for anything else.</summary>
    public static Charter? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, Bounds.CharterSize, static reader =>
    {
        var items = reader.ArrayUpTo(OwnItems + CharterTerms.MostItems) - OwnItems;
        if (items < CharterTerms.LeastItems)
            return null;
        var version = reader.UpTo(int.MaxValue);
        var name = reader.Text(Bounds.LineNameLength);
        var kind = (LineKind)reader.UpTo(4);
        var mode = (LineMode)reader.UpTo(1);
        if (version < 1 || !IsLineName(name) || PartyId.Parse(reader.Text(Bounds.PartyIdLength)) is not { } proposer)
            return null;
        var parties = ReadParties(reader);
        var nonce = reader.Bytes(NonceSize);
        var predecessor = reader.Optional(static r => r.Digest());
        var charter = new Charter(version, name, kind, mode, proposer, parties, nonce, predecessor, CharterTerms.Read(reader, items));
        reader.ReadEndArray();
        return charter.Names(proposer) && (version == 1) == (predecessor is null) && (charter.Terms.Checks is not { } checks || charter.Names(checks.Begins)) &&
            charter.Terms.Counterparts.All(c => c.Seats.All(s => charter.Parties.Any(p => p.Party == s.Party)))
                ? charter
                : null;
    });

    private static CharterParty[] ReadParties(CborReader reader)
    {
        var parties = new CharterParty[reader.ArrayUpTo(Bounds.Parties)];
        if (parties.Length < 2)
            Cbor.Refuse("parties");
        for (var i = 0; i < parties.Length; i++)
        {
            reader.ArrayOf(2);
            if (PartyId.Parse(reader.Text(Bounds.PartyIdLength)) is not { } party)
                throw new CborContentException("party");
            parties[i] = new CharterParty(party, reader.Digest());
            reader.ReadEndArray();
            if (i > 0 && parties[i - 1].Party >= party)
                Cbor.Refuse("parties out of order");
        }

        reader.ReadEndArray();
        return parties;
    }

    /// <summary>1 to 64 characters, none of them a control character or a slash.</summary>
    public static bool IsLineName(string name) =>
        name.Length is > 0 and <= Bounds.LineNameLength && !name.Any(c => char.IsControl(c) || c == '/') && name.Trim() == name;

    /// <inheritdoc/>
    public bool Equals(Charter? other) => other is not null && Encode().AsSpan().SequenceEqual(other.Encode());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Version, Name, Proposer);
}
