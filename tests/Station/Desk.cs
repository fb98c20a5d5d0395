using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Peers;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.Alarms;
using Parley.Station.Frames;
using Parley.Station.Keys;
using Parley.Station.Operations;
using Parley.Station.Silence;
using Parley.Station.State;
using Parley.Station.Storage;
using Parley.Station.Throttles;
using Parley.Testing.Simulation;
using Parley.Testing.Storage;
using Parley.Testing.Suites;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Tests;

/// <summary>One station in a test's hand: its core over a disk in memory, asked and fed directly. Time moves when the test says so.</summary>
internal sealed class Desk
{
    private static long circuits;

    private SigningKey next;

    public Desk(string party, ulong seed)
    {
        Keys = SimulatedStation.NewKeys(party, new SuiteZero(seed));
        // The same bytes once more: the second signing key is the one that the card names as next.
        var again = new SuiteZero(seed);
        again.GenerateSigningKey();
        next = again.GenerateSigningKey();
        Start();
    }

    /// <summary>What `station.key` holds: a new process starts with these.</summary>
    public StationKeys Keys { get; set; }

    public PartyId Party => Keys.Party;

    public MemoryDisk Disk { get; set; } = new();

    public IStationStore Store { get; private set; } = null!;

    public StationCore Core { get; private set; } = null!;

    public StationMemory Memory => Core.Memory;

    public Timestamp Now { get; set; } = new(SimulatedWorld.Epoch);

    public List<Wire> Wires { get; } = [];

    public List<ChangeNote> Notes { get; } = [];

    /// <summary>What rings here; the next process has it.</summary>
    public IAlarmOutlets? Outlets { get; set; }

    /// <summary>Who tests circuits and judges here; the next process has it.</summary>
    public ISilenceWork? Work { get; set; }

    /// <summary>How many ordinary words are taken here; the next process has it.</summary>
    public Intake Intake { get; set; } = Intake.Default;

    /// <summary>A new process on the disk; the circuits of the old one are gone.</summary>
    public void Start(bool restored = false)
    {
        Disk.Crash();
        foreach (var far in Wires.Select(w => w.Other).ToList())
        {
            far.IsOpen = false;
            far.Owner.Wires.Remove(far);
            far.Owner.Step(new CircuitClosed(far, Circuits.CircuitEnd.Broken));
        }

        Wires.Clear();
        Store = MemoryStore.Open(Disk);
        Core = new StationCore(Keys, Store, TimeSpan.FromSeconds(5), Notes.Add, _ => { }, left => Keys = left, Outlets, Work, intake: Intake);
        Core.Start(Now, restored);
    }

    /// <summary>A new card, as `parley card` makes it of a station that does not run. The next process has it.</summary>
    public void NewCard(CardStep step)
    {
        var (key, after) = step == CardStep.Update ? (Keys.Identity, next) : (next, Keys.Suite.GenerateSigningKey());
        var before = Keys.Chain.Current;
        var card = before with
        {
            Version = before.Version + 1, Step = step, Previous = before.Hash(), Key = key.PublicKey, NextKey = Digest.Of(after.PublicKey),
        };
        Keys = Keys with
        {
            Identity = key,
            Retiring = step switch { CardStep.Rotate => Keys.Identity, CardStep.Update => Keys.Retiring, _ => null },
            Chain = Keys.Chain.Extend(card, step == CardStep.Rotate ? Keys.Identity : null, key),
        };
        next = after;
        Assert.True(Keys.Chain.Verify(id => id == Keys.Suite.Id ? Keys.Suite : null));
    }

    public void Step(params StationInput[] inputs)
    {
        Now += TimeSpan.FromMilliseconds(1);
        Core.Step(inputs, Now);
    }

    public Outcome<TAnswer> Ask<TAnswer>(Operation<TAnswer> operation, string officer = "ann", Roles roles = (Roles)31)
    {
        object? answer = null;
        Step(new OfficerAsks(operation, new Actor(officer, roles), a => answer = a));
        return (Outcome<TAnswer>)(answer is Deferred deferred ? deferred.Read() : answer!);
    }

    public TAnswer Do<TAnswer>(Operation<TAnswer> operation, string officer = "ann") => Assert.IsType<Done<TAnswer>>(Ask(operation, officer)).Answer;

    public Refusal Refusal<TAnswer>(Operation<TAnswer> operation, string officer = "ann", Roles roles = (Roles)31) =>
        Assert.IsType<Refused<TAnswer>>(Ask(operation, officer, roles)).Why;

