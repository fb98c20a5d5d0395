using System.Globalization;
using Parley.Control.Notices;
using Parley.Lines.Entries;
using Parley.Lines.Notices;

namespace Parley.Cli.Rendering;

/// <summary>Notices for people: what was announced, how far it is, what is due next and whose turn it is.</summary>
internal static class NoticeLines
{
    private const string Indent = "    ";

    /// <summary>A draft with what its form says of it.</summary>
    public static void Show(Screen screen, NoticeDraftView draft)
    {
        var view = draft.Draft;
        void Say(string text, Tint tint = Tint.Plain) => screen.Line(TranscriptText.Mark(view.Mode) + text, tint);
        Say($"draft {view.Id} on {SafeText.Line(view.Line)}: {SafeText.Line(draft.Title)} ({draft.Format.Split('/')[0]}), {view.Precedence.ToString().ToUpperInvariant()}" +
            $"{(view.Status == Status.Test ? "  TEST" : "")}, by {SafeText.Line(view.Author)}, {TranscriptText.Time(view.At)}");
        screen.Lines(draft.Lines.SelectMany(Line).Select(l => l with { Text = TranscriptText.Mark(view.Mode) + l.Text }));
        foreach (var regards in view.Regards)
            Say($"{Indent}follows {SafeText.Line(regards)}");
        foreach (var addressee in view.Addressees)
            Say($"{Indent}must be acknowledged by {SafeText.Line(addressee)}");
        if (view.Answer is { } wish)
            Say($"{Indent}an answer is asked for from {SafeText.Line(string.Join(", ", wish.From))}, by {TranscriptText.Time(wish.By)} if it were released now");
        screen.Lines(Check(draft.Check).Select(l => l with { Text = TranscriptText.Mark(view.Mode) + l.Text }));
        if (view.Released is { } entry)
            Say($"{Indent}released as {entry}", Tint.Good);
        else
            Say(Indent + Waits(draft), Tint.Warning);
        Say($"{Indent}revision {view.Revision}", Tint.Quiet);
    }

    /// <summary>The notices of a line.</summary>
    public static void Show(Screen screen, NoticeListView list)
    {
        var mark = TranscriptText.Mark(list.Mode);
        screen.Line($"{mark}{SafeText.Line(list.Line)}: notices, read from {TranscriptText.Time(list.From)}", Tint.Quiet);
        var lines = list.Agreement.Select(Agreement).Concat(list.Matters.SelectMany(Matter)).Concat(list.Others.SelectMany(Other)).ToList();
        screen.Lines(lines.Select(l => l with { Text = mark + l.Text }));
        if (lines.Count == 0)
            screen.Line($"{mark}none");
    }

    /// <summary>One notice, whole.</summary>
    public static void Show(Screen screen, NoticeView notice)
    {
        var mark = TranscriptText.Mark(notice.Mode);
        List<TintedLine> lines =
        [
            Head(notice),
            .. notice.Regards.Select(r => new TintedLine($"{Indent}follows {r.Number}  {r.Entry}", Tint.Quiet)),
            .. notice.Lines.SelectMany(Line),
            .. notice.NotRead is { } why ? [new($"{Indent}cannot be read here: {SafeText.Line(why)}", Tint.Warning)] : Array.Empty<TintedLine>(),
            .. notice.Gaps.Select(Gap),
            .. notice.Marks.Select(Mark),
            .. Clocks(notice.Clocks),
            .. Marks(notice),
            .. notice.ReadBacks.Select(ReadBack),
            .. Question(notice),
            .. notice.Receipts.Select(r => new TintedLine(
                $"{Indent}{SafeText.Line(r.Party)}: {(r.Received ? $"received {TranscriptText.Time(r.At!.Value)}" : "not received yet")}", Tint.Quiet)),
            new($"{Indent}ref {notice.Entry}", Tint.Quiet),
        ];
        screen.Lines(lines.Select(l => l with { Text = mark + l.Text }));
    }

    private static string Waits(NoticeDraftView draft)
    {
        var approved = draft.Draft.ApprovedBy.Count > 0 ? $"approved by {SafeText.Line(string.Join(", ", draft.Draft.ApprovedBy))}" : "approved by nobody yet";
        var next = draft.Check.Gaps.Count > 0 ? "fill in what is missing: parley notice draft --draft"
            : draft.Draft.ApprovedBy.Count < draft.Draft.ApprovalsNeeded ? "another officer than its author verifies it: parley notice verify"
            : "an officer with the role release releases it: parley notice release";
        return $"has not left; {approved}, {draft.Draft.ApprovalsNeeded} needed. Next: {next}";
    }

