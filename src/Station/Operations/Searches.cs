using Parley.Control;
using Parley.Control.Messages;
using Parley.Lines.Entries;
using Parley.Lines.Transcripts;

namespace Parley.Station.Operations;

/// <summary>Looks for a text in a transcript. Words are sealed at rest, so there is no index: entries are opened one after the other, by the asker's own thread.</summary>
internal static class Searches
{
    public static object Search(OperationContext context, SearchTranscript operation)
    {
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return new Refused<SearchPage>(refused.Why, refused.Detail);
        if (operation.Text.Trim().Length is 0 or > Parley.Lines.Bounds.ShortText)
            return new Refused<SearchPage>(Refusal.Malformed, "Search for 1 to 256 characters.");
        var before = operation.Before is null ? null : TranscriptPosition.Parse(operation.Before);
        if (operation.Before is not null && before is null)
            return new Refused<SearchPage>(Refusal.Malformed, "The cursor is not one that a page gave.");
        var glance = LineGlance.Of(context, line, operation.Language);
        return new Deferred(() => Look(glance, operation.Text.Trim(), before));
    }

    private static Done<SearchPage> Look(LineGlance glance, string text, TranscriptPosition? before)
    {
        var found = new List<EntryView>();
        DateTimeOffset? searched = null;
        for (var looked = 0; looked < Bounds.SearchedEntries && found.Count < Bounds.FoundEntries;)
        {
            var stretch = glance.Store.TranscriptBefore(glance.Line, before, Bounds.PageEntries);
            foreach (var stored in stretch.Reverse())
            {
                looked++;
                before = stored.Position;
                if (glance.View(stored) is not { } view)
                    continue;
                searched = view.Time;
                if (!EntryKind.IsStation(view.Kind) && !EntryKind.IsAside(view.Kind) && Holds(view, text))
                    found.Add(view);
                if (found.Count >= Bounds.FoundEntries)
                    break;
            }

            if (stretch.Count < Bounds.PageEntries && found.Count < Bounds.FoundEntries)
                return Page(glance, found, null, searched);
        }

        return Page(glance, found, before, searched);
    }

    private static Done<SearchPage> Page(LineGlance glance, List<EntryView> found, TranscriptPosition? before, DateTimeOffset? searched) =>
        new(new SearchPage(glance.Mode, glance.Handle, found, before?.ToString(), searched));

    private static bool Holds(EntryView view, string text) =>
        Has(view.Text, text) || view.Handling.Any(h => Has(h.Text, text)) || Has(view.Code?.Title, text) ||
        (EntryRef.Parse(view.Entry) is { } entry && Has(MessageNumber.Of(entry).ToString(), text)) || view.Entry.Equals(text, StringComparison.OrdinalIgnoreCase);

    private static bool Has(string? words, string text) => words?.Contains(text, StringComparison.OrdinalIgnoreCase) ?? false;
}
