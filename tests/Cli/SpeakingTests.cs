using System.Text.Json;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Officers;
using Parley.Control.Peers;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Station.Folders;

namespace Parley.Cli.Tests;

/// <summary>Commands that speak, against a station that answers as the test says.</summary>
public sealed class SpeakingTests
{
    private static readonly EntryView Entry = new(
        LineMode.Live, "astra/3f/urgent/3", "c3", "astra", Lane.Urgent, 3, "message", Precedence.Flash, Status.Actual, At(1), At(1), Readability.Readable,
        "en", "Two aircraft.", [], null, [], [new ReceiptView("boreal", false, null, false, false)], [], []);

    private static readonly DraftView Draft = new(
        LineMode.Live, "d1", "hot", "abc", "rao", At(1), Precedence.Flash, Status.Actual, "en", "Two aircraft.", [], null, ["rao"], 1, false, Entry.Entry, []);

    private static readonly LineView Line = new(
        new string('a', 64), "hot", "hot", LineKind.Hot, LineMode.Exercise, LineState.Open, ["astra", "boreal"], 1, new TermsView(), null,
        [], [], [], []);

    [Fact]
    public async Task Send_waits_until_the_receipt_is_there()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        var reads = 0;
        station.On<SendMessage>(_ => Draft);
        station.On<ReadEntry>(_ =>
        {
            station.Change(new ChangeNote(1, At(3), ChangeKind.Receipt, Line.Id, Entry.Entry, null));
            return reads++ == 0 ? Entry : Entry with { Receipts = [new ReceiptView("boreal", true, At(3), false, false)] };
        });

        var run = await session.Parley([.. Send(station), "--wait", "received"]);

