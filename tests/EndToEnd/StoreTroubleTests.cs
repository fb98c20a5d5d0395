using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.EndToEnd.Tests.Processes;
using Parley.Lines.Entries;

namespace Parley.EndToEnd.Tests;

/// <summary>What a person sees when the store cannot be used.</summary>
public sealed class StoreTroubleTests
{
    private const int MostMessages = 2000;

    [Fact]
    public async Task A_second_process_on_one_folder_is_refused_in_one_line_and_harms_nothing()
    {
        using var place = new TestFolder();
        var astra = await ProcessStation.Create(place, "astra");
        await using var a = astra;
        await astra.Start();
        var second = await Command.Run("run", astra.Folder);
        Assert.Equal(1, second.Code);
        Assert.Contains("another process has this station open", Assert.Single(Lines(second.Error)));
        Assert.Contains("astra", await astra.Do("status"));
        var restore = await Command.Run("restore", astra.CardFile, astra.Folder);
        Assert.Contains("runs; stop it first", Assert.Single(Lines(restore.Error)));
    }

    [Fact]
    public async Task A_corrupted_store_is_said_in_one_line()
    {
        using var place = new TestFolder();
        var astra = await ProcessStation.Create(place, "astra");
        await using var a = astra;
        var file = Path.Combine(astra.Folder, "station.db");
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Array.Fill(bytes, (byte)0xA5, 0, Math.Min(bytes.Length, 64 * 1024));
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        var run = await Command.Run("run", astra.Folder);
        Assert.Equal(1, run.Code);
        Assert.Matches("the store cannot be used \\((corrupt|missing)\\)", Assert.Single(Lines(run.Error)));
        var verify = await Command.Run("verify", astra.Folder);
        Assert.Equal(1, verify.Code);
        Assert.NotEmpty(verify.Error);
    }

    [Fact]
    public async Task A_full_disk_is_said_loses_nothing_acknowledged_and_is_left_by_itself()
    {
        using var place = new TestFolder();
        using var disk = await SmallDisk.Mount(place, 16);
        var astra = await ProcessStation.Create(place, "astra", folder: Path.Combine(disk.Path, "astra"));
        await using var a = astra;
        var boreal = await ProcessStation.Create(place, "boreal");
        await using var b = boreal;
        await Pairs.Meet(astra, boreal);
        await Task.WhenAll(astra.Start(), boreal.Start());
        await astra.OpenLine("", boreal);
        var sent = new List<string> { await astra.Say("while there is room") };
        disk.Fill();
        var (released, refused) = await UntilItFails(astra);
        sent.AddRange(released);
        var status = await astra.Ask("status");
        Assert.Contains("full", status.Out + status.Error, StringComparison.OrdinalIgnoreCase);
        TestContext.Current.TestOutputHelper?.WriteLine(status.ToString());
        // The other side speaks meanwhile; its words wait with it.
        var fromBoreal = await boreal.Say("into the full disk");
        disk.Free();
        sent.Add((await astra.Insist(ProcessStation.Chief, refused)).Released!);
        await astra.Await(new ShowStatus(), s => s.Store.Length == 0);
        await boreal.Received(fromBoreal);
        await astra.AllReceived();
        sent.Add(fromBoreal);
        foreach (var station in (ProcessStation[])[astra, boreal])
        {
            var there = (await station.Messages()).Select(m => m.Entry).ToList();
            Assert.Empty(sent.Except(there));
            // The words that got a fault may have been stored under another key: at most those.
            Assert.InRange(there.Count, sent.Count, sent.Count + 1);
            Assert.Equal(there.Count, there.Distinct().Count());
        }

        await place.HaveSameWords(astra, boreal);
    }

    /// <summary>Speaks until the store takes no more: what was released, and what was not.</summary>
    private static async Task<(List<string> Released, SendMessage Refused)> UntilItFails(ProcessStation station)
    {
        var released = new List<string>();
        for (var i = 0; i < MostMessages; i++)
        {
            var send = new SendMessage(Speaking.Line, Precedence.Routine, "en", $"{i} {new string('w', 2000)}");
            try
            {
                if (await station.Control.Do(send, TestContext.Current.CancellationToken) is not Done<DraftView> { Answer.Released: { } entry })
                    return (released, send);
                released.Add(entry);
            }
            catch (ControlFault)
            {
                return (released, send);
            }
        }

        Assert.Fail("the disk is not full");
        return default;
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
