using System.Globalization;
using System.Text;
using Parley.Exchange.Imports;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Activities;
using Parley.Lines.Messages;
using Parley.Volumes;
using Parley.Volumes.Texts;

namespace Parley.Exchange.Humanitarian;

/// <summary>The fields of a site or movement as files name them, made an item. Strict: what is not as it should be is refused, and no axis, time or number is guessed.</summary>
internal static class AidFields
{
    public const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Names of columns and properties, but for those of places.</summary>
    public static readonly string[] Names =
        ["mode", "kind", "title", "contact", "behalf", "vehicles", "marks", "from", "until", "expires", "lower", "upper", "language", "text", "radius_m", "half_width_m", "edges"];

    /// <summary>The item; null with the reason.</summary>
    /// <param name="field">A field by its name; empty where it is left out.</param>
    public static AidItem? Make(string where, Func<string, string> field, IReadOnlyList<Shape> shapes, AidDefaults defaults, Remarks remarks, out string why)
    {
        if (field("mode") is { Length: > 0 } mode && mode != (defaults.IsExercise ? "exercise" : "live"))
            return Not(out why, $"its mode is '{mode}', and the line's is not");
        if (ActivityKinds.Parse(field("kind")) is not { } kind || !kind.IsHumanitarian())
            return Not(out why, $"'{field("kind")}' is no kind: site or movement");
        if (Texts(field, defaults, out var bad) is not { } texts)
            return Not(out why, $"'{bad}' has 1 to {Lines.Bounds.ShortText} characters on one line, none of them hidden, and does not begin like a formula");
        if (field("expires") is { Length: > 0 } stated ? Time(stated) is null : defaults.Expires is null)
            return Not(out why, $"expires is a time such as 2026-11-26T10:00:00Z, not '{field("expires")}'");
        var expires = Time(field("expires")) ?? defaults.Expires!.Value;
        if (field("expires").Length == 0)
            remarks.Add(ImportRemarkKind.ValidityAssumed, $"expires {expires}");
        Note? note = null;
        var (language, text) = (field("language"), field("text"));
        if ((language.Length > 0) != (text.Length > 0) || (text.Length > 0 && (note = NoteOf(text, language)) is null))
            return Not(out why, "text and its language stand together; a text has no hidden signs");
        if (VolumeOf(field, shapes, defaults, expires, remarks, out why) is not { } volume)
            return null;
        var written = VolumeText.Write(volume);
        if (written.Length + 1 > Lines.Bounds.ActivityVolumesLength)
            return Not(out why, $"its volume has {written.Length} characters, at most {Lines.Bounds.ActivityVolumesLength - 1} travel: draw it with fewer vertices");
        var aid = new Aid(texts["behalf"], texts["vehicles"], texts["marks"], expires);
        return new AidItem(where, new ActivityContent(kind, texts["title"]!, texts["contact"]!, [volume], aid, Note: note), written, remarks.All, field("from").Length == 0);
    }

    /// <summary>A whole number of metres; null, without a reason, where it is left out.</summary>
    public static bool Metres(string text, out int? metres)
    {
        metres = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && whole is > 0 and <= Volumes.Bounds.Extent ? whole : null;
        return text.Length == 0 || metres is not null;
    }

    /// <summary>How edges run; null for another word. Left out: straight in longitude and latitude, as RFC 7946 has it.</summary>
    public static Edge? Edges(string text) => text switch
    {
        "" or "straight" => Edge.Straight,
        "geodesic" => Edge.Geodesic,
        "rhumb" => Edge.Rhumb,
        _ => null,
    };

    /// <summary>A place; null with the reason. Which of two numbers is the latitude is never guessed.</summary>
    public static Position? Place(double latitude, double longitude, out string why)
    {
        why = "";
        if (Position.FromDegrees(latitude, longitude) is { } place)
            return place;
        why = string.Create(CultureInfo.InvariantCulture, $"latitude {latitude}, longitude {longitude} is no place of the earth") +
            (Math.Abs(latitude) > 90 && Math.Abs(longitude) <= 90 ? "; LATITUDE OUT OF RANGE: the two may have been exchanged, and nothing is guessed" : "");
        return null;
    }