    public DraftView Say(string text, Precedence precedence = Precedence.Routine, string line = "hot", string officer = "ann") =>
        Do(new SendMessage(line, precedence, "en", text), officer);

    public LineState Line(string name = "hot") => Memory.Lines.Values.Single(l => l.Fold.Founding!.Name == name);

    /// <summary>Own feeds of a line in the present generation.</summary>
    public FeedState OwnFeed(Lane lane, string line = "hot") => Line(line).Feeds[new FeedId(Line(line).Id, Party, Line(line).OwnGeneration!.Value, lane)];

    /// <summary>All message texts of a line in transcript order, unreadable ones as "?".</summary>
    public List<string> Texts(string line = "hot") =>
        [.. Do(new ReadTranscript(line, Limit: 500)).Entries.Where(e => e.Kind == EntryKind.Message).Select(e => e.Text ?? "?")];

    public EntryView Entry(string text, string line = "hot") => Do(new ReadTranscript(line, Limit: 500)).Entries.Single(e => e.Text == text);

    /// <summary>Frames refused on a circuit, by reason.</summary>
    public long Refused(Wire wire, FrameRefusal why) => Core.Links.Find(wire)!.Refusals[(int)why];

    public void Receive(Wire wire, byte[] frame) => Step(new FrameCame(wire, Prepared.From(frame, Keys, Core.Shared)));

    /// <summary>Two stations that have exchanged cards.</summary>
    public static void Introduce(Desk one, Desk two)
    {
        one.Do(new AddPeer(two.Keys.Chain.ToFile(), two.Keys.Chain.DigitsToCompare));
        two.Do(new AddPeer(one.Keys.Chain.ToFile(), one.Keys.Chain.DigitsToCompare));
    }

    /// <summary>Opens a circuit between two stations; the first one's end.</summary>
    public static Wire Connect(Desk one, Desk two)
    {
        var a = new Wire(one, two, Interlocked.Increment(ref circuits));
        var b = new Wire(two, one, Interlocked.Increment(ref circuits)) { Other = a };
        a.Other = b;
        one.Wires.Add(a);
        two.Wires.Add(b);
        one.Step(new CircuitOpened(a));
        two.Step(new CircuitOpened(b));
        return a;
    }

    public static void Cut(Wire wire)
    {
        foreach (var end in new[] { wire, wire.Other })
        {
            end.IsOpen = false;
            end.Waiting.Clear();
            end.Owner.Wires.Remove(end);
            end.Owner.Step(new CircuitClosed(end, Circuits.CircuitEnd.Broken));
        }
    }

    /// <summary>Carries frames and lets time pass until nothing more is said but beacons of quiet circuits.</summary>
    public static void Settle(params Desk[] desks)
    {
        for (var round = 0; round < 12; round++)
        {
            while (Carry(desks))
            {
            }

            foreach (var desk in desks)
            {
                desk.Now += TimeSpan.FromMinutes(2);
                desk.Step();
            }
        }

        while (Carry(desks))
        {
        }
    }

    /// <summary>Carries frames until there are no more, and lets no time pass.</summary>
    public static void Exchange(params Desk[] desks)
    {
        while (Carry(desks))
        {
        }
    }

    private static bool Carry(Desk[] desks)
    {
        var carried = false;
        foreach (var wire in desks.SelectMany(d => d.Wires).ToList())
        {
            while (wire.Waiting.TryDequeue(out var frame))
            {
                wire.Other.Owner.Receive(wire.Other, frame);
                carried = true;
            }
        }

        return carried;
    }

    /// <summary>Two stations with one circuit and an open line `hot`, where a flash needs two officers.</summary>
    public static (Desk Astra, Desk Boreal, Wire AtAstra) Pair()
    {
        var (astra, boreal) = (new Desk("astra", 1), new Desk("boreal", 2));
        Introduce(astra, boreal);
        var wire = Connect(astra, boreal);
        Open([astra, boreal]);
        return (astra, boreal, wire);
    }

    /// <summary>The first proposes `hot` to the others, who accept.</summary>
    public static void Open(params Desk[] desks)
    {
        var terms = new TermsView(Release: "flash=2");
        desks[0].Do(new ProposeLine("hot", LineKind.Hot, LineMode.Live, [.. desks.Skip(1).Select(d => d.Party.ToString())], terms));
        Settle(desks);
        foreach (var desk in desks.Skip(1))
            desk.Do(new AcceptLine("hot"));
        Settle(desks);
        Assert.All(desks, d => Assert.True(d.Line().Fold.IsOpen));
    }
}