    private static IEnumerable<TintedLine> Check(NoticeCheckView check)
    {
        foreach (var gap in check.Gaps)
            yield return Gap(gap);
        foreach (var mark in check.Marks)
            yield return Mark(mark);
        if (check.StepWords.Length > 0)
            yield return new($"{Indent}{SafeText.Line(check.StepWords)}", Tint.Warning);
        foreach (var warning in check.Warnings)
            yield return new($"{Indent}{SafeText.Line(warning)}", Tint.Warning);
        if (check.Gaps.Count == 0)
            yield return new($"{Indent}complete: the form lacks nothing", Tint.Good);
    }

    private static TintedLine Agreement(AgreementView word)
    {
        var state = word.State switch { AgreementState.InForce => "in force", AgreementState.Suspended => "SUSPENDED", _ => "LEFT" };
        var about = word.Formats.Count > 0 ? $", on {string.Join(", ", word.Formats)}" : "";
        return new(
            SafeText.Line($"{TranscriptText.Time(word.Since)}  AGREEMENT {state} by the word of {word.Party}{about}; the line is another matter ({word.Language}): " +
                word.Text.ReplaceLineEndings(" ")),
            word.State == AgreementState.InForce ? Tint.Plain : Tint.Warning);
    }

    private static IEnumerable<TintedLine> Matter(NoticeMatterView matter)
    {
        yield return Head(matter.Notice);
        var closed = matter.Events.Count(e => e.State is EventState.Completed or EventState.Cancelled);
        yield return new(
            $"{Indent}{(matter.IsOpen ? "OPEN" : "over")}: {Count(closed, matter.Events.Count)}{(matter.Amended is null ? "" : ", amended")}",
            matter.IsOpen ? Tint.Plain : Tint.Quiet);
        if (matter.Due is { } due)
            yield return new($"{Indent}{Due(due, matter.Notice.Party)}", due.IsLate ? Tint.Warning : Tint.Plain);
        foreach (var line in Marks(matter.Notice))
            yield return line;
        foreach (var step in matter.Steps)
        {
            yield return new(
                SafeText.Line($"{Indent}{TranscriptText.Time(step.At)}  {step.Number}  {step.Party}: {step.Title}{(step.Words.Length > 0 ? $"  {step.Words}" : "")}"),
                step.Effect == StepEffect.Took ? Tint.Plain : Tint.Warning);
        }

        yield return new($"{Indent}ref {matter.Notice.Entry}", Tint.Quiet);
    }

    private static IEnumerable<TintedLine> Other(NoticeView notice)
    {
        yield return Head(notice);
        if (notice.NotRead is { } why)
            yield return new($"{Indent}cannot be read here: {SafeText.Line(why)}", Tint.Warning);
        foreach (var line in Question(notice).Concat(Marks(notice)))
            yield return line;
        yield return new($"{Indent}ref {notice.Entry}", Tint.Quiet);
    }

    private static TintedLine Head(NoticeView notice) => new(
        SafeText.Line($"{TranscriptText.Time(notice.At)}  {(notice.Status == Status.Test ? "TEST  " : "")}{notice.Number}  {notice.Party}: {notice.FormatNumber} {notice.Title}" +
            $"{(notice.Voluntary ? " (voluntary)" : "")}"),
        notice.Precedence == Precedence.Flash ? Tint.Flash : Tint.Plain);

    private static IEnumerable<TintedLine> Line(NoticeLine line)
    {
        var label = $"{Indent}{line.Number,-6} {SafeText.Line(line.Label)}:";
        if (line.Text is not { } text)
        {
            yield return new(label);
            yield break;
        }

        foreach (var word in line.Words.Count == 0 ? [] : line.Words.Prepend(null))
            yield return new(word is null ? label : $"{Indent}{Indent}{SafeText.Line(word)}");
        if (line.Words.Count > 0)
            yield break;
        var said = SafeText.Lines(text.TrimEnd('\n')).ToList();
        yield return new(said.Count == 1 ? $"{label} {said[0]}" : label);
        foreach (var part in said.Count == 1 ? [] : said)
            yield return new($"{Indent}{Indent}{part}");
    }

