using Parley.Ledger;

namespace Parley.Station.Throttles;

/// <summary>How many ordinary words of one author are taken on one line. What is over waits at the sender's, and nothing is lost. What one peer brings of all authors
/// and lines together is bounded by <see cref="Bounds.CarriedIntakes"/> times that.</summary>
/// <param name="Entries">Entries a second, one or more.</param>
/// <param name="EntriesAtOnce">Entries at once after a time of rest.</param>
/// <param name="Bytes">Bytes of sealed contents and headers a second, one or more.</param>
/// <param name="BytesAtOnce">Bytes at once after a time of rest.</param>
public sealed record Intake(int Entries, int EntriesAtOnce, int Bytes, long BytesAtOnce)
{
    /// <summary>What a station takes.</summary>
    public static Intake Default { get; } = new(Bounds.IntakeEntries, Bounds.IntakeEntriesAtOnce, Bounds.IntakeBytes, Bounds.IntakeBytesAtOnce);

    /// <summary>For measurements of the machine: more than any station can do.</summary>
    public static Intake Unbounded { get; } = new(int.MaxValue, int.MaxValue, int.MaxValue, long.MaxValue);
}

/// <summary>What is left of an intake: entries and bytes, whichever ends first.</summary>
internal sealed class IntakeLeft(Intake intake, int times = 1)
{
    private readonly TokenBucket entries = new((double)times * intake.Entries, (double)times * intake.EntriesAtOnce);
    private readonly TokenBucket bytes = new((double)times * intake.Bytes, (double)times * intake.BytesAtOnce);

    public bool HasRoom(Timestamp now) => entries.HasRoom(now) && bytes.HasRoom(now);

    public void Take(long count, long size, Timestamp now)
    {
        entries.Take(count, now);
        bytes.Take(size, now);
    }

    public Timestamp ReadyAt(Timestamp now)
    {
        var (one, other) = (entries.ReadyAt(now), bytes.ReadyAt(now));
        return one > other ? one : other;
    }
}
