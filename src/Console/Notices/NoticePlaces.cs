using Parley.Console.Maps;
using Parley.Console.Words;
using Parley.Control.Notices;
using Parley.Lines.Maps;
using Parley.Lines.Notices;

namespace Parley.Console.Notices;

/// <summary>The places and volumes of a notice, for a map.</summary>
internal static class NoticePlaces
{
    /// <summary>In the order of its lines; a text that is no place, and a volume that is none, is left to the lines themselves.</summary>
    /// <param name="isCalledOff">Every event that it announces is cancelled.</param>
    public static IReadOnlyList<MapItem> Of(NoticeView notice, NoticeFormat format, Reader reader, bool isCalledOff) =>
        [.. Values(notice, format).Select(v => Item(v, notice, reader, isCalledOff)).OfType<MapItem>()];

    private static MapItem? Item(Value value, NoticeView notice, Reader reader, bool isCalledOff)
    {
        var outline = value.Field.Kind == FieldKind.Volume ? Outlines.OfText(value.Text) : Outlines.OfPlace(value.Text);
        if (outline is null)
            return null;

        // A place bears the times of the notice: it has none of its own.
        var span = value.Field.Kind == FieldKind.Volume ? FieldText.Span(FieldKind.Volume, value.Text) : null;
        var (from, until) = span is { } known ? (known.From, known.Until) : (notice.Clocks.Start, notice.Clocks.End);
        return new MapItem(
            "n" + value.Number,
            $"{value.Number} {value.Field.Texts[reader.Tongue]}",
            notice.Party == reader.Party ? MapSide.Ours : MapSide.Theirs,
            notice.Title,
            StateOf(from, until, reader.Now, isCalledOff),
            outline.Rings,
            outline.Centre,
            from,
            until,
            value.Field.Kind == FieldKind.Volume ? Height(value.Text, reader.Say) : null) { Party = notice.Party };
    }

    private static MapState StateOf(DateTimeOffset? from, DateTimeOffset? until, DateTimeOffset now, bool isCalledOff) =>
        isCalledOff ? MapState.Cancelled
        : until < now ? MapState.Over
        : from <= now && until is not null ? MapState.Active
        : MapState.Announced;

    // Of the words of a volume the line of its heights, which follows its shapes.
    private static string? Height(string text, Language say) =>
        VolumeWords.Of(text, say.Tag) is { } words && Outlines.OfText(text) is { } outline ? words.ElementAtOrDefault(outline.Rings.Count + outline.NotDrawn) : null;

    private static IEnumerable<Value> Values(NoticeView notice, NoticeFormat format)
    {
        foreach (var (index, field) in format.Fields.Index())
        {
            var items = notice.Values.FirstOrDefault(v => v.Field == field.Name)?.Items ?? [];
            if (field.Kind is FieldKind.Place or FieldKind.Volume && items is [var only])
                yield return new Value(FormattableString.Invariant($"{index + 1}"), field, only);
            if (field.Kind != FieldKind.Rows)
                continue;
            for (var at = 0; at < items.Count; at++)
            {
                var (row, column) = (at / field.Columns.Count, at % field.Columns.Count);
                if (field.Columns[column].Kind is FieldKind.Place or FieldKind.Volume)
                    yield return new Value(FormattableString.Invariant($"{index + 1}.{row + 1}.{column + 1}"), field.Columns[column], items[at]);
            }
        }
    }

    /// <summary>Who looks at it.</summary>
    /// <param name="Tongue">Which of the format's languages is his.</param>
    internal sealed record Reader(Language Say, int Tongue, string Party, DateTimeOffset Now);

    /// <summary>One value and the line of the form that it stands on.</summary>
    private sealed record Value(string Number, NoticeField Field, string Text);
}
