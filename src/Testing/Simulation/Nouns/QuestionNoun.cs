using Parley.Control;
using Parley.Control.Questions;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Questions;

namespace Parley.Testing.Simulation.Nouns;

/// <summary>Messages that ask for an answer by a time, answers to them, judgements and contests. What became of each is the same wherever it is read, and nobody has
/// answered who did not.</summary>
internal sealed class QuestionNoun(SimulatedWorld world) : Noun(world)
{
    private static readonly Refusal[] MayBeGone = [Refusal.UnknownEntry, Refusal.RegardsUnknown, Refusal.QuestionOver, Refusal.NotAnswered, Refusal.AlreadyAnswered];

    public override void Act(SimulatedStation station, string officer)
    {
        var kind = Dice.Below(20);
        if (kind < 6 && OpenLine(station) is { } line)
            World.Script.Say(station, officer, line.Id, Dice.Pick(Enum.GetValues<Precedence>()), new AnswerWishInput(Minutes: Dice.Pick([1, 5, 60 * 24 * 30])));
        else if (kind < 13 && Question(s => s != station, station) is { } theirs)
            World.Script.Say(station, officer, theirs.Line, Dice.Pick(Enum.GetValues<Precedence>()), null, theirs.Released);
        else if (kind < 17 && Question(s => s == station, station) is { } own)
            Judge(station, officer, own, []);
        else if (kind == 17 && Question(s => s != station, station) is { } asked)
            Contest(station, officer, asked, []);
        else if (kind == 18 && Question(s => s != station, station) is { } foreign)
            Judge(station, officer, foreign, [Refusal.NotOurStep, .. MayBeGone]);
        else if (kind == 19 && Question(s => s == station, station) is { } ours)
            Contest(station, officer, ours, [Refusal.NotOurStep, Refusal.NotTheirs, .. MayBeGone]);
    }

    private Word? Question(Func<SimulatedStation, bool> by, SimulatedStation at) => Dice.PickAny(World.Script.Words.Where(w =>
        w.Asks && by(w.Author) && w.Released is { } entry && at.Core!.Memory.Lines.GetValueOrDefault(w.Line)?.Heads.Covers(entry) == true).ToList());

    private void Judge(SimulatedStation station, string officer, Word question, IReadOnlyList<Refusal> wrong)
    {
        var said = Of(station, question, wrong);
        var party = Dice.Pick(World.Stations.Where(s => s != station).ToList()).Party.ToString();
        Say(said, officer, new JudgeAnswer(question.Line.ToString(), question.Released!.Value.ToString(), Dice.Chance(0.5), Party: party, Language: "en", Text: said.Mark));
    }

    private void Contest(SimulatedStation station, string officer, Word question, IReadOnlyList<Refusal> wrong)
    {
        var said = Of(station, question, wrong);
        Say(said, officer, new ContestQuestion(question.Line.ToString(), question.Released!.Value.ToString(), "en", said.Mark));
    }

    private Said Of(SimulatedStation station, Word question, IReadOnlyList<Refusal> wrong) =>
        new(station, question.Line, World.Script.NextNumber(), EntryKind.QuestionWord) { About = question.Released, Wrong = wrong, Perhaps = [Refusal.UnknownPeer, .. MayBeGone] };

    public override void Check(Readings readings)
    {
        // What was lost with a disk is an answer no more, and who cannot read a word cannot count it.
        if (World.Stations.Any(s => s.Restores > 0))
            return;
        foreach (var (line, members) in readings.Agreed)
        {
            var lists = members.Select(m => (Member: m, Questions: ListAt(readings, m, line))).ToList();
            foreach (var (member, questions) in lists)
            {
                foreach (var question in questions)
                {
                    foreach (var leg in question.Legs)
                        Answered(member, line, question, leg);
                }
            }

            var texts = lists.Select(l => (l.Member, Text: string.Join('\n', l.Questions.Select(Text)))).ToList();
            if (texts.Find(t => t.Text != texts[0].Text) is { Text: not null } other)
                throw World.Failure($"{texts[0].Member.Party} and {other.Member.Party} make different things of questions on {line}:\n{texts[0].Text}\n{other.Text}");
        }
    }

    private static IReadOnlyList<QuestionView> ListAt(Readings readings, SimulatedStation member, LineId line) =>
        [.. readings.Ask(member, new ListQuestions(line.ToString(), Days: 366)).SelectMany(l => l.Questions)];

    /// <summary>Worked out from what officers were told that has left, and from nothing of the stations'.</summary>
    private void Answered(SimulatedStation member, LineId line, QuestionView question, QuestionLegView leg)
    {
        var entry = EntryRef.Parse(question.Entry);
        // A party without a station answers through the hands of others.
        if (World.Stations.FirstOrDefault(s => s.Party.ToString() == leg.Party) is not { } author)
            return;
        var hasAnswered =
            World.Script.Words.Any(w => w.Author == author && w.Line == line && w.Regards == entry && w.Released is not null) ||
            World.Script.Saids.Any(s => s.Author == author && s.Line == line && s.Kind == EntryKind.QuestionWord && s.About == entry && s.Released is not null);
        var isAnswered = leg.Outcome is not (QuestionOutcome.Open or QuestionOutcome.None);
        if (question.Standing == QuestionStanding.Asked && hasAnswered != isAnswered)
            throw World.Failure($"{member.Party} shows question {question.Entry} as {leg.Outcome} with {leg.Party}, who {(hasAnswered ? "has" : "has not")} answered");
    }

    private static string Text(QuestionView question) =>
        $"{question.Entry} {question.Standing}: {string.Join("; ", question.Legs.Select(Text))} ({string.Join(", ", question.Words.Select(w => $"{w.Entry} {w.Effect}"))})";

    // Whether the time is over is each station's own clock's to say.
    private static string Text(QuestionLegView leg)
    {
        var outcome = leg.Outcome == QuestionOutcome.None ? QuestionOutcome.Open : leg.Outcome;
        return $"{leg.Party} {outcome} {leg.Judged} [{string.Join(", ", leg.Replies.Select(r => $"{r.Entry} {r.Judged}"))}]";
    }
}
