using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Lines.Silence;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Silence;

/// <summary>Our station's own words on a silence that is over, on operator lines: that it was down, or that it ran and heard nothing. They are what lets the other side
/// tell a cut circuit from a dark station, and the same from them lets us.</summary>
internal static class Outages
{
    /// <summary>At the first turn with circuits: from when to when our station was down, by its last test of itself.</summary>
    public static Loss? Begin(Step step, Rhythm rhythm)
    {
        if (step.Memory.Silence.OwnTest is not { } alive || step.Now - alive.At < rhythm.Down)
            return null;
        Own(step, OutageCause.Station, alive.At);
        return new Loss(alive.At, step.Now);
    }

    /// <summary>A peer is heard again after a loss in which our station ran.</summary>
    public static void Healed(Step step, PartyId peer, OutageCause cause, Timestamp from)
    {
        foreach (var line in step.Memory.Lines.Values.Where(l => Speaks(l) && l.IsSharedWith(peer)))
            Append(step, line, new OutageContent(cause, from, step.Now));
    }

    /// <summary>Something of our own was wrong since that time, and is not any more.</summary>
    public static void Own(Step step, OutageCause cause, Timestamp from)
    {
        foreach (var line in step.Memory.Lines.Values.Where(Speaks))
            Append(step, line, new OutageContent(cause, from < step.Now ? from : step.Now, step.Now));
    }

    private static bool Speaks(LineState line) =>
        line.Fold.Founding?.Kind == LineKind.Operator && line.Fold.IsOpen && line.OwnGeneration is not null && line.GenerationDue is null;

    private static void Append(Step step, LineState line, OutageContent outage)
    {
        Span<byte> seed = stackalloc byte[Content.SeedSize];
        step.Memory.Suite.FillRandom(seed);
        Appending.AppendStation(step, line, Lane.Urgent, StationEntry.Of(outage, seed));
    }
}
