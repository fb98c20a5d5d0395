using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Peers;
using Parley.Control.Stations;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Station.Throttles;

namespace Parley.EndToEnd.Tests;

/// <summary>A program of one station says as many activities as it can, over real TLS on loopback: how long a flash takes beside it, from either side.</summary>
[Collection(nameof(Alone))]
public sealed class FloodTests
{
    private const int AtOnce = 2_000;
    private const int UnderWay = 512;
    private const int Flashes = 25;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_flash_passes_a_flood_that_is_throttled_by_name_on_both_sides()
    {
        await using var astra = LocalStation.Create("astra");
        await using var boreal = LocalStation.Create("boreal", intake: Intake.Default with { EntriesAtOnce = AtOnce });
        await astra.Owner.Must(new AddPeer(boreal.Chain.ToFile(), boreal.Chain.DigitsToCompare));
        await boreal.Owner.Must(new AddPeer(astra.Chain.ToFile(), astra.Chain.DigitsToCompare));
        await ConversationTests.OpenLine(astra, boreal, release: "flash=1");
        await using var cassia = LocalStation.Create("cassia");
        await OpenCold(cassia, boreal);
        IControl[] officers = [await Officer(astra, "ann"), await Officer(boreal, "petrov"), await Officer(cassia, "silva")];
        var program = await Officer(astra, "program");
        var quiet = await Measure(officers, "quiet");

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        stop.CancelAfter(Limit);
        var start = TimeProvider.System.GetTimestamp();
        var flood = Task.WhenAll(Enumerable.Range(0, UnderWay).Select(_ => Pour(program, stop.Token)));
        var told = await Until(astra.Owner, w => w.StartsWith("hot: Our ordinary words are taken by boreal at 200 a second", StringComparison.Ordinal));
        var said = await Until(boreal.Owner, w => w.StartsWith("hot: astra's ordinary words are taken here at 200 a second", StringComparison.Ordinal));
        var flooded = await Measure(officers, "flood");
        var (sent, taken) = (await Entries(astra), await Entries(boreal));
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        await stop.CancelAsync();
        await flood;

        var output = TestContext.Current.TestOutputHelper;
        output?.WriteLine($"{told}\n{said}\n{sent} said and {taken} taken in {seconds:F1} s");
        output?.WriteLine($"of the quiet ones: {string.Join(", ", flooded.Zip(quiet, (f, q) => $"{f / q:F1}"))}");
        Assert.InRange(taken, AtOnce, AtOnce + (Station.Bounds.IntakeEntries * seconds) + Station.Bounds.BatchEntries + (4 * Flashes) + 20);
        Assert.True(sent > 2 * taken, $"the flood was none: {sent} said, {taken} taken");
        Assert.InRange(flooded.Max(), 0, 2_000);
    }

    /// <summary>Medians in milliseconds, from the release to the receipt: of the flooder's flashes, of those to the flooder, and of a third station's to the one that
    /// is flooded.</summary>
    private static async Task<double[]> Measure(IControl[] officers, string when)
    {
        double[][] times = [new double[Flashes], new double[Flashes], new double[Flashes]];
        for (var i = 0; i < Flashes; i++)
        {
            for (var who = 0; who < times.Length; who++)
                times[who][i] = await Flash(officers[who], who == 2 ? "cold" : "hot");
        }

        foreach (var of in times)
            Array.Sort(of);
        TestContext.Current.TestOutputHelper?.WriteLine($"{when}: {string.Join("; ", times.Select(t => $"median {t[Flashes / 2]:F1} ms, worst {t[^1]:F1} ms"))}");
        return [.. times.Select(t => t[Flashes / 2])];
    }

    private static async Task OpenCold(LocalStation cassia, LocalStation boreal)
    {
        await cassia.Owner.Must(new AddPeer(boreal.Chain.ToFile(), boreal.Chain.DigitsToCompare));
        await boreal.Owner.Must(new AddPeer(cassia.Chain.ToFile(), cassia.Chain.DigitsToCompare));
        await cassia.Owner.Must(new ProposeLine("cold", LineKind.Hot, LineMode.Exercise, ["boreal"], new TermsView(["en"], "flash=1")));
        await boreal.Owner.Until(new ListLines(true), lines => lines.Count == 1);
        await boreal.Owner.Must(new AcceptLine("cold"));
        await cassia.Owner.Until(new ListLines(), lines => lines.Any(l => l.Handle == "cold" && l.State == LineState.Open));
        await boreal.Owner.Until(new ListLines(), lines => lines.Any(l => l.Handle == "cold" && l.State == LineState.Open));
    }

    private static async Task<double> Flash(IControl officer, string line)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        await using var notes = officer.Changes(limit.Token).GetAsyncEnumerator(limit.Token);
        var next = notes.MoveNextAsync();
        var start = TimeProvider.System.GetTimestamp();
        var entry = EntryRef.Parse((await officer.Must(new SendMessage(line, Precedence.Flash, "en", "flash"))).Released!)!.Value;
        while (await next)
        {
            if (notes.Current is { Kind: ChangeKind.Receipt, Entry: { } covered } && EntryRef.Parse(covered) is { Lane: Lane.Urgent } last && last.Index >= entry.Index &&
                last.Party == entry.Party)
                return TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
            next = notes.MoveNextAsync();
        }

        throw new InvalidOperationException("the station says nothing more");
    }

    private static async Task Pour(IControl program, CancellationToken stop)
    {
        for (var number = 0; !stop.IsCancellationRequested; number++)
            await program.Must(new SendMessage("hot", Precedence.Routine, "en", $"activity {number} in the box 58.1N 6.9E to 58.4N 7.6E"));
    }

    private static async Task<string> Until(IControl control, Func<string, bool> wanted) =>
        (await control.Until(new ShowStatus(), s => s.Warnings.Any(wanted))).Warnings.First(wanted);

    private static async Task<long> Entries(LocalStation station) => (await station.Owner.Must(new ShowStatus())).Lines.Single(l => l.Handle == "hot").Entries;

    private static Task<IControl> Officer(LocalStation station, string name) => station.Officer(name, Roles.Watch | Roles.Release);
}
