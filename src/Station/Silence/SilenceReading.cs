using Parley.Ledger;
using Parley.Lines.Checks;
using Parley.Lines.Charters;
using Parley.Lines.Parties;
using Parley.Lines.Silence;
using Parley.Station.Operations;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Silence;

/// <summary>What was found: a verdict for each line and other party, and what of it is worth keeping.</summary>
internal sealed record SilenceFound(IReadOnlyList<Weighed> All, IReadOnlyList<AnnouncedWindows> Windows, IReadOnlyList<KnownCalls> Calls);

/// <summary>What a judgement needs: the loop takes what it knows at one moment, the store is read by whoever judges.</summary>
internal sealed class SilenceReading
{
    private readonly StationMemory memory;
    private readonly Timestamp now;
    private readonly SelfTest? test;
    private readonly Rhythm rhythm;
    private readonly List<OneLine> lines = [];
    private readonly List<Operators> operators = [];

    private SilenceReading(OperationContext context, LineState? only, bool exactly)
    {
        memory = context.Memory;
        now = context.Step.Now;
        test = memory.Silence.OwnTest;
        rhythm = context.Core.Weighing.Rhythm;
        var peers = Peers(context);
        foreach (var line in memory.Lines.Values.Where(l => l.Fold.Founding?.Kind == LineKind.Operator))
        {
            var version = line.Feeds.Values.Sum(f => f.Size);
            var known = context.Core.Weighing.People.Find(line.Id, version);
            operators.Add(new Operators(
                line.Id, line.Mode, [.. line.Fold.Founding!.Parties.Select(p => p.Party)], version, known, known is null ? LineGlance.Of(context, line) : null));
        }

        foreach (var line in memory.Lines.Values.Where(l => l.Fold.Founding is not null && !l.Fold.LeftBy.Contains(memory.Own)))
        {
            // All lines with a party are read for one of them: what they do elsewhere is evidence.
            if (only is null || only == line || line.Fold.Founding!.Parties.Any(p => p.Party != memory.Own && only.Fold.Founding!.Names(p.Party)))
                lines.Add(new OneLine(context, line, peers, operators.Sum(o => o.Version), exactly));
        }
    }

    /// <summary>For the schedule.</summary>
    public static SilenceReading Of(OperationContext context) => new(context, null, exactly: false);

    /// <summary>For somebody who asks: as of now. <paramref name="only"/>: of one line.</summary>
    public static SilenceReading Asked(OperationContext context, LineState? only) => new(context, only, exactly: true);

    /// <summary>Every line and each of its other parties.</summary>
    public SilenceFound Read()
    {
        List<(Operators On, AnnouncedWindows Announced)> windows = [.. operators.Select(o => (
            o, o.Known ?? new AnnouncedWindows(o.Line, o.Version, ServiceReading.Board(memory, o.Glance!, now - ServiceReading.LookBack).Windows)))];
        var people = lines.ToDictionary(l => l.Line, l => l.Parties.ToDictionary(p => p.Party, p => l.People(memory, p, now, rhythm.Reading)));
        var calls = lines.Select(l => l.Calls(memory.Own, now, rhythm.Reading)).OfType<KnownCalls>().ToDictionary(c => c.Line);
        var weighed = new List<Weighed>();
        foreach (var line in lines)
        {
            List<Declaration> maintenance = [.. windows
                .Where(w => w.On.Mode == line.Mode && w.On.Parties.TrueForAll(p => p == memory.Own || line.Parties.Exists(q => q.Party == p)))
                .SelectMany(w => w.Announced.Windows).Where(w => ServiceReading.IsOf(w, line.Line) && w.Holds(now))
                .Select(w => new Declaration(DeclaredState.Maintenance, w.Said.By, w.Said.At, w.Said.Entry.ToString()))];
            foreach (var party in line.Parties)
            {
                var (human, until) = people[line.Line][party.Party];
                var (version, at) = line.ReadAt(party.Party, now);
                List<OtherLine> others = [.. lines.Where(l => l != line && l.Mode == line.Mode && l.Parties.Exists(p => p.Party == party.Party))
                    .Select(l => new OtherLine(l.Line, l.Handle, people[l.Line][party.Party].Human))];
                var evidence = new SilenceEvidence(
                    party.Party, now, party.Agreement, party.Peer.Machine, human, others, party.Peer.HeardBy,
                    [.. calls.TryGetValue(line.Line, out var known) ? known.Calls[party.Party] : []], test,
                    [.. line.Suspended, .. party.Told, .. maintenance.Where(m => m.By == party.Party || m.By == memory.Own)], party.Peer.HearsOthers, rhythm);
                weighed.Add(new Weighed(
                    line.Line, party.Party, SilenceRules.Of(evidence), evidence, line.Pairs, Earliest(evidence), party.Peer.Machine.Heard, human, version, until, at));
            }
        }

        return new SilenceFound(weighed, [.. windows.Select(w => w.Announced)], [.. calls.Values]);
    }

