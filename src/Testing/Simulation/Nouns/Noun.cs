using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using LineState = Parley.Station.State.LineState;

namespace Parley.Testing.Simulation.Nouns;

/// <summary>One thing that officers of a world say beside plain messages: how they do it, rightly and wrongly, and what must be true of it at the end.</summary>
internal abstract class Noun(SimulatedWorld world)
{
    protected SimulatedWorld World => world;

    protected Dice Dice => world.Dice;

    /// <summary>Before the lines of the beginning are proposed.</summary>
    public virtual void Prepare(Beginning beginning)
    {
    }

    /// <summary>What it needs in the charter of the line that all are on.</summary>
    public virtual TermsView With(TermsView terms) => terms;

    /// <summary>The line that all are on is to be a live one.</summary>
    public virtual bool AsksForLive => false;

    /// <summary>Parties without a station that are on that line too.</summary>
    public virtual IReadOnlyList<string> Besides => [];

    /// <summary>An officer does something.</summary>
    public abstract void Act(SimulatedStation station, string officer);

    /// <summary>Something that must be done, since everything works.</summary>
    /// <param name="line">Open at that station, and its members are joined.</param>
    public virtual void ActAtLast(SimulatedStation station, LineState line)
    {
    }

    /// <summary>What must come about and has not yet; null when all has.</summary>
    public virtual string? Missing() => null;

    /// <summary>What must be true at the end beside what <see cref="SaidEnding"/> looks at.</summary>
    public virtual void Check(Readings readings)
    {
    }

    /// <summary>A line that is open at that station, of leaders or of crews; null when there is none.</summary>
    protected LineState? OpenLine(SimulatedStation station, bool ofCrews = false) => Dice.PickAny(
        station.Core!.Memory.Lines.Values.Where(l => l.Fold.IsOpen && (l.Fold.Founding!.Kind == LineKind.Operator) == ofCrews).ToList());

    /// <summary>What an officer of another station said of that kind, which has come to this one; null when there is none.</summary>
    protected Said? Theirs(SimulatedStation station, string kind) => Dice.PickAny(world.Script.Saids.Where(s =>
        s.Kind == kind && s.Author != station && s.Released is { } entry && station.Core!.Memory.Lines.GetValueOrDefault(s.Line)?.Heads.Covers(entry) == true).ToList());

    /// <summary>Asks for what leaves at once under one officer.</summary>
    protected void Say(Said said, string officer, Operation<EntryView> operation)
    {
        world.Script.Spoken.Add(said);
        world.Officers.Ask(said.Author, officer, operation with { Key = world.Script.NewKey() }, outcome => world.Script.Told(said, outcome));
    }

    /// <summary>Asks for what goes by the line's release rule, with as many officers as it takes.</summary>
    protected void Say(Said said, string officer, Operation<DraftView> operation, bool isDraft = false)
    {
        world.Script.Spoken.Add(said);
        world.Officers.Ask(said.Author, officer, operation with { Key = world.Script.NewKey() }, outcome =>
        {
            if (isDraft)
                world.Script.Drafted(said, officer, outcome);
            else
                world.Script.Went(said, officer, outcome);
        });
    }

    /// <summary>A question is answered once by each party. Who was set back may answer what it had answered before.</summary>
    protected void AnsweredOnce(IEnumerable<EntryView> answers, SimulatedStation reader)
    {
        foreach (var again in answers.GroupBy(v => (v.Party, Asked: v.Regards.Count > 0 ? v.Regards[0] : "")).Where(g => g.Count() > 1))
        {
            if (world.Stations.First(s => s.Party.ToString() == again.Key.Party).Restores == 0)
                throw world.Failure($"{reader.Party} holds {again.Count()} answers of {again.Key.Party} to {again.Key.Asked}: {string.Join(", ", again.Select(v => v.Entry))}");
        }
    }

    /// <summary>By the clock of that station.</summary>
    protected static DateTimeOffset In(SimulatedStation station, long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds((station.Clock.UnixMilliseconds + milliseconds) / 1000 * 1000);
}
