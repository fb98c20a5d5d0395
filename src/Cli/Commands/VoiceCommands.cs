using System.CommandLine;
using System.Globalization;
using Parley.Cli.Rendering;
using Parley.Control.ByHand;
using Parley.Control.Voice;
using Parley.Lines.ByHand;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Cli.Commands;

/// <summary><c>parley read-out</c> and <c>enter</c>: words that go or come by voice, or by any other means than a circuit.</summary>
internal static class VoiceCommands
{
    private const int GroupDigits = 5;

    private static readonly Option<string> Party = new("--party") { Description = "Whose words they are.", HelpName = "PARTY", Required = true };
    internal static readonly Option<string> MeansOption = Common.Choice<Means>("--means", "By what means they came.");
    private static readonly Option<string> PrecedenceName = Common.Choice<Precedence>("--precedence", "How soon they must be seen. Default: immediate.", required: false);

    internal static readonly Option<string?> At = new("--at")
    {
        Description = "When it happened, UTC, such as 14:05 or 2026-11-25T14:05Z. Default: now.",
        HelpName = "TIME",
    };

    private static readonly Option<string?> Text = new("--text") { Description = "The text; no check groups were heard.", HelpName = "TEXT" };

    private static readonly Option<string?> ReadOutFile = new("--read-out")
    {
        Description = "A file (- for standard input) with the lines as they were written down, each with its check group at the end, and the closing group alone on the last " +
            "line. Where a group does not fit it is refused, and the line is named.",
        HelpName = "FILE",
    };

    private static readonly Option<int?> Code = new("--code") { Description = "The number of a code message; its blanks stand as arguments.", HelpName = "CODE" };

    private static readonly Option<string?> Checks = new("--checks")
    {
        Description = "Check groups that were heard with a code, in order, the closing one last, such as \"07817 91710 22768\".",
        HelpName = "GROUPS",
    };

    private static readonly Option<bool> Test = new("--test") { Description = "They were said as a test: the words are not meant." };

    public static Command BuildReadOut() =>
        new Command("read-out", "Any words of a line in short lines with check groups, to be read out by voice. A code is its number and its blanks.").Does(
            [Common.Directory, Common.Line, Common.Entry, ReadCommands.Language, Common.TokenFile, Common.Json], ReadOut);

    public static Command BuildEnter() =>
        new Command("enter", "Enter words of another party that came by other means. They stand as one-sided and unauthenticated, under your name.").Does(
            [
                Common.Directory, CodeCommands.Blanks, Common.Line, Party, MeansOption, At, PrecedenceName, Common.Language, Text, ReadOutFile, Code, Checks, Common.Regards, Test,
                Common.TokenFile, Common.Json,
            ],
            Enter);

    /// <summary>What is read out, for people.</summary>
    public static void Show(Screen screen, ReadOutView read, bool isExercise)
    {
        void Say(string text, Tint tint = Tint.Plain) => screen.Line((isExercise ? "EXERCISE | " : "") + text, tint);
        var test = read.Status == nameof(Status.Test) ? " TEST" : "";
        Say($"{read.Precedence.ToUpperInvariant()}{test} of {SafeText.Line(read.Party)}, number {read.Number}, {TranscriptText.Time(read.Time)}" +
            $"{(read.Language is { } language ? $" ({SafeText.Line(language)})" : "")}: {read.Lines.Count.ToString(CultureInfo.InvariantCulture)} lines");
        foreach (var line in read.Lines)
            Say($"    {SafeText.Line(line.Words)}  {line.Check}");
        Say($"    closing group  {read.Closing}");
    }

    private static async Task ReadOut(Invocation invocation)
    {
        var line = invocation.Need(Common.Line);
        await using var station = await OpenStation.ToSpeak(invocation);
        var read = await invocation.Do(station.Control, new ReadOutEntry(line, invocation.Need(Common.Entry), invocation.Get(ReadCommands.Language)));
        var view = await ReadCommands.LineOf(invocation, station.Control, line);
        invocation.Show(read, (screen, r) => Show(screen, r, view.Mode == LineMode.Exercise));
    }

    private static async Task Enter(Invocation invocation)
    {
        var line = invocation.Need(Common.Line);
        var (text, checks) = invocation.Get(ReadOutFile) is { } file ? await Heard(invocation, file) : (invocation.Get(Text), Groups(invocation.Get(Checks)));
        // Of a code the lines say what the arguments say; the groups tell whether they were heard right.
        text = invocation.Get(Code) is null ? text : null;
        var operation = new EnterByHand(
            line,
            invocation.Need(Party),
            Common.Chosen<Means>(invocation.Need(MeansOption)),
            invocation.Get(PrecedenceName) is { } chosen ? Common.Chosen<Precedence>(chosen) : Precedence.Immediate,
            invocation.Get(At) is { } time ? UtcTime.Past("--at", time) : null,
            invocation.Get(Common.Language),
            text,
            invocation.Get(Code),
            CodeCommands.Read(invocation.Get(CodeCommands.Blanks)),
            checks,
            invocation.Get(Common.Regards) is { Length: > 0 } regards ? regards : null,
            invocation.Get(Test) ? Status.Test : Status.Actual);
        await using var station = await OpenStation.ToSpeak(invocation);
        var entry = await invocation.Do(station.Control, operation);
        var (rendered, _) = await ReadCommands.TextOf(invocation, station.Control, line);
        invocation.Show(entry, (screen, e) => screen.Lines(rendered.Entry(e)));
    }

    /// <summary>Lines as they were written down: words and a group, and the closing group at the end.</summary>
    private static async Task<(string? Text, IReadOnlyList<string>? Checks)> Heard(Invocation invocation, string file)
    {
        var written = file == "-" ? await invocation.Terminal.In.ReadToEndAsync(invocation.Cancel) : await File.ReadAllTextAsync(file, invocation.Cancel);
        List<string> words = [];
        List<string> groups = [];
        foreach (var line in written.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            if (line.Length < GroupDigits || !line[^GroupDigits..].All(char.IsAsciiDigit))
                throw new CommandFault(ExitCode.Usage, $"--read-out: '{SafeText.Line(line)}' does not end in a check group of five digits");
            groups.Add(line[^GroupDigits..]);
            if (line[..^GroupDigits].Trim() is { Length: > 0 } said)
                words.Add(said);
        }

        return (string.Join('\n', words), groups);
    }

    private static IReadOnlyList<string>? Groups(string? text) => text?.Split((char[])[' ', ','], StringSplitOptions.RemoveEmptyEntries);
}
