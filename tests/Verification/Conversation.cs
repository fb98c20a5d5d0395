using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Notices;
using Parley.Control.Officers;
using Parley.Control.Peers;
using Parley.Control.Plans;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Notices;
using Parley.Lines.Parties;
using Parley.Lines.Plans;
using Parley.Station;
using Parley.Station.Circuits;
using Parley.Station.Keys;
using Parley.Station.Operations;
using Parley.Storage.Sqlite;

namespace Parley.Verification.Tests;

/// <summary>Two stations in one thread, on real stores under suite 1, that talk until nothing is left to say. Frames go by hand, time by call.</summary>
internal sealed class Conversation : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parley-verify-").FullName;
    private Timestamp now = new(1_790_000_000_000);

    public Conversation()
    {
        Astra = new Station(this, "astra");
        Boreal = new Station(this, "boreal");
        foreach (var station in Both)
            station.Open(now, restored: false);
    }

    public Station Astra { get; }

    public Station Boreal { get; }

    private Station[] Both => [Astra, Boreal];

    /// <summary>A hot line with messages both ways in both lanes, a notice, a draft that waits, a plan, officers, and a charter that was amended.</summary>
    public static Conversation Held()
    {
        var talk = new Conversation();
        talk.Meet();
        foreach (var station in talk.Both)
            station.Do(new AddFormat(Form().Encode()));
        talk.Astra.Do(new ProposeLine("hot", LineKind.Hot, LineMode.Exercise, ["boreal"], new TermsView(["en", "ru"], "flash=1", Formats: ["quiet"])));
        talk.Run();
        talk.Boreal.Do(new AcceptLine("hot"));
        talk.Run();
        talk.Astra.Do(new KeepPlan("Quiet Harbour", new(2027, 11, 2, 6, 0, 0, TimeSpan.Zero), new(2027, 11, 11, 18, 0, 0, TimeSpan.Zero), [Sign.RadioSilence], "hot"));
        talk.Astra.Do(new AddOfficer("ivanova", Roles.Watch | Roles.Release));
        talk.Astra.Do(new SendMessage("hot", Precedence.Flash, "en", "Is the launch at 04:10Z yours?"));
        talk.Run();
        talk.Boreal.Do(new SendMessage("hot", Precedence.Routine, "ru", "Это учебный пуск."));
        talk.Astra.Do(new SendMessage("hot", Precedence.Routine, "en", "We ask again."));
        talk.Run();
        talk.Astra.Do(new SendMessage("hot", Precedence.Routine, "en", "Understood.", Regards: [talk.Astra.LastOrdinary("boreal"), talk.Astra.LastOrdinary("astra")]));
        talk.Run();
        talk.Astra.Do(new DraftNotice("hot", "quiet", "en", [new("what", ["Nothing but a watch at sea."])]));
        talk.Run();
        talk.Astra.Do(talk.Astra.Approval());
        talk.Run();
        talk.Astra.Do(new DraftMessage("hot", Precedence.Routine, "en", "Not yet released."));
        talk.Run();
        return talk;
    }

    private static NoticeFormat Form() => new(
        "quiet", 1, "Q-1", "An agreement of nobody", NoticeEffect.Informs, [], ["en"], 1, Precedence.Routine, true, AlarmPotential.None, "", "", "", "", 0,
        new(null, null, null, null, []), [], [], [], ["Quiet"], [new("what", FieldKind.Text, FieldNeed.Always, "", "", 0, 100, [], [], ["What"])]);

    public void Meet()
    {
        Astra.Do(new AddPeer(Boreal.Keys.Chain.ToFile(), Boreal.Keys.Chain.DigitsToCompare));
        Boreal.Do(new AddPeer(Astra.Keys.Chain.ToFile(), Astra.Keys.Chain.DigitsToCompare));
        Connect();
        Run();
    }

    /// <summary>The station ends and starts again on that copy of its store, as after `parley restore`; the instance file is not in it.</summary>
    public void Restore(Station station, string backup)
    {
        var other = Both.Single(s => s != station);
        other.Hangs();
        station.Restart(backup, now);
        Run();
        Connect();
        Run();
    }

    /// <summary>Time passes: a beacon with everything is due.</summary>
    public void Wait(TimeSpan time)
    {
        now += time;
        Run();
    }

    public void Connect()
    {
        var (there, back) = (new Wire(Boreal, "wire"), new Wire(Astra, "wire"));
        (there.Back, back.Back) = (back, there);
        Astra.Take(new CircuitOpened(there));
        Boreal.Take(new CircuitOpened(back));
    }

    /// <summary>Turns of both stations, a second apart, until neither sends anything but beacons.</summary>
    public void Run()
    {
        for (var quiet = 0; quiet < 8; quiet++)
        {
            now += TimeSpan.FromSeconds(1);
            foreach (var station in Both)
            {
                if (station.Turn(now))
                    quiet = 0;
            }
        }
    }

    public void Dispose()
    {
        foreach (var station in Both)
            station.Close();
        Directory.Delete(folder, recursive: true);
    }

    internal sealed class Station
    {
        private readonly List<StationInput> inbox = [];
        private StationCore core = null!;
        private SqliteStore store = null!;

        public Station(Conversation talk, string party)
        {
            Folder = Path.Combine(talk.folder, party);
            SqliteStore.Create(Folder).Dispose();
            Keys = NewKeys(PartyId.Parse(party)!.Value, talk.now);
        }

        public string Folder { get; }

        public StationKeys Keys { get; set; }

        public void Open(Timestamp now, bool restored)
        {
            store = SqliteStore.Open(Folder);
            var setBack = Instance.WasSetBack(Folder, Keys.Suite, store, Keys);
            core = new StationCore(Keys, store, TimeSpan.FromSeconds(3600), static _ => { }, static _ => { });
            core.Start(now, restored || setBack);
        }

        public void Close() => store.Dispose();

        /// <summary>The last entry of that party's ordinary words on the line `hot`.</summary>
        public string LastOrdinary(string party)
        {
            var line = core.Memory.Lines.Values.Single(l => l.Fold.Founding!.Name == "hot");
            var feed = line.Feeds.Values.Single(f => f.Id.Party.ToString() == party && f.Id.Lane == Lane.Ordinary);
            return EntryRef.Of(feed.Id, feed.Size - 1).ToString();
        }

        /// <summary>Of its only draft.</summary>
        public ApproveDraft Approval()
        {
            var draft = core.Memory.Drafts.Values.Single();
            return new ApproveDraft(draft.Id, draft.Revision().ToString());
        }

        /// <summary>Its circuits are gone.</summary>
        public void Hangs()
        {
            foreach (var link in core.Links.All.SelectMany(p => p.Links).ToList())
                inbox.Add(new CircuitClosed(link.Circuit, CircuitEnd.Broken));
        }

        public void Restart(string backup, Timestamp now)
        {
            Close();
            inbox.Clear();
            foreach (var file in Directory.GetFiles(Folder, "station.db*"))
                File.Delete(file);
            File.Copy(backup, Path.Combine(Folder, "station.db"));
            Open(now, restored: false);
        }

        public void Take(StationInput input) => inbox.Add(input);

        /// <summary>A frame came over the wire.</summary>
        public void Receive(ICircuit over, ReadOnlyMemory<byte> frame) => inbox.Add(new FrameCame(over, Prepared.From(frame, Keys, core.Shared)));

        public void Do<TAnswer>(Operation<TAnswer> operation) => inbox.Add(new OfficerAsks(
            operation,
            new Actor("owner", (Roles)31),
            answer => Assert.True(answer is Done<TAnswer> or Deferred, $"{operation.GetType().Name}: {answer}")));

        /// <summary>Whether there was anything to take in.</summary>
        public bool Turn(Timestamp now)
        {
            StationInput[] taken = [.. inbox];
            inbox.Clear();
            core.Step(taken, now);
            return taken.Length > 0;
        }

        /// <summary>How many charters of that line are or were in force here.</summary>
        public int CharterOf(string line) => core.Memory.Lines.Values.Single(l => l.Fold.Founding!.Name == line).Fold.InForce.Count;

        /// <summary>A copy of the store as one file.</summary>
        public void CopyTo(string file) => store.Backup(file);

        private static StationKeys NewKeys(PartyId party, Timestamp now)
        {
            var suite = SuiteOne.Instance;
            var (identity, live, exercise) = (suite.GenerateSigningKey(), suite.GenerateKemKey(), suite.GenerateKemKey());
            using var next = suite.GenerateSigningKey();
            var card = new Card(
                party, 1, CardStep.First, null, [new("en", party.ToString())], now, now + TimeSpan.FromDays(365), suite.Id, identity.PublicKey,
                identity.PublicKey, Digest.Of(next.PublicKey), live.PublicKey, exercise.PublicKey, []);
            return new StationKeys(suite, identity, null, live, exercise, AtRestKey.Generate(suite), CardChain.Found(card, identity));
        }
    }

    /// <summary>One end of a wire that loses nothing.</summary>
    private sealed class Wire(Station to, string name) : ICircuit
    {
        private static long numbers;

        public Wire Back { get; set; } = null!;

        public long Number { get; } = Interlocked.Increment(ref numbers);

        public string Name { get; } = name;

        public PartyId Peer => to.Keys.Party;

        public bool TrySend(ReadOnlyMemory<byte> frame, Precedence precedence)
        {
            to.Receive(Back, frame);
            return true;
        }

        public void Close(CircuitEnd end)
        {
        }
    }
}
