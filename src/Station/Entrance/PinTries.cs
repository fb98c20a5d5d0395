using Parley.Ledger;

namespace Parley.Station.Entrance;

/// <summary>Counts wrong PINs by officer, in memory: after <see cref="Bounds.PinTries"/> in a row he must wait, twice as long after each further one. A try counts as wrong
/// from its beginning until it was found right, so that many at once are no more than many in a row. Only who has the token gets here, so a stranger locks nobody out.</summary>
internal sealed class PinTries
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, (int Wrong, Timestamp Until)> officers = new(StringComparer.Ordinal);

    /// <summary>Begins a try; not null: none may be begun before that time.</summary>
    public Timestamp? Begin(string officer, Timestamp now)
    {
        lock (gate)
        {
            var (wrong, until) = officers.GetValueOrDefault(officer);
            var longest = TimeSpan.FromMilliseconds(Bounds.PinMostWaitMilliseconds);
            // A clock that was set back must not make a wait longer than the longest.
            if (now < until && until - now <= longest)
                return until;
            wrong++;
            var wait = TimeSpan.FromMilliseconds(Bounds.PinWaitMilliseconds * Math.Pow(2, Math.Clamp(wrong - Bounds.PinTries, 0, 30)));
            officers[officer] = (wrong, wrong < Bounds.PinTries ? default : now + (wait < longest ? wait : longest));
            return null;
        }
    }

    /// <summary>The PIN was right, or is another from now on.</summary>
    public void Reset(string officer)
    {
        lock (gate)
            officers.Remove(officer);
    }
}
