using System.Globalization;
using System.Text.Json;
using Parley.Control.Handling;
using Parley.Control.Observations;
using Parley.Lines.Observations;

namespace Parley.Cli.Rendering;

/// <summary>How what was seen lies to what was announced, for people: the verdict first, the notice in question, and who of our own house has not acknowledged it.</summary>
internal static class ExplanationLines
{
    private const string Indent = "    ";

    public static IEnumerable<TintedLine> List(ExplanationListView list)
    {
        var by = list.AsOf is { } asOf ? $"by what was known at {TranscriptText.Time(asOf)}" : "by what is known now";
        yield return new($"seen {TranscriptText.Time(list.From)} to {TranscriptText.Time(list.To)}, the newest first, {by}", Tint.Quiet);
        foreach (var line in list.Seen.SelectMany(s => Short(s)))
            yield return line;
        if (list.Seen.Count == 0)
            yield return new("nothing of that kind was entered; that does not say that nothing was there");
        if (list.LeftOut > 0)
            yield return new($"LEFT OUT: {Text(list.LeftOut)} older ones; ask for a shorter time with --from and --to", Tint.Warning);
        foreach (var line in Summary(list).Concat(NotRead(list.NotRead)))
            yield return line;
    }

    /// <summary>Counts by verdict, strengths over time, and what was announced and not seen.</summary>
    public static IEnumerable<TintedLine> Summary(ExplanationListView list)
    {
        if (list.Counts.Count > 0)
            yield return new($"all in all: {string.Join(", ", list.Counts.Select(c => $"{Text(c.Count)} {Words(c.Verdict)}"))}");
        foreach (var trend in list.Trends)
            yield return new(SafeText.Line($"over time: {trend.Party ?? "party not known"}, {trend.Sentence}"), Tint.Warning);
        foreach (var unseen in list.Unseen)
            yield return new($"announced and not seen: {SafeText.Line(unseen)}");
    }

    public static IEnumerable<TintedLine> NotRead(IEnumerable<string> sentences) => sentences.Select(s => new TintedLine($"NOT READ: {SafeText.Line(s)}", Tint.Warning));

    /// <summary>One observation in a list.</summary>
    public static IEnumerable<TintedLine> Short(ExplainedView view, string mark = "")
    {
        yield return new(SafeText.Line($"{mark}{Head(view.Seen)}"));
        yield return Verdict(view, Indent);
        if (view.Then is { } then)
            yield return Then(then);
        if (view.About?.Unacknowledged is { Length: > 0 } house)
            yield return new($"{Indent}OUR HOUSE: {SafeText.Line(house)}", Tint.Flash);
        if (Doubles(view) is { } doubles)
            yield return doubles;
        foreach (var asked in view.Asked)
            yield return Asked(asked);
    }

    /// <summary>In capitals where nothing explains it, with what is to be done now as long as nobody has been asked.</summary>
    public static TintedLine Verdict(ExplainedView view, string indent = "")
    {
        if (view.Verdict != VerdictKind.Unexplained)
            return new(indent + SafeText.Line(view.Sentence), view.Verdict == VerdictKind.ConsistentWith ? Tint.Plain : Tint.Warning);
        var isOver = view.Seen.SupersededBy is not null;
        var head = isOver ? "UNEXPLAINED" : view.Asked.Any(a => a.Entry is not null) ? "UNEXPLAINED, ASKED" : "UNEXPLAINED, ASK NOW";
        return new(indent + SafeText.Line($"{head}. {view.Sentence}"), isOver ? Tint.Warning : Tint.Flash);
    }

    public static TintedLine Then(string sentence) => new($"{Indent}Then: {SafeText.Line(sentence)}", Tint.Warning);

    /// <summary>Null: there are none.</summary>
    public static TintedLine? Doubles(ExplainedView view) =>
        view.Doubles.Count == 0 ? null : new TintedLine($"{Indent}may be of the same thing: {string.Join(", ", view.Doubles.Select(Text))}");

