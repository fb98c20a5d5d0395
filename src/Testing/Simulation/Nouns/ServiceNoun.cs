using Parley.Control;
using Parley.Control.Postures;
using Parley.Control.Service;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Service;
using LineState = Parley.Station.State.LineState;

namespace Parley.Testing.Simulation.Nouns;

/// <summary>What crews tell each other on operator lines, and attempts to say it, or what leaders say, on the wrong line.</summary>
internal sealed class ServiceNoun(SimulatedWorld world) : Noun(world)
{
    private readonly HashSet<Said> questions = [];

    public override void Act(SimulatedStation station, string officer)
    {
        var kind = Dice.Below(20);
        if (OpenLine(station, ofCrews: kind < 19) is not { } line)
            return;
        if (kind < 5)
            Ask(station, officer, line.Id, [], isLast: false);
        else if (kind < 11 && Theirs(station, EntryKind.Service) is { } asked && (questions.Contains(asked) || Dice.Chance(0.2)))
            Answer(station, officer, asked);
        else if (kind < 14)
            Announce(station, officer, line.Id);
        else if (kind < 16)
            Tell(station, officer, line.Id);
        else if (kind is 16 or 17 or 18 && Dice.Chance(0.4))
            SayPosture(station, officer, line.Id);
        else if (kind == 19)
            Ask(station, officer, line.Id, [Refusal.WrongLineKind], isLast: false);
    }

    public override void ActAtLast(SimulatedStation station, LineState line)
    {
        if (line.Fold.Founding!.Kind == LineKind.Operator)
            Ask(station, "ann", line.Id, [], isLast: true);
    }

    private Said New(SimulatedStation station, LineId line, IReadOnlyList<Refusal> wrong, IReadOnlyList<Refusal> perhaps) =>
        new(station, line, World.Script.NextNumber(), EntryKind.Service) { Wrong = wrong, Perhaps = perhaps };

    private void Ask(SimulatedStation station, string officer, LineId line, IReadOnlyList<Refusal> wrong, bool isLast)
    {
        var said = New(station, line, wrong, []);
        said.IsLast = isLast;
        said.Text = $"IS ANYBODY THERE?\n{said.Mark}";
        questions.Add(said);
        Say(said, officer, new AskPresence(line.ToString(), "en", said.Mark));
    }

    private void Answer(SimulatedStation station, string officer, Said asked)
    {
        var said = New(station, asked.Line, questions.Contains(asked) ? [] : [Refusal.UnknownEntry], [Refusal.AlreadyAnswered, Refusal.UnknownEntry]);
        said.Regards = asked.Released!.Value.ToString();
        said.Text = $"ANSWER: an officer is here.\n{said.Mark}";
        Say(said, officer, new AnswerServiceMessage(asked.Line.ToString(), said.Regards, ServiceAnswer.Present, "en", said.Mark));
    }

    private void Announce(SimulatedStation station, string officer, LineId line)
    {
        // Begins soon, is over soon: some of these excuse a check. A clock that jumps may pass it before it is taken.
        var from = In(station, Dice.Between(10_000, 90_000));
        var until = from.AddMilliseconds(Dice.Pick([60_000, 600_000, 86_400_000]));
        var said = New(station, line, [], [Refusal.Malformed]);
        said.Text = $"MAINTENANCE of the whole station from {SaidUntil.Shown(from)} until {SaidUntil.Shown(until)}.\n{said.Mark}";
        Say(said, officer, new AnnounceMaintenance(line.ToString(), from, until, Language: "en", Text: said.Mark));
    }

    private void Tell(SimulatedStation station, string officer, LineId line)
    {
        var said = New(station, line, [], []);
        Say(said, officer, new TellCircuits(line.ToString(), "en", said.Mark));
    }

    private void SayPosture(SimulatedStation station, string officer, LineId line)
    {
        var said = new Said(station, line, World.Script.NextNumber(), EntryKind.Posture) { Wrong = [Refusal.WrongLineKind] };
        Say(said, officer, new StatePosture(line.ToString(), Precedence.Flash, said.Mark, "the chief", "en", "words of leaders"));
    }

    public override void Check(Readings readings)
    {
        foreach (var (line, members) in readings.Lines)
        {
            var isOfCrews = members.Count > 0 && members[0].Core!.Memory.Lines[line].Fold.Founding!.Kind == LineKind.Operator;
            foreach (var member in members)
            {
                var views = readings.Transcript(member, line);
                if (views.FirstOrDefault(v => isOfCrews == (v.Kind is EntryKind.Code or EntryKind.Posture or EntryKind.Check or EntryKind.CheckAnswer) &&
                    (isOfCrews || v.Kind == EntryKind.Service)) is { } misplaced)
                    throw World.Failure($"{member.Party} holds {misplaced.Kind} {misplaced.Entry} on a line of {(isOfCrews ? "crews" : "leaders")}");
                AnsweredOnce(views.Where(v => v.Kind == EntryKind.Service && v.Text!.StartsWith("ANSWER", StringComparison.Ordinal)), member);
            }

            if (isOfCrews && readings.Agreed.Any(l => l.Id == line))
                OneBoard(readings, line, members);
        }
    }

    /// <summary>Both crews have the same board, but for how each calls lines.</summary>
    private void OneBoard(Readings readings, LineId line, IReadOnlyList<SimulatedStation> members)
    {
        string? first = null;
        foreach (var member in members)
        {
            var board = readings.Ask(member, new ListService(line.ToString(), 90)).Single();
            var words = string.Join('\n', [
                .. board.Maintenance.Select(m => $"{m.Entry} {m.Party} {m.From} {m.Until} {m.Standing} {m.Text}"),
                .. board.Asked.Select(a => $"{a.Entry} {a.Party} {a.At} {a.Text} received {a.Received}, {a.Answer} {a.AnswerEntry} {a.AnsweredAt} {a.AnswerText}"),
                .. board.Circuits.Select(c => $"{c.Entry} {c.Party} {c.At} {c.Text}")]);
            if ((first ??= words) != words)
                throw World.Failure($"{members[0].Party} and {member.Party} have other boards of {line}:\n{first}\n{words}");
        }
    }
}
