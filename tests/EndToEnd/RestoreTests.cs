using Parley.Control.Stations;
using Parley.EndToEnd.Tests.Processes;
using Parley.Lines.Entries;

namespace Parley.EndToEnd.Tests;

/// <summary>A station that is set back to a backup, by the commands of the documents.</summary>
public sealed class RestoreTests
{
    [Fact]
    public async Task A_restored_station_opens_a_new_generation_and_gets_back_what_the_backup_lacks()
    {
        using var place = new TestFolder();
        var (astra, boreal) = await place.Pair();
        await using var a = astra;
        await using var b = boreal;
        await astra.OpenLine("", boreal);
        var sent = new List<string> { await astra.Say("before the backup"), await boreal.Say("before the backup, from boreal") };
        await Task.WhenAll(astra.AllReceived(), boreal.AllReceived());
        await astra.Do("backup", place.PathTo("backup"));
        for (var i = 0; i < 20; i++)
        {
            sent.Add(await astra.Say($"after the backup {i}", i % 5 == 0 ? Precedence.Flash : Precedence.Routine));
            sent.Add(await boreal.Say($"after the backup {i}, from boreal"));
        }

        await Task.WhenAll(astra.AllReceived(), boreal.AllReceived());
        await astra.Kill();
        Assert.Contains("The one before is kept", await Command.Must("restore", place.PathTo("backup"), astra.Folder));
        await astra.Start();

        sent.Add(await astra.Say("after the restore"));
        sent.Add(await boreal.Say("after the restore, from boreal"));
        await Task.WhenAll(astra.AllReceived(), boreal.AllReceived());
        await Check(astra, sent);
        await Check(boreal, sent);

        var generations = (await boreal.Messages()).Where(m => m.Party == "astra").Select(m => m.Entry.Split('/')[1]).Distinct();
        Assert.Equal(2, generations.Count());
        Assert.Contains("new generation", await boreal.Do("status"));
        Assert.DoesNotContain("two histories", await boreal.Do("status"));
        await boreal.Do("line confirm", Speaking.Line, "astra");
        Assert.DoesNotContain("new generation of astra", await boreal.Do("status"));
        await place.HaveSameWords(astra, boreal);
        await Task.WhenAll(astra.Stop(), boreal.Stop());
        await Command.Must("verify", astra.Folder);
        await Command.Must("verify", boreal.Folder);
    }

    private static async Task Check(ProcessStation station, List<string> sent)
    {
        await station.Await(new ShowStatus(), s => s.Lines.All(l => l.Unreadable == 0));
        var there = await station.Messages();
        Assert.Equal(sent.Order(StringComparer.Ordinal), there.Select(m => m.Entry).Order(StringComparer.Ordinal));
        Assert.All(there, m => Assert.Equal(Control.Messages.Readability.Readable, m.Readable));
    }
}
