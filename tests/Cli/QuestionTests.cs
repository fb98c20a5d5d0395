using System.Text.Json;
using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Questions;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Questions;

namespace Parley.Cli.Tests;

/// <summary>Questions with a due time on the command line, against a station that answers as the test says.</summary>
public sealed class QuestionTests
{
    private const string Ref = "astra/3f/ordinary/3";
    private const string Reply = "boreal/3f/ordinary/9";

    private static readonly DraftView Draft = new(
        LineMode.Exercise, "d1", "hot", "abc", "rao", At(0), Precedence.Immediate, Status.Actual, "en", "Is it yours?\u001b[2J", [], null, ["rao"], 1, false, Ref, [],
        Answer: new AnswerWishView(At(90), ["boreal", "corvia"]));

    private static readonly QuestionReplyView Late = new(Reply, At(150), At(151), false, true, false, false, true, false, QuestionJudgement.Insufficient);

    private static readonly QuestionView Asked = new(
        LineMode.Exercise, "hot", Ref, "astra", Status.Test, At(0), At(90), -11_100, QuestionStanding.Asked, true, "en", "Is it yours?\u001b[2J\nAll of it?",
        [
            new QuestionLegView("boreal", QuestionOutcome.Insufficient, At(150), true, QuestionJudgement.Insufficient, [Late], QuestionStep.AskAgain, "ask again with a new time"),
            new QuestionLegView("corvia", QuestionOutcome.None, null, false, null, [], QuestionStep.ProposeMeeting, "no answer of corvia, which means neither yes nor no"),
            new QuestionLegView(
                "delos", QuestionOutcome.Answered, At(80), false, null,
                [new QuestionReplyView(Reply, At(80), At(200), false, false, true, true, false, true, null)], QuestionStep.Nothing, "nothing to do"),
        ],
        [
            new QuestionWordView("astra/3f/ordinary/4", "astra", At(160), QuestionJudgement.Insufficient, Reply, "en", "Which launch?", QuestionEffect.Took),
            new QuestionWordView("delos/3f/ordinary/4", "delos", At(170), null, null, null, null, QuestionEffect.Unreadable),
        ]);

    private static readonly QuestionListView Drill = new(
        LineMode.Exercise, "drill", At(-60), [Asked], [new QuestionStrayView("boreal/3f/ordinary/10", "boreal", At(3), QuestionJudgement.Contested, [])]);

