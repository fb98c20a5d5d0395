using Parley.Control;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Keys;
using Parley.Lines.Notices;
using Parley.Station.Alarms;
using Parley.Station.Attachments;
using Parley.Station.Circuits;
using Parley.Station.Frames;
using Parley.Station.Journals;
using Parley.Station.Keys;
using Parley.Station.Operations;
using Parley.Station.Silence;
using Parley.Station.State;
using Parley.Station.Storage;
using Parley.Station.Throttles;

namespace Parley.Station;

/// <summary>The station without threads, sockets or clock: inputs and the time go in, one commit is made, answers and frames come out. One call at a time.
/// The same code runs under a real loop and under the simulator.</summary>
internal sealed class StationCore
{
    private static readonly TimeSpan StoreRetry = TimeSpan.FromSeconds(1);
    private readonly IStationStore store;
    private readonly LinkTable links;
    private readonly Outbound outbound;
    private readonly Inbound inbound;
    private readonly Beacons beacons;
    private readonly Telling telling;
    private readonly Reception reception;
    private readonly Action<ChangeNote> notes;
    private readonly Action<CircuitPlan> plan;
    private readonly Action<StationKeys>? keyGone;
    private readonly Retirement retirement = new();
    private readonly IReadOnlyList<NoticeFormat> formats;
    private readonly List<Asks> pending = [];
    private StationKeys keys;
    private StationMemory memory;
    private bool retires;
    private long noteNumber;
    private StoreFault? doubt;
    private Timestamp? retryStore;
    private Timestamp lastTurn;
    private Action<Step>? beginning;

    /// <summary>Whether terms of risk are shown at all.</summary>
    public bool RiskViews { get; init; }

    /// <param name="notes">Told of every change after its commit.</param>
    /// <param name="plan">Told whom to connect with, at start and whenever that changes.</param>
    /// <param name="outlets">What rings; null: nothing does, and no ring is counted.</param>
    /// <param name="silence">Tests our circuits and reads for judgements; null: nothing is tested or judged.</param>
    /// <param name="formats">Notice formats that come with the program.</param>
    /// <param name="intake">How many ordinary words of one author are taken on one line; null: <see cref="Intake.Default"/>.</param>
    /// <param name="keyGone">Told once the key before the one in force is no longer needed, with the keys that are left: it must go from the key file too.</param>
    public StationCore(
        StationKeys keys, IStationStore store,
        TimeSpan beaconInterval,
        Action<ChangeNote> notes, Action<CircuitPlan> plan,
        Action<StationKeys>? keyGone = null, IAlarmOutlets? outlets = null, ISilenceWork? silence = null, IReadOnlyList<NoticeFormat>? formats = null,
        Intake? intake = null)
    {
        links = new LinkTable(beaconInterval);
        Weighing = new Weighing(silence, links, beaconInterval);
        Ringing = new Ringing(outlets);
        this.keys = keys;
        this.store = store;
        this.notes = notes;
        this.plan = plan;
        this.keyGone = keyGone;
        var carrying = new Carrying(links, beaconInterval);
        outbound = new Outbound(links, carrying);
        inbound = new Inbound(links, carrying);
        beacons = new Beacons(links, carrying, beaconInterval);
        Attachments = (new Asking(links), new Serving(links));
        telling = new Telling(links);
        Throttling = new Throttling(links, telling, intake ?? Intake.Default);
        reception = new Reception(links, inbound, beacons, Weighing, Attachments, telling, Throttling);
        this.formats = formats ?? [];
        memory = Recovery.Load(keys, store, default, this.formats);
    }

    /// <summary>What other threads may look up to prepare frames. Replaced when memory is loaded anew.</summary>
    public SharedLookup Shared => memory.Shared;

    public StationMemory Memory => memory;

    public LinkTable Links => links;

    public Ringing Ringing { get; }

    public Weighing Weighing { get; }

    /// <summary>When the station started, UTC.</summary>
    public Timestamp Since { get; private set; }

    /// <summary>What is wrong with the store; null while it works.</summary>
    public StoreFault? Trouble { get; private set; }

    /// <summary>What is wrong with the store as far as is known: after a commit that failed it stands until one succeeds, though reading works.</summary>
    public StoreFault? KnownTrouble => Trouble ?? doubt;

