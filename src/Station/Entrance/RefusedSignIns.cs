using Parley.Ledger;

namespace Parley.Station.Entrance;

/// <summary>Which refused sign-ins are written into the journal: of one officer (or of nobody known) so many at once, then one a minute. Those between are counted. There
/// are no more entries than officers, for only names that are known here are given.</summary>
internal sealed class RefusedSignIns
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (double Room, Timestamp At, long Unwritten)> counts = new(StringComparer.Ordinal);

    /// <summary>How many before this one were not written; null: this one is not to be written either.</summary>
    /// <param name="officer">Empty for nobody known.</param>
    public long? Next(string officer, Timestamp now)
    {
        lock (gate)
        {
            var (room, at, unwritten) = counts.GetValueOrDefault(officer, (Bounds.SignInRefusals, now, 0));
            room = Math.Min(Bounds.SignInRefusals, room + Math.Max(0, (now - at).TotalMilliseconds / Bounds.SignInRefusalMilliseconds));
            var written = room >= 1;
            counts[officer] = written ? (room - 1, now, 0) : (room, now, unwritten + 1);
            return written ? unwritten : null;
        }
    }
}
