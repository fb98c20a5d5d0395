using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Peers;
using Parley.Lines.Charters;
using Parley.Station;

namespace Parley.Testing.Simulation;

/// <summary>The part of a world's life that goes well: cards are exchanged and lines opened before anything goes wrong.</summary>
internal sealed class Beginning(SimulatedWorld world)
{
    public void Make()
    {
        foreach (var station in world.Stations)
            station.Start();
        foreach (var station in world.Stations)
        {
            foreach (var peer in world.Stations.Where(p => p != station))
                Do(station, new AddPeer(peer.Keys.Chain.ToFile(), peer.Keys.Chain.DigitsToCompare));
        }

        foreach (var noun in world.Nouns)
            noun.Prepare(this);
        var first = world.Stations[0];
        var terms = world.Nouns.Aggregate(new TermsView(Release: "flash=2"), (t, noun) => noun.With(t));
        var mode = world.Nouns.Any(n => n.AsksForLive) ? LineMode.Live : LineMode.Exercise;
        Propose(first, "hot", LineKind.Hot, mode, world.Stations.Skip(1), terms, world.Nouns.SelectMany(n => n.Besides));
        if (world.Stations.Count > 2)
            Propose(first, "pair", LineKind.Direct, LineMode.Exercise, [world.Stations.Skip(1).First(s => world.AreJoined([first, s]))], new TermsView(Release: "message=1"));
        var paths = world.Paths;
        foreach (var path in paths)
            path.TryOpen();
        for (var tries = 0; tries < 600 && !IsReady(); tries++)
        {
            world.Schedule.RunUntil(world.Schedule.Now + 1_000);
            foreach (var station in world.Stations)
                AcceptAll(station);
        }

        if (!IsReady())
            throw world.Failure("the lines of the beginning did not open");
        foreach (var station in world.Stations)
            station.Disk.Plan = world.DiskPlan(station);
    }

    private void Propose(SimulatedStation by, string name, LineKind kind, LineMode mode, IEnumerable<SimulatedStation> with, TermsView terms, params IEnumerable<string> besides) =>
        Do(by, new ProposeLine(name, kind, mode, [.. with.Select(s => s.Party.ToString()), .. besides], terms));

    private void AcceptAll(SimulatedStation station)
    {
        foreach (var line in station.Core!.Memory.Lines.Values.Where(l => l.Fold.OpenProposal?.AcceptedBy.Contains(station.Party) == false).ToList())
            Do(station, new AcceptLine(line.Id.ToString()));
    }

    private bool IsReady()
    {
        var lines = world.Stations[0].Core!.Memory.Lines;
        return world.Stations.All(s => s.Core!.Memory.Lines.Values.Any(l => l.Fold.Founding!.Name == "hot") &&
            s.Core!.Memory.Lines.Values.All(l => l.Fold.IsOpen)) && lines.Count >= world.Stations.Count;
    }

    /// <summary>An officer does what cannot be refused now.</summary>
    public void Do<TAnswer>(SimulatedStation station, Operation<TAnswer> operation) => station.Give(
        new OfficerAsks(operation, new Actor("owner", (Roles)31), answer =>
        {
            if (answer is not Done<TAnswer>)
                throw world.Failure($"{station.Party}: {operation} was not done: {answer}");
        }));
}
