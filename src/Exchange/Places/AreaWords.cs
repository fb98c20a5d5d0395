using System.Globalization;
using System.Text.RegularExpressions;

namespace Parley.Exchange.Places;

/// <summary>What the places of a group are.</summary>
internal enum AreaMode
{
    Points,
    Ring,
    Circles,

    /// <summary>A line, with a width when the words before state a length.</summary>
    Line,
}

/// <summary>How a place is joined to those before it.</summary>
internal enum AreaJoin
{
    /// <summary>It is the next of the same group.</summary>
    Next,

    /// <summary>A letter or number stands before it.</summary>
    Label,

    /// <summary>It is the centre of an arc.</summary>
    ArcCentre,

    /// <summary>It begins another group.</summary>
    Start,
}

/// <summary>The words between places.</summary>
internal static partial class AreaWords
{
    private const int Reach = 240;

    public static AreaJoin Join(string before, bool isFirst) =>
        ArcCentre().IsMatch(before) ? AreaJoin.ArcCentre
        : isFirst ? AreaJoin.Start
        : Next().IsMatch(before) ? AreaJoin.Next
        : Label().IsMatch(before) ? AreaJoin.Label
        : AreaJoin.Start;

    /// <summary>What begins after these words, and its radius or half width in metres (0: none stated): the word that stands last decides.</summary>
    public static (AreaMode Mode, double Metres) Begin(string before)
    {
        var words = before.Length > Reach ? before[^Reach..] : before;
        var hasBounds = Bounded().IsMatch(words);
        var radius = Last(Radius(), words);
        var width = Last(Sides(), words);
        var line = hasBounds ? -1 : Math.Max(Last(Line(), words), width);
        var ring = Last(Ring(), words);
        if (radius >= 0 && radius >= line && radius >= ring)
            return (AreaMode.Circles, RadiusIn(words));
        if (line >= 0 && line >= ring)
            return (AreaMode.Line, Width(words, width >= 0));
        return (ring >= 0 ? AreaMode.Ring : AreaMode.Points, 0);
    }

    /// <summary>The radius that stands after a place, metres; 0 when there is none.</summary>
    public static double RadiusAfter(string after) => RadiusBehind().Match(after) is { Success: true } match ? Length.Metres(match) : 0;

