using System.Globalization;
using Parley.Control;
using Parley.Control.Checks;
using Parley.Control.Lines;
using Parley.Lines.Entries;
using LineState = Parley.Station.State.LineState;

namespace Parley.Testing.Simulation.Nouns;

/// <summary>Scheduled checks: sent in and out of turn, and answered by officers alone. One time of the schedule falls into the life of the world.</summary>
internal sealed class CheckNoun(SimulatedWorld world) : Noun(world)
{
    private const int AllDays = 92;

    public override TermsView With(TermsView terms) => terms with
    {
        Checks = string.Create(
            CultureInfo.InvariantCulture,
            $"00:{Dice.Between(1, 4):00},00:{Dice.Between(34, 40):00},12:00;answer={Dice.Between(1, 10)};begins={Dice.Pick(World.Stations).Party}"),
    };

    public override void Act(SimulatedStation station, string officer)
    {
        var kind = Dice.Below(20);
        if (kind < 9 && OpenLine(station) is { } line)
            Send(station, officer, line.Id, new Said(station, line.Id, World.Script.NextNumber(), EntryKind.Check) { Perhaps = [Refusal.NoSchedule] });
        else if (kind < 17 && Theirs(station, EntryKind.Check) is { } check)
            Answer(station, officer, check, [Refusal.AlreadyAnswered, Refusal.UnknownEntry], []);
        else if (kind == 17 && OpenLine(station, ofCrews: true) is { } crews)
            Send(station, officer, crews.Id, new Said(station, crews.Id, World.Script.NextNumber(), EntryKind.Check) { Wrong = [Refusal.NoSchedule, Refusal.WrongLineKind] });
        else if (kind == 18 && OwnCheck(station) is { } own)
            Answer(station, officer, own, [], [Refusal.NotTheirs, Refusal.UnknownEntry]);
        else if (kind == 19 && Theirs(station, EntryKind.CheckAnswer) is { } answer)
            Answer(station, officer, answer, [], [Refusal.UnknownEntry]);
    }

    public override void ActAtLast(SimulatedStation station, LineState line)
    {
        if (line.Fold.Current?.Terms.Checks is not null)
            Send(station, "ann", line.Id, new Said(station, line.Id, World.Script.NextNumber(), EntryKind.Check) { IsLast = true });
    }

    private Said? OwnCheck(SimulatedStation station) =>
        Dice.PickAny(World.Script.Saids.Where(s => s.Kind == EntryKind.Check && s.Author == station && s.Released is not null).ToList());

    private void Send(SimulatedStation station, string officer, Parley.Lines.Charters.LineId line, Said said)
    {
        said.Text = $"CHECK: {said.Mark} The tide comes in.";
        World.Script.Spoken.Add(said);
        World.Officers.Ask(station, officer, new SendCheck(line.ToString(), "en", $"{said.Mark} The tide comes in.") { Key = World.Script.NewKey() }, outcome => World.Script.Told(
            said, outcome is Done<SentCheck> done ? new Done<Parley.Control.Messages.EntryView>(done.Answer.Check) : Refuse((Refused<SentCheck>)outcome)));
    }

    private static Refused<Parley.Control.Messages.EntryView> Refuse(Refused<SentCheck> refused) => new(refused.Why, refused.Detail);

    private void Answer(SimulatedStation station, string officer, Said check, IReadOnlyList<Refusal> perhaps, IReadOnlyList<Refusal> wrong)
    {
        var said = new Said(station, check.Line, World.Script.NextNumber(), EntryKind.CheckAnswer)
        {
            Regards = check.Released!.Value.ToString(),
            Perhaps = perhaps,
            Wrong = wrong,
        };
        said.Text = $"CHECK READ by an officer.\n{said.Mark}";
        Say(said, officer, new AnswerCheck(check.Line.ToString(), said.Regards, "en", said.Mark));
    }

    public override void Check(Readings readings)
    {
        foreach (var (line, members) in readings.Lines)
        {
            foreach (var member in members)
                AnsweredOnce(readings.Transcript(member, line).Where(v => v.Kind == EntryKind.CheckAnswer), member);
        }

        foreach (var said in World.Script.Saids.Where(s => s is { Kind: EntryKind.CheckAnswer, Refused: Refusal.AlreadyAnswered } && s.Author.Restores == 0))
        {
            if (!World.Script.Saids.Any(s => s.Author == said.Author && s.Regards == said.Regards && s.Kind == said.Kind && s.Refused is null && s != said))
                throw World.Failure($"{said.Author.Party} refused {said.Name} as answered already, and no officer there answered");
        }

        foreach (var (line, members) in readings.Agreed)
            OneReport(readings, line, members);
    }

    /// <summary>Every member has the same report: it follows from what all hold. What crews announced is known to two of several members, so such excuses may differ.</summary>
    private void OneReport(Readings readings, Parley.Lines.Charters.LineId line, IReadOnlyList<SimulatedStation> members)
    {
        if (members.Count == 0 || members[0].Core!.Memory.Lines[line].Fold.Current?.Terms.Checks is null)
            return;
        var isExact = !World.Plan.Nouns.HasFlag(WorldNouns.Service) || (members.Count == 2 && World.Plan.Restore == RestoreKind.None);
        string? first = null;
        foreach (var member in members)
        {
            var report = Words(readings.Ask(member, new ListChecks(line.ToString(), AllDays)), isExact);
            if ((first ??= report) != report)
                throw World.Failure($"{members[0].Party} and {member.Party} have other reports of the checks of {line}:\n{first}\n{report}");
        }
    }

    private static string Words(CheckReportView report, bool isExact) => string.Join('\n', [
        $"{report.Schedule} from {report.From}",
        .. report.Turns.Where(t => isExact || t.Sent is not null).Select(t => $"turn {t.Due} {t.Turn} {t.Standing} {t.Excuse} {Words(t.Sent, isExact)}"),
        .. report.Beside.Select(b => $"beside {Words(b, isExact)}"),
        .. report.Coming.Select(c => c.ToString()),
        .. isExact ? report.Statistics.Select(s => s.ToString()) : []]);

    private static string Words(CheckSaidView? sent, bool isExact) => sent is null ? "" : $"{sent.Entry} {sent.Party} {sent.At} {sent.Text}: " + string.Join(
        "; ",
        sent.Replies.Select(r => $"{r.Party} by {r.By}, received {r.Received}, {r.Entry} {r.At} {r.Minutes} {string.Join(',', r.Again)} " +
            (isExact ? $"{r.Standing} {r.Excuse}" : "")));
}