    /// <summary>The first step. <paramref name="restored"/>: the store is not the one that was written last, so every line needs a new generation.</summary>
    public Timestamp? Start(Timestamp now, bool restored)
    {
        Since = now;
        Weighing.Start(now, restored);
        // Kept until it is durable: a store that fails now must not make us forget that it was set back.
        beginning = step =>
        {
            step.Journal(restored ? JournalAct.Restored : JournalAct.Started);
            Ringing.Begin(step);
            if (restored)
                step.Remove(DocumentKind.Station, Instance.SetBackId);
            foreach (var line in memory.Lines.Values)
            {
                if (restored && line.OwnGeneration is not null)
                {
                    // Written down, for on a closed line none is opened now.
                    line.GenerationDue = GenerationReason.Restored;
                    step.Changed(line);
                }

                Rotations.Require(step, line);
                var isRevoked = line.GenerationDue == GenerationReason.Revoked;
                if (line.GenerationDue is not null && !line.Fold.IsClosed)
                    Appending.OpenGeneration(step, line);
                Revocations.Begin(step, line, isRevoked);
                Rotations.Announce(step, line);
            }

            foreach (var peer in memory.Peers.Values.Where(p => p.Verified))
                OperatorLines.Open(step, peer);
        };
        var due = Run(now, static _ => { });
        plan(Plan());
        return due;
    }

    /// <summary>One turn of the loop. Returns when to call again though nothing came.</summary>
    public Timestamp? Step(IReadOnlyList<StationInput> inputs, Timestamp now)
    {
        if (now < lastTurn)
        {
            links.ClockMoved(now);
            Weighing.ClockMoved(now, null);
            Attachments.Asking.Forget();
            retryStore = null;
        }

        lastTurn = now;
        if (Trouble is not null && !Reload(now))
        {
            foreach (var input in inputs)
                Refuse(input);
            return retryStore;
        }

        return Run(now, step =>
        {
            foreach (var input in inputs)
                Take(step, input);
        });
    }

    private Timestamp? Run(Timestamp now, Action<Step> work)
    {
        var step = new Step(memory, now);
        try
        {
            beginning?.Invoke(step);
            if (retires)
                Retire(step);
            Attachments.Asking.Settle(step);
            work(step);
            reception.TakeHeld(step);
            if (step.SetBack is { } line)
                return Abandon(line, now);
            Ringing.Run(step);
            Weighing.Run(Of(step));
            AidExpiry.Run(step);
            Outbound.SignHeads(step);
            inbound.Cosign(step);
            foreach (var moved in step.MovedHeads.Select(f => f.Line).Distinct())
            {
                if (memory.Lines[moved].Feeds.Values.Any(f => f.Unplaced.Ranges.Count > 0))
                    Placing.Retry(step, memory.Lines[moved]);
            }

            step.Close();
            if (step.Facts.Count > 0)
                store.Commit(new StationChange(memory.Position + 1, step.Facts));
        }
        catch (StoreFault fault)
        {
            return Doubt(step, fault, now);
        }

        if (step.Facts.Count > 0)
        {
            memory.Position++;
            doubt = null;
        }

        beginning = null;
        memory.PlacedInStep.Clear();
        memory.HandledInStep.Clear();
        memory.AnsweredInStep.Clear();
        memory.MarkedInStep.Clear();
        memory.LastStep = now;
        foreach (var id in step.MovedHeads)
            outbound.Offer(memory, memory.Lines[id.Line], id, now);
        pending.Clear();
        // Notes first: who is told that an officer was added or revoked must find it so.
        foreach (var (kind, line, entry, text) in step.Notes)
            notes(new ChangeNote(++noteNumber, now.ToDateTimeOffset(), kind, line?.ToString(), entry, text, memory.ModeOf(line)));
        foreach (var action in step.AfterCommit)
            action();
        if (step.PeersChanged)
            plan(Plan());
        if (keys.Retiring is not null && step.Facts.Count > 0)
            retires = retirement.IsOver(memory);
        var next = Earlier(outbound.Choose(memory, now), beacons.Send(memory, now));
        telling.Send();
        // After all words.
        Attachments.Serving.Carry(memory);
        next = Earlier(Earlier(next, AidExpiry.Next(memory, now)), Earlier(Ringing.Next(memory, now), Weighing.Next));
        return Earlier(Earlier(next, Throttling.Next(now)), Attachments.Asking.Ask(memory, now));
    }

    /// <summary>The key before the one in force is journalled as destroyed, and then is.</summary>
    private void Retire(Step step)
    {
        step.Journal(JournalAct.KeyDestroyed, note: "the identity key before the one in force");
        step.After(() =>
        {
            retires = false;
            var old = keys.Retiring;
            memory.Keys = keys = keys with { Retiring = null };
            old?.Dispose();
            keyGone?.Invoke(keys);
        });
    }

