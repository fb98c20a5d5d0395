using Parley.Lines.Entries;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>When the key before the one in force may go. At start it closed every feed that it signed, with a rotation entry as the last that it covers; it goes
/// when that is in the store and every member's receipt covers it, so that neither a crash nor a peer can ask for its signature again. By
/// evidence, never by time alone. A store that is set back later begins new generations and needs no old key.</summary>
internal sealed class Retirement
{
    // Sizes of our feeds once they were closed; looked up only. What is greater is under the key in force.
    private Dictionary<FeedId, long>? closed;

    /// <summary>Asked after commits alone: what memory says is durable.</summary>
    public bool IsOver(StationMemory memory)
    {
        closed ??= memory.Lines.Values.SelectMany(l => Rotations.OwnFeeds(memory, l)).ToDictionary(f => f.Id, f => f.Size);
        return memory.Lines.Values.All(l => IsOver(memory, l));
    }

    private bool IsOver(StationMemory memory, LineState line)
    {
        // Nothing follows our `leave`.
        if (line.Fold.LeftBy.Contains(memory.Own))
            return true;
        var current = memory.Keys.Chain.Cards.Count - 1;
        foreach (var feed in Rotations.OwnFeeds(memory, line))
        {
            if (feed.CardIndex < current && memory.Keys.Has(feed.CardIndex))
                return false;
            if (line.Fold.IsClosed || !closed!.TryGetValue(feed.Id, out var size))
                continue;
            if (line.Fold.Members.Any(m => m != memory.Own && (feed.Receipts.GetValueOrDefault(m)?.Size ?? 0) < size))
                return false;
        }

        return true;
    }
}
