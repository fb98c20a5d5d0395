using Parley.Ledger;
using Parley.Lines.Attachments;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Silence;
using Parley.Station.Circuits;
using Parley.Station.Frames;
using Parley.Station.Throttles;

namespace Parley.Station.State;

/// <summary>An open circuit as the loop sees it. Nothing here is saved.</summary>
internal sealed class Link(ICircuit circuit, Timestamp since)
{
    public ICircuit Circuit { get; } = circuit;

    public Timestamp Since { get; } = since;

    public TimeSpan? RoundTrip { get; set; }

    public long FramesIn { get; set; }

    public long FramesOut { get; set; }

    public long Refused { get; set; }

    public long[] Refusals { get; } = new long[Enum.GetValues<FrameRefusal>().Length];

    /// <summary>It had no room; cleared when it says that it has drained.</summary>
    public bool Full { get; set; }

    /// <summary>It had no room for a chunk of an attachment; words may still go.</summary>
    public bool HasNoRoomForChunks { get; set; }

    /// <summary>What went on it last got no answer in time and nothing has come from it since: others are chosen before it.</summary>
    public bool Suspect { get; set; }

    /// <summary>How far each urgent feed was sent on this circuit.</summary>
    public SortedDictionary<FeedId, long> UrgentSent { get; } = [];

    /// <summary>Version of each line as last told in a beacon here.</summary>
    public SortedDictionary<LineId, long> Told { get; } = [];

    public Timestamp NextBeacon { get; set; } = since;

    /// <summary>Counts a frame that was not taken. True when the circuit has brought more such than are borne with; what may come of loss alone is no fault.</summary>
    public bool Refuse(FrameRefusal why, bool isFault)
    {
        Refusals[(int)why]++;
        if (isFault)
            Refused++;
        return isFault && Refused > Bounds.RefusalsPerCircuit;
    }

    public Timestamp NextFullBeacon { get; set; } = since;
}

/// <summary>How one feed flows to one peer. Nothing here is saved: after a start all of it follows from receipts.</summary>
internal sealed class Flow
{
    /// <summary>Entries that the peer is known to hold, by its receipt or its word.</summary>
    public long Known { get; set; }

    /// <summary>The peer holds another branch of this feed of ours, from before our store was set back: ours is not sent there any more.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Its author sends another branch of this feed than the one that is recorded here: how many generations of that author were known then. 0 when it does
    /// not. Shown to the author at each of its beacons until it has opened another generation.</summary>
    public int OtherBranch { get; set; }

    /// <summary>The peer says that it holds less than it receipted: its store was set back. Until it has caught up its word counts, and its old receipts
    /// do not.</summary>
    public bool SetBack { get; set; }

    /// <summary>Entries sent on some circuit that is still open.</summary>
    public long Sent { get; set; }

    /// <summary>The circuit they went on last.</summary>
    public long SentOn { get; set; }

    /// <summary>When the oldest of the unreceipted entries was sent, or a receipt came last.</summary>
    public Timestamp Since { get; set; }

    /// <summary>Times that the unreceipted entries were sent again.</summary>
    public int Tries { get; set; }

    /// <summary>Milliseconds from sending to receipt, smoothed; 0 before the first.</summary>
    public double ReceiptMilliseconds { get; set; }

    /// <summary>How far that differs from one time to the next, smoothed.</summary>
    public double ReceiptDeviation { get; set; }

    /// <summary>Milliseconds that a byte takes to its receipt, smoothed. Before the first receipt the slowest circuit is assumed.</summary>
    public double MillisecondsPerByte { get; set; } = Bounds.SlowestMillisecondsPerByte;

    /// <summary>Bytes of the frames sent and not receipted; what a receipt covers of them is reckoned by entries.</summary>
    public double BytesUnderWay { get; set; }

    /// <summary>Receipts until which small batches go on two circuits: something had to be repeated not long ago.</summary>
    public int DoubledReceipts { get; set; }

