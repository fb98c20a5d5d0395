using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using static Parley.Cli.Tests.ActivitySamples;

namespace Parley.Cli.Tests;

/// <summary>Humanitarian sites and movements on the command line: what is said of them, and what never is.</summary>
public sealed class AidTests
{
    /// <summary>Words that would promise or permit, or seem to.</summary>
    private static readonly string[] Never = ["safe", "cleared", "approve", "consent", "reject", "permit", "authori", "deconflicted"];

    public static TheoryData<string> Commands =>
    [
        "site", "site notify", "site renew", "site end", "site read-back", "site list", "site show", "site say", "site import", "site export", "site readers",
        "movement", "movement notify", "movement activate",
        "movement amend", "movement deviate", "movement emergency", "movement end", "movement cancel", "movement read-back", "movement list", "movement show", "movement say",
        "movement import", "movement export", "movement readers",
    ];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task No_help_speaks_of_a_permission(string path)
    {
        using var session = new Session();
        var run = await session.Parley([.. path.Split(' '), "--help"]);
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.All(Never, w => Assert.DoesNotContain(w, run.Out, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task There_is_no_word_that_permits_or_refuses()
    {
        using var session = Session.Signed();
        foreach (var word in new[] { "consent", "approve", "reject", "object", "counter" })
        {
            var run = await session.Parley("site", "say", "x", word, "O9", "--line", "hot");
            Assert.Equal(ExitCode.Usage, run.Code);
            Assert.Contains("Must be one of: 'noted' 'route-concern' 'time-concern' 'cannot-guarantee'", run.Error);
        }
    }

    [Fact]
    public async Task A_site_is_notified_for_as_long_as_it_is_valid()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        var run = await session.Parley(
            "site", "notify", station.Address, "--line", "hot", "--title", "Hospital", "--contact", "+1 555", "--circle", "69.5 16.0 300m", "--expires", "2027-12-26T10:00Z",
            "--behalf", "Relief", "--vehicles", "120 patients", "--marks", "red cross on the roof", "--from", "2027-11-26T10:00Z", "--until", "2027-12-01T10:00Z");
        var asked = Assert.Single(station.Asked.OfType<NotifyActivity>());
        Assert.Equal((ActivityKind.Site, new AidInput(new(2027, 12, 26, 10, 0, 0, TimeSpan.Zero), "Relief", "120 patients", "red cross on the roof")), (asked.Kind, asked.Aid));
        Assert.Contains("\nvalid 2027-11-26T10:00:00Z 2027-12-01T10:00:00Z\n", asked.Volumes[0]);
        Assert.Contains("HAS NOT LEFT: 1 of 2 officers of ours stand for it (rao); the next one reads it with 'parley drafts'", run.Out);
        Assert.All(Never, w => Assert.DoesNotContain(w, run.Out, StringComparison.OrdinalIgnoreCase));

        await session.Parley(
            "movement", "notify", station.Address, "--line", "hot", "--title", "Amber", "--contact", "+1 555", "--point", "69.5 16.0", "--expires", "2027-12-26T10:00Z");
        Assert.Contains(" 2027-12-26T10:00:00Z\n", station.Asked.OfType<NotifyActivity>().Last().Volumes[0]);
        Assert.Equal(ActivityKind.Movement, station.Asked.OfType<NotifyActivity>().Last().Kind);
    }

    [Fact]
    public async Task A_renewed_site_stays_where_it_is_for_longer()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        await session.Parley("site", "renew", station.Address, Convoy, "--line", "hot", "--expires", "2027-12-26T10:00Z");
        await session.Parley("movement", "amend", station.Address, Convoy, "--line", "hot", "--expires", "2027-12-26T10:00Z");
        var asked = station.Asked.OfType<StepActivity>().ToList();
        Assert.All(asked, a => Assert.Equal((ActivityStep.Amend, At(30 * 24 * 60)), (a.Step, a.Expires!.Value)));
        Assert.Equal([Text.Replace("2027-11-26T14:00", "2027-12-26T10:00", StringComparison.Ordinal)], asked[0].Volumes);
        Assert.Null(asked[1].Volumes);
    }

    [Theory]
    [InlineData("movement", "activate", ActivityStep.Activate)]
    [InlineData("movement", "cancel", ActivityStep.Cancel)]
    [InlineData("movement", "emergency", ActivityStep.Emergency)]
    [InlineData("site", "end", ActivityStep.End)]
    public async Task Steps_of_it_are_those_of_an_activity(string noun, string verb, ActivityStep step)
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        var run = await session.Parley(noun, verb, station.Address, "O9-77aa", "--line", "hot");
        Assert.Equal((Convoy, step), (Assert.Single(station.Asked.OfType<StepActivity>()).Entry, station.Asked.OfType<StepActivity>().Single().Step));
        Assert.Contains("it has left as astra/3f/ordinary/14", run.Out);
    }

