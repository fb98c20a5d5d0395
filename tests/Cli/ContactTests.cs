using Parley.Control.Contacts;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Contacts;
using Parley.Lines.Entries;

namespace Parley.Cli.Tests;

/// <summary>The contact record on the command line, against a station that answers as the test says.</summary>
public sealed class ContactTests
{
    private const string Ref = "boreal/3f/ordinary/3";

    private static readonly LineView Line = new(
        new string('a', 64), "hot", "hot", LineKind.Hot, LineMode.Exercise, LineState.Open, ["astra", "boreal"], 1, new TermsView(), null, [], [], [], []);

    private static readonly EntryView Entry = new(
        LineMode.Exercise, Ref, "c2", "astra", Lane.Ordinary, 3, "contact", Precedence.Routine, Status.Actual, At(1), At(1), Readability.Readable, null, "CONTACT ELSEWHERE",
        [], null, [], [], [], []);

    private static readonly ContactBoardView Board = new(
        LineMode.Exercise, "hot", At(0), At(-9), [
            new PairRecordView(
                "ministers", At(-5), 33, At(-2), 30, [
                    new ContactSideView("astra", new RequestCountsView(0, 0, 2, 1, 3, 0, 0, 0), ["astra/3f/ordinary/9"], 0, null, null, new MissedChecksView(4, 2)),
                    new ContactSideView("boreal", new RequestCountsView(0, 0, 0, 0, 0, 0, 0, 0), [], 3, 12.25, 40, null)]),
            new PairRecordView("chiefs", null, null, null, null, [
                new ContactSideView("astra", new RequestCountsView(0, 0, 0, 0, 0, 0, 0, 0), [], 0, null, null, null),
                new ContactSideView("boreal", new RequestCountsView(1, 0, 0, 0, 0, 0, 0, 0), [], 0, null, null, null)])],
        [
            new ContactView(
                Ref, "boreal", At(-3), ContactStanding.Contested, "ministers", ["astra"], At(-5), At(-4), ContactMeans.Other, "Minister", "Deputy\u001b[2J", "en", "By courier.",
                [new ContactWordView(Ref, "astra", At(-2), ContactAnswer.Contested, "en", "No.", ContactEffect.Took)]),
        ]);

    [Fact]
    public async Task A_contact_goes_as_it_was_typed_in_UTC()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<RecordContact>(_ => Entry);
        string[] rest =
        [
            "contact", "record", station.Address, "--line", "hot", "--pair", "ministers", "--means", "telephone", "--ours", "Minister", "--theirs", "Deputy", "--with", "boreal",
            "--until", "2026-11-22T10:20Z",
        ];
        Assert.Equal(ExitCode.Done, (await session.Parley([.. rest, "--from", "2026-11-22T10:00Z"])).Code);
        var asked = Assert.Single(station.Asked.OfType<RecordContact>());
        Assert.Equal(("ministers", "2026-11-22T10:00:00Z", "2026-11-22T10:20:00Z", ContactMeans.Telephone), (asked.Pair, asked.From, asked.Until, asked.Means));
        Assert.Equal(("Minister", "Deputy", "boreal"), (asked.Ours, asked.Theirs, Assert.Single(asked.With!)));
        Assert.Equal(ExitCode.Usage, (await session.Parley([.. rest, "--from", "2026-11-22T10:00"])).Code);
        // A clock mistyped is no talk of 23 hours.
        Assert.Equal(ExitCode.Usage, (await session.Parley([.. rest, "--from", "11:00"])).Code);
        Assert.Equal(ExitCode.Usage, (await session.Parley([.. rest, "--from", "10:00", "--text", "By the way."])).Code);
        Assert.Single(station.Asked.OfType<RecordContact>());
        await session.Parley([.. rest, "--from", "10:00"]);
        Assert.Equal("2026-11-22T10:00:00Z", station.Asked.OfType<RecordContact>().Last().From);
    }

    [Fact]
    public async Task It_is_confirmed_or_contested()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<AnswerContact>(_ => Entry);
        Assert.Equal(ExitCode.Usage, (await session.Parley("contact", "contest", station.Address, "--line", "hot", "--contact", Ref)).Code);
        await session.Parley("contact", "confirm", station.Address, "--line", "hot", "--contact", Ref);
        await session.Parley("contact", "contest", station.Address, "--line", "hot", "--contact", Ref, "--language", "en", "--text", "No.");
        Assert.Equal(
            [(ContactAnswer.Confirmed, null), (ContactAnswer.Contested, "No.")], station.Asked.OfType<AnswerContact>().Select(a => (a.Answer, a.Text)));
    }

    [Fact]
    public async Task The_record_has_a_row_a_pair_and_says_everything_in_words_every_line_marked()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<ListContacts>(_ => new[] { Board });
        var run = await session.Parley("contacts", station.Address, "--line", "hot", "--as-of", "2026-11-20");
        Assert.Equal(("hot", "2026-11-20", 366), station.Asked.OfType<ListContacts>().Select(l => (l.Line, l.AsOf, l.Days)).Single());
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        foreach (var words in new[]
        {
            "none known", "chiefs, astra: asked for no call; answered none", "chiefs, boreal: asked 1: 1 held; was asked for none",
            "asked 6: 2 acknowledged without a date, 1 declined, 3 UNACKNOWLEDGED at the deadline", "ref astra/3f/ordinary/9",
            "declined, 3 UNACKNOWLEDGED at the deadline; was asked for none",
            "answered 3, median 12.3 min, nine of ten within 40 min", "4 not sent, 2 not answered", "asked for no call", "CONTESTED", "by other means", "Deputy[U+001B]",
            "astra says: contested (en) No.", "(en) By courier.",
        })
            Assert.Contains(words, run.Out);
        Assert.Matches(@"ministers +.* 33 +.* 30", run.Out);
    }

    [Fact]
    public async Task A_time_may_be_named_and_without_a_line_all_are_asked_for()
    {
        await using var station = await Station();
        using var session = Session.Signed();
        station.On<ListContacts>(_ => Array.Empty<ContactBoardView>());
        var run = await session.Parley("contacts", station.Address, "--as-of", "2026-11-20T10:00Z");
        Assert.Equal((null, "2026-11-20T10:00:00Z"), station.Asked.OfType<ListContacts>().Select(l => (l.Line, l.AsOf)).Single());
        Assert.Contains("no line here has counterparts", run.Out);
        Assert.Equal(ExitCode.Usage, (await session.Parley("contacts", station.Address, "--as-of", "yesterday")).Code);
    }

    private static async Task<ScriptedStation> Station()
    {
        var station = await ScriptedStation.Start();
        station.On<ListLines>(_ => new[] { Line });
        return station;
    }

    private static DateTimeOffset At(int days) => new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero).AddDays(days);
}
