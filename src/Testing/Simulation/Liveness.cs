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
        if (world.Script.Spoken.FirstOrDefault(w => w is { IsLast: true, Released: not null } && world.IsJoined(w.Line) && !IsReceived(world, w)) is { } unheard)
            return $"{unheard.Name} of {unheard.Author.Party}, {unheard.Released}, is not received; " +
                string.Join(", ", world.Stations.Select(s => $"{s.Party}: " + string.Join(
                    ' ', s.Core!.Memory.Lines.GetValueOrDefault(unheard.Line)?.Heads.Rows.Where(r => r.Party == unheard.Author.Party) ?? [])));
        foreach (var id in world.Stations.SelectMany(s => s.Core!.Memory.Lines.Keys).Distinct().Order().Where(world.IsJoined))
        {
            if (MissingOnLine(world, id) is { } missing)
                return missing;
        }

        return null;
    }

    private static bool IsReceived(SimulatedWorld world, Spoken word)
    {
        var line = word.Author.Core!.Memory.Lines[word.Line];
        var receipts = line.Feeds[word.Released!.Value.Feed(word.Line)].Receipts;
        return world.Stations.Where(s => s != word.Author && line.Fold.Founding!.Names(s.Party) && !world.HasLeft(s, word.Line)).All(
            s => receipts.TryGetValue(s.Party, out var receipt) && receipt.Size > word.Released.Value.Index && !receipt.Lacks.Contains(word.Released.Value.Index));
    }

    private static string? MissingOnLine(SimulatedWorld world, LineId id)
    {
        var founding = world.Stations.Select(s => s.Core!.Memory.Lines.GetValueOrDefault(id)?.Fold.Founding).OfType<Charter>().First();
        var members = world.Stations.Where(s => founding.Names(s.Party) && !world.HasLeft(s, id)).ToList();
        if (members.FirstOrDefault(m => !m.Core!.Memory.Lines.ContainsKey(id)) is { } without)
            return $"{without.Party} does not know line {founding.Name} ({id})";
        if (members.Count == 0)
            return null;
        var first = members[0].Core!.Memory.Lines[id];
        var forked = world.Witness.Forked.Any(f => f.Line == id) || HasHole(members, id);
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

        return MissingOfWhoLeft(world, id, members);
    }

    /// <summary>What a party said before it left, and that it left, comes to all who are left; of what a disk that was set back says, nothing is promised.</summary>
    private static string? MissingOfWhoLeft(SimulatedWorld world, LineId id, List<SimulatedStation> members)
    {
        foreach (var left in world.Stations.Where(s => s.Restores == 0 && world.HasLeft(s, id) && s.Core!.Memory.Lines.ContainsKey(id) && world.Reaches(s, id)))
        {
            foreach (var feed in left.Core!.Memory.Lines[id].Feeds.Values.Where(f => f.Id.Party == left.Party))
            {
                if (members.Find(m => (m.Core!.Memory.Lines[id].Feeds.GetValueOrDefault(feed.Id)?.Size ?? 0) < feed.Size) is { } behind)
                    return $"{behind.Party} lacks some of {feed.Id} (size {feed.Size}), whose author has left";
            }
        }

        return null;
    }

    private static string? MissingInFeed(
        SimulatedWorld world, List<SimulatedStation> members, SimulatedStation holder, FeedState feed, bool forked)
    {
        if (world.Witness.Forked.Contains(feed.Id))
            return null;
        if (!forked && feed.Unplaced.Count > 0)
            return $"{holder.Party} has no place for {feed.Unplaced} of {feed.Id} (size {feed.Size}), which held {Held(holder, feed)}" +
                string.Concat(holder.Core!.Memory.Lines[feed.Id.Line].Feeds.Values.Where(f => f != feed && f.Unplaced.Count > 0)
                    .Select(f => $"\nnor for {f.Unplaced} of {f.Id} (size {f.Size}), which held {Held(holder, f)}"));
        if (feed.Absent.Except(Excused(world, feed.Id)).Count > 0 || feed.Unreadable.Except(Excused(world, feed.Id)).Count > 0)
        {
            return $"{holder.Party} lacks contents of {feed.Id} (size {feed.Size}): absent {feed.Absent}, unreadable {feed.Unreadable}; " +
                string.Join(", ", members.Select(m => $"{m.Party} lacks {m.Core!.Memory.Lines[feed.Id.Line].Feeds.GetValueOrDefault(feed.Id)?.Lacks}"));
        }

        foreach (var other in members.Where(m => m != holder))
        {
            var theirs = other.Core!.Memory.Lines[feed.Id.Line].Feeds.GetValueOrDefault(feed.Id)?.Size ?? 0;
            if (theirs != feed.Size)
                return $"{other.Party} holds {theirs} of {feed.Id}, {holder.Party} {feed.Size}";
            if (other.Party == feed.Id.Party)
                continue;
            // Not the author alone: whoever is on the line can show that all others have it.
            var receipt = feed.Receipts.GetValueOrDefault(other.Party);
            if (receipt?.Size != feed.Size || receipt.Lacks.Except(Excused(world, feed.Id)).Count > 0)
                return $"{holder.Party} has a receipt of {other.Party} over {receipt?.Size} of {feed.Id} (size {feed.Size}) without {receipt?.Lacks}";
        }

        return MissingOfLeft(members, holder, feed);
    }

    /// <summary>What those signed who have left since is proof as well: everybody has it who holds the head that it is over.</summary>
    private static string? MissingOfLeft(List<SimulatedStation> members, SimulatedStation holder, FeedState feed)
    {
        foreach (var (by, receipt) in feed.Receipts.Where(r => members.TrueForAll(m => m.Party != r.Key)))
        {
            foreach (var other in members.Where(m => m != holder))
            {
                var theirs = other.Core!.Memory.Lines[feed.Id.Line].Feeds[feed.Id].Receipts.GetValueOrDefault(by);
                if (receipt.IsNewerThan(theirs?.Size ?? 0, theirs?.Lacks.Count ?? 0) && other.Core.Memory.Shared.CheckpointAt(feed.Id, receipt.Size) is not null)
                    return $"{other.Party} has a receipt of {by}, who left, over {theirs?.Size ?? 0} of {feed.Id}, and {holder.Party} one over {receipt.Size}";
            }
        }

        return null;
    }

    /// <summary>An entry held another that nobody has any more: its author's store was set back before that other one had reached anybody. What held it has
    /// no certain place then, and neither has what came after.</summary>
    public static bool HasHole(List<SimulatedStation> members, LineId id)
    {
        foreach (var member in members.Where(_ => members.Any(m => m.Restores > 0)))
        {
            foreach (var feed in member.Core!.Memory.Lines[id].Feeds.Values.Where(f => f.Unplaced.Count > 0))
            {
                var held = member.Core!.Memory.HeaderOf(feed.Id, feed.Unplaced.Ranges[0].From)!.Held;
                if (held.Rows.Any(r => IsBeyondAll(members, id, r, Lane.Urgent) || IsBeyondAll(members, id, r, Lane.Ordinary)))
                    return true;
            }
        }

        return false;
    }

    private static bool IsBeyondAll(List<SimulatedStation> members, LineId id, HeadRow row, Lane lane) =>
        members.All(m => m.Core!.Memory.Lines[id].Heads.SizeOf(row.Party, row.Generation, lane) < row.Size(lane));

    private static string Held(SimulatedStation holder, FeedState feed)
    {
        var memory = holder.Core!.Memory;
        var line = memory.Lines[feed.Id.Line];
        var rows = memory.HeaderOf(feed.Id, feed.Unplaced.Ranges[0].From)!.Held.Rows;
        return string.Join("; ", rows.Select(r => $"{r}: here {line.Heads.SizeOf(r.Party, r.Generation, Lane.Urgent)}, {line.Heads.SizeOf(r.Party, r.Generation, Lane.Ordinary)}"));
    }

    /// <summary>Words that nobody can read any more since their author's disk was set back.</summary>
    private static Parley.Ledger.RangeSet Excused(SimulatedWorld world, FeedId feed)
    {
        var excused = Parley.Ledger.RangeSet.Empty;
        foreach (var key in world.LostContents.Where(k => k.Feed == feed))
            excused = excused.Add(key.Index, key.Index + 1);
        return excused;
    }

    private static string Words(LineState line) =>
        $"{line.Fold.InForce.Count} in force, open {line.Fold.OpenProposal?.Hash} accepted by " +
        $"{string.Join(',', line.Fold.OpenProposal?.AcceptedBy ?? [])}, suspended by {string.Join(',', line.Fold.SuspendedBy)}, " +
        $"left by {string.Join(',', line.Fold.LeftBy)}, {Convert.ToHexStringLower(Parley.Crypto.Digest.Of(line.Fold.Encode()).ToArray())[..8]}, " +
        string.Join(',', line.Fold.InForce.Select(c => c.Hash().ToString()[..8]));
}
