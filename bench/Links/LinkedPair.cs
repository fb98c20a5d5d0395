using Parley.Cli.Commands;
using Parley.Station.Folders;

namespace Parley.Bench.Links;

/// <summary>Two stations, each a process in its namespace, with an officer beside each, and a line between them.</summary>
internal sealed class LinkedPair : IAsyncDisposable
{
    private const int FirstPort = 7101;
    private const string Api = "http://127.0.0.1:7100";
    private static readonly string[] Parties = ["astra", "boreal"];
    private readonly List<Child> processes = [];
    private readonly List<Child> officers = [];
    private readonly Spaces spaces;
    private readonly string folder;

    private LinkedPair(Spaces spaces, string folder) => (this.spaces, this.folder) = (spaces, folder);

    /// <summary>The officer of the first station.</summary>
    public Child First => officers[0];

    /// <summary>Founds and starts both, compares digits, opens the line, sends a routine message and a flash: no keying is left to do.</summary>
    public static async Task<LinkedPair> Open(string emulator, LinkTerms terms)
    {
        var pair = new LinkedPair(await Spaces.Make(emulator, terms), Directory.CreateTempSubdirectory("parley-links-").FullName);
        var isOpen = false;
        try
        {
            for (var i = 0; i < Parties.Length; i++)
                await pair.Start(i, terms.Circuits);
            await pair.Agree(terms.Circuits);
            isOpen = true;
            return pair;
        }
        finally
        {
            if (!isOpen)
                await pair.DisposeAsync();
        }
    }

    /// <summary>Bytes of IP packets on all circuits so far, both ways.</summary>
    public async Task<long> WireBytes() => (await First.Ask(new BenchAsk("wire"))).Bytes;

    public async Task Settle()
    {
        foreach (var officer in officers)
            await officer.Ask(new BenchAsk("settle"));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in officers.Concat(processes))
            await process.DisposeAsync();
        await spaces.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private async Task Start(int number, int circuits)
    {
        var listen = Enumerable.Range(0, circuits).Select(i => $"tls://{Spaces.Address(number, i)}:{FirstPort + i}").ToList();
        var settings = new StationSettings(Parties[number], new Dictionary<string, string> { ["en"] = Parties[number] }, listen, Api);
        var station = await FoundedStation.Found(Path.Combine(folder, Parties[number]), settings);
        processes.Add(Child.Start(Spaces.Inside(number, Programs.Parley("run", station.Folder))));
        officers.Add(Child.Start(Spaces.Inside(number, Programs.Bench(Officer.Name, Api, station.Token)), isAsked: true));
    }

    private async Task Agree(int circuits)
    {
        var cards = new List<BenchAnswer>();
        foreach (var officer in officers)
            cards.Add(await officer.Ask(new BenchAsk("card")));
        for (var i = 0; i < officers.Count; i++)
            await officers[i].Ask(new BenchAsk("peer", Text: cards[1 - i].Text, Digits: cards[1 - i].Digits));
        await First.Ask(new BenchAsk("circuits", circuits));
        await First.Ask(new BenchAsk("propose", Text: Parties[1]));
        await officers[1].Ask(new BenchAsk("accept"));
        foreach (var officer in officers)
            await officer.Ask(new BenchAsk("open"));
        await First.Ask(new BenchAsk("hear"));
        await First.Ask(new BenchAsk("single", 1));
        await First.Ask(new BenchAsk("single", 1, Flash: true));
        await Settle();
    }
}
