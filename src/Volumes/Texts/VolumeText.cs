using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Parley.Volumes.Texts;

/// <summary>The one text of a volume, for files and for signing: docs/formats/volume.md. A reader takes nothing else than what a writer would write, so equal
/// volumes have equal bytes.</summary>
public static class VolumeText
{
    private const string Head = "volume 1";

    /// <summary>The text, ASCII, lines that end with a line feed; at most <see cref="Bounds.VolumeTextLength"/> characters.</summary>
    public static string Write(Volume volume)
    {
        var text = new StringBuilder(Head).Append('\n');
        foreach (var shape in volume.Shapes)
            ShapeLines.Write(text, shape);
        text.Append("band ").Append(AltitudeWords.Write(volume.Band.Lower)).Append(" .. ").Append(AltitudeWords.Write(volume.Band.Upper)).Append('\n');
        ScheduleLines.Write(text, volume.Schedule);
        return text.ToString();
    }

    /// <summary>The volume that a text says.</summary>
    /// <param name="line">The first line that is wrong, from 1; 0 when none is.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out Volume? volume, out int line)
    {
        volume = null;
        line = 1;
        if (text.Length > Bounds.VolumeTextLength)
            return false;
        var lines = new LineReader(text);
        var read = Read(lines);
        line = read is null ? lines.At : FirstDifference(text, Write(read));
        volume = line == 0 ? read : null;
        return volume is not null;
    }

    /// <summary>The volume that bytes say: ASCII, and nothing else.</summary>
    /// <inheritdoc cref="TryParse(string, out Volume?, out int)"/>
    public static bool TryParse(ReadOnlySpan<byte> text, [NotNullWhen(true)] out Volume? volume, out int line)
    {
        volume = null;
        line = 1;
        if (text.Length > Bounds.VolumeTextLength)
            return false;
        var foreign = text.IndexOfAnyExceptInRange((byte)0, (byte)127);
        line += foreign < 0 ? 0 : text[..foreign].Count((byte)'\n');
        return foreign < 0 && TryParse(Encoding.ASCII.GetString(text), out volume, out line);
    }

    private static Volume? Read(LineReader lines)
    {
        if (lines.Take() is not ["volume", "1"])
            return null;
        var shapes = new List<Shape>();
        while (lines.Next != "band")
        {
            if (shapes.Count == Bounds.Shapes || ShapeLines.Read(lines) is not { } shape)
                return null;
            shapes.Add(shape);
        }

        if (lines.Take() is not ["band", .. var limits] || Band(limits) is not { } band)
            return null;
        return ScheduleLines.Read(lines) is { } schedule && lines.AtEnd ? Volume.Make(shapes, band, schedule).Value : null;
    }

    private static AltitudeBand? Band(string[] words)
    {
        var between = Array.IndexOf(words, "..");
        return between > 0 && AltitudeWords.Read(words[..between]) is { } lower && AltitudeWords.Read(words[(between + 1)..]) is { } upper
            ? AltitudeBand.Make(lower, upper).Value
            : null;
    }

    /// <summary>The line in which a text leaves the one way to write what it says; 0 when it does not.</summary>
    private static int FirstDifference(string text, string canonical)
    {
        var same = text.AsSpan().CommonPrefixLength(canonical);
        return same == text.Length && same == canonical.Length ? 0 : text.AsSpan(0, same).Count('\n') + 1;
    }
}
