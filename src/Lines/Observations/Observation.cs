using System.Globalization;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Parties;
using Parley.Volumes;

namespace Parley.Lines.Observations;

/// <summary>When something was seen: from one instant to another, or at one, with the error of both.</summary>
/// <param name="Until">The same as <paramref name="From"/> for an instant.</param>
/// <param name="Error">Seconds, one standard deviation, 1 or more.</param>
public sealed record SeenSpan(Timestamp From, Timestamp Until, int Error);

/// <summary>What we saw or heard, as an officer or a program of ours entered it. It never leaves the station. A correction is another observation that supersedes it;
/// nothing is written over. Kept as one document: see <see cref="ObservationCode"/>.</summary>
/// <param name="Number">From 1, of this station.</param>
/// <param name="Party">Whose it is taken to be; null: not known.</param>
/// <param name="Altitude">Null: not known.</param>
/// <param name="Strength">Null: not known.</param>
/// <param name="Movement">Null: not known.</param>
/// <param name="Level">Level of alert or posture, in the words of whoever uses it; empty: none.</param>
/// <param name="Confidence">Number of the grading, 1 to 6.</param>
/// <param name="Text">Empty: none.</param>
/// <param name="Supersedes">Numbers of the observations in whose place it stands, in their order.</param>
/// <param name="Officer">Who entered it.</param>
/// <param name="Mode">What is played in an exercise never stands among what is real: it is held against exercise lines alone, and takes the place of nothing real.</param>
public sealed record Observation(
    int Number,
    PartyId? Party,
    ObservationKind Kind,
    SeenPlace Place,
    AltitudeBand? Altitude,
    SeenSpan Span,
    Strength? Strength,
    Movement? Movement,
    string Level,
    SourceClass Source,
    Reliability Reliability,
    int Confidence,
    string Text,
    IReadOnlyList<int> Supersedes,
    string Officer,
    Timestamp Entered,
    LineMode Mode = LineMode.Live)
{
    private const int Digits = 8;

    /// <summary>By which it is kept: its number in eight digits.</summary>
    public string Id => IdOf(Number);

    /// <summary>Letter and number, such as <c>B2</c>.</summary>
    public string Grading => string.Create(CultureInfo.InvariantCulture, $"{Reliability}{Confidence}");

    public static string IdOf(int number) => number.ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>The number that such an id names; null for anything else.</summary>
    public static int? NumberOf(string id) =>
        id.Length == Digits && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>The first flaw; null when it is good.</summary>
    public ObservationFlaw? Flaw() => ObservationRules.Flaw(this);

    /// <summary>Deterministic CBOR.</summary>
    public byte[] Encode() => Cbor.Encode(this, ObservationCode.Write);

    /// <summary>Reads what <see cref="Encode"/> writes for an observation without flaws under that id; null for anything else.</summary>
    public static Observation? Parse(string id, ReadOnlyMemory<byte> bytes)
    {
        if (NumberOf(id) is not { } number)
            return null;
        var read = Cbor.Read(bytes, Bounds.ObservationSize, reader => ObservationCode.Read(reader, number));
        return read?.Flaw() is null ? read : null;
    }

    /// <summary>Those that stand as of an instant: entered by then and not superseded by then. In the order of their numbers. All of one mode.</summary>
    public static IReadOnlyList<Observation> Standing(IEnumerable<Observation> all, Timestamp asOf)
    {
        List<Observation> known = [.. all.Where(o => o.Entered <= asOf).OrderBy(o => o.Number)];
        var gone = known.SelectMany(o => o.Supersedes.Where(s => s < o.Number)).ToHashSet();
        return [.. known.Where(o => !gone.Contains(o.Number))];
    }

    public bool Equals(Observation? other) => other is not null && Number == other.Number && Encode().AsSpan().SequenceEqual(other.Encode());

    public override int GetHashCode() => HashCode.Combine(Number, Kind, Span);
}
