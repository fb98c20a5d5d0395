using Parley.Control;
using Parley.Control.Postures;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using LineState = Parley.Station.State.LineState;

namespace Parley.Testing.Simulation.Nouns;

/// <summary>Postures: with an end or without, released by one officer or two.</summary>
internal sealed class PostureNoun(SimulatedWorld world) : Noun(world)
{
    private const long Month = 60L * 86_400_000;

    public override void Act(SimulatedStation station, string officer)
    {
        var kind = Dice.Below(10);
        if (OpenLine(station, ofCrews: kind == 0) is { } line)
            State(station, officer, line.Id, Dice.Pick<long?>([null, 60_000, Month]), kind == 0 ? [Refusal.WrongLineKind] : [], isLast: false);
    }

    public override void ActAtLast(SimulatedStation station, LineState line)
    {
        if (line.Fold.Founding!.Kind != LineKind.Operator)
            State(station, "ann", line.Id, Month, [], isLast: true);
    }

    private void State(SimulatedStation station, string officer, LineId line, long? validFor, IReadOnlyList<Refusal> wrong, bool isLast)
    {
        var until = In(station, validFor ?? Month * 12);
        var number = World.Script.NextNumber();
        var start = $"POSTURE, not aimed at the reader: mark {number}.. Said under the authority of the chief.";
        var ends = (Before: $" Valid until {SaidUntil.Shown(until)}.", After: $" NO LONGER VALID: it ended {SaidUntil.Shown(until)}.");
        var said = new SaidUntil(
            station, line, number, EntryKind.Posture, until, $"{start}{(validFor is null ? "" : ends.Before)}\nan exercise", $"{start}{ends.After}\nan exercise")
        {
            Wrong = wrong,
            Perhaps = validFor is null or Month ? [] : [Refusal.Malformed],
            IsLast = isLast,
        };
        Say(said, officer, new StatePosture(
            line.ToString(), Dice.Pick(Enum.GetValues<Precedence>()), said.Mark, "the chief", "en", "an exercise", validFor is null ? null : until));
    }
}
