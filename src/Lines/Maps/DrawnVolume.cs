using System.Diagnostics.CodeAnalysis;
using Parley.Lines.Notices;
using Parley.Volumes;
using Parley.Volumes.Texts;

namespace Parley.Lines.Maps;

/// <summary>Takes shapes out of the text of a volume to be drawn, and puts them back. Heights, times and all other shapes stay as they are written.</summary>
public static class DrawnVolume
{
    /// <summary>The shapes of a volume in their order, null for one that is not drawn here; empty for a text that is no volume.</summary>
    public static IReadOnlyList<DrawnShape?> Read(string text) => FieldText.Volume(text) is { } volume ? [.. volume.Shapes.Select(DrawnShape.Of)] : [];

    /// <summary>The text with one shape in another's place, or as one more at the end.</summary>
    /// <param name="text">The volume before; a text that is none, such as an empty one, has no shapes, and its heights and times are <paramref name="rest"/>.</param>
    /// <param name="at">Which one, from 0; its number of shapes for one more.</param>
    /// <param name="rest">The lines from <c>band</c> on, for a volume that has none yet.</param>
    /// <returns>Null and the fault, or the text, ending with a line feed.</returns>
    public static string? Put(string text, int at, DrawnShape drawn, string rest, out DrawnFault fault)
    {
        var before = FieldText.Volume(text);
        if (drawn.Make(out fault) is not { } shape)
            return null;
        if (before is null && !TryRest(rest, out before))
        {
            fault = DrawnFault.Rest;
            return null;
        }

        List<Shape> shapes = FieldText.Volume(text) is null ? [] : [.. before.Shapes];
        if (at < shapes.Count)
            shapes[at] = shape;
        else
            shapes.Add(shape);
        if (Volume.Make(shapes, before.Band, before.Schedule).Value is not { } volume)
        {
            fault = DrawnFault.TooManyShapes;
            return null;
        }

        var written = VolumeText.Write(volume);
        fault = written.Length > Bounds.NoticeVolumeLength ? DrawnFault.TooLong : DrawnFault.None;
        return fault == DrawnFault.None ? written : null;
    }

    // Heights and times are read as those of a volume at any place.
    private static bool TryRest(string rest, [NotNullWhen(true)] out Volume? volume) =>
        (volume = FieldText.Volume($"volume 1\npoint 0.0000000 0.0000000\n{rest}")) is not null;
}
