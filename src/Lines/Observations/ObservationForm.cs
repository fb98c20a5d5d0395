using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Parties;
using Parley.Volumes;
using Parley.Volumes.Notations;
using Parley.Volumes.Texts;

namespace Parley.Lines.Observations;

/// <summary>A flaw of what was typed, with the field in which it stands.</summary>
public sealed record ObservationFault(string Field, ObservationFlaw Flaw);

/// <summary>Reads an observation from fields of text, as an officer types them or a row of a list has them. Fields: <c>kind</c>, <c>party</c>, <c>place</c> (any notation)
/// with <c>error</c> (metres, or longer and shorter semi-axis and azimuth), or <c>shape</c> (a line of docs/formats/volume.md); <c>altitude</c> (<c>amsl 0 m .. amsl 900 m</c>);
/// <c>from</c>, <c>until</c> (ISO 8601 with a zone), <c>time-error</c> (seconds); <c>strength</c> (<c>100 200 persons</c>); <c>heading</c> and <c>speed</c> (number and
/// error; degrees, metres a second); <c>level</c>, <c>source</c>, <c>grading</c> (<c>B2</c>), <c>text</c>, <c>supersedes</c> (numbers). An empty field is
/// left out.</summary>
public static partial class ObservationForm
{
    private static readonly string[] Fields =
    [
        "kind", "party", "place", "error", "shape", "altitude", "from", "until", "time-error", "strength", "heading", "speed", "level", "source", "grading", "text",
        "supersedes",
    ];

    /// <summary>The observation, or every field that is wrong.</summary>
    public static (Observation? Observation, IReadOnlyList<ObservationFault> Faults) Read(
        IReadOnlyDictionary<string, string> fields, int number, string officer, Timestamp entered, LineMode mode = LineMode.Live)
    {
        var form = new Reading(fields);
        var party = form.Take("party", static t => PartyId.Parse(t), ObservationFlaw.Party);
        var kind = form.Need("kind", static t => ObservationKinds.Parse(t), ObservationFlaw.Kind);
        var place = form.Place();
        var altitude = form.Take("altitude", Band, ObservationFlaw.Altitude);
        var span = form.Span();
        var strength = form.Take("strength", Strength, ObservationFlaw.Strength);
        var movement = form.Movement();
        var source = form.Need("source", static t => Gradings.ParseSource(t), ObservationFlaw.Source);
        var grading = form.Need("grading", static t => Gradings.Parse(t), ObservationFlaw.Grading);
        var supersedes = form.Take("supersedes", Numbers, ObservationFlaw.Supersedes) ?? [];
        form.Faults.AddRange(fields.Keys.Where(k => !Fields.Contains(k)).Order(StringComparer.Ordinal).Select(k => new ObservationFault(k, ObservationFlaw.UnknownField)));
        if (form.Faults.Count > 0 || place is null || span is null || kind is not { } what || source is not { } by || grading is not { } graded)
            return (null, form.Faults);
        var read = new Observation(number, party, what, place, altitude, span, strength, movement, form.Text("level"), by, graded.Reliability, graded.Confidence,
            form.Text("text"), supersedes, officer, entered, mode);
        return read.Flaw() is { } flaw ? (null, [new ObservationFault(FieldOf(flaw), flaw)]) : (read, []);
    }