    /// <summary>The directions between which a circle's part is meant.</summary>
    public static (double From, double To)? Sector(string after) =>
        Between().Match(after) is { Success: true } match
            ? (double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
            : null;

    public static string WithoutSector(string before) => Between().Replace(before, "");

    public static bool IsCounterClockwise(string words) => Counter().IsMatch(words);

    /// <summary>Whether an edge follows something that the text does not draw.</summary>
    public static bool IsUndrawn(string words) => Undrawn().IsMatch(words);

    /// <summary>Whether the place after these words is where an arc begins.</summary>
    public static bool IsArcStart(string words) => From().IsMatch(words);

    /// <summary>Whether the words promise an area with edges, so that two places are too few.</summary>
    public static bool PromisesRing(string words) => Bounded().IsMatch(words);

    private static int Last(Regex pattern, string words) => pattern.Matches(words) is { Count: > 0 } all ? all[^1].Index : -1;

    private static double RadiusIn(string words)
    {
        var behind = RadiusThen().Matches(words);
        var ahead = ThenRadius().Matches(words);
        if (behind.Count > 0 && (ahead.Count == 0 || behind[^1].Index > ahead[^1].Index))
            return Length.Metres(behind[^1]);
        return ahead.Count > 0 ? Length.Metres(ahead[^1]) : Length.LastIn(words);
    }

    private static double Width(string words, bool isEachSide) =>
        !isEachSide && !WithinOf().IsMatch(words) && !Wide().IsMatch(words) ? 0 : Length.LastIn(words) / (Wide().IsMatch(words) ? 2 : 1);

    [GeneratedRegex(
        @"^(?:[\s,;:.()\-–/>]+|(?:TO|AND|THENCE|THEN|FROM|BACK|POINTS?|OF|ORIGIN|A|THE|STRAIGHT|LINES?|JOINING|PSN|POSITION|BTN|BETWEEN|START|BY|" +
        @"GEODESIC|RHUMB|FOLLOWING|ALONG|LATITUDE|LONGITUDE|PARALLELS?|MERIDIANS?|DIRECT|COAST(?:AL|LINE)?|SHORE|BORDER|NATIONAL|FIR|UIR|BOUNDARY)(?![A-Z])|\([^()]{0,60}\))*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Next();

    [GeneratedRegex(@"^[\s,;:.\-()]*(?:AND\s+)?(?:\(|POINT\s)?(?:[A-Z]{1,2}|\d{1,2})[.):][\s:\-]*(?:[A-Z0-9]{1,6},\s*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"\bARC\b.{0,80}\bCENT(?:RED|RE|ERED|ER)(?:\s+(?:ON|AT|PSN|POSITION|IN))*[\s:]*$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex ArcCentre();

    [GeneratedRegex(@"\b(?:ANTI|COUNTER)[ -]?CLOCKWISE", RegexOptions.CultureInvariant)]
    private static partial Regex Counter();

    [GeneratedRegex(@"\b(?:COAST(?:AL|LINE)?|SHORE|BORDER|FIR|UIR|BOUNDARY)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Undrawn();

    [GeneratedRegex(@"\b(?:BTN|BETWEEN|FROM)\b", RegexOptions.CultureInvariant)]
    private static partial Regex From();

    [GeneratedRegex(@"\b(?:BOUND(?:ED|ARY|ARIES)?\b|ENCLOSED|DELINEATED|POLYGON|DANGER AREA\b|HAZARD AREA)", RegexOptions.CultureInvariant)]
    private static partial Regex Bounded();

    [GeneratedRegex(@"\b(?:BOUND(?:ED|ARY|ARIES)?\b|ENCLOSED|DELINEATED|POLYGON|AREAS?\b|QUADRILATERAL|TRIANGLE|POINTS\b|SQUARE|SECTOR)", RegexOptions.CultureInvariant)]
    private static partial Regex Ring();

    [GeneratedRegex(@"\b(?:TRACKLINES?|TRACKS?|LINES?|ROUTES?|ROUTING|CABLE|PIPELINE|JOINING|ALONG|VIA)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    [GeneratedRegex(@"\b(?:EITHER|BOTH|EACH) SIDES?\b|\bCORRIDOR\b", RegexOptions.CultureInvariant)]
    private static partial Regex Sides();

    [GeneratedRegex(@"\bWIDE\b|\bWIDTH\b", RegexOptions.CultureInvariant)]
    private static partial Regex Wide();

    [GeneratedRegex(@"\b(?:WITHIN|WI)\s+" + Length.Pattern + @"\s+(?:RADIUS\s+)?OF\b", RegexOptions.CultureInvariant)]
    private static partial Regex WithinOf();

    [GeneratedRegex(
        @"\bRAD(?:IUS|II)?\b|(?<![\d.,A-Z])" + Length.Pattern +
        @"[\s:]*(?:OF|FROM|AROUND|ABOUT|CENT(?:RED|RE|ERED|ER)(?:POINT)?(?:\s+(?:ON|AT))?|EITHER SIDE OF)?[\s:]*(?:(?:A|1)\.\s+)?(?:PSN|POSITION|LOCATION)?[\s:]*$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Radius();

    [GeneratedRegex(@"\bRAD(?:IUS)?(?:\s+(?:OF|IS))?[\s:]*" + Length.Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex RadiusThen();

    [GeneratedRegex(@"(?<![\d.,A-Z])" + Length.Pattern + @"\s*(?:\(?[\d.,]{1,8}\s?[A-Z]{1,3}\)?\s*)?(?:RAD\b|RADIUS)", RegexOptions.CultureInvariant)]
    private static partial Regex ThenRadius();

    [GeneratedRegex(
        @"^(?:[\s,.;:\-]|\([^()]{0,60}\)|(?!RAD)[A-Z]{1,20}(?![A-Z])){0,16}?(?:RAD(?:IUS)?(?:\s+OF)?[\s:]*" + Length.Pattern +
        "|(?<![A-Z0-9.])" + Length.Pattern + @"\s*RAD(?:IUS)?(?!\s*(?:OF|CENT|:)|[A-Z]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex RadiusBehind();

    [GeneratedRegex(@"^[\s,.]*BETWEEN\s+(\d{1,3})\s+DEG(?:REES)?\s+AND\s+(\d{1,3})\s+DEG(?:REES)?", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