    private static Timestamp? Earliest(SilenceEvidence evidence)
    {
        List<Timestamp?> all =
        [
            evidence.Machine.LostSince,
            .. evidence.Declared.Select(d => d.At),
            .. evidence.Calls.Where(c => SilenceRules.CauseOf(c.Standing) is not null).Select(c => (Timestamp?)c.At),
        ];
        if (evidence.Human.State == HumanState.Missed)
            all.Add(evidence.Human.MissedSince);
        return all.Min();
    }

    /// <summary>What is known of each station, whatever line it is on.</summary>
    private static Dictionary<PartyId, OnePeer> Peers(OperationContext context)
    {
        var machines = context.Memory.Peers.Values.Where(p => p.Verified).ToDictionary(p => p.Party, p => Machine(context, p.Party));
        return machines.ToDictionary(m => m.Key, m =>
        {
            HeardBy[] heardBy = [.. context.Links.All
                .Where(p => p.Party != m.Key && p.Links.Count > 0 && p.Joined?.Contains(m.Key) == true && p.Life.Last is not null)
                .Select(p => new HeardBy(p.Party, p.Life.Last!.Value))];
            bool? hearsOthers = machines.Count == 1 ? null : machines.Any(o => o.Key != m.Key && o.Value.State != MachineState.Lost);
            return new OnePeer(m.Value, heardBy, hearsOthers, [.. context.Links.Of(m.Key).Losses]);
        });
    }

    private static MachineEvidence Machine(OperationContext context, PartyId party)
    {
        var (life, since) = (context.Links.Of(party).Life, context.Core.Weighing.Since);
        var now = context.Step.Now;
        var phi = life.At(now, since);
        var state = phi >= PhiAccrual.Lost ? MachineState.Lost : life.Last is null ? MachineState.NotYetKnown : MachineState.Working;
        // Before the first sign of this life: what earlier ones noted.
        var heard = Later(life.Last, context.Memory.Peers[party].LastHeard) ?? context.Memory.Silence.Notes.Where(n => n.Party == party).Select(n => n.Heard).Max();
        return new MachineEvidence(state, heard, phi, life.Mean, life.Deviation, state == MachineState.Lost ? heard ?? since : null);
    }

    private static Timestamp? Later(Timestamp? one, Timestamp? other) => one is null || other > one ? other ?? one : one;

    private sealed record Operators(LineId Line, LineMode Mode, List<PartyId> Parties, long Version, AnnouncedWindows? Known, LineGlance? Glance);

    private sealed record OnePeer(MachineEvidence Machine, IReadOnlyList<HeardBy> HeardBy, bool? HearsOthers, IReadOnlyList<Loss> Losses)
    {
        /// <summary>Of a party that is not a peer here, or has no station.</summary>
        public static OnePeer Nothing(MachineState state) => new(new MachineEvidence(state, null, 0, 0, 0), [], null, []);
    }

