using System.Globalization;
using Parley.Console.Frame;
using Parley.Lines.Maps;
using Parley.Lines.Notices;

namespace Parley.Console.Activities;

/// <summary>Why what was typed is no volume yet.</summary>
public enum VolumeGap
{
    None = 0,

    /// <summary>No shape stands in it.</summary>
    Shape,

    /// <summary>A height without a number.</summary>
    Height,

    /// <summary>No time from which, or until which.</summary>
    Times,

    /// <summary>The end is not after the begin.</summary>
    Order,

    /// <summary>Something else in its text cannot be read.</summary>
    Text,
}

/// <summary>A volume while an officer makes it: drawn, typed as a text, or by its fields of heights and times. The text is what holds; fields write into it and are read out of
/// it.</summary>
public sealed class VolumeSheet
{
    private const string Head = "volume 1";

    // Heights and times under which a shape can be drawn before they are typed. It is never sent.
    private const string AnyRest = "band sfc .. unlimited\nvalid 2000-01-01T00:00:00Z 2100-01-01T00:00:00Z\n";

    /// <summary>The text as it stands, in lines that end with a line feed; empty: nothing yet.</summary>
    public string Text { get; private set; } = "";

    public AltitudeSheet Lower { get; } = new();

    public AltitudeSheet Upper { get; } = new() { Reference = "unlimited" };

    /// <summary>UTC as it was typed.</summary>
    public string From { get; private set; } = "";

    /// <summary>UTC as it was typed.</summary>
    public string Until { get; private set; } = "";

    /// <summary>What a drawing begins with: the volume, or its shapes alone under times that are not said yet.</summary>
    public string Drawable => IsVolume(Text) || !IsVolume(Shapes(Text) + AnyRest) ? Text : Shapes(Text) + AnyRest;

    /// <summary>Lines of heights and times for a shape that is drawn first.</summary>
    public static string DrawingRest => AnyRest;

    public bool IsWhole => IsVolume(Text);

    /// <summary>The shapes alone can be drawn.</summary>
    public bool HasShape => IsVolume(Shapes(Text) + AnyRest);

    /// <summary>What is missing.</summary>
    public VolumeGap Gap(DateTimeOffset now) =>
        IsWhole ? VolumeGap.None
        : !HasShape ? Text.Length == 0 ? VolumeGap.Shape : VolumeGap.Text
        : Lower.Written is null || Upper.Written is null ? VolumeGap.Height
        : UtcText.Coming(From, now) is not { } from || UtcText.Coming(Until, now) is not { } until ? VolumeGap.Times
        : until <= from ? VolumeGap.Order
        : VolumeGap.Text;

    /// <summary>The text was typed, or comes from elsewhere. What it says of heights and times stands in the fields too.</summary>
    public void Type(string text)
    {
        Text = Clean(text);
        foreach (var line in Text.Split('\n'))
        {
            if (line.StartsWith("band ", StringComparison.Ordinal) && line["band ".Length..].Split(" .. ") is [var lower, var upper])
            {
                Lower.Take(lower);
                Upper.Take(upper);
            }

            if (line.StartsWith("valid ", StringComparison.Ordinal) && line.Split(' ') is [_, var from, var until])
                (From, Until) = (from, until);
        }
    }

    /// <summary>A shape was drawn. Heights and times are those of the fields, whatever it was drawn under.</summary>
    public void Draw(string text, DateTimeOffset now)
    {
        Text = Clean(text);
        Write(now);
    }

    /// <summary>A field of heights or times was changed: the text follows.</summary>
    public void Set(string? from, string? until, DateTimeOffset now)
    {
        (From, Until) = (from ?? From, until ?? Until);
        Write(now);
    }

    /// <summary>A place, and how far around it: it takes the place of all shapes.</summary>
    /// <param name="place">In any notation; one that cannot be read changes nothing.</param>
    /// <param name="metres">Radius, 1 to 5,000,000; empty: the place alone.</param>
    public bool Around(string place, string metres, DateTimeOffset now)
    {
        if (FieldText.AnyPlace(place.Trim()) is not { } at)
            return false;
        var shape = metres.Trim().Length == 0 ? $"point {at}\n" : $"circle {at} {metres.Trim()}\n";
        if (!IsVolume($"{Head}\n{shape}{AnyRest}"))
            return false;
        Text = $"{Head}\n{shape}";
        Write(now);
        return true;
    }

    /// <summary>Takes heights and the end of a volume, and no shape: where something is now, and until when it was to be.</summary>
    public void Follow(string before, DateTimeOffset now)
    {
        Type(before);
        (Text, From) = ("", UtcText.Of(UtcText.Minute(now)));
        if (UtcText.Dated(Until) <= now)
            Until = "";
    }

    private static bool IsVolume(string text) => text.Length > 0 && Outlines.OfText(text) is not null;

    private static string Clean(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        return lines.Count == 0 ? "" : string.Join('\n', lines) + "\n";
    }

    private static bool IsRest(string line) => new[] { "band ", "valid ", "window ", "daily ", "alternate " }.Any(w => line.StartsWith(w, StringComparison.Ordinal));

    private static string Shapes(string text) => string.Concat(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => !IsRest(l)).Select(l => l + "\n"));

    // Lines of the text that no field has, such as windows, stay as they are.
    private void Write(DateTimeOffset now)
    {
        if (Text.Length == 0)
            return;
        var kept = Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => IsRest(l) && !l.StartsWith("band ", StringComparison.Ordinal) &&
            !l.StartsWith("valid ", StringComparison.Ordinal));
        var band = Lower.Written is { } lower && Upper.Written is { } upper ? $"band {lower} .. {upper}\n" : "";
        var valid = UtcText.Coming(From, now) is { } from && UtcText.Coming(Until, now) is { } until
            ? string.Create(CultureInfo.InvariantCulture, $"valid {FieldText.OfTime(from)} {FieldText.OfTime(until)}\n")
            : "";
        Text = Shapes(Text) + band + valid + string.Concat(kept.Select(l => l + "\n"));
    }
}
