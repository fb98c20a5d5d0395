using Parley.Ledger;
using Parley.Lines.Entries;

namespace Parley.Lines.Calls;

/// <summary>When a pair last talked.</summary>
/// <param name="LastHeld">End of the last call that both sides say was held; null when none is known.</param>
/// <param name="LastOneSided">End of the last call that one side alone says was held, where it is later.</param>
/// <param name="Since">From when on this is known: the adoption of the pair, or the beginning of what was read.</param>
public sealed record CallContact(string Pair, Timestamp? LastHeld, Timestamp? LastOneSided, Timestamp Since)
{
    /// <summary>Whole days since the last talk that both sides state, or since it could have been known; never less than 0.</summary>
    public int Days(Timestamp now) => Math.Max(0, (int)(now - (LastHeld ?? Since)).TotalDays);

    /// <summary>One a pair of the table, in its order. Tests are no contact.</summary>
    public static IReadOnlyList<CallContact> Of(IReadOnlyList<CallRecord> calls, IReadOnlyList<Counterpart> table, Timestamp since) =>
        [.. table.Select(row =>
        {
            var held = calls.Where(c => c.Pair == row.Pair && c.State == CallState.Held && c.Status == Status.Actual).ToList();
            var both = Latest(held.Where(c => !c.IsOneSided));
            var alone = Latest(held.Where(c => c.IsOneSided));
            return new CallContact(row.Pair, both, both is null || alone > both ? alone : null, since);
        })];

    private static Timestamp? Latest(IEnumerable<CallRecord> calls) => calls.Select(c => c.HeldTo).Max();
}
