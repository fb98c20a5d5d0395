using System.Globalization;
using Parley.Control.Observations;
using Parley.Lines.Observations;

namespace Parley.Cli.Rendering;

/// <summary>How a party stands, for people: what it declared, what was seen of it and what nothing explains, ours beside it. What is new is marked.</summary>
internal static class PostureLines
{
    private const string Indent = "    ";
    private const string New = "NEW  ";

    /// <param name="place">The station, as commands name it.</param>
    public static IEnumerable<TintedLine> Of(PostureBoardView board, string place)
    {
        var (unexplained, seen) = (Standing(board, isUnexplained: true), Standing(board, isUnexplained: false));
        var reactions = board.Observed.Seen.Where(s => s.Reaction is not null || s.Standing is not null || s.Waiting is not null).ToList();
        return
        [
            new($"{SafeText.Line(board.Party)}, {TranscriptText.Time(board.At)}; {Since(board)}", Tint.Quiet),
            .. Section("DECLARED", board.Declared.Select(Declared), "nothing that stands"),
            .. Section("SEEN, beside a notice in question", seen.SelectMany(s => ExplanationLines.Short(s, Mark(board, s))), "nothing that was entered"),
            .. LeftOut(board.Observed),
            .. ExplanationLines.Summary(board.Observed).Select(Indented),
            .. Section("UNEXPLAINED", unexplained.SelectMany(s => ExplanationLines.Short(s, Mark(board, s))), "nothing that was entered"),
            .. Ours(board),
            .. Section("REACTIONS", reactions.SelectMany(r => Reaction(r, place)), "none is seen"),
            .. Section(Changed(board), board.Changes.Select(c => new TintedLine(SafeText.Line(c))), board.Since is null ? "nothing to compare with" : "nothing"),
            .. Section("NOT READ", board.NotRead.Concat(board.Observed.NotRead).Distinct().Select(n => new TintedLine(SafeText.Line(n), Tint.Warning)), "all was read"),
        ];
    }

    private static List<ExplainedView> Standing(PostureBoardView board, bool isUnexplained) =>
        [.. board.Observed.Seen.Where(s => s.Verdict == VerdictKind.Unexplained == isUnexplained)];

    private static string Since(PostureBoardView board) => board.Since is not { } since ? "we never talked with it, so nothing is marked as new"
        : $"new is what came since {TranscriptText.Time(since)}{(board.IsContact ? ", when we last talked" : "")}";

    private static string Changed(PostureBoardView board) => board.Since is not { } since ? "CHANGED"
        : $"CHANGED SINCE {(board.IsContact ? "WE LAST TALKED, " : "")}{TranscriptText.Time(since)}";

    private static TintedLine Declared(DeclaredView said)
    {
        var effect = said.Effect is { } does ? $", {does.ToString().ToLowerInvariant()}" : "";
        var span = said.From is { } from ? $", {TranscriptText.Time(from)} to {(said.Until is { } until ? TranscriptText.Time(until) : "no end named")}"
            : said.Until is { } end ? $", until {TranscriptText.Time(end)}" : "";
        var (where, at) = said.Warning is { } number ? ("", FormattableString.Invariant($"warning {number}")) : ($" on {said.Line}", $"ref {said.Entry}");
        return new(SafeText.Line($"{(said.IsNew ? New : "")}{said.Number}{where}, {TranscriptText.Time(said.At)}: {said.Title}{effect}{span}  {at}"));
    }

    private static string Mark(PostureBoardView board, ExplainedView seen) => board.Since is { } since && seen.Seen.Entered > since ? New : "";

    private static IEnumerable<TintedLine> LeftOut(ExplanationListView list)
    {
        var count = list.LeftOut.ToString(CultureInfo.InvariantCulture);
        return list.LeftOut == 0 ? [] : [new($"{Indent}LEFT OUT: {count} older ones; 'parley explain' with --party, --from and --to shows them", Tint.Warning)];
    }

    private static IEnumerable<TintedLine> Ours(PostureBoardView board)
    {
        var (told, untold) = (board.Ours.Where(o => o.IsAnnounced).ToList(), board.Ours.Where(o => !o.IsAnnounced).ToList());
        return Section("OURS", [
            .. Section("told of", told.Select(Matter), "nothing"),
            .. Section("NOT TOLD OF", untold.Select(Matter), "nothing"),
        ], "");
    }

    private static TintedLine Matter(OwnMatterView matter) => new(
        SafeText.Line($"{matter.Reference}  {matter.Title}, {TranscriptText.Time(matter.From)} to {TranscriptText.Time(matter.Until)}"),
        matter.IsAnnounced ? Tint.Plain : Tint.Warning);

    private static IEnumerable<TintedLine> Reaction(ExplainedView view, string place) =>
        ObservationLines.Reaction(view, place).Select(Indented).Prepend(new TintedLine(SafeText.Line(ExplanationLines.Head(view.Seen))));

    private static IEnumerable<TintedLine> Section(string head, IEnumerable<TintedLine> lines, string none)
    {
        yield return new(head);
        var isEmpty = true;
        foreach (var line in lines)
        {
            isEmpty = false;
            yield return Indented(line);
        }

        if (isEmpty)
            yield return new(Indent + none, Tint.Quiet);
    }

    private static TintedLine Indented(TintedLine line) => line with { Text = Indent + line.Text };
}
