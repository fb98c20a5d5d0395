using System.Globalization;
using Parley.Control.Lines;

namespace Parley.Console.Charters;

/// <summary>Terms as an officer has typed them.</summary>
internal sealed record TermsDraft(
    string Languages, IReadOnlyCollection<string> Two, IReadOnlyList<string> Minutes, string Checks, IReadOnlyCollection<string> Shows, string Addressees, string Codebook,
    IReadOnlyCollection<string> Formats, int? Skew, string Ladder, bool Publication, string Separation)
{
    /// <summary>What a release rule can name; precedences first.</summary>
    public static IReadOnlyList<string> ReleaseNames { get; } = ["flash", "immediate", "priority", "routine", "message", "code", "charter"];

    /// <summary>Only what differs from those in force; null when nothing does.</summary>
    public TermsView? Against(TermsView old)
    {
        var languages = Split(Languages, ',', ' ', ';');
        var release = string.Join(',', Two.Order(StringComparer.Ordinal).Select(n => n + "=2"));
        IReadOnlyList<int> minutes = [.. Minutes.Select(m => int.TryParse(m, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)];
        var shows = Shows.Order(StringComparer.Ordinal).ToList();
        var addressees = Split(Addressees, '\n');
        var formats = Formats.Order(StringComparer.Ordinal).ToList();
        var ladder = Split(Ladder, '\n');
        var changed = new TermsView(
            languages.SequenceEqual(old.Languages ?? []) ? null : languages,
            release == TwoOf(old.Release) ? null : release,
            minutes.SequenceEqual(old.AnswerMinutes ?? []) ? null : minutes,
            Checks.Trim() == (old.Checks ?? "") ? null : Checks.Trim(),
            Skew == old.SkewSeconds ? null : Skew,
            Shows: shows.SequenceEqual((old.Shows ?? []).Order(StringComparer.Ordinal)) ? null : shows,
            Addressees: addressees.Order(StringComparer.Ordinal).SequenceEqual((old.Addressees ?? []).Order(StringComparer.Ordinal)) ? null : addressees,
            Codebook: Codebook == (old.Codebook ?? "") ? null : NameOf(Codebook),
            Ladder: ladder.SequenceEqual(old.Ladder ?? []) ? null : ladder,
            Publication: Publication == (old.Publication ?? false) ? null : Publication,
            Formats: formats.SequenceEqual((old.Formats ?? []).Order(StringComparer.Ordinal)) ? null : [.. formats.Select(NameOf)],
            Separation: Separation.Trim() == (old.Separation ?? "") ? null : Separation.Trim());
        return changed == new TermsView() ? null : changed;
    }

    /// <summary>The names that need two officers by a rule.</summary>
    public static IEnumerable<string> NamesOfTwo(string? rule) =>
        (rule ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Where(p => p.EndsWith("=2", StringComparison.Ordinal)).Select(p => p[..^2]);

    private static string TwoOf(string? rule) => string.Join(',', NamesOfTwo(rule).Order(StringComparer.Ordinal).Select(n => n + "=2"));

    // A term is asked for by hash, which no other codebook or format has.
    private static string NameOf(string book) => book.Split('/') is [_, _, var hash] ? hash : book;

    private static List<string> Split(string text, params char[] at) => [.. text.Split(at, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
