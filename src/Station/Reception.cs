using Parley.Lines.Parties;
using Parley.Station.Attachments;
using Parley.Station.Circuits;
using Parley.Station.Frames;
using Parley.Station.Silence;
using Parley.Station.State;
using Parley.Station.Throttles;

namespace Parley.Station;

/// <summary>Where frames come in: each is counted for its circuit, waits where its author's intake is used up, and goes to whom it concerns. What is not taken is counted by
/// reason, and a circuit that brings too much of that is closed.</summary>
internal sealed class Reception(
    LinkTable links, Inbound inbound, Beacons beacons, Weighing weighing, (Asking Asking, Serving Serving) attachments, Telling telling, Throttling throttling)
{
    public void Take(Step step, FrameCame came)
    {
        if (links.Find(came.Circuit) is not { } link)
            return;
        link.FramesIn++;
        link.Suspect = false;
        link.Refusals[(int)FrameRefusal.Throttled] += came.Unread;
        var from = came.Circuit.Peer;
        if (!step.Memory.Peers.TryGetValue(from, out var peer) || !peer.Verified)
            return;
        peer.LastHeard = step.Now;
        if (came.Frame is PreparedBatch)
            links.Of(from).AnswerOn = link;
        if (throttling.Keeps(step, came, out var notKept))
            Refuse(step, came, link, notKept);
        else
            Open(step, came, link);
    }

    /// <summary>What waited and is taken now.</summary>
    public void TakeHeld(Step step) => throttling.Run(step, came =>
    {
        if (links.Find(came.Circuit) is { } link)
            Open(step, came, link);
    });

    /// <param name="link">The circuit that it came on; null for one that a courier brought, whose time says nothing of clocks.</param>
    public FrameRefusal? TakeBeacon(Step step, PartyId from, BeaconFrame beacon, Link? link = null)
    {
        if (link is not null)
        {
            weighing.Heard(step, from);
            links.Of(from).Clock.Learn(beacon.Time, step.Now, link.RoundTrip);
        }

        beacons.Receive(step, from, beacon);
        return null;
    }

    private void Open(Step step, FrameCame came, Link link)
    {
        var from = came.Circuit.Peer;
        var before = Throttling.SizeBefore(step, came);
        var refusal = came.Frame switch
        {
            PreparedRefusal refused => refused.Refusal,
            PreparedBatch batch => inbound.Receive(step, from, batch),
            PreparedReceipt receipt => inbound.Match(step, from, receipt),
            PreparedCosignature cosignature => Revocations.Receive(step.Memory, cosignature),
            PreparedOther { Frame: ContentsFrame contents } => inbound.ReceiveContents(step, from, contents),
            PreparedOther { Frame: HandoverFrame handover } => inbound.ReceiveHandover(step, from, handover),
            PreparedOther { Frame: BeaconFrame beacon } => TakeBeacon(step, from, beacon, link),
            PreparedOther { Frame: WantFrame want } => attachments.Serving.Receive(step, from, want),
            PreparedOther { Frame: ChunkFrame chunk } => attachments.Asking.Receive(step, from, chunk),
            PreparedOther { Frame: ThrottleFrame throttle } => telling.Receive(step, from, throttle),
            _ => FrameRefusal.UnknownType,
        };
        throttling.Count(step, came, before);
        Refuse(step, came, link, refusal);
    }

    /// <summary>What loss, our own intake or an unverified author account for is no fault of the circuit.</summary>
    private static void Refuse(Step step, FrameCame came, Link link, FrameRefusal? refusal)
    {
        if (refusal is not { } why)
            return;
        var isFault = why is not (FrameRefusal.Gap or FrameRefusal.UnknownLine or FrameRefusal.Throttled) &&
            !PeerCards.IsUnverified(step, came.Circuit.Peer, came.Frame);
        if (link.Refuse(why, isFault))
            step.After(() => came.Circuit.Close(CircuitEnd.TooManyRefusals));
    }
}
