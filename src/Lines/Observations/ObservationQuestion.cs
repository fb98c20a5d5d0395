using System.Globalization;
using Parley.Lines.Notices;

namespace Parley.Lines.Observations;

/// <summary>What an observation fills in of a form that asks. It says no more than a question needs: the kind, the place to a tenth of a degree, the times to the hour, how
/// many at least. Source, grading and free words stay here. The rest is for officers, and nothing leaves before two of them have read it.</summary>
public static class ObservationQuestion
{
    private const string English = "en";

    /// <summary>Values of the fields that the form has, in the order of its fields.</summary>
    /// <param name="seen">One at least, of one party.</param>
    /// <param name="language">Of the author's own words: they are filled in where that is English.</param>
    public static IReadOnlyList<NoticeValue> Values(IReadOnlyList<Observation> seen, NoticeFormat format, string language)
    {
        var texts = language.Split('-')[0] == English ? Words(seen) : [];
        texts["seen"] = Seen(seen);
        if (Where(seen[0]) is { } place)
            (texts["where"], texts["position"]) = (place, place);
        return
        [
            .. format.Fields.Where(f => texts.ContainsKey(f.Name) && IsFor(f))
                .Select(f => new NoticeValue(f.Name, [f.Kind == FieldKind.Place ? FieldText.AnyPlace(texts[f.Name]) ?? texts[f.Name] : texts[f.Name]])),
        ];
    }

    /// <summary>What was seen, in a few English words without where it is known from.</summary>
    public static string Describe(Observation seen) => seen.Strength is { } strength
        ? string.Create(CultureInfo.InvariantCulture, $"{Name(seen.Kind)}, at least {strength.Lower} {strength.Unit.ToString().ToLowerInvariant()}")
        : Name(seen.Kind);

    /// <summary>Where it was seen, to a tenth of a degree; null: no point is known.</summary>
    public static string? Where(Observation seen) => seen.Place.At is { } at
        ? string.Create(CultureInfo.InvariantCulture, $"{at.Latitude:F1} {at.Longitude:F1}")
        : null;

    private static bool IsFor(NoticeField field) => field.Kind switch
    {
        FieldKind.Text => field.Name != "position",
        FieldKind.Place => field.Name == "position",
        FieldKind.Window => field.Name == "seen",
        FieldKind.Rows => field.Name == "questions" && field.Columns.Count == 1,
        _ => false,
    };

    private static Dictionary<string, string> Words(IReadOnlyList<Observation> seen) => new(StringComparer.Ordinal)
    {
        ["observed"] = $"{string.Join("; ", seen.Select(Describe).Distinct())}.",
        ["concern"] = "Nothing that was announced to us explains it.",
        ["questions"] = "What is it, and does it belong to something that you announced?",
    };

    private static string Seen(IReadOnlyList<Observation> seen)
    {
        var (from, until) = (seen.Min(o => o.Span.From).ToDateTimeOffset(), seen.Max(o => o.Span.Until).ToDateTimeOffset());
        var begin = Hour(from);
        return $"{FieldText.OfTime(begin)} {FieldText.OfTime(Hour(until.AddHours(1).AddTicks(-1)) is var end && end > begin ? end : begin.AddHours(1))}";
    }

    private static DateTimeOffset Hour(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerHour, TimeSpan.Zero);

    private static string Name(ObservationKind kind) => kind switch
    {
        ObservationKind.Track => "a track that may be a missile or rocket",
        ObservationKind.StrikeWords => "words of strikes in clear",
        ObservationKind.NuclearWords => "words of the release of nuclear weapons",
        ObservationKind.AlertWords => "words of alert",
        ObservationKind.NewFormats => "new forms of messages",
        ObservationKind.Readiness => "raised readiness",
        ObservationKind.LeadersMove => "movements of leaders",
        ObservationKind.CommunicationsSurge => "many more messages than usual",
        ObservationKind.AreaClosed => "an area closed to others",
        ObservationKind.Else => "an activity",
        _ => kind.Name().Replace('-', ' '),
    };
}
