using Parley.Control.Peers;
using Parley.EndToEnd.Tests.Processes;
using Parley.Lines.Entries;

namespace Parley.EndToEnd.Tests;

/// <summary>Changes of keys by the commands of the documents, in the middle of a conversation.</summary>
public sealed class CardTests
{
    [Fact]
    public async Task A_conversation_goes_on_through_a_rotation_and_a_revocation()
    {
        using var place = new TestFolder();
        var (astra, boreal) = await place.Pair();
        await using var a = astra;
        await using var b = boreal;
        await astra.OpenLine("", boreal);
        var sent = new List<string>();
        await Talk(astra, boreal, "under the first card", sent);

        await astra.Stop();
        var (second, third) = (place.PathTo("second.next"), place.PathTo("third.next"));
        await Command.Must("card", astra.Folder, "rotate", "--next-key", astra.NextKeyFile, "--new-next-key", second);
        await astra.Start();
        await Talk(astra, boreal, "after the rotation", sent);
        await boreal.Await(new ListPeers(), peers => peers.Any(p => p.Party == "astra" && p.CardVersion == 2));
        await Check(boreal, sent);
        await place.HaveSameWords(astra, boreal);

        await astra.Stop();
        await Command.Must("card", astra.Folder, "revoke", "--next-key", second, "--new-next-key", third);
        await astra.Start();
        await astra.WriteCard();
        Assert.Contains("astra is verified, card 3", await boreal.Do("peer update", astra.CardFile));
        await Talk(astra, boreal, "after the revocation", sent);
        await Check(boreal, sent);
        await Check(astra, sent);
        await place.HaveSameWords(astra, boreal);
        await Task.WhenAll(astra.Stop(), boreal.Stop());
        await Command.Must("verify", astra.Folder);
        await Command.Must("verify", boreal.Folder);
    }

    private static async Task Talk(ProcessStation astra, ProcessStation boreal, string when, List<string> sent)
    {
        foreach (var station in (ProcessStation[])[astra, boreal])
        {
            sent.Add(await station.Say($"{station.Party}, flash {when}", Precedence.Flash));
            sent.Add(await station.Say($"{station.Party}, routine {when}"));
        }

        await Task.WhenAll(astra.AllReceived(), boreal.AllReceived());
    }

    private static async Task Check(ProcessStation station, List<string> sent)
    {
        var there = await station.Messages();
        Assert.Equal(sent.Order(StringComparer.Ordinal), there.Select(m => m.Entry).Order(StringComparer.Ordinal));
        Assert.All(there, m => Assert.Equal(Control.Messages.Readability.Readable, m.Readable));
    }
}
