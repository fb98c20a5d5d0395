using Parley.Control.Messages;
using Parley.Control.Outside;

namespace Parley.Console.Lines;

/// <summary>The part of a transcript that stands on the page: bounded, whatever the length of the transcript. Values; a new one for each change.</summary>
/// <param name="Entries">In transcript order, at most <see cref="Bounds.Shown"/>.</param>
/// <param name="Outside">What was said elsewhere in that time.</param>
internal sealed record Stretch(IReadOnlyList<EntryView> Entries, IReadOnlyList<OutsideView> Outside, bool MoreBefore, bool MoreAfter)
{
    public static Stretch Of(TranscriptPage page) => new(page.Entries, page.Outside ?? [], page.MoreBefore, page.MoreAfter);

    public string? First => Entries.Count > 0 ? Entries[0].Cursor : null;

    public string? Last => Entries.Count > 0 ? Entries[^1].Cursor : null;

    /// <summary>With the entries before it; what is too much goes at the end.</summary>
    public Stretch Earlier(TranscriptPage page)
    {
        EntryView[] all = [.. page.Entries, .. Entries];
        var cut = all.Length > Bounds.Shown;
        return new Stretch(cut ? all[..Bounds.Shown] : all, Join(page.Outside, Outside), page.MoreBefore, MoreAfter || cut);
    }

    /// <summary>With the entries after it; what is too much goes at the beginning.</summary>
    public Stretch Later(TranscriptPage page)
    {
        EntryView[] all = [.. Entries, .. page.Entries];
        var cut = all.Length > Bounds.Shown;
        return new Stretch(cut ? all[^Bounds.Shown..] : all, Join(Outside, page.Outside), MoreBefore || cut, page.MoreAfter);
    }

    /// <summary>Entries and what was said elsewhere, by time: each of the latter stands before the first entry that is later.</summary>
    public IEnumerable<object> Items()
    {
        var outside = new Queue<OutsideView>(Outside.OrderBy(o => o.At).ThenBy(o => o.Number));
        foreach (var entry in Entries)
        {
            while (outside.TryPeek(out var note) && note.At < entry.Time)
                yield return outside.Dequeue();
            yield return entry;
        }

        while (outside.TryDequeue(out var note))
            yield return note;
    }

    private static IReadOnlyList<OutsideView> Join(IReadOnlyList<OutsideView>? one, IReadOnlyList<OutsideView>? other) =>
        [.. (one ?? []).Concat(other ?? []).DistinctBy(o => o.Number)];
}
