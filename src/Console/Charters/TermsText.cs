using System.Globalization;
using Parley.Console.Words;
using Parley.Control.Calls;
using Parley.Control.Lines;

namespace Parley.Console.Charters;

/// <summary>One term of a charter in words. <paramref name="Name"/> is the last part of its key among the texts.</summary>
public sealed record Term(string Name, string Text);

/// <summary>A term that is to change.</summary>
public sealed record TermChange(string Name, string Old, string New);

/// <summary>Terms of a charter in plain words.</summary>
internal static class TermsText
{
    private const int HashShown = 8;
    private static readonly string[] Precedences = ["flash", "immediate", "priority", "routine"];

    public static IReadOnlyList<Term> Of(TermsView terms, Language say) =>
    [
        new("languages", List(terms.Languages, say)),
        new("release", Release(terms.Release, say)),
        new("answer", Answer(terms.AnswerMinutes, say)),
        new("checks", Checks(terms.Checks, say)),
        new("shows", List(terms.Shows?.Select(s => say["stage." + s]), say)),
        new("addressees", List(terms.Addressees, say)),
        new("codebook", Codebook(terms.Codebook, say)),
        new("formats", List(terms.Formats?.Select(f => Codebook(f, say)), say)),
        new("counterparts", List(terms.Counterparts?.Select(c => $"{c.Pair} ({string.Join(" – ", c.Seats.Select(Seat))})"), say)),
        new("ladder", List(terms.Ladder, say)),
        new("skew", terms.SkewSeconds is { } skew ? say["terms.seconds", say.Number(skew)] : ""),
        new("publication", say[terms.Publication == true ? "terms.publication.yes" : "terms.publication.no"]),
        new("separation", Separation(terms.Separation, say)),
        new("suite", terms.LeastSuite is { } suite ? suite.ToString(CultureInfo.InvariantCulture) : ""),
    ];

    /// <summary>What differs, in the order of the terms.</summary>
    public static IReadOnlyList<TermChange> Changes(TermsView old, TermsView next, Language say) =>
        [.. Of(old, say).Zip(Of(next, say)).Where(t => t.First.Text != t.Second.Text).Select(t => new TermChange(t.First.Name, t.First.Text, t.Second.Text))];

    /// <summary>A release rule such as <c>charter=2,flash=2</c> in words.</summary>
    public static string Release(string? rule, Language say)
    {
        var two = (rule ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(p => p.EndsWith("=2", StringComparison.Ordinal)).Select(p => say["release." + p[..^2]]).ToList();
        return two.Count == 0 ? say["terms.release.one"] : say["terms.release.two", string.Join(", ", two)];
    }

    private static string Answer(IReadOnlyList<int>? minutes, Language say) => minutes is not { Count: 4 } ? "" : string.Join(" · ", minutes.Select((m, i) =>
        $"{say["precedence." + Precedences[i]]}: {(m == 0 ? say["terms.no-clock"] : say["terms.minutes", say.Number(m)])}"));

    private static string Checks(string? schedule, Language say)
    {
        if (schedule is null or "")
            return say["terms.none"];
        var parts = schedule.Split(';');
        var named = parts.Skip(1).Select(p => p.Split('=')).Where(p => p.Length == 2).ToDictionary(p => p[0], p => p[1]);
        var times = parts[0] == "hourly" ? say["terms.checks.hourly"] : parts[0] + " UTC";
        var text = say["terms.checks.some", times, named.GetValueOrDefault("answer", ""), named.GetValueOrDefault("begins", "")];
        return named.TryGetValue("skip", out var skip) ? say["terms.checks.skip", text, skip] : text;
    }

    /// <summary>What the parties keep between their activities, in words.</summary>
    public static string Separation(string? text, Language say) =>
        (text ?? "").Split(';').Select(p => p.Split('=')).ToList() is [[_, var horizontal], [_, var vertical], [_, var minutes], [_, var plan]]
            ? say["terms.separation.some", horizontal, vertical, minutes, plan]
            : say["terms.none"];

    private static string Seat(SeatView seat) => $"{seat.Party}: {(seat.Names is [var name, ..] ? name.Office : "")}";

    private static string Codebook(string? name, Language say)
    {
        if (name is null or "")
            return say["terms.none"];
        var parts = name.Split('/');
        return parts.Length == 3 ? $"{parts[0]}/{parts[1]} ({parts[2][..Math.Min(HashShown, parts[2].Length)]})" : name;
    }

    private static string List(IEnumerable<string>? items, Language say) =>
        string.Join(", ", items ?? []) is { Length: > 0 } all ? all : say["terms.none"];
}
