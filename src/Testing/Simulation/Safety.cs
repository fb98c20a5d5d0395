using Parley.Crypto;
using Parley.Lines.Entries;
using Parley.Station;
using Parley.Station.State;
using Parley.Testing.Storage;

namespace Parley.Testing.Simulation;

/// <summary>What must hold at every moment, whatever goes wrong.</summary>
internal static class Safety
{
    public static void Check(SimulatedWorld world)
    {
        foreach (var station in world.Stations)
        {
            if (station.Core is not { Trouble: null } core)
                continue;
            RebuildEqualsMemory(world, station, core);
            ReceiptsAreBacked(world, station, core);
            QueuesAreBounded(world, station, core);
        }
    }

    /// <summary>A station that loads its store anew finds what it has in memory.</summary>
    private static void RebuildEqualsMemory(SimulatedWorld world, SimulatedStation station, StationCore core)
    {
        var live = Described(core.Memory);
        var loaded = Described(Recovery.Load(station.Keys, station.Store!));
        foreach (var (name, value) in live)
        {
            if (loaded.GetValueOrDefault(name) != value)
                throw world.Failure($"{station.Party}: memory and store differ in {name}: {value} in memory, {loaded.GetValueOrDefault(name)} in the store");
        }

        foreach (var name in loaded.Keys.Where(n => !live.ContainsKey(n)))
            throw world.Failure($"{station.Party}: {name} is in the store and not in memory");
    }

    private static SortedDictionary<string, string> Described(StationMemory memory)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["position"] = $"{memory.Position}",
            ["journal"] = Convert.ToHexString(memory.Journal.Encode()),
        };
        foreach (var line in memory.Lines.Values)
        {
            all[$"line {line.Id} fold"] = Digest.Of(line.Fold.Encode()).ToString();
            all[$"line {line.Id} generation"] = $"{line.OwnGeneration}, due {line.GenerationDue}, allies {line.Allies}";
            all[$"line {line.Id} members' keys"] = string.Join(' ', line.MemberKems.Select(k => $"{k.Key}:{k.Value.Generation}/{k.Value.Index}"));
            all[$"line {line.Id} warnings"] = string.Join(" | ", line.Warnings);
            all[$"line {line.Id} whole"] = Digest.Of(line.Encode()).ToString();
            all[$"line {line.Id} heads"] = string.Join(' ', line.Heads.Rows.Where(r => r.Urgent + r.Ordinary > 0));
            all[$"line {line.Id} keys"] = string.Join(' ', line.OwnKems.Select(k => $"{k.Generation}/{k.Index}"));
            foreach (var feed in line.Feeds.Values.Where(f => f.Size > 0))
                all[$"feed {feed.Id}"] = Convert.ToHexString(feed.Encode());
            foreach (var (feed, epochs) in line.Epochs)
                all[$"epochs {feed}"] = string.Join(' ', epochs.Select(e => $"{e.Index}:{Convert.ToHexString(e.Secret ?? [])}"));
        }

        foreach (var attachment in memory.Lines.Values.SelectMany(l => l.Attachments.Values))
            all[$"attachment {attachment.Id}"] = Convert.ToHexString(attachment.Encode());
        foreach (var book in memory.Codebooks.Values)
            all[$"codebook {book.Hash}"] = Digest.Of(book.Encode()).ToString();
        foreach (var draft in memory.Drafts.Values)
            all[$"draft {draft.Id}"] = Digest.Of(draft.Encode()).ToString();
        foreach (var peer in memory.Peers.Values)
            all[$"peer {peer.Party}"] = Digest.Of(peer.Encode()).ToString();
        foreach (var (id, wish) in memory.CharterWishes)
            all[$"wish {id}"] = Convert.ToHexString(wish.Encode());
        foreach (var key in memory.RememberedOrder)
            all[$"key {key}"] = memory.Remembered[key];
        return all;
    }

    /// <summary>A receipt that is held anywhere is backed by the disk of whoever gave it.</summary>
    private static void ReceiptsAreBacked(SimulatedWorld world, SimulatedStation station, StationCore core)
    {
        foreach (var member in world.Stations.Where(s => s != station && s.Restores == 0))
        {
            using var disk = MemoryStore.Open(member.Disk.Clone());
            foreach (var feed in core.Memory.Lines.Values.SelectMany(l => l.Feeds.Values))
            {
                if (feed.Receipts.TryGetValue(member.Party, out var receipt))
                    IsBacked(world, station, feed, receipt, member, disk);
            }
        }
    }

    private static void IsBacked(
        SimulatedWorld world, SimulatedStation station, FeedState feed, Receipt receipt, SimulatedStation member, MemoryStore disk)
    {
        var stored = disk.Entries(feed.Id, 0, int.MaxValue);
        if (stored.Count < receipt.Size)
            throw world.Failure($"{station.Party} shows a receipt of {member.Party} over {receipt.Size} of {feed.Id}, and {stored.Count} are on the disk there");
        foreach (var entry in stored.Take((int)receipt.Size))
        {
            if (entry.Opened is null && !receipt.Lacks.Contains(entry.Index))
                throw world.Failure($"{station.Party} shows entry {entry.Index} of {feed.Id} as received at {member.Party}, which cannot read it");
            if (!world.Witness.Forked.Contains(feed.Id) && station.Store!.Entry(feed.Id, entry.Index) is { } own && !own.Header.AsSpan().SequenceEqual(entry.Header))
                throw world.Failure($"{station.Party} and {member.Party} hold different entries {entry.Index} of {feed.Id}");
        }
    }

    private static void QueuesAreBounded(SimulatedWorld world, SimulatedStation station, StationCore core)
    {
        var feeds = core.Memory.Lines.Values.Sum(l => l.Feeds.Count);
        foreach (var peer in core.Links.All)
        {
            var links = world.Paths.Count(p => p.Joins(station)) * 4;
            if (peer.Flows.Count > feeds || peer.Pending.Count > feeds || peer.ReceiptsDue.Count > feeds * world.Stations.Count || peer.Links.Count > links)
            {
                throw world.Failure(
                    $"{station.Party} keeps {peer.Flows.Count} flows, {peer.Pending.Count} pending, " +
                    $"{peer.ReceiptsDue.Count} receipts and {peer.Links.Count} circuits for {peer.Party}, with {feeds} feeds");
            }

            if (peer.Links.Any(l => l.Refused > Parley.Station.Bounds.RefusalsPerCircuit + Parley.Station.Bounds.StepInputs))
                throw world.Failure($"{station.Party} bears more refusals of {peer.Party} than the bound");
        }

        if (core.Memory.Drafts.Count > Parley.Station.Bounds.Drafts || core.Memory.Remembered.Count > Parley.Station.Bounds.RememberedOperations)
            throw world.Failure($"{station.Party} keeps more drafts or keys than the bounds");
        if (core.Memory.Lines.Values.Any(l => l.Feeds.Keys.Count(f => f.Lane == Lane.Urgent) > 64))
            throw world.Failure($"{station.Party} opens one generation after another");
    }
}