    /// <summary>ISO 8601 to the minute, second or less, with <c>Z</c> or an offset; a time without a zone is told apart from what is no time.</summary>
    public static (Timestamp? Time, ObservationFlaw? Flaw) Time(string text)
    {
        var match = Instant().Match(text);
        if (!match.Success)
            return (null, ObservationFlaw.Time);
        if (!match.Groups["zone"].Success)
            return (null, ObservationFlaw.NoZone);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) &&
            Timestamp.TryFrom(at.ToUnixTimeMilliseconds(), out var time)
            ? (time, null)
            : (null, ObservationFlaw.Time);
    }

    private static string FieldOf(ObservationFlaw flaw) => flaw switch
    {
        ObservationFlaw.NoPlaceError or ObservationFlaw.PlaceError => "error",
        ObservationFlaw.NoEdge => "shape",
        ObservationFlaw.NoTimeError or ObservationFlaw.TimeError => "time-error",
        ObservationFlaw.EndBeforeBegin or ObservationFlaw.TooLong => "until",
        ObservationFlaw.NotYet => "from",
        ObservationFlaw.StrengthUpsideDown or ObservationFlaw.Strength => "strength",
        ObservationFlaw.Movement => "heading",
        ObservationFlaw.ImpossibleSpeed => "speed",
        ObservationFlaw.Place => "place",
        _ => Fields.FirstOrDefault(f => string.Equals(f, flaw.ToString(), StringComparison.OrdinalIgnoreCase)) ?? "",
    };

    private static AltitudeBand? Band(string text) => Volume($"point 0.0000000 0.0000000\nband {text}\n")?.Band;

    private static Shape? ShapeOf(string text) => Volume($"{text.TrimEnd('\n')}\nband sfc .. unlimited\n")?.Shapes is [var shape] ? shape : null;

    private static Volume? Volume(string lines) =>
        lines.Length <= Bounds.NoticeVolumeLength &&
        VolumeText.TryParse($"volume 1\n{lines}valid 1970-01-01T00:00:00Z 1970-01-02T00:00:00Z\n", out var volume, out _)
            ? volume
            : null;

    private static Strength? Strength(string text) =>
        text.Split(' ') is [var lower, var upper, var unit] && Whole(lower) is { } least && Whole(upper) is { } most &&
        Enum.TryParse<StrengthUnit>(unit, ignoreCase: true, out var counted) && string.Equals(counted.ToString(), unit, StringComparison.OrdinalIgnoreCase)
            ? new Strength(least, most, counted)
            : null;

    private static int[]? Numbers(string text)
    {
        var numbers = text.Split(' ').Select(Whole).ToArray();
        return numbers.All(n => n is > 0 and <= int.MaxValue) ? [.. numbers.Select(n => (int)n!.Value).Order()] : null;
    }

    private static PlaceError? Error(string text) => text.Split(' ').Select(Whole).ToArray() switch
    {
        [<= int.MaxValue and var round] => PlaceError.Round((int)round),
        [<= int.MaxValue and var major, <= int.MaxValue and var minor, <= 179 and var azimuth] => new PlaceError((int)major, (int)minor, (int)azimuth),
        _ => null,
    };

    private static long? Whole(string text) =>
        text.Length is > 0 and <= 15 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d{1,3})?)?(?<zone>Z|[+-]\d\d:\d\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Instant();

    private sealed class Reading(IReadOnlyDictionary<string, string> fields)
    {
        public List<ObservationFault> Faults { get; } = [];

        public string Text(string field) => fields.GetValueOrDefault(field, "");

        public T? Take<T>(string field, Func<string, T?> read, ObservationFlaw flaw)
        {
            var text = Text(field);
            if (text.Length == 0)
                return default;
            var value = read(text);
            if (value is null)
                Add(field, flaw);
            return value;
        }

        public T? Need<T>(string field, Func<string, T?> read, ObservationFlaw flaw)
        {
            if (Text(field).Length == 0)
                Add(field, flaw);
            return Take(field, read, flaw);
        }

        public SeenPlace? Place()
        {
            if (Text("shape").Length > 0)
            {
                if (Text("place").Length + Text("error").Length > 0)
                    Add("place", ObservationFlaw.Place);
                return Take("shape", ShapeOf, ObservationFlaw.Place) is { } shape ? SeenPlace.Within(shape) : null;
            }

            var at = Need("place", static t => PositionText.Parse(t)?.Position, ObservationFlaw.Place);
            if (Text("error").Length == 0)
                Add("error", ObservationFlaw.NoPlaceError);
            return Take("error", Error, ObservationFlaw.PlaceError) is { } error && at is { } place ? SeenPlace.Near(place, error) : null;
        }

        public SeenSpan? Span()
        {
            var from = TimeOf("from");
            var until = Text("until").Length == 0 ? from : TimeOf("until");
            if (Text("time-error").Length == 0)
                Add("time-error", ObservationFlaw.NoTimeError);
            var error = Take("time-error", Whole, ObservationFlaw.TimeError);
            return from is { } one && until is { } other && error is <= int.MaxValue and var seconds ? new SeenSpan(one, other, (int)seconds) : null;
        }

        public Movement? Movement()
        {
            var (heading, speed) = (Take("heading", Pair, ObservationFlaw.Movement), Take("speed", Pair, ObservationFlaw.Movement));
            return heading is null && speed is null ? null : new Movement(heading?.Value, heading?.Error, speed?.Value, speed?.Error);
        }

        private static (int Value, int Error)? Pair(string text) =>
            text.Split(' ') is [var value, var error] && Whole(value) is <= int.MaxValue and var one && Whole(error) is <= int.MaxValue and var other
                ? ((int)one, (int)other)
                : null;

        private Timestamp? TimeOf(string field)
        {
            var (time, flaw) = Time(Text(field));
            if (flaw is { } wrong)
                Add(field, wrong);
            return time;
        }

        private void Add(string field, ObservationFlaw flaw) => Faults.Add(new ObservationFault(field, flaw));
    }
}