    private static TintedLine Gap(NoticeGapView gap)
    {
        var rule = gap.Rule.Length > 0 ? $" ({gap.Rule})" : "";
        return new(
            SafeText.Line($"{Indent}line {(gap.Number.Length > 0 ? gap.Number : "?")} {gap.Place}: {NoticeGap.Words(gap.Fault, ["the codes of the form"])}{rule}"), Tint.Warning);
    }

    private static TintedLine Mark(NoticeMarkView mark) => new(
        SafeText.Line($"{Indent}{mark.Field}: {NoticeMark.Words(mark.Kind, mark.Limit, mark.Value)} ({mark.Rule})"),
        mark.Kind is NoticeMarkKind.TooNear or NoticeMarkKind.NearnessUnknown ? Tint.Warning : Tint.Quiet);

    private static IEnumerable<TintedLine> Clocks(NoticeClocksView clocks) => new (string Name, DateTimeOffset? At)[]
    {
        ("begins", clocks.Start), ("ends", clocks.End), ("to be received until", clocks.LeadDue), ("valid until", clocks.ValidUntil),
        ("word that it is over due", clocks.CompletionDue), ("answer due, by when it was said", clocks.AnswerDue),
        ("answer due, by when it was received", clocks.AnswerDueByReceipt),
    }.Where(c => c.At is not null).Select(c => new TintedLine($"{Indent}{c.Name} {TranscriptText.Time(c.At!.Value)}", Tint.Quiet));

    private static IEnumerable<TintedLine> Marks(NoticeView notice)
    {
        if (notice.Clocks.Lead is LeadStanding.Short or LeadStanding.Doubtful)
            yield return new($"{Indent}SHORT NOTICE{(notice.Clocks.Lead == LeadStanding.Doubtful ? " perhaps: the time of its receipt is disputed" : "")}", Tint.Warning);
        if (notice.Suspended.Count > 0)
            yield return new($"{Indent}VOLUNTARY: said while {SafeText.Line(string.Join(", ", notice.Suspended))} held its part in the agreement suspended", Tint.Warning);
        var missing = notice.Addressees.Where(a => a.Confirmed is null).ToList();
        if (missing.Count > 0)
        {
            var done = notice.Addressees.Count - missing.Count;
            yield return new(SafeText.Line($"{Indent}acknowledged by {done} of {notice.Addressees.Count} required addressees; not confirmed by " +
                string.Join(", ", missing.Select(a => $"{a.Party}:{a.Role}{(a.Relayed is null ? "" : " (relayed)")}"))), Tint.Warning);
        }
    }

    private static TintedLine ReadBack(ReadBackView read) => new(
        SafeText.Line(string.Create(CultureInfo.InvariantCulture, $"{Indent}{read.Party} read back {read.Field} as {read.Text.ReplaceLineEndings(" ")}: ") +
            (read.Metres is { } metres ? string.Create(CultureInfo.InvariantCulture, $"{metres} m from what the notice says") : "how far that is cannot be told") +
            (read.Differs ? "  DIFFERS: ask again" : "")),
        read.Differs ? Tint.Warning : Tint.Good);

    private static IEnumerable<TintedLine> Question(NoticeView notice) => notice.Question is { } question ? QuestionLines.Of(question) : [];

    private static string Due(NoticeDueView due, string party) => due.What switch
    {
        NoticeDue.Start => $"begins {TranscriptText.Time(due.At)}",
        NoticeDue.End => $"ends {TranscriptText.Time(due.At)}",
        NoticeDue.Completion when due.IsOurs => $"{(due.IsLate ? "OVERDUE: " : "")}we owe the word that it is over, by {TranscriptText.Time(due.At)}",
        NoticeDue.Completion => $"{(due.IsLate ? "OVERDUE: " : "")}{SafeText.Line(party)} owes the word that it is over, by {TranscriptText.Time(due.At)}",
        _ => $"due {TranscriptText.Time(due.At)}",
    };

    private static string Count(int closed, int all) =>
        all == 1 ? closed == 1 ? "its event is closed" : "its event is not closed" : string.Create(CultureInfo.InvariantCulture, $"{closed} of {all} events closed");
}
