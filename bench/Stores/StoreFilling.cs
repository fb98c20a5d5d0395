using Parley.Circuits.Tls;
using Parley.Cli.Commands;
using Parley.Scenarios.Processes;
using Parley.Station;
using Parley.Station.Folders;
using Parley.Station.Keys;
using Parley.Storage.Sqlite;

namespace Parley.Bench.Stores;

/// <summary>Two stations in this process, with a circuit over loopback, until the first has said so many messages.</summary>
internal static class StoreFilling
{
    private const int UnderWay = 4096;
    private const int Portion = 50_000;
    private const int TextBytes = 200;
    private static readonly string[] Parties = ["astra", "boreal"];

    public static async Task<IReadOnlyList<FoundedStation>> Fill(string folder, int entries)
    {
        var ports = FreePorts.Find(2 * Parties.Length);
        var founded = new List<FoundedStation>();
        for (var i = 0; i < Parties.Length; i++)
        {
            var settings = new StationSettings(
                Parties[i], new Dictionary<string, string> { ["en"] = Parties[i] }, [$"tls://127.0.0.1:{ports[i]}"], $"http://127.0.0.1:{ports[i + Parties.Length]}");
            founded.Add(await FoundedStation.Found(Path.Combine(folder, Parties[i]), settings));
        }

        await using var first = new Running(founded[0]);
        await using var second = new Running(founded[1]);
        await Agree(first.Desk, second.Desk);
        for (var left = entries; left > 0; left -= Portion)
        {
            StoreBench.Say($"storing, {left} entries to go");
            await first.Desk.Answer(new BenchAsk("load", Math.Min(left, Portion), UnderWay, TextBytes), CancellationToken.None);
        }

        return founded;
    }

    private static async Task Agree(BenchDesk first, BenchDesk second)
    {
        var none = CancellationToken.None;
        var cards = new[] { await first.Answer(new BenchAsk("card"), none), await second.Answer(new BenchAsk("card"), none) };
        await first.Answer(new BenchAsk("peer", Text: cards[1].Text, Digits: cards[1].Digits), none);
        await second.Answer(new BenchAsk("peer", Text: cards[0].Text, Digits: cards[0].Digits), none);
        await first.Answer(new BenchAsk("circuits", 1), none);
        await first.Answer(new BenchAsk("propose", Text: Parties[1]), none);
        await second.Answer(new BenchAsk("accept"), none);
        await first.Answer(new BenchAsk("open"), none);
    }

    /// <summary>A station that runs in this process.</summary>
    private sealed class Running : IAsyncDisposable
    {
        private readonly StationKeys keys;
        private readonly SqliteStore store;
        private readonly StationHost host;
        private readonly TlsCircuits circuits;
        private readonly BenchLoad load;

        public Running(FoundedStation station)
        {
            var folder = FoundedStation.Need(StationFolder.Open(station.Folder));
            keys = FoundedStation.Need(folder.ReadKeys(null));
            store = SqliteStore.Open(folder.Path);
            host = StationHost.Start(keys, store, StationOptions.Default(folder.Path), TimeProvider.System);
            var surroundings = new TlsSurroundings(TimeProvider.System, static () => 0.5, StationFolder.Suites);
            circuits = new TlsCircuits(keys.Identity, keys.Chain, FoundedStation.Need(folder.ReadSettings()).Listen, host.Events, surroundings);
            host.Attach(circuits);
            load = new BenchLoad(host.Owner, keys.Party, BenchDesk.Line);
            Desk = new BenchDesk(host.Owner, load);
        }

        public BenchDesk Desk { get; }

        public async ValueTask DisposeAsync()
        {
            await load.DisposeAsync();
            await host.DisposeAsync();
            circuits.Dispose();
            store.Dispose();
            keys.Dispose();
        }
    }
}
