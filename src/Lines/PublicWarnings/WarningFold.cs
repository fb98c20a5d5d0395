using System.Text.RegularExpressions;
using Parley.Ledger;
using Parley.Lines.Observations;

namespace Parley.Lines.PublicWarnings;

/// <summary>A public warning and what it comes to.</summary>
/// <param name="By">The later one that replaced or cancelled it first; null: none has.</param>
/// <param name="Announced">What observations are held against; null: it announces nothing.</param>
public sealed record StandingWarning(PublicWarning Warning, PublicWarning? By, Announced? Announced)
{
    /// <summary>When it was replaced or cancelled; null: it was not.</summary>
    public DateTimeOffset? Closed => By?.At.ToDateTimeOffset();
}

/// <summary>Which public warnings stand, and what they announce. A later one closes those that it names when it was published. Numbers repeat between series that nothing tells
/// apart: where the numbers of their regions do not settle which one is meant, none is closed, for what still stands may explain too much and what was closed in error explains
/// too little.</summary>
public static partial class WarningFold
{
    /// <summary>Of each one, in their order. All of one mode.</summary>
    public static IReadOnlyList<StandingWarning> Of(IReadOnlyList<PublicWarning> warnings)
    {
        var closed = Closed(warnings);
        return [.. warnings.Select((w, i) => new StandingWarning(w, closed[i], Of(w, closed[i]?.At)))];
    }

    private static Announced? Of(PublicWarning warning, Timestamp? closed)
    {
        if (warning.Volumes.Count == 0)
            return null;
        // Words of rockets and of hazardous operations draw where parts come down; the place of the launch is not named.
        var isDownRange = warning.Kinds.Contains(AnnouncedKind.SpaceLaunch) || warning.Kinds.Contains(AnnouncedKind.HazardousOperations);
        var parts = warning.Volumes.Select(v => AnnouncedPart.Of("", warning.Kinds, v, isDownRange));
        var version = new AnnouncedVersion(warning.Reference, warning.Entered.ToDateTimeOffset(), [.. parts], Bounds.WarningTolerance, [], null);
        return new Announced(warning.Reference, warning.Party?.ToString() ?? "", [version], closed?.ToDateTimeOffset()) { Published = warning.Issued?.ToDateTimeOffset() };
    }

    private static PublicWarning?[] Closed(IReadOnlyList<PublicWarning> warnings)
    {
        var closed = new PublicWarning?[warnings.Count];
        var byNumber = warnings.Select((w, i) => (Number: NumberOf(w.Name), At: i)).Where(n => n.Number.Length > 0).ToLookup(n => n.Number, n => n.At);
        for (var i = 0; i < warnings.Count; i++)
        {
            var by = warnings[i];
            if (by.Effect == WarningEffect.Announces)
                continue;
            foreach (var refers in by.Refers)
            {
                var earlier = byNumber[NumberOf(refers)].Where(e => e != i && warnings[e].At <= by.At).ToList();
                if (earlier.Count > 1)
                    earlier = earlier.FindAll(e => Regions(warnings[e].Name).Overlaps(Regions(by.Name)));
                if (earlier is [var one] && !(closed[one]?.At <= by.At))
                    closed[one] = by;
            }
        }

        return closed;
    }

    private static string NumberOf(string text) => Number().Match(text).Value;

    private static HashSet<string> Regions(string number) =>
        Region().Match(number) is { Success: true } match ? [.. match.Groups[1].Value.Split(',')] : [];

    [GeneratedRegex(@"[A-Z]?\d{1,5}/\d{2,4}", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\(([\d,]{1,40})\)", RegexOptions.CultureInvariant)]
    private static partial Regex Region();
}