    /// <param name="Told">What it is said to have declared elsewhere.</param>
    private sealed record OneParty(PartyId Party, AgreementState Agreement, OnePeer Peer, IReadOnlyList<Declaration> Told);

    private sealed class OneLine
    {
        private readonly CheckReading? reading;
        private readonly CheckSchedule? schedule;
        private readonly KnownCalls? knownCalls;
        private readonly CallReading? callReading;
        private readonly SortedDictionary<PartyId, Weighed> known = [];

        /// <param name="said">Entries of all operator lines: maintenance that is announced there excuses checks here.</param>
        public OneLine(OperationContext context, LineState line, Dictionary<PartyId, OnePeer> peers, long said, bool exactly)
        {
            var (memory, fold, now) = (context.Memory, line.Fold, context.Step.Now);
            Line = line.Id;
            Handle = LineNames.HandleOf(memory, line);
            Mode = line.Mode;
            schedule = fold.Current?.Terms.Checks;
            Version = line.Feeds.Values.Sum(f => f.Size + f.Receipts.Values.Sum(r => r.Size)) + line.Version + said;
            Suspended = [.. fold.SuspendedBy.Select(by => new Declaration(DeclaredState.Suspended, by, null, null))];
            foreach (var party in fold.Founding!.Parties.Where(p => p.Party != memory.Own))
            {
                var peer = party.IsByHand ? OnePeer.Nothing(MachineState.NoStation) : peers.GetValueOrDefault(party.Party) ?? OnePeer.Nothing(MachineState.NotYetKnown);
                var agreement = fold.Current is null ? AgreementState.Proposed
                    : fold.IsClosed || fold.LeftBy.Contains(party.Party) ? AgreementState.Ended
                    : Suspended.Count > 0 ? AgreementState.Suspended
                    : AgreementState.InForce;
                Parties.Add(new OneParty(party.Party, agreement, peer, OutsideNotes.Declared(memory, line.Id, party.Party) is { } told ? [told] : []));
                if (context.Core.Weighing.People.Find(line.Id, party.Party, Version, now, exactly) is { } before)
                    known[party.Party] = before;
            }

            if (known.Count < Parties.Count)
                reading = CheckReading.Of(context, line);
            Pairs = [.. (fold.Current?.Terms.Counterparts ?? []).Select(c => c.Pair)];
            if (Pairs.Count > 0 && (knownCalls = context.Core.Weighing.People.FindCalls(line.Id, Version, now, exactly)) is null)
                callReading = CallReading.Of(context, line);
        }

        public LineId Line { get; }

        public string Handle { get; }

        public LineMode Mode { get; }

        /// <summary>Of counterparts, as the charter names them.</summary>
        public IReadOnlyList<string> Pairs { get; }

        /// <summary>Grows with whatever comes of the line.</summary>
        public long Version { get; }

        public List<OneParty> Parties { get; } = [];

        /// <summary>By whom.</summary>
        public IReadOnlyList<Declaration> Suspended { get; }

        public KnownCalls? Calls(PartyId own, Timestamp now, TimeSpan longest)
        {
            if (callReading is null)
                return knownCalls;
            var (calls, until) = CallEvidences.Of(callReading, own, now, longest);
            return new KnownCalls(Line, Version, now, until, calls);
        }

        /// <summary>When what people did was read, and at which version.</summary>
        public (long Version, Timestamp At) ReadAt(PartyId party, Timestamp now) =>
            known.TryGetValue(party, out var before) ? (before.Version, before.ReadAt) : (Version, now);

        public (HumanEvidence Human, Timestamp Until) People(StationMemory memory, OneParty party, Timestamp now, TimeSpan longest) =>
            known.TryGetValue(party.Party, out var before) ? (before.Human, before.Until) : HumanReading.Of(
                memory, reading!, schedule, party.Party, party.Peer.Losses, now, longest);
    }
}
