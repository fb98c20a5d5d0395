using Parley.EndToEnd.Tests.Processes;

namespace Parley.EndToEnd.Tests;

/// <summary>No circuit at all: sealed files in a folder carry everything, by the commands alone.</summary>
public sealed class PouchTests
{
    private static readonly string[] Message = ["--line", Speaking.Line, "--precedence", "routine", "--language", "en", "--text"];

    [Fact]
    public async Task The_pouch_alone_opens_a_line_and_carries_a_conversation()
    {
        using var place = new TestFolder();
        var (astra, boreal) = await Apart(place);
        await using var a = astra;
        await using var b = boreal;
        await astra.Do("line propose", Speaking.Line, "--kind", "hot", "--with", "boreal", "--languages", "en", "--mode", "exercise");
        await Carry(place, astra, boreal);
        Assert.Contains("WAITS FOR YOU", await boreal.Do("line pending"));
        await boreal.Do("line accept", Speaking.Line);
        await Carry(place, boreal, astra);
        await Carry(place, astra, boreal);
        Assert.Contains("hot: hot line of astra, boreal, OPEN", await astra.Do("line list"));
        Assert.Contains("hot: hot line of boreal, astra, OPEN", await boreal.Do("line list"));

        await astra.Do("send", [.. Message, "Is this bag watertight?"]);
        await Carry(place, astra, boreal);
        Assert.Contains("Is this bag watertight?", await boreal.Do("read", "--line", Speaking.Line));
        await boreal.Do("send", [.. Message, "It is."]);
        await Carry(place, boreal, astra);
        var read = await astra.Do("read", "--line", Speaking.Line);
        Assert.Contains("It is.", read);
        Assert.Contains("received", read);
        await Carry(place, astra, boreal);
        await Carry(place, boreal, astra);
        Assert.Equal(2, (await astra.Messages()).Count(m => m.Receipts.All(r => r.Received)));
        Assert.Equal(2, (await boreal.Messages()).Count(m => m.Receipts.All(r => r.Received)));
        await place.AreSame(astra, boreal);
    }

    [Fact]
    public async Task Damaged_and_foreign_files_are_refused_with_a_reason_and_repetition_does_no_harm()
    {
        using var place = new TestFolder();
        var (astra, boreal) = await Apart(place);
        await using var a = astra;
        await using var b = boreal;
        var cedar = await ProcessStation.Create(place, "cedar");
        await using var c = cedar;
        await cedar.Start();
        await astra.Do("line propose", Speaking.Line, "--kind", "hot", "--with", "boreal", "--languages", "en", "--mode", "exercise");
        var bag = place.PathTo("bag");
        await astra.Do("pouch export", "boreal", bag);
        Assert.Matches("[1-9][0-9]* new entries", await boreal.Do("pouch import", "astra", bag));
        Assert.Contains(": from astra, 0 new entries", await boreal.Do("pouch import", "astra", bag));
        Assert.Single((await boreal.Do("line pending")).Split("WAITS FOR YOU")[..^1]);

        var file = Assert.Single(Directory.GetFiles(bag));
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Refused(await cedar.Ask("pouch import", "astra", bag));
        await File.WriteAllBytesAsync(file, bytes[..^100], TestContext.Current.CancellationToken);
        Refused(await boreal.Ask("pouch import", "astra", bag));
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        Refused(await boreal.Ask("pouch import", "astra", bag));
        await File.WriteAllTextAsync(file, "a shopping list", TestContext.Current.CancellationToken);
        Refused(await boreal.Ask("pouch import", "astra", bag));
        Assert.Contains("holds no files", (await boreal.Ask("pouch import", "astra", Directory.CreateDirectory(place.PathTo("empty")).FullName)).Error);
        Assert.Contains("WAITS FOR YOU", await boreal.Do("line pending"));

        void Refused(Ran ran)
        {
            Assert.Equal(1, ran.Code);
            var lines = ran.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(2, lines.Length);
            Assert.Contains($"{Path.GetFileName(file)}: ", lines[0]);
            Assert.Contains("were not taken", lines[1]);
            TestContext.Current.TestOutputHelper?.WriteLine(ran.Error);
        }
    }

    /// <summary>Two stations that have met, run, and listen nowhere.</summary>
    private static async Task<(ProcessStation Astra, ProcessStation Boreal)> Apart(TestFolder place)
    {
        var astra = await ProcessStation.Create(place, "astra", circuits: 0);
        var boreal = await ProcessStation.Create(place, "boreal", circuits: 0);
        await Pairs.Meet(astra, boreal);
        await Task.WhenAll(astra.Start(), boreal.Start());
        Assert.Contains("listens nowhere", astra.Said);
        return (astra, boreal);
    }

    private static async Task Carry(TestFolder place, ProcessStation from, ProcessStation to)
    {
        var bag = place.PathTo("bag");
        if (Directory.Exists(bag))
            Directory.Delete(bag, recursive: true);
        await from.Do("pouch export", to.Party, bag);
        if (Directory.GetFiles(bag).Length > 0)
            await to.Do("pouch import", from.Party, bag);
    }
}
