using Parley.Control;
using Parley.Ledger;
using Parley.Lines.Parties;
using Parley.Station.Attachments;
using Parley.Station.Journals;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>What circuits tell the loop of themselves: that they opened, closed, have room again, how long a round trip takes.</summary>
internal static class CircuitEvents
{
    public static void Take(Step step, LinkTable links, Asking asking, StationInput input)
    {
        switch (input)
        {
            case CircuitOpened opened:
                links.Open(opened.Circuit, step.Now);
                links.Of(opened.Circuit.Peer).Lost.Opened(opened.Circuit);
                asking.Cut(opened.Circuit.Peer);
                OfferAll(step.Memory, links, opened.Circuit.Peer, step.Now);
                step.Journal(JournalAct.CircuitOpened, note: $"{opened.Circuit.Peer} {opened.Circuit.Name}");
                step.Note(ChangeKind.Circuit, text: $"open {opened.Circuit.Peer} {opened.Circuit.Name}");
                break;
            case CircuitClosed closed:
                if (links.Close(closed.Circuit, step.Now))
                {
                    var peer = links.Of(closed.Circuit.Peer);
                    peer.Lost.Closed(closed.Circuit, peer.Links.Select(l => l.Circuit), step.Memory.Own, step.Now);
                    asking.Cut(closed.Circuit.Peer);
                    step.Journal(JournalAct.CircuitClosed, note: $"{closed.Circuit.Peer} {closed.Circuit.Name} {closed.End}");
                    step.Note(ChangeKind.Circuit, text: $"closed {closed.Circuit.Peer} {closed.Circuit.Name} ({closed.End})");
                }

                break;
            case CircuitDrained drained:
                links.Drained(drained.Circuit);
                asking.LookAgain();
                break;
            case CircuitMeasured measured:
                if (links.Find(measured.Circuit) is { } timed)
                    timed.RoundTrip = timed.RoundTrip is { } before ? ((before * 7) + measured.RoundTrip) / 8 : measured.RoundTrip;
                break;
        }
    }

    /// <summary>Whatever a peer may lack is looked at again.</summary>
    public static void OfferAll(StationMemory memory, LinkTable links, PartyId peer, Timestamp now)
    {
        foreach (var line in memory.Lines.Values)
        {
            if (!line.IsSharedWith(peer))
                continue;
            foreach (var feed in line.Feeds.Values.Where(f => f.Id.Party == memory.Own && f.Size > (f.Receipts.GetValueOrDefault(peer)?.Size ?? 0)))
                links.Of(peer).Pending.Add(feed.Id);
            foreach (var feed in line.Feeds.Values.Where(f => f.Id.Party != memory.Own && f.Id.Party != peer && f.Size > 0))
                Carrying.Offer(links.Of(peer), line, feed, now);
        }
    }
}
