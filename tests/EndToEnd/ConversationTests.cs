using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Peers;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.EndToEnd.Tests;

/// <summary>Two real stations in one process, over real TLS circuits on loopback.</summary>
[Collection(nameof(Alone))]
public sealed class ConversationTests
{
    internal static async Task<(LocalStation Astra, LocalStation Boreal)> Pair()
    {
        var astra = LocalStation.Create("astra");
        var boreal = LocalStation.Create("boreal");
        await astra.Owner.Must(new AddPeer(boreal.Chain.ToFile(), boreal.Chain.DigitsToCompare));
        await boreal.Owner.Must(new AddPeer(astra.Chain.ToFile(), astra.Chain.DigitsToCompare));
        return (astra, boreal);
    }

    internal static async Task OpenLine(LocalStation astra, LocalStation boreal, string release = "flash=2")
    {
        await astra.Owner.Must(new ProposeLine("hot", LineKind.Hot, LineMode.Exercise, [boreal.Party.ToString()], new TermsView(["en", "ru"], release)));
        await boreal.Owner.Until(new ListLines(true), lines => lines.Count == 1);
        await boreal.Owner.Must(new AcceptLine("hot"));
        await astra.Owner.Until(new ListLines(), lines => lines.Any(l => l.Handle == "hot" && l.State == LineState.Open));
        await boreal.Owner.Until(new ListLines(), lines => lines.Any(l => l.Handle == "hot" && l.State == LineState.Open));
    }

    [Fact]
    public async Task A_flash_released_by_two_officers_is_received_and_read()
    {
        var (astra, boreal) = await Pair();
        await using var a = astra;
        await using var b = boreal;
        await OpenLine(astra, boreal);
        var ivanova = await astra.Officer("ivanova", Roles.Watch | Roles.Release);
        var chen = await astra.Officer("chen", Roles.Watch | Roles.Release);

        var draft = await ivanova.Must(new SendMessage("hot", Precedence.Flash, "en", "Is the launch at 04:10Z yours?"));
        Assert.Null(draft.Released);
        Assert.Equal(Refusal.AlreadyApproved, await ivanova.Refusal(new ApproveDraft(draft.Id, draft.Revision)));
        var released = await chen.Must(new ApproveDraft(draft.Id, draft.Revision));
        Assert.NotNull(released.Released);

        var entry = await chen.Until(new ReadEntry("hot", released.Released!), e => e.Receipts.All(r => r.Received));
        Assert.Equal("boreal", Assert.Single(entry.Receipts).Party);
        var page = await boreal.Owner.Must(new ReadTranscript("hot"));
        var read = Assert.Single(page.Entries, e => e.Kind == EntryKind.Message);
        Assert.Equal("Is the launch at 04:10Z yours?", read.Text);
        Assert.Equal(Readability.Readable, read.Readable);
    }

    [Fact]
    public async Task Words_written_while_the_other_is_away_arrive_when_it_returns()
    {
        var (astra, boreal) = await Pair();
        await using var a = astra;
        await using var b = boreal;
        await OpenLine(astra, boreal);
        await boreal.Stop();
        var sent = new List<string>();
        for (var i = 0; i < 200; i++)
            sent.Add((await astra.Owner.Must(new SendMessage("hot", Precedence.Routine, "en", $"message {i}"))).Released!);
        boreal.Start();
        await astra.Owner.Until(new ReadEntry("hot", sent[^1]), e => e.Receipts.All(r => r.Received));
        var page = await boreal.Owner.Must(new ReadTranscript("hot", Limit: 500));
        Assert.Equal(sent, page.Entries.Where(e => e.Kind == EntryKind.Message).Select(e => e.Entry));
        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"message {i}"), page.Entries.Where(e => e.Kind == EntryKind.Message).Select(e => e.Text));
    }
}
