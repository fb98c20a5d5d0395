using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>What the other side has said since the texts that a draft answers: a reply to the first of two letters must not leave as if there were one.</summary>
internal static class SpokenSince
{
    private const int Most = 16;

    /// <summary>Words of others that came after everything of theirs which the draft regards, and statements from outside that are later; empty when it answers nothing of
    /// theirs.</summary>
    public static IReadOnlyList<string> Of(StationMemory memory, LineState line, Draft draft)
    {
        var answered = draft.Regards.Select(r => memory.HeaderOf(r.Feed(line.Id), r.Index)).OfType<EntryHeader>().Where(h => IsTheirs(memory, h)).ToList();
        if (answered.Count == 0)
            return [];
        var since = new List<string>();
        foreach (var feed in line.Feeds.Values)
        {
            var id = feed.Id;
            var from = answered.Max(h => h.Feed == id ? h.Index + 1 : h.Held.SizeOf(id.Party, id.Generation, id.Lane));
            if (from >= feed.Size)
                continue;
            since.AddRange(memory.Store.Entries(id, from, Bounds.UnseenEntries).Select(e => EntryHeader.Parse(e.Header)).OfType<EntryHeader>()
                .Where(h => IsTheirs(memory, h) && EntryKind.IsTalk(h.Kind) && !draft.Regards.Contains(h.Ref)).Select(h => h.Ref.ToString()));
        }

        var last = answered.Max(h => h.Time);
        since.AddRange(OutsideNotes.Of(memory, line.Id).Where(n => n.At > last)
            .Select(n => $"outside {n.Number} ({n.Speaker}, {EntryText.Clock(n.At)}, unauthenticated)"));
        return [.. since.Take(Most)];
    }

    /// <summary>Words of another, be it that they came by hand and are our own entry.</summary>
    private static bool IsTheirs(StationMemory memory, EntryHeader header) => header.Feed.Party != memory.Own || header.Kind == EntryKind.ByHand;
}