    [Theory]
    [InlineData(AidWord.Noted, "noted")]
    [InlineData(AidWord.RouteConcern, "route-concern", "--text", "Mines.", "--language", "en")]
    [InlineData(AidWord.TimeConcern, "time-concern", "--text", "At night.", "--language", "en")]
    [InlineData(AidWord.CannotGuarantee, "cannot-guarantee")]
    public async Task The_words_are_an_answer_and_nothing_more(AidWord word, string typed, params string[] rest)
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        station.On<SayOnAid>(_ => Entry);
        var run = await session.Parley(["movement", "say", station.Address, typed, "O9", "--line", "hot", .. rest]);
        var asked = Assert.Single(station.Asked.OfType<SayOnAid>());
        Assert.Equal(("hot", Convoy, word, rest.Length > 0 ? rest[1] : null), (asked.Line, asked.Entry, asked.Word, asked.Text));
        Assert.StartsWith($"EXERCISE | said {typed} as {Entry.Entry}\n", run.Out);
        Assert.Equal(word == AidWord.CannotGuarantee, run.Out.Contains("This does not alter the protection owed under law.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_concern_without_its_reason_is_not_sent()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        var run = await session.Parley("site", "say", station.Address, "route-concern", "O9", "--line", "hot");
        Assert.Equal((ExitCode.Usage, 0), (run.Code, station.Asked.Count));
        Assert.Contains("a concern needs its reason; give it with --text and --language", run.Error);
    }

    [Fact]
    public async Task The_list_asks_for_its_own_kind()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        await session.Parley("site", "list", station.Address);
        await session.Parley("movement", "list", station.Address, "--line", "hot", "--past");
        Assert.Equal([new ListActivities(Kind: ActivityKind.Site), new ListActivities("hot", true, ActivityKind.Movement)], station.Asked.OfType<ListActivities>());
    }

    [Fact]
    public async Task Who_read_it_is_told_with_what_that_does_not_cover()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        station.On<ListAidReaders>(r => new AidReadersView(
            LineMode.Exercise, "hot", r.Entry, "O9-77aa", At(-600), [new("chen", At(5), "activity/show", false), new("rao", At(1), "activity/list", true)]));
        var run = await session.Parley("movement", "readers", station.Address, "O9", "--line", "hot");
        Assert.Equal(new ListAidReaders("hot", Convoy), Assert.Single(station.Asked.OfType<ListAidReaders>()));
        Assert.Equal(
            """
            EXERCISE | hot: who of our officers was shown O9-77aa, the newest first
            EXERCISE | 2027-11-26 10:05:00Z  chen  this one (activity/show)
            EXERCISE | 2027-11-26 10:01:00Z  rao  the line: it stood or may have stood in the answer (activity/list)
            EXERCISE | What was read before 2027-11-26 00:00:00Z is not looked through.
            EXERCISE | An officer is written down once a day, and again after more came. What the other side's officers read is not known here, nor who saw files and paper.

            """, run.Out);
        station.On<ListAidReaders>(r => new AidReadersView(LineMode.Exercise, "hot", r.Entry, "O9-77aa", null, []));
        Assert.Contains("nobody, as far as the journal tells", (await session.Parley("site", "readers", station.Address, Convoy, "--line", "hot")).Out);
    }

    [Fact]
    public async Task What_was_destroyed_is_named_where_one_might_look_for_it()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        Assert.Contains("'parley read' tells when each was said", (await session.Parley("site", "list", station.Address, "--past")).Out);
        Assert.DoesNotContain("destroyed", (await session.Parley("site", "list", station.Address)).Out);
        station.On<ShowActivity>(_ => new Refused<ActivityView>(Refusal.UnknownEntry, "DESTROYED here on 2027-11-26 10:00:00Z."));
        Assert.Contains("DESTROYED here on 2027-11-26", (await session.Parley("site", "show", station.Address, Convoy, "--line", "hot")).Error);
        Assert.Contains("Of what was destroyed here 'parley read' tells the ref", (await session.Parley("site", "show", station.Address, "O99", "--line", "hot")).Error);
    }

    [Fact]
    public async Task What_is_shown_says_no_more_than_they_signed_or_report_and_nothing_is_green()
    {
        await using var station = await ActivitySamples.Station();
        using var session = Session.Signed();
        var run = await session.Parley("movement", "show", station.Address, "O9-77aa", "--line", "hot");
        foreach (var words in new[]
        {
            "O9-77aa boreal: HUMANITARIAN movement Amber 7  notified", "on behalf of Relief[U+001B]", "with 3 white trucks", "marked by red cross on the roofs",
            "notified until 2027-11-26 20:00Z", "Received. NOT ACKNOWLEDGED by boreal:artillery, as far as they report.",
            "Notification is not a request; protection under law does not depend on it.",
        })
            Assert.Contains(words, run.Out);
        Assert.All(Never, w => Assert.DoesNotContain(w, run.Out, StringComparison.OrdinalIgnoreCase));

        var view = Whole(Row(Convoy, ActivityKind.Movement, "Amber 7")) with
        {
            Addressees = [new("astra", "artillery", At(30), true, null, At(5), null, false)], Receipts = [new("astra", true, At(2), false, false)],
        };
        Assert.DoesNotContain(ActivityLines.Whole(view, "x"), l => l.Tint == Tint.Good);
        Assert.Contains(ActivityLines.Whole(view with { Activity = Row(Convoy, ActivityKind.Flight, "Amber 7") }, "x"), l => l.Tint == Tint.Good);
    }
}
