using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Frames;
using Parley.Station.State;

namespace Parley.Station;

/// <summary>What a member of a line does for the others: it carries their entries and receipts to those whom they do not reach. Beacons say who is joined to
/// whom. To a peer that has no circuit to the author all goes on at once; to one that has it goes only after a while in which it stayed behind, so that where
/// all are joined nothing travels twice. A receipt goes on when it is new here, towards the author at once and to others when their beacon shows that they
/// lack it; a station sends each receipt of its own to whoever lacks it, so nobody else need.</summary>
internal sealed class Carrying(LinkTable links, TimeSpan interval)
{
    private readonly TimeSpan patience = 2 * interval;

    /// <summary>Entries or contents of somebody else were recorded: they go on to members that do without a circuit to their author.</summary>
    public void Offer(StationMemory memory, LineState line, FeedState feed, Timestamp now)
    {
        foreach (var member in line.Fold.Members)
        {
            if (member != memory.Own && member != feed.Id.Party && links.Has(member))
                Offer(links.Of(member), line, feed, now);
        }
    }

    /// <summary>The same for one peer.</summary>
    public static void Offer(PeerLinks peer, LineState line, FeedState feed, Timestamp now)
    {
        var flow = peer.FlowOf(feed.Id);
        if (flow.Release(feed.Absent))
            peer.Pending.Add(feed.Id);
        if (!flow.SetBack && feed.Receipts.TryGetValue(peer.Party, out var receipt))
            flow.Known = Math.Max(flow.Known, receipt.Size);
        if (flow.IsBehind(feed.Size, now) && peer.IsWithout(feed.Id.Party) && Knows(peer, line))
            peer.Pending.Add(feed.Id);
    }

    /// <summary>Whether a peer is known to know a line, so that more than the proposal can be understood there.</summary>
    public static bool Knows(PeerLinks peer, LineState line)
    {
        if (peer.Told.ContainsKey(line.Id) || line.Fold.Founding!.Kind == LineKind.Operator)
            return true;
        return line.Feeds.Values.Any(f => f.Size > 0 && (f.Id.Party == peer.Party || f.Receipts.ContainsKey(peer.Party)));
    }

    /// <summary>Whether a feed can be understood by who does not know the line: it begins with the proposal.</summary>
    public static bool Proposes(LineState line, FeedId feed) => feed.Lane == Lane.Urgent && line.Fold.Founding?.Proposer == feed.Party;

    /// <summary>At each beacon: who has been behind for a while, or has lost its circuit to the author, gets what it lacks; beacons name heads only when they
    /// change, so one that says nothing new is behind still. Receipts that came since its last word on a line are weighed against that.</summary>
    public void Overdue(Step step, PeerLinks peer)
    {
        foreach (var (id, flow) in peer.Flows)
        {
            if (flow.BehindSince is { } since && id.Party != step.Memory.Own && (peer.IsWithout(id.Party) || step.Now - since >= patience) &&
                step.Memory.Lines.TryGetValue(id.Line, out var line) && line.Feeds.TryGetValue(id, out var feed) && flow.Known < feed.Size)
            {
                peer.Pending.Add(id);
            }
        }

        ShowBranches(step, peer);
        foreach (var (id, told) in peer.Told)
        {
            if (!step.Memory.Lines.TryGetValue(id, out var line) || told.Weighed == line.Version)
                continue;
            told.Weighed = line.Version;
            // Who has left still learns whether his last words came, and nothing else.
            foreach (var feed in line.Feeds.Values.Where(f => f.Id.Party == peer.Party || line.IsSharedWith(peer.Party)))
                SendLacking(step, peer, line, feed, told.Line);
        }
    }

    /// <summary>What was shown once of the branch that is recorded here may have been lost on the way; the author would go on and not know why nobody follows.</summary>
    private static void ShowBranches(Step step, PeerLinks peer)
    {
        foreach (var (id, flow) in peer.Flows)
        {
            if (flow.OtherBranch == 0 || id.Party != peer.Party || !step.Memory.Lines.TryGetValue(id.Line, out var line) || !line.Feeds.TryGetValue(id, out var feed))
                continue;
            if (line.GenerationsOf(id.Party) != flow.OtherBranch)
                flow.OtherBranch = 0;
            else if (flow.Known >= feed.Size - 1)
                peer.Rewind(id, feed.Size - 1);
            // Otherwise it holds less by its word, and is given all from there on: from nothing, once its store was set back.
        }
    }

    private static void SendLacking(Step step, PeerLinks peer, LineState line, FeedState feed, BeaconLine told)
    {
        var members = line.Fold.Members;
        foreach (var (by, receipt) in feed.Receipts)
        {
            // Who has left sends nothing more of this line, though what it signed before it left still counts.
            if (by == peer.Party || (by != step.Memory.Own && members.Contains(by) && !peer.IsWithout(by)))
                continue;
            // It can be verified only where the checkpoint is.
            if (receipt.Size > told.Recorded.SizeOf(feed.Id.Party, feed.Id.Generation, feed.Id.Lane))
                continue;
            var (size, lacking) = told.ReceiptOf(by, feed.Id);
            if (receipt.IsNewerThan(size, lacking))
                Send(step, peer, feed.Id, receipt);
        }
    }

    /// <summary>A receipt that is new here goes on to the author, or back on the way on which the entries came.</summary>
    public void Forward(Step step, PartyId carrier, LineState line, FeedState feed, Receipt receipt)
    {
        var (own, author, by) = (step.Memory.Own, feed.Id.Party, receipt.Own.Party);
        if (author == own || author == carrier)
            return;
        if (links.Has(author))
        {
            if (links.Of(author).IsWithout(by))
                Send(step, links.Of(author), feed.Id, receipt);
            return;
        }

        var way = links.WayOf(feed.Id);
        foreach (var member in line.Fold.Members)
        {
            // After a start the way is not known; then every member is one.
            if (member != own && member != carrier && member != by && links.Has(member) && (way is null || way == member || !links.Has(way.Value)))
                Send(step, links.Of(member), feed.Id, receipt);
        }
    }

    /// <summary>Sends a receipt after the commit.</summary>
    public static void Send(Step step, PeerLinks to, FeedId feed, Receipt receipt) =>
        step.After(() => to.ReceiptsDue[(feed, receipt.Own.Party)] = receipt.Frame(feed));
}
