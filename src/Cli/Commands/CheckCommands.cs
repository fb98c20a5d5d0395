using System.CommandLine;
using System.Globalization;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Checks;
using Parley.Control.Lines;
using Parley.Exchange.Checks;
using Parley.Exchange.Codebooks;
using Parley.Lines.Charters;
using Parley.Lines.Checks;

namespace Parley.Cli.Commands;

/// <summary><c>parley check</c>: scheduled checks of a line, sent and answered by officers.</summary>
internal static class CheckCommands
{
    private const string Bank = "bank";

    private static readonly Option<string?> Text = new("--text")
    {
        Description = "A harmless text of one line; bank takes one of the texts that come with the program, each once before one comes again. Default: bank.",
        HelpName = "TEXT",
    };

    private static readonly Option<string?> Language = new("--language") { Description = "The language of the text. Default: the line's first.", HelpName = "TAG" };

    private static readonly Option<string?> Entry = new("--entry")
    {
        Description = "The ref of the check. Default: the one that waits, where there is but one.",
        HelpName = "REF",
    };

    private static readonly Option<string?> Note = new("--text") { Description = "Words beside the answer; they need --language.", HelpName = "TEXT" };

    private static readonly Option<int> Days = new("--days") { Description = "Of the last how many days.", HelpName = "NUMBER", DefaultValueFactory = _ => 7 };

    public static Command Build() => Common.Group(
        "check",
        "Scheduled checks of a line: by turns, with harmless texts, answered by a person.",
        new Command("send", "Send a check. Out of turn it leaves too, with a warning.").Does(
            [Common.Directory, Common.Line, Text, Language, Common.TokenFile, Common.Json], Send),
        new Command("answer", "Answer a check of the other side: you have read it.").Does(
            [Common.Directory, Common.Line, Entry, Note, Language, Common.TokenFile, Common.Json], Answer),
        new Command("list", "Checks of a line: sent, answered, missed, response times.").Does(
            [Common.Directory, Common.Line, Days, Common.TokenFile, Common.Json], i => List(i, i.Get(Days), CheckLines.Report)),
        new Command("due", "What is due or overdue now, and the next times and turns.").Does(
            [Common.Directory, Common.Line, Common.TokenFile, Common.Json], i => List(i, 2, CheckLines.Due)));

    private static async Task Send(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var line = await LineOf(invocation, station.Control);
        var operation = invocation.Get(Text) is { } text && text != Bank
            ? new SendCheck(line.Handle, invocation.Get(Language) ?? First(line), text)
            : await FromBank(invocation, station.Control, line);
        var sent = await invocation.Do(station.Control, operation);
        var (rendered, _) = await ReadCommands.TextOf(invocation, station.Control, line.Handle);
        invocation.Show(sent, (screen, s) =>
        {
            screen.Lines(rendered.Entry(s.Check));
            if (s.Warning is { } warning)
                screen.Lines(rendered.Marked([new($"WARNING: {SafeText.Line(warning)}", Tint.Warning)]));
        });
    }

    private static async Task<SendCheck> FromBank(Invocation invocation, IControl control, LineView line)
    {
        var bank = CheckTextsFile.Read(CodebookShelf.Text(CodebookShelf.Checks)!, out _)!;
        var report = await invocation.Do(control, new ListChecks(line.Handle, 1));
        var number = report.Coming.Count > 0 ? report.Coming[0].Number / line.Parties.Count : 0;
        var text = bank.Turn(number);
        var wanted = invocation.Get(Language);
        var language = wanted ?? (line.Terms.Languages ?? []).FirstOrDefault(bank.Languages.Contains);
        return language is not null && bank.In(text, language) is { } words
            ? new SendCheck(line.Handle, language, words.Text, new BankRef(bank.Id, bank.Version, text.Number).ToString())
            : throw new CommandFault(
                ExitCode.Usage, $"the bank has texts in {string.Join(", ", bank.Languages)}; say one of these with --language, or a text of your own with --text");
    }

    private static string First(LineView line) => line.Terms.Languages is [var first, ..] ? first : "en";

    private static async Task Answer(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var line = await LineOf(invocation, station.Control);
        var check = invocation.Get(Entry) ?? await Waiting(invocation, station.Control, line);
        var answer = await invocation.Do(station.Control, new AnswerCheck(line.Handle, check, invocation.Get(Language), invocation.Get(Note)));
        var (rendered, _) = await ReadCommands.TextOf(invocation, station.Control, line.Handle);
        invocation.Show(answer, (screen, e) => screen.Lines(rendered.Entry(e)));
    }

    private static async Task<string> Waiting(Invocation invocation, IControl control, LineView line)
    {
        var report = await invocation.Do(control, new ListChecks(line.Handle));
        var all = report.Turns.Select(t => t.Sent).OfType<CheckSaidView>().Concat(report.Beside)
            .Where(s => s.Replies.Any(r => r.Party == line.Parties[0] && r.Entry is null)).Select(s => s.Entry).ToList();
        return all.Count == 1
            ? all[0]
            : throw new CommandFault(ExitCode.Refused, all.Count == 0
                ? "no check of the other side waits for an answer"
                : $"{all.Count.ToString(CultureInfo.InvariantCulture)} checks wait; say which with --entry: {string.Join(", ", all)}");
    }

    private static async Task List(Invocation invocation, int days, Func<CheckReportView, string, IEnumerable<TintedLine>> render)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var line = await LineOf(invocation, station.Control);
        var report = await invocation.Do(station.Control, new ListChecks(line.Handle, days));
        var (rendered, _) = await ReadCommands.TextOf(invocation, station.Control, line.Handle);
        invocation.Show(report, (screen, r) => screen.Lines(rendered.Marked(render(r, line.Parties[0]))));
    }

    /// <summary>The line that was named, as the list of lines has it.</summary>
    internal static async Task<LineView> LineOf(Invocation invocation, IControl control)
    {
        var name = invocation.Need(Common.Line);
        var lines = await invocation.Do(control, new ListLines());
        return lines.FirstOrDefault(l => l.Id == name || l.Handle == name) ?? lines.FirstOrDefault(l => l.Name == name && l.Kind != LineKind.Operator) ??
            (name.Length >= 8 ? lines.FirstOrDefault(l => l.Id.StartsWith(name, StringComparison.Ordinal)) : null) ??
            throw new CommandFault(ExitCode.Refused, $"the line {name} is not in the list of lines; see: parley line list");
    }
}