    private static Dictionary<string, string?>? Texts(Func<string, string> field, AidDefaults defaults, out string bad)
    {
        var texts = new Dictionary<string, string?>();
        foreach (var name in new[] { "title", "contact", "behalf", "vehicles", "marks" })
        {
            var text = Unquoted(field(name));
            if (text.Length == 0 && name == "contact")
                text = defaults.Contact ?? "";
            bad = name;
            if (text.Length == 0 && (name is "title" or "contact"))
                return null;
            if (text.Length > 0 && (!ActivityContent.IsName(text) || IsHidden(text) || (IsFormula(text) && text == field(name) && !(name == "contact" && IsTelephone(text)))))
                return null;
            texts[name] = text.Length == 0 ? null : text;
        }

        bad = "";
        return texts;
    }

    /// <summary>Our own files put an apostrophe before what a spreadsheet would take for a formula.</summary>
    private static string Unquoted(string text) => text is ['\'', .. var rest] && IsFormula(rest) ? rest : text;

    private static bool IsFormula(string text) => text is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];

    // Nearly every contact of such a list begins with a plus. Figures alone can be no formula that does something.
    private static bool IsTelephone(string text) =>
        text is ['+', >= '0' and <= '9', ..] && text.AsSpan(1).IndexOfAnyExcept("0123456789 -()/.") < 0;

    private static bool IsHidden(string text) => text.EnumerateRunes().Any(HiddenSign.Is);

    private static Note? NoteOf(string text, string language) =>
        MessageContent.IsText(text) && MessageContent.IsLanguage(language) && !IsHidden(text) ? new Note(text, language) : null;

    private static Timestamp? Time(string text) =>
        DateTimeOffset.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) &&
        Timestamp.TryFrom(at.ToUnixTimeMilliseconds(), out var time)
            ? time
            : null;

    private static Volume? VolumeOf(
        Func<string, string> field, IReadOnlyList<Shape> shapes, AidDefaults defaults, Timestamp expires, Remarks remarks, out string why)
    {
        string Or(string name, string other) => field(name) is { Length: > 0 } stated ? stated : other;
        if (field("lower").Length + field("upper").Length == 0)
            remarks.Add(ImportRemarkKind.NoHeights, "");
        if (field("from").Length == 0 || field("until").Length == 0)
            remarks.Add(ImportRemarkKind.ValidityAssumed, $"from {Or("from", Written(defaults.From))} until {Or("until", Written(expires.ToDateTimeOffset()))}");
        // The words of heights and times are those of volumes, so their reader judges them; the point only makes it whole.
        var frame = new StringBuilder("volume 1\npoint 0.0000000 0.0000000\n").Append(CultureInfo.InvariantCulture, $"band {Or("lower", "sfc")} .. {Or("upper", "unlimited")}\n")
            .Append(CultureInfo.InvariantCulture, $"valid {Or("from", Written(defaults.From))} {Or("until", Written(expires.ToDateTimeOffset()))}\n").ToString();
        why = "";
        // A field that brought lines of its own could say more than its name does.
        if (frame.Count(c => c == '\n') != 4)
            return Not<Volume>(out why, "lower, upper, from and until stand on one line each");
        if (!VolumeText.TryParse(frame, out var parsed, out var line))
        {
            return Not<Volume>(out why, line >= 4
                ? "from and until are times such as 2026-11-26T10:00:00Z, the first before the second"
                : "lower and upper are altitudes such as sfc, fl 195, agl 500 ft, amsl 300 m, unlimited, the lower one below");
        }

        return Volume.Make(shapes, parsed.Band, parsed.Schedule).Value is { } volume ? volume : Not<Volume>(out why, $"its shapes make no volume: at most {Volumes.Bounds.Shapes}");
    }

    private static string Written(DateTimeOffset at) => at.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    private static AidItem? Not(out string why, string reason) => Not<AidItem>(out why, reason);

    private static T? Not<T>(out string why, string reason)
        where T : class
    {
        why = reason;
        return null;
    }
}
