using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Station.State;

namespace Parley.Testing.Simulation;

/// <summary>What must come about once everything works: every member holds, reads and has receipted every word, in one order and under one charter.</summary>
internal static class Liveness
{
    /// <summary>The first thing that is not so yet; null when all is.</summary>
    public static string? Missing(SimulatedWorld world)
    {
        if (world.Stations.FirstOrDefault(s => s.Core is not { Trouble: null }) is { } down)
            return $"{down.Party} does not work: {down.Core?.Trouble?.Message}";
        if (world.Officers.Waiting > 0)
            return $"{world.Officers.Waiting} requests have no answer";
        foreach (var id in world.Stations.SelectMany(s => s.Core!.Memory.Lines.Keys).Distinct().Order())
        {
            if (MissingOnLine(world, id) is { } missing)
                return missing;
        }

        return null;
    }

    private static string? MissingOnLine(SimulatedWorld world, LineId id)
    {
        var founding = world.Stations.Select(s => s.Core!.Memory.Lines.GetValueOrDefault(id)?.Fold.Founding).OfType<Charter>().First();
        var members = world.Stations.Where(s => founding.Names(s.Party)).ToList();
        if (members.FirstOrDefault(m => !m.Core!.Memory.Lines.ContainsKey(id)) is { } without)
            return $"{without.Party} does not know line {founding.Name} ({id})";
        var first = members[0].Core!.Memory.Lines[id];
        var forked = world.Witness.Forked.Any(f => f.Line == id);
        foreach (var member in members)
        {
            var line = member.Core!.Memory.Lines[id];
            foreach (var feed in line.Feeds.Values.Where(f => f.Size > 0))
            {
                if (MissingInFeed(world, members, member, feed, forked) is { } missing)
                    return missing;
            }

            if (!forked && !line.Fold.Encode().AsSpan().SequenceEqual(first.Fold.Encode()))
                return $"{member.Party} and {members[0].Party} see {founding.Name} under different terms: {Words(line)} and {Words(first)}";
        }

        return null;
    }

    private static string? MissingInFeed(
        SimulatedWorld world, List<SimulatedStation> members, SimulatedStation holder, FeedState feed, bool forked)
    {
        if (world.Witness.Forked.Contains(feed.Id))
            return null;
        if (!forked && feed.Unplaced.Count > 0)
            return $"{holder.Party} has no place for {feed.Unplaced} of {feed.Id} (size {feed.Size})";
        if (feed.Absent.Count > 0 || feed.Unreadable.Except(Excused(world, feed.Id)).Count > 0)
            return $"{holder.Party} lacks contents of {feed.Id} (size {feed.Size}): absent {feed.Absent}, unreadable {feed.Unreadable}";
        foreach (var other in members.Where(m => m != holder))
        {
            var theirs = other.Core!.Memory.Lines[feed.Id.Line].Feeds.GetValueOrDefault(feed.Id)?.Size ?? 0;
            if (theirs != feed.Size)
                return $"{other.Party} holds {theirs} of {feed.Id}, {holder.Party} {feed.Size}";
            if (holder.Party != feed.Id.Party)
                continue;
            var receipt = feed.Receipts.GetValueOrDefault(other.Party);
            if (receipt?.Size != feed.Size || receipt.Lacks.Except(Excused(world, feed.Id)).Count > 0)
                return $"{holder.Party} has a receipt of {other.Party} over {receipt?.Size} of {feed.Id} (size {feed.Size}) without {receipt?.Lacks}";
        }

        return null;
    }

    /// <summary>Words that nobody can read any more since their author's disk was set back.</summary>
    private static Parley.Ledger.RangeSet Excused(SimulatedWorld world, FeedId feed)
    {
        var excused = Parley.Ledger.RangeSet.Empty;
        foreach (var word in world.Script.Words.Where(w => w.ContentIsLost && w.Released!.Value.Feed(w.Line) == feed))
            excused = excused.Add(word.Released!.Value.Index, word.Released.Value.Index + 1);
        return excused;
    }

    private static string Words(LineState line) =>
        $"{line.Fold.InForce.Count} in force, open {line.Fold.OpenProposal?.Hash} accepted by {string.Join(',', line.Fold.OpenProposal?.AcceptedBy ?? [])}, suspended by {string.Join(',', line.Fold.SuspendedBy)}";
}
