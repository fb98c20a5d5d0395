using System.Globalization;
using Parley.Console.Activities;
using Parley.Console.Frame;
using Parley.Console.Notices;
using Parley.Console.PublicWarnings;
using Parley.Control.Observations;
using Parley.Lines.Observations;

namespace Parley.Console.Observations;

/// <summary>What of all that was seen a page shows, as it stands in its address.</summary>
/// <param name="From">A day, or a time with its zone; null: 14 days before <paramref name="To"/>.</param>
/// <param name="To">Null: now.</param>
/// <param name="Party">Null: all.</param>
/// <param name="AsOf">Null: by what is known now.</param>
/// <param name="Unexplained">Only those that no notice explains.</param>
/// <param name="Only">One verdict of those that are shown; null: all.</param>
/// <param name="Exercise">What is played, in place of what is real.</param>
internal sealed record SeenFilter(
    string? From = null, string? To = null, string? Party = null, string? AsOf = null, bool Unexplained = false, VerdictKind? Only = null,
    bool Exercise = false);

/// <summary>Addresses of the pages of observations.</summary>
internal static class ObservationLinks
{
    private const string Yes = "yes";

    public static string All(SeenFilter filter) => PageAddress.Of(
        "observations", ("from", Given(filter.From)), ("to", Given(filter.To)), ("party", Given(filter.Party)), ("asof", Given(filter.AsOf)),
        ("unexplained", filter.Unexplained ? Yes : null), ("only", filter.Only?.ToString().ToLowerInvariant()),
        ("exercise", filter.Exercise ? Yes : null));

    public static string One(int number) => $"observations/{Text(number)}";

    /// <summary>The form, with its kind and the beginning filled in where they are known.</summary>
    /// <param name="now">It is seen at this moment.</param>
    /// <param name="exercise">It is played, and nothing real.</param>
    public static string Write(ObservationKind? kind = null, bool now = false, string? party = null, bool exercise = false) =>
        PageAddress.Of("observations/new", ("kind", kind?.Name()), ("now", now ? Yes : null), ("party", Given(party)), ("exercise", exercise ? Yes : null));

    /// <summary>The form with what stands, to be put in its place.</summary>
    public static string Correct(int number) => PageAddress.Of("observations/new", ("correct", Text(number)));

    /// <param name="since">What changed since that day; null: since we last talked.</param>
    /// <param name="exercise">As it is played, in place of what is real.</param>
    public static string Posture(string party, string? since = null, bool exercise = false) =>
        PageAddress.Of($"observations/posture/{Uri.EscapeDataString(party)}", ("since", Given(since)), ("exercise", exercise ? Yes : null));

    /// <param name="weeks">How many weeks back.</param>
    public static string Risk(int? weeks = null) => PageAddress.Of("observations/risk", ("weeks", weeks is { } back ? Text(back) : null));

    /// <summary>The page of what was announced.</summary>
    public static string Announced(ExplanationView one) =>
        one.Warning is { } number ? WarningLinks.One(number) : one.IsActivity ? ActivityLinks.One(one.Line, one.Entry) : NoticeLinks.One(one.Line, one.Entry);

    /// <summary>The verdict that an address names; null for anything else.</summary>
    public static VerdictKind? Verdict(string? name) => Enum.GetValues<VerdictKind>().Cast<VerdictKind?>()
        .FirstOrDefault(v => string.Equals(v.ToString(), name, StringComparison.OrdinalIgnoreCase));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