    /// <summary>The peer says that it takes these words by and by: a receipt that comes late tells nothing of a circuit.</summary>
    public bool IsThrottled { get; set; }

    /// <summary>Whether no more of the ordinary lane goes before a receipt comes: so much is under way that the peer need not hold more than a little of it.</summary>
    public bool IsWindowFull => Sent > Known &&
        (Sent - Known >= (IsThrottled ? Bounds.ThrottledWindowEntries : Bounds.WindowEntries) || BytesUnderWay >= Bounds.WindowBytes);

    /// <summary>A receipt came that reaches to <paramref name="size"/>, <paramref name="took"/> milliseconds after the sending.</summary>
    public void Learn(long size, double took)
    {
        var bytes = Sent > Known ? BytesUnderWay * Math.Min(1, (size - Known) / (double)(Sent - Known)) : 0;
        BytesUnderWay -= bytes;
        DoubledReceipts = Math.Max(0, DoubledReceipts - 1);
        if (Tries > 0 || IsThrottled)
            return;
        var isFirst = ReceiptMilliseconds == 0;
        ReceiptDeviation = isFirst ? took / 4 : (0.8 * ReceiptDeviation) + (0.2 * Math.Abs(took - ReceiptMilliseconds));
        ReceiptMilliseconds = isFirst ? took : (0.8 * ReceiptMilliseconds) + (0.2 * took);
        if (bytes > 0)
            MillisecondsPerByte = isFirst ? took / bytes : (0.8 * MillisecondsPerByte) + (0.2 * took / bytes);
    }

    /// <summary>Bytes of one batch: doubled by quick receipts, halved by repetition.</summary>
    public long Budget { get; set; } = 16 * 1024;

    /// <summary>Contents that the peer says it lacks, and how often each of them was sent anew.</summary>
    public RangeSet Lacks { get; set; } = RangeSet.Empty;

    public int LackTries { get; set; }

    /// <summary>Not before this are they handed over again.</summary>
    public Timestamp LackNext { get; set; }

    /// <summary>Contents that were left out of batches for their size and are still to be sent.</summary>
    public RangeSet ContentsDue { get; set; } = RangeSet.Empty;

    /// <summary>For a third party's feed: since when the peer has been behind us.</summary>
    public Timestamp? BehindSince { get; set; }

    /// <summary>Our size of the feed then: who holds that now has caught up, and may be behind anew.</summary>
    public long BehindUntil { get; set; }

    /// <summary>Contents that could not go with their headers because they were absent here too.</summary>
    public RangeSet Owed { get; set; } = RangeSet.Empty;

    /// <summary>Whether the peer lacks something of a third party's feed of that size; keeps since when.</summary>
    public bool IsBehind(long size, Timestamp now)
    {
        if (Known >= size)
            BehindSince = null;
        else if (BehindSince is null || Known >= BehindUntil)
            (BehindSince, BehindUntil) = (now, size);
        return Known < size;
    }

    /// <summary>Contents that are owed and have come are to be sent now. False when there are none.</summary>
    public bool Release(RangeSet absent)
    {
        var come = Owed.Except(absent);
        if (come.Count == 0)
            return false;
        ContentsDue = ContentsDue.Union(come);
        Owed = Owed.Except(come);
        return true;
    }
}

/// <summary>What a peer's beacon last told of a line, and for which <see cref="LineState.Version"/> of ours that was weighed.</summary>
internal sealed class ToldLine(BeaconLine line)
{
    public BeaconLine Line { get; } = line;

    public long Weighed { get; set; } = -1;
}

/// <summary>A stretch of time in which nothing came of a peer.</summary>
internal readonly record struct Loss(Timestamp From, Timestamp Until);

/// <summary>All circuits to one peer and what flows to it.</summary>
internal sealed class PeerLinks(PartyId party, TimeSpan beaconInterval)
{
    public PartyId Party { get; } = party;

    public List<Link> Links { get; } = [];

    public SortedDictionary<FeedId, Flow> Flows { get; } = [];

    /// <summary>Flows that have something to send.</summary>
    public SortedSet<FeedId> Pending { get; } = [];