    [Fact]
    public async Task A_question_is_sent_with_its_due_time_in_UTC_and_the_asked_parties()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<SendMessage>(_ => Draft);
        string[] send = ["send", station.Address, "--line", "hot", "--precedence", "immediate", "--language", "en", "--text", "Is it yours?"];
        var run = await session.Parley([.. send, "--answer-by", "2031-01-01 10:00Z", "--answer-from", "boreal", "--answer-from", "corvia"]);
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        Assert.Contains("an answer is asked for by 2026-11-22 13:30:00Z, from boreal, corvia", run.Out);
        Assert.DoesNotContain('\u001b', run.Out);
        await session.Parley([.. send, "--answer-by", "90"]);
        await session.Parley(send);
        var asked = station.Asked.OfType<SendMessage>().Select(m => m.Answer).ToList();
        Assert.Equal(("2031-01-01T10:00:00Z", null, "boreal,corvia"), (asked[0]!.By, asked[0]!.Minutes, string.Join(',', asked[0]!.From!)));
        Assert.Equal(new AnswerWishInput(Minutes: 90), asked[1]);
        Assert.Null(asked[2]);
    }

    [Theory]
    [InlineData("is no time", "--answer-by", "2031-01-01T10:00")]
    [InlineData("is no time", "--answer-by", "-90")]
    [InlineData("is no time", "--answer-by", "tomorrow")]
    [InlineData("say by when with --answer-by", "--answer-from", "boreal")]
    public async Task A_due_time_that_could_be_misread_is_not_sent(string words, params string[] rest)
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        var run = await session.Parley(["send", station.Address, "--line", "hot", "--precedence", "routine", "--language", "en", "--text", "x", .. rest]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(words, run.Error);
        Assert.Empty(station.Asked);
    }

    [Fact]
    public async Task Answers_are_judged_and_questions_contested_as_it_was_typed()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<JudgeAnswer>(_ => Draft);
        station.On<ContestQuestion>(_ => Draft);
        string[] rest = [station.Address, "--line", "hot", "--question", Ref];
        string[] words = ["--language", "en", "--text", "Which launch?"];
        var run = await session.Parley(["question", "satisfactory", .. rest]);
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        Assert.Equal(ExitCode.Done, (await session.Parley(["question", "insufficient", .. rest, .. words, "--answer", Reply, "--party", "boreal"])).Code);
        Assert.Equal(ExitCode.Done, (await session.Parley(["question", "contest", .. rest, .. words])).Code);
        Assert.Equal(
            [
                new JudgeAnswer("hot", Ref, true), new JudgeAnswer("hot", Ref, false, Reply, "boreal", "en", "Which launch?"),
                new ContestQuestion("hot", Ref, "en", "Which launch?"),
            ],
            station.Asked);
    }

    [Theory]
    [InlineData("--language", "contest", "--text", "No.")]
    [InlineData("--text", "contest", "--language", "en")]
    [InlineData("--text", "insufficient")]
    [InlineData("--language", "insufficient", "--text", "No.")]
    [InlineData("--language", "satisfactory", "--text", "Thank you.")]
    [InlineData("'--reason'", "contest", "--language", "en", "--text", "No.", "--reason")]
    public async Task What_is_missing_is_named_and_nothing_is_said(string named, string word, params string[] rest)
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        var run = await session.Parley(["question", word, station.Address, "--line", "hot", "--question", Ref, .. rest]);
        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Contains(named, run.Error);
        Assert.Empty(station.Asked);
    }

    [Fact]
    public async Task A_refusal_is_said_with_what_to_do()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<JudgeAnswer>(_ => Refusal.NotAllowed);
        var run = await session.Parley("question", "satisfactory", station.Address, "--line", "hot", "--question", Ref);
        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.Contains("refused (notAllowed): Do this instead.", run.Error);
        Assert.Empty(run.Out);
    }

    [Fact]
    public async Task The_list_says_in_words_what_became_of_each_every_line_marked_and_safe()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<ListQuestions>(_ => new[] { Drill });
        var run = await session.Parley("questions", station.Address, "--line", "drill", "--open", "--days", "7");
        Assert.Equal(new ListQuestions("drill", true, 7), Assert.Single(station.Asked));
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        Assert.DoesNotContain('\u001b', run.Out);
        foreach (var words in new[]
        {
            "2026-11-22 12:00:00Z  TEST  astra asks (en):", "Is it yours?[U+001B]", "All of it?", "by 2026-11-22 13:30:00Z: the time was over 3 h 05 min ago",
            "boreal: INSUFFICIENT: answered, and the asker says that it is not enough; the asked side contests that the question applies",
            "answered 2026-11-22 14:30:00Z; LATE; the asker says: insufficient  ref " + Reply, "next: ask again with a new time",
            "corvia: NO ANSWER at the due time, which is neither yes nor no", "it CAME HERE AFTER THE DUE TIME, 15:20:00Z", "ONE-SIDED, unauthenticated",
            "CORRECTED by its author: it does not count", "its words cannot be read here", "astra says: insufficient (en) Which launch?", "delos says: something UNREADABLE HERE",
            "boreal judges something that is no question here: NOT COUNTED", "ref " + Ref,
        })
            Assert.Contains(words, run.Out);
        Assert.DoesNotContain("nothing to do", run.Out);
    }

    [Theory]
    [InlineData(QuestionStanding.Withdrawn, 600, "WITHDRAWN by its author")]
    [InlineData(QuestionStanding.DueBeforeAsked, -600, "NOT COUNTED: that time was past when it was asked")]
    [InlineData(QuestionStanding.NobodyAsked, 600, "NOT COUNTED: it asks no other party of the line")]
    [InlineData(QuestionStanding.Asked, 720, "12 min left")]
    [InlineData(QuestionStanding.Asked, 184_000, "2 d 03 h left")]
    [InlineData(QuestionStanding.Asked, -90, "the time was over 1 min ago")]
    [InlineData(QuestionStanding.Asked, 59, "less than a minute left")]
    public async Task The_clock_says_what_it_counts(QuestionStanding standing, double left, string words)
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<ListQuestions>(_ => new[] { Drill with { Questions = [Asked with { Standing = standing, SecondsLeft = left }] } });
        var run = await session.Parley("questions", station.Address);
        Assert.Contains($"ANSWER ASKED FOR by 2026-11-22 13:30:00Z: {words}", run.Out);
        Assert.Equal(standing == QuestionStanding.Asked, run.Out.Contains("corvia: NO ANSWER", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Live_lines_stand_first_and_without_a_line_all_are_asked_for()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<ListQuestions>(_ => new[] { Drill, new QuestionListView(LineMode.Live, "hot", At(0), [], []) });
        var run = await session.Parley("questions", station.Address);
        Assert.Equal(new ListQuestions(null, false, 120), Assert.Single(station.Asked));
        Assert.StartsWith("hot: questions, read from 2026-11-22 12:00:00Z\nnone\nEXERCISE | drill: questions", run.Out);
        station.On<ListQuestions>(_ => Array.Empty<QuestionListView>());
        Assert.Contains("no question with a due time", (await session.Parley("questions", station.Address)).Out);
        Assert.Equal(ExitCode.Usage, (await session.Parley("questions", station.Address, "--days", "week")).Code);
    }

    [Fact]
    public async Task As_JSON_an_exercise_says_so_first_and_last()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<ListQuestions>(_ => new[] { Drill });
        var run = await session.Parley("questions", station.Address, "--json");
        using var json = JsonDocument.Parse(run.Out);
        var list = json.RootElement[0];
        foreach (var said in new[] { list, list.GetProperty("questions")[0] })
        {
            Assert.Equal(("mode", "exercise"), (said.EnumerateObject().First().Name, said.EnumerateObject().First().Value.GetString()));
            Assert.Equal(("exercise", true), (said.EnumerateObject().Last().Name, said.EnumerateObject().Last().Value.GetBoolean()));
        }

        Assert.Equal("insufficient", list.GetProperty("questions")[0].GetProperty("legs")[0].GetProperty("outcome").GetString());
        Assert.DoesNotContain('\u001b', run.Out);
    }

    private static DateTimeOffset At(int minutes) => new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
}
