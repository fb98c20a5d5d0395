using System.Globalization;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Transcripts;

/// <summary>Where an entry stands in its line's transcript. <paramref name="Effective"/> is its own time, raised to that of everything its
/// author held, so that no clock can put an answer before its question; <paramref name="Depth"/> is one more than the greatest depth it
/// held. Ordered by effective time, depth, party, generation, lane, index: a causal order that depends on the entry's own past alone, so
/// it is the same at every station and never moves once that past is recorded.</summary>
public readonly record struct TranscriptPosition(
    Timestamp Effective,
    long Depth,
    PartyId Party,
    GenerationId Generation,
    Lane Lane,
    long Index) : IComparable<TranscriptPosition>
{
    /// <inheritdoc/>
    public int CompareTo(TranscriptPosition other)
    {
        var c = Effective.CompareTo(other.Effective);
        c = c != 0 ? c : Depth.CompareTo(other.Depth);
        c = c != 0 ? c : Party.CompareTo(other.Party);
        c = c != 0 ? c : Generation.CompareTo(other.Generation);
        c = c != 0 ? c : Lane.CompareTo(other.Lane);
        return c != 0 ? c : Index.CompareTo(other.Index);
    }

    /// <summary>A cursor for paging: the six parts separated by commas.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Effective.UnixMilliseconds},{Depth},{Party},{Generation},{(int)Lane},{Index}");

    /// <summary>Reads a cursor; null for anything else.</summary>
    public static TranscriptPosition? Parse(string text)
    {
        var parts = text.Split(',');
        if (parts.Length != 6 || Number(parts[0]) is not { } time || time > Timestamp.MaxValue.UnixMilliseconds ||
            Number(parts[1]) is not { } depth || PartyId.Parse(parts[2]) is not { } party ||
            GenerationId.Parse(parts[3]) is not { } generation || Number(parts[4]) is not (0 or 1) || Number(parts[5]) is not { } index)
            return null;
        return new TranscriptPosition(new Timestamp(time), depth, party, generation, (Lane)int.Parse(parts[4], CultureInfo.InvariantCulture), index);
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= Bounds.FeedSize ? value : null;

    public static bool operator <(TranscriptPosition left, TranscriptPosition right) => left.CompareTo(right) < 0;

    public static bool operator >(TranscriptPosition left, TranscriptPosition right) => left.CompareTo(right) > 0;

    public static bool operator <=(TranscriptPosition left, TranscriptPosition right) => left.CompareTo(right) <= 0;

    public static bool operator >=(TranscriptPosition left, TranscriptPosition right) => left.CompareTo(right) >= 0;
}
