using Parley.Control.Attachments;
using Parley.EndToEnd.Tests.Processes;

namespace Parley.EndToEnd.Tests;

/// <summary>An attachment of the greatest size between real processes, one of which dies in the middle.</summary>
public sealed class AttachmentTests
{
    [Fact]
    public async Task Eight_mebibytes_come_whole_over_a_kill_and_stores_stay_sound()
    {
        using var place = new TestFolder();
        var (astra, boreal) = await place.Pair();
        await using var a = astra;
        await using var b = boreal;
        await astra.OpenLine("routine=1", boreal);
        var map = new byte[Lines.Bounds.AttachmentSize];
        for (var i = 0; i < map.Length; i++)
            map[i] = (byte)((i * 7) ^ (i >> 11));
        var file = place.PathTo("map.png");
        await File.WriteAllBytesAsync(file, map, TestContext.Current.CancellationToken);

        await astra.Do("attach", "--line", Speaking.Line, file, "--type", "image/png", "--language", "en", "--text", "As of noon.");
        await boreal.Await(new ListAttachments(Speaking.Line), all => all.Count == 1 && all[0].Held > 0);
        await boreal.Kill();
        await boreal.Start();
        await astra.Say("words in the meantime");
        var one = (await boreal.Await(new ListAttachments(Speaking.Line), all => all is [{ State: AttachmentState.Here }]))[0];

        var saved = place.PathTo("saved.png");
        Assert.Contains("8388608 bytes, called map.png", await boreal.Do("save", "--line", Speaking.Line, one.Entry, "-o", saved), StringComparison.Ordinal);
        Assert.Equal(map, await File.ReadAllBytesAsync(saved, TestContext.Current.CancellationToken));
        Assert.Contains("All of it is here.", await boreal.Do("read", "--line", Speaking.Line), StringComparison.Ordinal);
        await astra.AllReceived();
        await Task.WhenAll(astra.Stop(), boreal.Stop());
        await Command.Must("verify", astra.Folder);
        await Command.Must("verify", boreal.Folder);
    }
}
