using System.CommandLine;
using System.Globalization;
using Parley.Cli.Rendering;
using Parley.Exchange.Notices;
using Parley.Exchange.Notices.Exports;
using Parley.Lines.Notices;

namespace Parley.Cli.Commands;

/// <summary><c>parley notice</c>: forms of notices, and what is filled in. What stands here works on files: no station is asked, and nothing is sent.</summary>
internal static class NoticeCommands
{
    private static readonly Argument<string?> Which = new("FORMAT")
    {
        Description = "A format's id, or a file of your own. Without it: all that come with the program.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Argument<string> Filled = new("FILE") { Description = "A filled-in form: see docs/formats/notice-file.md." };

    private static readonly Option<string?> OwnFormat = new("--format")
    {
        Description = "The format's file, where it is one of your own.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Reader = new("--language")
    {
        Description = "The language in which the form is written out; English where it has no such.",
        HelpName = "TAG",
    };

    private static readonly Option<bool> Exercise = new("--exercise") { Description = "Mark it EXERCISE, above and below." };

    private static readonly Option<string> To = Common.Choice<NoticeFileKind>(
        "--to", "What to write: places are the shapes alone, as CSV; a page is HTML for the printer, on paper or as PDF; paper is plain text.");

    private static readonly Option<string> Output = new("--output", "-o") { Description = "The file to write.", HelpName = "FILE", Required = true };

    public static Command Build() => Common.Group(
        "notice",
        "Notices: forms that are agreed by hash, checked line by line, verified by a second officer, followed until they are over.",
        [
        new Command("formats", "The forms that there are; with an id or a file, one of them with all its fields, and whether it is sound.").Does(
            [Which, Reader, Common.Json], Formats),
        new Command("check", "Say line by line what a filled-in form lacks and which rule says so; its clocks, thresholds and stand-off distances.").Does(
            [Filled, OwnFormat, Common.Json], Check),
        new Command("print", "Write a filled-in form out, its lines numbered.").Does([Filled, OwnFormat, Reader, Exercise], Print),
        new Command("export", "Write a filled-in form for programs of others: GeoJSON, CAP 1.2, iCalendar, CSV.").Does(
            [Filled, To, Output, OwnFormat, Reader, Exercise], Export),
        NoticeImport.Build(),
        .. NoticeLineCommands.Build(),
        NoticeSave.Build(),
        ]);

    private static async Task Formats(Invocation invocation)
    {
        if (invocation.Find(Which) is not { } which)
        {
            invocation.Show(FormatShelf.All.Select(Summary).ToList(), static (screen, all) => screen.Table(
                ["ID", "NUMBER", "OFFICERS", "LEAD", "ANSWER", "TITLE"],
                all.Select(f => new[] { $"{f.Id}/{f.Version}", f.Number, f.Officers.ToString(CultureInfo.InvariantCulture), f.Lead, f.Answer, f.Title })));
            return;
        }

        var format = await Format(invocation, which);
        var language = format.LanguageFor(invocation.Get(Reader));
        invocation.Show(FormatView.Of(format, language), Write);
    }

    private static async Task Check(Invocation invocation)
    {
        var (format, notice) = await Read(invocation);
        var clocks = NoticeClocks.Of(format, notice, null);
        var view = new NoticeCheckView(
            $"{format.Id}/{format.Version}",
            [.. NoticeCheck.Gaps(format, notice).Select(g => new NoticeGapView(g.Place, NoticeGap.Words(g.Fault, FieldOf(g, format)?.Codes.Select(c => c.Code) ?? []), g.Rule))],
            [.. NoticeMarks.Of(format, notice, static _ => null).Select(m => new NoticeMarkView(m.Field, NoticeMark.Words(m.Kind, m.Limit, m.Value), m.Rule))],
            clocks.Start, clocks.End, clocks.LeadDue, clocks.ValidUntil, clocks.CompletionDue);
        invocation.Show(view, Write);
        if (view.Gaps.Count > 0)
            throw new CommandFault(ExitCode.Refused, $"{view.Gaps.Count} gaps: the form is not complete");
    }

    private static async Task Print(Invocation invocation)
    {
        var (format, notice) = await Read(invocation);
        var paper = NoticePaper.Write(format, notice, new NoticeHead(null, [], invocation.Get(Exercise)), invocation.Get(Reader));
        foreach (var line in paper.TrimEnd('\n').Split('\n'))
            invocation.Screen.Line(SafeText.Line(line));
    }

    private static async Task Export(Invocation invocation)
    {
        var (format, notice) = await Read(invocation);
        var file = NewFile.Free(invocation.Need(Output));
        var export = new NoticeExport(
            format, notice, new NoticeHead(null, [], invocation.Get(Exercise)), NoticeClocks.Of(format, notice, null), invocation.Get(Reader), TimeProvider.System.GetUtcNow());
        var text = NoticeSave.Write(Common.Chosen<NoticeFileKind>(invocation.Need(To)), export);
        await NewFile.Write(file, System.Text.Encoding.UTF8.GetBytes(text), invocation.Cancel);
        invocation.Screen.Line($"{file} is written: a draft, which nobody has released.", Tint.Good);
    }

    private static async Task<(NoticeFormat Format, Notice Notice)> Read(Invocation invocation)
    {
        var file = invocation.Get(Filled);
        var text = await File.ReadAllTextAsync(file, invocation.Cancel);
        if (NoticeFile.FormatOf(text, out var problem) is not { } id)
            throw new CommandFault(ExitCode.Refused, $"{file}: {problem}");
        var format = await Format(invocation, invocation.Get(OwnFormat) ?? id);
        return NoticeFile.Read(text, format, out problem) is { } notice ? (format, notice) : throw new CommandFault(ExitCode.Refused, $"{file}: {problem}");
    }

    private static async Task<NoticeFormat> Format(Invocation invocation, string which)
    {
        if (FormatShelf.All.FirstOrDefault(f => f.Id == which) is { } shelved)
            return shelved;
        if (!File.Exists(which))
            throw new CommandFault(ExitCode.Refused, $"there is no format and no file {SafeText.Line(which)}; see: parley notice formats");
        return FormatFile.Read(await File.ReadAllTextAsync(which, invocation.Cancel), out var problem) ?? throw new CommandFault(ExitCode.Refused, $"{which}: {problem}");
    }

    private static FormatSummary Summary(NoticeFormat format) => new(
        format.Id, format.Version, format.Number, format.Titles[format.LanguageFor(null)], format.Officers,
        FormatView.Clock(format.Clocks.Lead), FormatView.Clock(format.Clocks.Answer),
        format.Hash().ToString());

    private static void Write(Screen screen, FormatView format)
    {
        screen.Line($"{format.Id}  {format.Number}  {SafeText.Line(format.Title)}");
        screen.Line($"    modelled on public sources, not official: {SafeText.Line(format.Basis)}", Tint.Quiet);
        screen.Line($"    hash {format.Hash}", Tint.Quiet);
        screen.Line($"    {format.Terms}");
        foreach (var field in format.Fields)
            screen.Line($"    {field.Number,-5} {field.Name,-22} {field.Kind,-7} {(field.Needed.Length > 0 ? field.Needed : "-"),-18} {SafeText.Line(field.Label)}");
    }

    private static void Write(Screen screen, NoticeCheckView view)
    {
        foreach (var gap in view.Gaps)
            screen.Line($"{SafeText.Line(gap.Place)}: {gap.Fault}{(gap.Rule.Length > 0 ? $" ({SafeText.Line(gap.Rule)})" : "")}", Tint.Warning);
        foreach (var mark in view.Marks)
            screen.Line($"{mark.Field}: {mark.Words} ({SafeText.Line(mark.Rule)})");
        foreach (var (name, at) in Clocks(view))
        {
            if (at is { } time)
                screen.Line($"{name} {TranscriptText.Time(time)}", Tint.Quiet);
        }

        if (view.Gaps.Count == 0)
            screen.Line($"complete: {view.Format} lacks nothing", Tint.Good);
    }

    private static (string, DateTimeOffset?)[] Clocks(NoticeCheckView view) =>
    [
        ("starts", view.Start), ("ends", view.End), ("to be received until", view.LeadDue), ("valid until", view.ValidUntil), ("completion due", view.CompletionDue),
    ];

    private static NoticeField? FieldOf(NoticeGap gap, NoticeFormat format) =>
        gap.Column.Length == 0 ? format[gap.Field] : format[gap.Field]?.Columns.FirstOrDefault(c => c.Name == gap.Column);
}