    private void Take(Step step, StationInput input)
    {
        switch (input)
        {
            case Asks asks:
                pending.Add(asks);
                step.Officer = (asks as OfficerAsks)?.Actor.Name ?? "";
                var answer = asks is OfficerAsks one ? Dispatch.Do(Of(step, one.Actor) with { Pin = one.Pin }, one.Operation) : SignIns.Take(step, asks);
                step.Officer = "";
                step.After(() => asks.Answer(answer));
                break;
            case FrameCame came:
                reception.Take(step, came);
                break;
            case CircuitOpened or CircuitClosed or CircuitDrained or CircuitMeasured:
                CircuitEvents.Take(step, links, Attachments.Asking, input);
                break;
            case CardCame card:
                if (memory.Peers.TryGetValue(card.Peer, out var peer) && card.Chain.Supersedes(peer.Chain))
                    PeerCards.Take(step, peer, card.Chain);
                break;
            case OutletReported reported:
                Ringing.Take(step, reported.Report);
                break;
            case CircuitsTested tested:
                Weighing.Take(Of(step), tested);
                break;
            case SilenceWeighed weighed:
                Weighing.Take(Of(step), weighed);
                break;
            case StrangerRefused stranger:
                step.Journal(JournalAct.StrangerRefused, note: $"{stranger.Name} {stranger.End}");
                break;
            case ClockJumped jumped:
                ClockEvents.Take(step, links, Weighing, Attachments.Asking, jumped);
                break;
        }
    }

    /// <summary>The road's inbound half, for files that a courier brought.</summary>
    public Inbound Inbound => inbound;

    /// <summary>Who brings attachments here, and who gives them.</summary>
    public (Asking Asking, Serving Serving) Attachments { get; }

    /// <summary>What circuits would carry to that peer now, for a courier.</summary>
    public IEnumerable<byte[]> FramesFor(Lines.Parties.PartyId peer, Timestamp now) => PouchFrames.For(memory, links, links.Of(peer), now);

    /// <summary>A beacon that a courier brought.</summary>
    public FrameRefusal? TakeBeacon(Step step, Lines.Parties.PartyId from, BeaconFrame beacon) => reception.TakeBeacon(step, from, beacon);

    /// <summary>How much of what others say is taken now.</summary>
    public Throttling Throttling { get; }

    /// <summary>A commit failed: whether it is there is not known. Memory is thrown away and loaded anew; those who asked are told so.</summary>
    private Timestamp? Doubt(Step step, StoreFault fault, Timestamp now)
    {
        foreach (var asks in pending)
            asks.Answer(new ControlFault($"The store did not take it: {fault.Message}. Whether it was done is not known; asking again with the same key is safe."));
        pending.Clear();
        Trouble = doubt = fault;
        notes(new ChangeNote(++noteNumber, step.Now.ToDateTimeOffset(), ChangeKind.Warning, null, null, $"store: {fault.Trouble}"));
        retryStore = now;
        return Reload(now) ? now : retryStore;
    }

    /// <summary>Memory is as it was before the step, and the next one begins with the new generation. Officers are asked to say it again; peers send again
    /// what has no receipt.</summary>
    private Timestamp? Abandon(LineId line, Timestamp now)
    {
        foreach (var asks in pending)
            asks.Answer(new ControlFault("It was just seen that this station's store was set back to an earlier day. Nothing was done; ask again."));
        pending.Clear();
        // Before whatever else a beginning appends, or that would be lost in the same way.
        beginning = (Action<Step>)(step => Appending.GiveUpGeneration(step, memory.Lines[line])) + beginning;
        return Reload(now) ? now : retryStore;
    }

    private bool Reload(Timestamp now)
    {
        if (retryStore is { } at && now < at && at - now <= StoreRetry)
            return false;
        try
        {
            memory = Recovery.Load(keys, store, memory.LastStep, formats);
            links.Forget();
            Weighing.Forget();
            Attachments.Asking.Forget();
            foreach (var peer in links.All)
                CircuitEvents.OfferAll(memory, links, peer.Party, now);
            Trouble = null;
            retryStore = null;
            return true;
        }
        catch (StoreFault fault)
        {
            Trouble = fault;
            retryStore = now + StoreRetry;
            return false;
        }
    }

    private void Refuse(StationInput input)
    {
        switch (input)
        {
            case Asks asks:
                asks.Answer(new ControlFault($"The store cannot be used now: {Trouble!.Message}. Nothing was done; try again."));
                break;
            case CircuitOpened opened:
                links.Open(opened.Circuit, memory.LastStep);
                break;
            case CircuitClosed closed:
                links.Close(closed.Circuit, memory.LastStep);
                break;
            case CircuitDrained drained:
                links.Drained(drained.Circuit);
                break;
        }
    }

    private OperationContext Of(Step step, Actor? actor = null) => new(step, this, links, actor ?? new Actor("", Roles.None));

    private CircuitPlan Plan() => new(
        [.. memory.Peers.Values.Where(p => p.Verified).Select(p => new CircuitPeer(p.Party, p.Chain, p.Chain.Current.Addresses))]);

    private static Timestamp? Earlier(Timestamp? one, Timestamp? other) => one is null ? other : other is null ? one : one < other ? one : other;
}
