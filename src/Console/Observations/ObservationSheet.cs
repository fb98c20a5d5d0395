using System.Globalization;
using Parley.Console.Activities;
using Parley.Console.Frame;
using Parley.Control.Observations;
using Parley.Lines.Observations;

namespace Parley.Console.Observations;

/// <summary>An observation while an officer fills it in. What was typed stays as it was typed; the station alone says what of it is wrong.</summary>
public sealed class ObservationSheet
{
    private const string Prefix = "f.";
    private const string Shapes = "shape";

    // A fault about one of these stands where that field is typed.
    private static readonly string[] Typed =
    [
        "kind", "party", "how", "place", "error", "minor", "azimuth", "shape", "from", "until", "time-error", "least", "most", "unit", "heading", "heading-error", "speed",
        "speed-error", "level", "source", "letter", "number", "text", "height", "supersedes",
    ];

    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal)
    {
        ["kind"] = ObservationKind.Track.Name(), ["unit"] = "launches", ["source"] = SourceClass.Radar.Name(), ["letter"] = "", ["number"] = "",
    };

    /// <summary>What stands in a field; empty: nothing.</summary>
    public string this[string name]
    {
        get => fields.GetValueOrDefault(name, "");
        set => fields[name] = value;
    }

    /// <summary>It was seen within a shape, and not near a place.</summary>
    public bool IsShape
    {
        get => this["how"] == Shapes;
        set => this["how"] = value ? Shapes : "";
    }

    /// <summary>The height is known.</summary>
    public bool HasHeight
    {
        get => this["height"].Length > 0;
        set => this["height"] = value ? "yes" : "";
    }

    public AltitudeSheet Lower { get; } = new();

    public AltitudeSheet Upper { get; } = new() { Reference = "unlimited" };

    /// <summary>The shape as a volume that can be drawn further; empty: none yet.</summary>
    public string Drawable => this["shape"].Trim() is { Length: > 0 } shape ? $"volume 1\n{shape}\n{VolumeSheet.DrawingRest}" : "";

    /// <summary>A shape was drawn: its lines alone are taken.</summary>
    public void Draw(string volume)
    {
        var sheet = new VolumeSheet();
        sheet.Type(volume);
        this["shape"] = string.Join('\n', sheet.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(IsShapeLine));
    }

    /// <summary>What is handed to the station. A time without its date is the last such time.</summary>
    public ObservationInput Input(DateTimeOffset now) => new(
        this["kind"],
        Time("from", now),
        Said("time-error"),
        this["source"],
        this["letter"] + this["number"],
        Known("party"),
        IsShape ? null : Known("place"),
        IsShape ? null : Joined("error", "minor", "azimuth"),
        IsShape ? Known("shape") : null,
        HasHeight ? $"{Lower.Written ?? Lower.Reference} .. {Upper.Written ?? Upper.Reference}" : null,
        Time("until", now) is { Length: > 0 } until ? until : null,
        Strength,
        Joined("heading", "heading-error"),
        Joined("speed", "speed-error"),
        Known("level"),
        Known("text"),
        Known("supersedes"));

    /// <summary>Takes what stands, so that a correction begins with it.</summary>
    public void Take(ObservationInput seen, int number)
    {
        var read = seen.Fields();
        string Text(string name) => read.GetValueOrDefault(name, "");
        foreach (var same in new[] { "kind", "party", "place", "shape", "from", "until", "time-error", "level", "source", "text" })
            this[same] = Text(same);
        Part(Text("error"), "error", "minor", "azimuth");
        Part(Text("strength"), "least", "most", "unit");
        Part(Text("heading"), "heading", "heading-error");
        Part(Text("speed"), "speed", "speed-error");
        (this["letter"], this["number"]) = Text("grading") is [var letter, var confidence] ? ($"{letter}", $"{confidence}") : ("", "");
        (IsShape, HasHeight) = (this["shape"].Length > 0, Text("altitude").Length > 0);
        if (Text("altitude").Split(" .. ") is [var lower, var upper])
        {
            Lower.Take(lower);
            Upper.Take(upper);
        }

        this["supersedes"] = number.ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>Puts back what the tab has kept, by the names of fields.</summary>
    /// <returns>Whether anything was that somebody had typed.</returns>
    public bool Restore(IReadOnlyDictionary<string, string> kept)
    {
        foreach (var name in Typed)
        {
            if (kept.GetValueOrDefault(Prefix + name) is { } text)
                this[name] = text;
        }

        Restore(kept, Prefix + "lower", Lower);
        Restore(kept, Prefix + "upper", Upper);
        return this["place"].Length + this["shape"].Length + this["text"].Length + this["error"].Length + this["time-error"].Length > 0;
    }

    private static void Restore(IReadOnlyDictionary<string, string> kept, string name, AltitudeSheet sheet)
    {
        if (kept.GetValueOrDefault(name) is { } reference)
            sheet.Take($"{reference} {kept.GetValueOrDefault(name + ".number", "")} {kept.GetValueOrDefault(name + ".unit", "")}".TrimEnd());
    }

    private static bool IsShapeLine(string line) =>
        line != "volume 1" && new[] { "band ", "valid ", "window ", "daily ", "alternate " }.All(w => !line.StartsWith(w, StringComparison.Ordinal));

    private string? Strength => Said("least").Length + Said("most").Length == 0 ? null
        : $"{(Said("least").Length == 0 ? "0" : Said("least"))} {Said("most")} {this["unit"]}";

    // What is no time is handed over as it was typed: the station says what is wrong with it.
    private string Time(string name, DateTimeOffset now) => UtcText.Past(this[name], now) is { } at ? UtcText.Of(at) : Said(name);

    private string Said(string name) => this[name].Trim();

    private string? Known(string name) => Said(name) is { Length: > 0 } said ? said : null;

    private string? Joined(params string[] names) =>
        string.Join(' ', names.Select(Said).Where(s => s.Length > 0)) is { Length: > 0 } joined ? joined : null;

    private void Part(string text, params string[] names)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (index, name) in names.Index().Where(n => parts.Length > 0 || n.Item != "unit"))
            this[name] = parts.ElementAtOrDefault(index) ?? "";
    }
}
