using Parley.Control;
using Parley.Control.Alerts;
using Parley.Control.Queries;
using Parley.Lines.Entries;
using Parley.Lines.Queries;
using LineState = Parley.Station.State.LineState;

namespace Parley.Testing.Simulation.Nouns;

/// <summary>Alerts, queries and their answers. An answer regards its query wherever it is read, and is consent to nothing.</summary>
internal sealed class QueryNoun(SimulatedWorld world) : Noun(world)
{
    private const long Month = 60L * 86_400_000;
    private static readonly string[] Answers = ["yes", "no", "we do not know", "not under our control"];

    public override void Act(SimulatedStation station, string officer)
    {
        var kind = Dice.Below(20);
        if (kind < 5 && OpenLine(station) is { } line)
            Alert(station, officer, line, isLast: false);
        else if (kind < 11 && OpenLine(station) is { } asked)
            Ask(station, officer, asked);
        else if (kind < 17 && Theirs(station, EntryKind.Query) is { } query)
            Answer(station, officer, query, Dice.Pick([20_000, 120_000, Month]), []);
        else if (kind == 17 && Own(station, EntryKind.Query) is { } own)
            Answer(station, officer, own, Month, [Refusal.NotTheirs, Refusal.UnknownEntry]);
        else if (kind == 18 && Theirs(station, EntryKind.Query) is { } late)
            Answer(station, officer, late, -2 * Month, [Refusal.Malformed, Refusal.UnknownEntry]);
        else if (kind == 19 && Theirs(station, EntryKind.Alert) is { } alert)
            Answer(station, officer, alert, Month, [Refusal.UnknownEntry]);
    }

    public override void ActAtLast(SimulatedStation station, LineState line) => Alert(station, "bob", line, isLast: true);

    private Said? Own(SimulatedStation station, string kind) =>
        Dice.PickAny(World.Script.Saids.Where(s => s.Kind == kind && s.Author == station && s.Released is not null).ToList());

    private void Alert(SimulatedStation station, string officer, LineState line, bool isLast)
    {
        var said = new Said(station, line.Id, World.Script.NextNumber(), EntryKind.Alert) { IsLast = isLast };
        said.Text = $"ALERT: life at immediate risk at {said.Mark}. STOP.\nnow";
        Say(said, officer, new RaiseAlert(line.Id.ToString(), said.Mark, "en", "now"));
    }

    private void Ask(SimulatedStation station, string officer, LineState line)
    {
        var about = Dice.Pick(Enum.GetValues<QueryAbout>());
        var said = new Said(station, line.Id, World.Script.NextNumber(), EntryKind.Query);
        said.Text = about == QueryAbout.Ownership ? $"QUERY: at {said.Mark}, is this yours?\nsmoke" : $"REQUEST: hold fire at {said.Mark}.\nsmoke";
        Say(said, officer, new AskQuery(line.Id.ToString(), about, said.Mark, "en", "smoke"));
    }

    private void Answer(SimulatedStation station, string officer, Said query, long validFor, IReadOnlyList<Refusal> wrong)
    {
        var until = In(station, validFor);
        var answer = Dice.Pick(Enum.GetValues<QueryAnswer>());
        var number = World.Script.NextNumber();
        var rest = $"; it is consent to nothing.\nmark {number}.";
        var said = new SaidUntil(
            station, query.Line, number, EntryKind.Answer, until, $"ANSWER: {Answers[(int)answer]}. Valid until {SaidUntil.Shown(until)}{rest}",
            $"ANSWER: {Answers[(int)answer]}. NO LONGER VALID: it ended {SaidUntil.Shown(until)}{rest}")
        {
            Regards = query.Released!.Value.ToString(),
            Wrong = wrong,
            // Its end may come, or the clock jump past it, before the station has taken it; and the query may have gone with a disk.
            Perhaps = validFor == Month ? [Refusal.UnknownEntry] : [Refusal.Malformed, Refusal.UnknownEntry],
        };
        Say(said, officer, new AnswerQuery(query.Line.ToString(), said.Regards, answer, until, "en", said.Mark));
    }

    /// <summary>Nothing here passes for more than was said: no answer is a stage of handling, nor does a query become handled by it.</summary>
    public override void Check(Readings readings)
    {
        foreach (var (line, members) in readings.Lines)
        {
            foreach (var member in members)
            {
                var handled = readings.Transcript(member, line).FirstOrDefault(
                    v => v.Kind is EntryKind.Query or EntryKind.Answer or EntryKind.Alert && (v.Handling.Count > 0 || v.Addressees.Count > 0));
                if (handled is not null)
                    throw World.Failure($"{member.Party} shows {handled.Kind} {handled.Entry} as handled ({handled.Handling[0]}), and no officer said so");
            }
        }
    }
}
