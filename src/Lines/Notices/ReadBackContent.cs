using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Volumes;
using Parley.Volumes.Discrepancies;
using Parley.Volumes.Earth;

namespace Parley.Lines.Notices;

/// <summary>Positions of the notice that it regards, as its receiver understood them. Fields: `field.NAME` for each place or volume that is read back, written as in a
/// notice. It acknowledges nothing else.</summary>
public sealed record ReadBackContent(IReadOnlyList<NoticeValue> Values)
{
    private const string TextField = "field.";

    public Words ToWords() => new(EntryKind.ReadBack, [.. Values.Select(v => Fields.Of(TextField + v.Field, v.Items[0]))], Officers: 1);

    /// <summary>Null when the content is no read-back.</summary>
    public static ReadBackContent? From(Content content)
    {
        if (content.Fields.Count is 0 or > Bounds.FormatFields)
            return null;
        var values = new List<NoticeValue>();
        foreach (var field in content.Fields)
        {
            if (!field.Name.StartsWith(TextField, StringComparison.Ordinal) || !NoticeContent.IsName(field.Name[TextField.Length..]) ||
                field.Text is not { Length: > 0 and <= Bounds.NoticeItemLength } text || !NoticeContent.IsSound(text))
                return null;
            values.Add(new NoticeValue(field.Name[TextField.Length..], [text]));
        }

        return new ReadBackContent(values);
    }

    /// <summary>What lies between what the notice says and what was read back, in metres, rounded up; and whether a person must look: it is more than the format allows, or
    /// cannot be told.</summary>
    public static (long? Metres, bool Differs) Compare(NoticeFormat format, Notice notice, NoticeValue read, AreaResolver areas)
    {
        if (format[read.Field] is not { } field || notice[read.Field] is not { } said || ShapesOf(field.Kind, said) is not { } one ||
            ShapesOf(field.Kind, read.Items[0]) is not { } other)
            return (null, true);
        var apart = ShapeDiscrepancy.Between(one, other, areas);
        return (apart.Metres is { } metres ? (long)Math.Ceiling(metres) : null, apart.Beyond(format.Discrepancy));
    }

    private static IReadOnlyList<Shape>? ShapesOf(FieldKind kind, string text) => kind switch
    {
        FieldKind.Place when FieldText.Place(text) is { } place => [new PointShape(place)],
        FieldKind.Volume => FieldText.Volume(text)?.Shapes,
        _ => null,
    };

    /// <inheritdoc/>
    public bool Equals(ReadBackContent? other) => other is not null && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Count;
}
