using Parley.Control.ByHand;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Outside;
using Parley.Control.Peers;
using Parley.Control.Voice;
using Parley.Lines.ByHand;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Handling;

namespace Parley.Cli.Tests;

/// <summary>Parties without a station, statements from outside and the order of words, on the command line.</summary>
public sealed class ByHandCommandsTests
{
    private static readonly LineView Line = new(
        new string('a', 64), "hot", "hot", LineKind.Hot, LineMode.Exercise, LineState.Open, ["astra", "celt"], 1, new TermsView(), null, [], [], [], [], ByHand: ["celt"]);

    private static readonly ByHandDeedView Sent = new("celt", ByHandDeed.Sent, null, Means.Telephone, At(5), "astra", "rao", At(6), null, null, null);

    private static readonly EntryView Entry = new(
        LineMode.Exercise, "astra/3f/urgent/3", "c3", "astra", Lane.Urgent, 3, "message", Precedence.Flash, Status.Actual, At(3), At(3),
        Readability.Readable, "en", "Two aircraft.", [], null,
        ["celt/1f/urgent/2"], [], [], [], Missing: ["2 entries of celt in the ordinary lane"], Deeds: [Sent]);

    private static readonly OutsideView Statement = new(LineMode.Exercise, "hot", 1, "A minister\u001b", At(1), "en", "We have\nsaid it.", "The Gazette", "chen", At(2));

    [Fact]
    public async Task A_party_without_a_station_is_added_and_listed_as_such()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        var peer = new PeerView("celt", "Celt", false, 0, default, false, [], [], null, ByHand: "+1 555 0100");
        station.On<AddByHandPeer>(_ => peer);
        station.On<ListPeers>(_ => (IReadOnlyList<PeerView>)[peer, peer with { Party = "boreal", ByHand = null, Verified = true, ClockAheadSeconds = -4.4 }]);

        var added = await session.Parley("peer", "add-by-hand", station.Address, "celt", "--name", "Celt", "--contact", "+1 555 0100");
        Assert.Contains("one-sided and unauthenticated", added.Out);
        Assert.Equal(new AddByHandPeer("celt", "Celt", "+1 555 0100"), station.Asked.Single());
        var listed = await session.Parley("peer", "list", station.Address);
        Assert.Contains("BY HAND", listed.Out);
        Assert.Contains("their clock is about 4 s behind", listed.Out);
    }

    [Fact]
    public async Task What_is_to_be_read_out_is_listed_and_what_was_done_is_entered()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<ListLines>(_ => (IReadOnlyList<LineView>)[Line]);
        var read = new ReadOutView("astra/3f/urgent/3", "astra", "U3-3f0a", "Flash", "Actual", At(3), "en", [new("Two aircraft", "12345")], "22768");
        station.On<ListByHandOut>(o => (IReadOnlyList<ByHandOutView>)(o.All ? [new("astra/3f/urgent/3", "celt", true, read, [Sent])] : []));
        station.On<RecordByHand>(_ => Entry);

        Assert.Contains("nothing waits", (await session.Parley("by-hand", "out", station.Address, "--line", "hot")).Out);
        var all = await session.Parley("by-hand", "out", station.Address, "--line", "hot", "--all");
        Assert.All(all.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        Assert.Contains("Two aircraft  12345", all.Out);
        Assert.Contains("read out or handed over to celt, by telephone 2026-11-22 12:00:05Z, entered by rao of astra; one-sided, unauthenticated", all.Out);

        string[] about = [station.Address, "--line", "hot", "--entry", "astra/3f/urgent/3", "--party", "celt", "--means", "telephone"];
        foreach (var (name, deed) in new[] { ("sent", ByHandDeed.Sent), ("received", ByHandDeed.Received), ("refused", ByHandDeed.Refused) })
        {
            Assert.Equal(ExitCode.Done, (await session.Parley(["by-hand", name, .. about])).Code);
            Assert.Equal(deed, Assert.IsType<RecordByHand>(station.Asked.Last(o => o is RecordByHand)).Deed);
        }

        Assert.Equal(ExitCode.Usage, (await session.Parley(["by-hand", "handled", .. about])).Code);
        await session.Parley(["by-hand", "handled", .. about, "--stage", "confirmed", "--addressee", "coast guard"]);
        var handled = Assert.IsType<RecordByHand>(station.Asked.Last(o => o is RecordByHand));
        Assert.Equal((HandlingStage.Confirmed, "coast guard"), (handled.Stage, handled.Addressee));
    }

    [Fact]
    public async Task Statements_from_outside_stand_among_the_words_by_their_time_and_apart()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<ListLines>(_ => (IReadOnlyList<LineView>)[Line]);
        station.On<AddOutside>(_ => Statement);
        station.On<ListOutside>(_ => (IReadOnlyList<OutsideView>)[Statement]);
        station.On<ReadTranscript>(_ => new TranscriptPage(Line.Mode, Line.Id, [Entry], "c3", "c3", false, false, [Statement, Statement with { Number = 2, At = At(9) }]));

        var added = await session.Parley(
            "outside", "add", station.Address, "--line", "hot", "--speaker", "A minister", "--at", "2026-11-22T12:00:01Z", "--language", "en", "--quote", "x", "--source", "y");
        Assert.Contains("--- OUTSIDE 1, UNAUTHENTICATED, entered by chen", added.Out);
        Assert.DoesNotContain('\u001b', added.Out);
        Assert.Contains("source: The Gazette", (await session.Parley("outside", "list", station.Address, "--line", "hot")).Out);
        var read = (await session.Parley("read", station.Address, "--line", "hot")).Out;
        Assert.True(read.IndexOf("OUTSIDE 1", StringComparison.Ordinal) < read.IndexOf("Two aircraft", StringComparison.Ordinal));
        Assert.True(read.IndexOf("OUTSIDE 2", StringComparison.Ordinal) > read.IndexOf("Two aircraft", StringComparison.Ordinal));
        Assert.Contains("GAP: its author held 2 entries of celt in the ordinary lane that have not come here", read);
        Assert.Contains("crossed with celt/1f/urgent/2, which its author had not been shown", read);
        Assert.All(read.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
    }

    [Fact]
    public async Task A_draft_names_what_was_said_since_the_text_that_it_answers()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<ListDrafts>(_ => (IReadOnlyList<DraftView>)
        [
            new(
                LineMode.Exercise, "d1", "hot", "abc", "rao", At(1), Precedence.Flash, Status.Actual, "en", "In reply.", ["celt/1f/urgent/2"], null, [], 1, false, null, [],
                SpokenSince: ["celt/1f/urgent/7"]),
        ]);
        var run = await session.Parley("drafts", station.Address);
        Assert.Contains("THE OTHER SIDE HAS SPOKEN SINCE THE TEXT THAT THIS ANSWERS", run.Out);
        Assert.Contains("celt/1f/urgent/7", run.Out);
    }

    private static DateTimeOffset At(int second) => new(2026, 11, 22, 12, 0, second, TimeSpan.Zero);
}
