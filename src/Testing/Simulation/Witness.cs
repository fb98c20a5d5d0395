using Parley.Crypto;
using Parley.Lines.Entries;
using Parley.Station.Frames;

namespace Parley.Testing.Simulation;

/// <summary>Sees every frame that leaves a station and every checkpoint that stands on a disk: nobody may ever sign two roots of one feed and size.</summary>
internal sealed class Witness(SimulatedWorld world)
{
    private readonly SortedDictionary<(FeedId Feed, long Size), Digest> roots = [];

    /// <summary>Feeds of which two histories were signed, by stations that were set back without knowing it.</summary>
    public SortedSet<FeedId> Forked { get; } = [];

    public void Saw(SimulatedStation sender, ReadOnlyMemory<byte> frame)
    {
        world.Trace.Add(world.Schedule.Now, "sends", sender.Party.ToString(), world.IsReproducible ? frame.Span : default);
        world.Meddler.Hear(frame);
        switch (Frame.Parse(frame, out var refusal))
        {
            case BatchFrame batch:
                Note(batch.Checkpoint);
                break;
            case null:
                throw world.Failure($"{sender.Party} sent a frame that is none: {refusal}");
        }
    }

    /// <summary>Looks for feeds of which two stations hold different entries: allowed to authors alone who were set back without knowing it.</summary>
    public void FindForks()
    {
        foreach (var author in world.Stations.Where(s => s.WasSetBackUnknown))
        {
            foreach (var one in world.Stations.Where(s => s.IsUp))
            {
                foreach (var feed in one.Core!.Memory.Lines.Values.SelectMany(l => l.Feeds.Values).Where(f => f.Id.Party == author.Party && f.Size > 0))
                {
                    var differs = world.Stations.Where(s => s.IsUp && s != one).Select(s => s.Store!.Entry(feed.Id, feed.Size - 1)).Any(
                        e => e is not null && !e.Header.AsSpan().SequenceEqual(one.Store!.Entry(feed.Id, feed.Size - 1)!.Header));
                    if (differs)
                        Forked.Add(feed.Id);
                }
            }
        }
    }

    public void Note(SignedCheckpoint checkpoint)
    {
        var key = (checkpoint.Feed, checkpoint.Head.Size);
        if (roots.TryAdd(key, checkpoint.Head.Root) || roots[key] == checkpoint.Head.Root)
            return;
        var author = world.Stations.First(s => s.Party == checkpoint.Feed.Party);
        if (!author.WasSetBackUnknown)
            throw world.Failure($"{author.Party} signed two roots of {checkpoint.Feed} at {checkpoint.Head.Size}");
        Forked.Add(checkpoint.Feed);
    }
}