    public static TintedLine Asked(AskedView asked)
    {
        var number = asked.Number.Length > 0 ? $" as {asked.Number}" : "";
        var due = asked is { Due: { } by, Answer: null } ? $" Answer due {TranscriptText.Time(by)}." : "";
        var state = asked.Entry is null ? "NOT ASKED YET" : "asked";
        var draft = asked is { Entry: null, Draft: { } id } ? $" Draft {id}." : "";
        return new(
            SafeText.Line($"{Indent}{state} on {asked.Line}{number} by {asked.Officer}, {TranscriptText.Time(asked.At)}: {asked.Sentence}{due}{draft}"),
            asked.Entry is null ? Tint.Warning : Tint.Plain);
    }

    /// <summary>A notice with its factors and with who of our own house must acknowledge it.</summary>
    public static IEnumerable<TintedLine> Notice(ExplanationView about, string head)
    {
        var part = about.Part.Length > 0 ? $", {about.Part}" : "";
        yield return new(SafeText.Line($"{head}: {Named(about)}: {about.Title}{part}"));
        yield return new($"{Indent}{SafeText.Line(about.Sentence)}");
        foreach (var factor in about.Factors)
            yield return Factor(factor);
        yield return new(about.Warning is { } number ? $"{Indent}'parley warning show {Text(number)}' has its words" : $"{Indent}ref {SafeText.Line(about.Entry)}", Tint.Quiet);
    }

    /// <summary>What was announced, where, and by whom.</summary>
    private static string Named(ExplanationView about) =>
        about.Warning is null ? $"{about.Reference} on {about.Line}, {about.Party}" : $"{about.Reference}, {(about.Party.Length > 0 ? about.Party : "party not known")}";

    public static IEnumerable<TintedLine> House(ExplanationView about)
    {
        var done = about.House.Count == 0 ? "nobody of ours must acknowledge that notice" : "all of ours who must acknowledge that notice have";
        yield return about.Unacknowledged.Length > 0
            ? new($"OUR HOUSE: {SafeText.Line(about.Unacknowledged)}", Tint.Flash)
            : new($"our house: {done}", Tint.Quiet);
        foreach (var role in about.House)
            yield return Role(role);
    }

    public static string Head(ObservationView seen)
    {
        var until = seen.Until == seen.From ? "" : $" to {TranscriptText.Time(seen.Until, seen.From)}";
        return $"{Text(seen.Number)}  {TranscriptText.Time(seen.From)}{until}  {seen.Kind.Name()}, {seen.Party ?? "party not known"}, {seen.Where}";
    }

    public static string Words(VerdictKind verdict) => verdict switch
    {
        VerdictKind.ConsistentWith => "consistent with a notice",
        VerdictKind.LargerThan => "larger than notified",
        VerdictKind.WrongKindFor => "of the wrong kind",
        VerdictKind.BeforeWindowOf => "before the window",
        VerdictKind.AfterWindowOf => "after the window",
        VerdictKind.OutsideAreaOf => "outside the area",
        _ => "unexplained",
    };

    // What is not known counts in full as well, so the word must not say more than that nothing speaks against it.
    private static TintedLine Factor(FactorView factor)
    {
        var (words, tint) = factor.Thousandths switch
        {
            <= 0 => ("DOES NOT FIT", Tint.Warning),
            < 1000 => ("fits in part", Tint.Plain),
            _ => ("nothing against", Tint.Plain),
        };
        return new($"{Indent}{JsonNamingPolicy.CamelCase.ConvertName(factor.Kind.ToString()),-8}  {words,-15}  {SafeText.Line(factor.Sentence)}", tint);
    }

    private static TintedLine Role(AddresseeView role)
    {
        var name = SafeText.Line(role.Role);
        if (role.Confirmed is { } at)
            return new($"{Indent}{name}: acknowledged {TranscriptText.Time(at)}", Tint.Quiet);
        return new($"{Indent}{name}: NOT ACKNOWLEDGED, {(role.Late ? "was due" : "due")} {TranscriptText.Time(role.By)}", Tint.Warning);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