        Assert.Equal("released as astra/3f/urgent/3\nreceived by boreal 12:00:03Z\n", run.Out);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Equal("Two aircraft.", Assert.IsType<SendMessage>(station.Asked[0]).Text);
    }

    [Fact]
    public async Task Send_says_when_it_was_not_received_in_time()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<SendMessage>(_ => Draft);
        station.On<ReadEntry>(_ => Entry);

        var run = await session.Parley([.. Send(station), "--wait", "received", "--timeout", "1"]);

        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.Contains("not received by boreal", run.Out);
        Assert.Contains("goes on by itself", run.Error);
    }

    [Fact]
    public async Task A_refusal_is_one_line_with_its_name()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<SendMessage>(_ => Refusal.LineSuspended);
        var run = await session.Parley(Send(station));
        Assert.Equal(new Run(ExitCode.Refused, "", "parley: refused (lineSuspended): Do this instead.\n"), run);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_asked_and_a_wrong_one_is_refused()
    {
        await using var station = await ScriptedStation.Start();
        using var session = new Session();
        var none = await session.Parley(Send(station));
        Assert.Equal(ExitCode.Refused, none.Code);
        Assert.Contains("PARLEY_TOKEN", none.Error);

        session.Whisper("wrong-token");
        var wrong = await session.Parley(Send(station));
        Assert.Contains("refused (notSignedIn)", wrong.Error);
        Assert.Empty(station.Asked);
    }

    [Fact]
    public async Task Reading_an_exercise_line_says_so_on_every_line_and_json_is_the_answer_itself()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        var page = new TranscriptPage(LineMode.Exercise, Line.Id, [Entry], "c3", "c3", false, false);
        station.On<ReadTranscript>(_ => page);
        station.On<ListLines>(_ => (IReadOnlyList<LineView>)[Line]);

        var people = await session.Parley("read", station.Address, "--line", "hot");
        Assert.All(people.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        Assert.Contains("not received by boreal", people.Out);

        var program = await session.Parley("read", station.Address, "--line", "hot", "--json");
        Assert.Equal(JsonSerializer.Serialize(page, ControlJson.Indented) + "\n", program.Out);
    }

    [Fact]
    public async Task Following_shows_each_entry_once_and_its_receipt_later()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        using var stop = new CancellationTokenSource();
        var late = Entry with { Entry = "boreal/77/ordinary/1", Party = "boreal", Text = "Understood.", Receipts = [] };
        station.On<ListLines>(_ => (IReadOnlyList<LineView>)[Line]);
        station.On<ReadTranscript>(q =>
            new TranscriptPage(LineMode.Exercise, Line.Id, q.After is null ? [Entry] : [], "c3", q.After is null ? "c3" : null, false, false));
        station.On<ReadEntry>(q =>
        {
            if (q.Entry == late.Entry)
                return late;
            stop.CancelAfter(TimeSpan.FromMilliseconds(500));
            return Entry with { Receipts = [new ReceiptView("boreal", true, At(3), false, false)] };
        });
        station.Change(new ChangeNote(1, At(3), ChangeKind.Recorded, Line.Id, late.Entry, null));
        station.Change(new ChangeNote(2, At(3), ChangeKind.Recorded, Line.Id, late.Entry, null));
        station.Change(new ChangeNote(3, At(3), ChangeKind.Receipt, Line.Id, Entry.Entry, null));

        var run = await session.Until(stop.Token, "read", station.Address, "--line", "hot", "--follow");

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Single(run.Out.Split('\n'), l => l.Contains("Two aircraft."));
        Assert.Single(run.Out.Split('\n'), l => l.Contains("Understood."));
        Assert.Contains("received by boreal 12:00:03Z", run.Out);
    }

    [Fact]
    public async Task Approving_shows_the_text_and_sends_the_revision_that_was_shown()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<ListDrafts>(_ => (IReadOnlyList<DraftView>)[Draft with { Released = null, OtherSideSpokeSince = true }]);
        station.On<ApproveDraft>(_ => Draft);
        Assert.Equal(ExitCode.Usage, (await session.Parley("approve", station.Address, "d1")).Code);

        session.Typed = "no\n";
        Assert.Equal(ExitCode.Refused, (await session.Parley("approve", station.Address, "d1")).Code);
        Assert.DoesNotContain(station.Asked, o => o is ApproveDraft);

        session.Typed = "yes\n";
        var run = await session.Parley("approve", station.Address, "d1");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.Contains("THE OTHER SIDE HAS SPOKEN", run.Out);
        Assert.Equal(new ApproveDraft("d1", "abc"), station.Asked[^1]);
    }

    [Fact]
    public async Task The_digits_of_a_card_just_received_are_never_shown()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        var settings = new StationSettings("boreal", new Dictionary<string, string> { ["en"] = "Boreal" }, [], "http://127.0.0.1:0");
        FolderInit.Init(session.PathTo("boreal"), new InitOptions(settings, null, null, null), TimeProvider.System)
            .Is(out var boreal, out _);
        var digits = boreal!.Chain.DigitsToCompare;
        await File.WriteAllTextAsync(session.PathTo("boreal.card"), boreal.Chain.ToFile());
        station.On<AddPeer>(o => new PeerView("boreal", "Boreal", o.Digits == digits, 1, At(0), false, [], [], null));

        var alone = await session.Parley("peer", "add", station.Address, session.PathTo("boreal.card"));
        session.Typed = digits + "\n";
        var asked = await session.Parley("peer", "add", station.Address, session.PathTo("boreal.card"));

        Assert.Contains("NOT verified", alone.Out);
        Assert.Contains("boreal is verified", asked.Out);
        foreach (var group in digits.Split(' '))
            Assert.DoesNotContain(group, alone.Out + alone.Error + asked.Out + asked.Error);
    }

    [Fact]
    public async Task A_token_can_be_kept_in_a_file_that_its_owner_alone_reads()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<AddOfficer>(o => new OfficerToken(o.Name, o.Roles, "secret-token"));
        var file = session.PathTo("lee.token");

        var run = await session.Parley("officer", "add", station.Address, "lee", "--roles", "watch,audit", "--token-out", file);

        Assert.Equal(ExitCode.Done, run.Code);
        Assert.DoesNotContain("secret-token", run.Out);
        Assert.Equal("secret-token\n", await File.ReadAllTextAsync(file));
        Assert.False(PrivateFile.IsOpenToOthers(file));
        Assert.Equal(Roles.Watch | Roles.Audit, Assert.IsType<AddOfficer>(station.Asked[0]).Roles);
    }

    private static string[] Send(ScriptedStation station) =>
        ["send", station.Address, "--line", "hot", "--precedence", "flash", "--language", "en", "--text", "Two aircraft."];

    private static DateTimeOffset At(int second) => new(2026, 11, 22, 12, 0, second, TimeSpan.Zero);
}
