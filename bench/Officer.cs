using System.Text.Json;
using Parley.Cli;
using Parley.Cli.Commands;
using Parley.Control;
using Parley.Control.Http;
using Parley.Lines.Parties;

namespace Parley.Bench;

/// <summary>An officer as a process of his own, for he must be where the station's API can be reached: asked line by line, he does it over
/// HTTP.</summary>
internal static class Officer
{
    public const string Name = "officer";

    public static async Task<int> Run(Uri station, string tokenFile)
    {
        using var face = new HttpControl(station, (await File.ReadAllTextAsync(tokenFile)).Trim());
        while (!await face.IsThere())
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        var party = await face.Do(new Control.Peers.ShowCard()) is Done<Control.Peers.CardView> { Answer: var card } ? card.Party : "";
        await using var load = new BenchLoad(face, PartyId.Parse(party)!.Value, BenchDesk.Line);
        var desk = new BenchDesk(face, load);
        while (await Console.In.ReadLineAsync() is { Length: > 0 } line)
            Console.WriteLine(JsonSerializer.Serialize(await Answer(desk, load, JsonSerializer.Deserialize<BenchAsk>(line)!)));
        return 0;
    }

    private static async Task<BenchAnswer> Answer(BenchDesk desk, BenchLoad load, BenchAsk ask)
    {
        try
        {
            switch (ask.Do)
            {
                case "hear":
                    await load.Heard();
                    return new BenchAnswer();
                case "wire":
                    return new BenchAnswer(Bytes: WireBytes());
                default:
                    return await desk.Answer(ask, CancellationToken.None);
            }
        }
        catch (Exception e) when (e is CommandFault or ControlFault)
        {
            return new BenchAnswer(e.Message);
        }
    }

    // Whole IP packets of the emulated circuits of this namespace, both ways.
    private static long WireBytes() => Directory.GetDirectories("/sys/class/net", "emu*")
        .SelectMany(d => (string[])[$"{d}/statistics/rx_bytes", $"{d}/statistics/tx_bytes"])
        .Sum(f => long.Parse(File.ReadAllText(f), System.Globalization.CultureInfo.InvariantCulture));
}
