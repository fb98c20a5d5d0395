using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Questions;

namespace Parley.Cli.Commands;

/// <summary><c>parley question</c> and <c>questions</c>: messages that ask for an answer by a time, and what became of them.</summary>
internal static class QuestionCommands
{
    private static readonly Option<string> Question = new("--question")
    {
        Description = "The ref of the question, as 'parley questions' shows it.", HelpName = "REF", Required = true,
    };

    private static readonly Option<string?> Answer = new("--answer") { Description = "The ref of the answer. Default: the last one.", HelpName = "REF" };

    private static readonly Option<string?> Party = new("--party") { Description = "Whose answer, where several parties have answered.", HelpName = "PARTY" };

    private static readonly Option<string?> Text = new("--text") { Description = "Words beside it; they need --language.", HelpName = "TEXT" };

    private static readonly Option<string?> NotEnough = new("--text") { Description = "Why it is not enough, or what is missing.", HelpName = "TEXT", Required = true };

    private static readonly Option<string?> Why = new("--text") { Description = "Why it does not apply.", HelpName = "TEXT", Required = true };

    private static readonly Option<string?> Language = new("--language") { Description = "The language of the words.", HelpName = "TAG", Required = true };

    private static readonly Option<string?> AnyLine = new("--line") { Description = "The line. Default: every line.", HelpName = "LINE" };

    private static readonly Option<bool> Open = new("--open") { Description = "Only those of which somebody has still something to do." };

    private static readonly Option<int> Days = new("--days") { Description = "Of the last how many days, 1 to 366.", HelpName = "NUMBER", DefaultValueFactory = _ => 120 };

    public static Command Build() => Common.Group(
        "question",
        "What you say of a question with a due time, or of an answer to yours. 'parley send --answer-by' asks one.",
        new Command("satisfactory", "Say that an answer to your question is enough.").Does(
            [Common.Directory, Common.Line, Question, Answer, Party, Text, Common.Language, Common.TokenFile, Common.Json], i => Say(i, Judged(i, true))).TextHasLanguage(Text),
        new Command("insufficient", "Say that an answer to your question is not enough; it needs words.").Does(
            [Common.Directory, Common.Line, Question, Answer, Party, NotEnough, Language, Common.TokenFile, Common.Json], i => Say(i, Judged(i, false))),
        new Command("contest", "Say that a question to you does not apply; it needs words.").Does(
            [Common.Directory, Common.Line, Question, Why, Language, Common.TokenFile, Common.Json],
            i => Say(i, new ContestQuestion(i.Need(Common.Line), i.Need(Question), i.Need(Language)!, i.Need(Why)!))));

    public static Command BuildQuestions() =>
        new Command("questions", "Questions with a due time: time left, what each side says, and the next step.").Does(
            [Common.Directory, AnyLine, Open, Days, Common.TokenFile, Common.Json], List);

    private static JudgeAnswer Judged(Invocation i, bool isEnough) => new(
        i.Need(Common.Line), i.Need(Question), isEnough, i.Get(Answer), i.Get(Party), i.Get(isEnough ? Common.Language : Language), i.Get(isEnough ? Text : NotEnough));

    private static async Task Say(Invocation invocation, Operation<DraftView> operation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, operation), DraftCommands.Show);
    }

    private static async Task List(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var lists = await invocation.Do(station.Control, new ListQuestions(invocation.Get(AnyLine), invocation.Get(Open), invocation.Get(Days)));
        invocation.Show(lists, static (screen, all) =>
        {
            foreach (var list in all.OrderBy(l => l.Mode))
                QuestionLines.Show(screen, list);
            if (all.Count == 0)
                screen.Line("no question with a due time");
        });
    }
}