    /// <summary>Receipts that should go to this peer, newest per feed and party that gave it.</summary>
    public SortedDictionary<(FeedId Feed, PartyId By), ReceiptFrame> ReceiptsDue { get; } = [];

    /// <summary>The rhythm of its beacons, whatever circuit they come on.</summary>
    public PhiAccrual Life { get; } = new(beaconInterval);

    /// <summary>When nothing came of it, oldest first; our own downtime is one too.</summary>
    public List<Loss> Losses { get; } = [];

    /// <summary>Keeps the last few.</summary>
    public void Lose(Loss loss)
    {
        Losses.Add(loss);
        if (Losses.Count > Bounds.Losses)
            Losses.RemoveAt(0);
    }

    public LostCircuits Lost { get; } = new();

    /// <summary>Counts the times that a first circuit to it opened.</summary>
    public long Joins { get; set; }

    /// <summary>Whose ordinary words wait at this peer's door, by its word since its first circuit opened.</summary>
    public SortedDictionary<(LineId Line, PartyId Author), ThrottleTold> Throttles { get; } = [];

    /// <summary>How many of such changes are journalled.</summary>
    public TokenBucket ThrottleNotes { get; } = new(1000.0 / Bounds.ThrottleNoteMilliseconds, Bounds.ThrottleNotes);

    /// <summary>What this peer is to be told of words that wait here, newest per line and author.</summary>
    public SortedDictionary<(LineId Line, PartyId Author), ThrottleFrame> ThrottlesDue { get; } = [];

    /// <summary>How often it was told that some wait, since its first circuit opened.</summary>
    public int ThrottlesTold { get; set; }

    /// <summary>How far its clock is ahead of ours.</summary>
    public PeerClock Clock { get; } = new();

    /// <summary>Chunks that it asked for and that have not gone.</summary>
    public SortedDictionary<AttachmentId, RangeSet> ChunksDue { get; } = [];

    /// <summary>Third parties to whom it has circuits, by its last beacon; null before the first.</summary>
    public SortedSet<PartyId>? Joined { get; set; }

    /// <summary>What its beacons told since its first circuit opened.</summary>
    public SortedDictionary<LineId, ToldLine> Told { get; } = [];

    /// <summary>Whether it said that it has no circuit to that party.</summary>
    public bool IsWithout(PartyId party) => Joined is { } joined && !joined.Contains(party);

    /// <summary>Lines that the peer named in a beacon and that are not known here.</summary>
    public SortedSet<LineId> UnknownLines { get; } = [];

    /// <summary>Frames refused on circuits that are gone: whoever is thrown out for them must not be forgotten with the circuit.</summary>
    public long[] RefusedBefore { get; } = new long[Enum.GetValues<FrameRefusal>().Length];

    /// <summary>Where the last entries came from: the way that is known to work is the way of the receipt.</summary>
    public Link? AnswerOn { get; set; }

    /// <summary>Where a receipt goes.</summary>
    public Link ReceiptWay => AnswerOn is { Full: false } way && Links.Contains(way) ? way : Best.First();

    public Flow FlowOf(FeedId feed)
    {
        if (!Flows.TryGetValue(feed, out var flow))
            Flows[feed] = flow = new Flow();
        return flow;
    }

    /// <summary>Sends a feed again from an entry on, at once and whatever was sent of it before.</summary>
    public void Rewind(FeedId feed, long from)
    {
        var flow = FlowOf(feed);
        flow.Known = flow.Sent = from;
        foreach (var link in Links)
            link.UrgentSent[feed] = from;
        Pending.Add(feed);
    }

    /// <summary>Circuits by quality: those with room first, then those that answer, then by round trip, then by age.</summary>
    public IEnumerable<Link> Best => Links.OrderBy(l => l.Full).ThenBy(l => l.Suspect).ThenBy(l => l.RoundTrip ?? TimeSpan.FromSeconds(1)).ThenBy(l => l.Circuit.Number);
}
