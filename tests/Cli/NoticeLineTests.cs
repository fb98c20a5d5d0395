using Parley.Control;
using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Control.Notices;
using Parley.Exchange.Notices;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Notices;

namespace Parley.Cli.Tests;

/// <summary>Notices of a line on the command line, against a station that answers as the test says.</summary>
public sealed class NoticeLineTests
{
    private const string Ref = "astra/3f/ordinary/3";
    private static readonly NoticeClocksView Clocks = new(At(0), At(90), At(-60), LeadStanding.Short, null, null, null, At(120), []);
    private static readonly NoticeFormat Staff = Shelf("staff-exercise");

    private static readonly DraftView Draft = new(
        LineMode.Exercise, "d1", "hot", "abc", "rao", At(0), Precedence.Priority, Status.Actual, "en", "", [Ref], null, ["rao"], 2, false, null, []);

    private static readonly NoticeDraftView Written = new(
        Draft, FormatRef.Of(Staff).ToString(), "Staff exercise\u001b[2J", "en", [], [new("1", "Designation", "Quiet\u001b[2J", "en"), new("5", "Headquarters", null, null)], [],
        new NoticeCheckView([new("phases[2].name", "phases", 2, "name", "6.2.1", NoticeFault.Missing, "lesson of 1983")], [], Clocks, StepEffect.AfterTheEnd,
            "NOT COUNTED: it is over.", ["Short notice."]));

    private static readonly NoticeView Said = new(
        LineMode.Exercise, "hot", Ref, "O3-3f00", "astra", At(0), Status.Actual, Precedence.Priority, FormatRef.Of(Staff).ToString(), "E-3", "Staff exercise",
            NoticeEffect.Announces, true, "en",
        [new("designation", ["Quiet"])], [new("1", "Designation", "Quiet", "en")], [new("astra/3f/ordinary/1", "O1-3f00")], null, [], [], Clocks, ["boreal"],
        [new("boreal/3f/ordinary/9", "boreal", At(5), "site", "68.3 16", 111_196, true)],
        [new AddresseeView("boreal", "navy", At(60), true, At(1), At(2), null, false), new AddresseeView("boreal", "warning centre", At(60), true, null, null, null, false)],
        [new ReceiptView("boreal", true, At(1), false, false)], null);

    [Fact]
    public async Task A_form_is_drafted_from_its_file_and_what_it_lacks_is_said()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        Agreed(station, Staff);
        station.On<DraftNotice>(_ => Written);
        var file = session.PathTo("game.yaml");
        await File.WriteAllTextAsync(
            file, "format: staff-exercise\nlanguage: en\nvalues: { designation: Quiet, phases: [ { name: one } ] }\n", TestContext.Current.CancellationToken);
        var run = await session.Parley("notice", "draft", station.Address, file, "--line", "hot", "--regards", Ref, "--addressee", "boreal:navy=60");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        Assert.DoesNotContain('\u001b', run.Out);
        foreach (var told in new[] { "line 6.2.1 phases[2].name: is missing (lesson of 1983)", "NOT COUNTED: it is over.", "Short notice.",
            "has not left; approved by rao, 2 needed", "fill in" })
            Assert.Contains(told, run.Out);
        var asked = station.Asked.OfType<DraftNotice>().Single();
        Assert.Equal(("staff-exercise", "en", Ref), (asked.Format, asked.Language, asked.Regards!.Single()));
        Assert.Equal(["one", "", "", ""], asked.Values[1].Items);
        Assert.Equal(new AddresseeInput("boreal:navy", 60), asked.Addressees!.Single());
    }

    [Fact]
    public async Task What_follows_a_notice_takes_the_form_that_the_charter_has_for_it()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        Agreed(station, Shelf("completion"));
        station.On<ShowNotice>(_ => Said);
        station.On<DraftNotice>(_ => Written);
        var run = await session.Parley("notice", "complete", station.Address, Ref, "ended=2027-01-25T06:48:00Z", "result=as-announced", "remaining=0", "--line", "hot");
        Assert.Equal(ExitCode.Done, run.Code);
        var asked = station.Asked.OfType<DraftNotice>().Single();
        Assert.Equal(("completion", Ref), (asked.Format, asked.Regards!.Single()));
        Assert.Equal(["ended", "result", "remaining"], asked.Values.Select(v => v.Field));

        var none = await session.Parley("notice", "slip", station.Address, Ref, "firm=yes", "--line", "hot");
        Assert.Equal(ExitCode.Refused, none.Code);
        Assert.Contains("names no form of that kind that follows staff-exercise", none.Error);
        Assert.Equal(ExitCode.Usage, (await session.Parley("notice", "complete", station.Address, Ref, "ended", "--line", "hot")).Code);
    }

    [Fact]
    public async Task Nothing_is_verified_or_released_that_was_not_read()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<ShowNoticeDraft>(_ => Written);
        station.On<VerifyNotice>(_ => Written);
        station.On<ApproveDraft>(_ => Draft with { ApprovedBy = ["rao", "lin"] });
        Assert.Equal(ExitCode.Usage, (await session.Parley("notice", "verify", station.Address, "d1")).Code);
        Assert.Equal(ExitCode.Done, (await session.Parley("notice", "verify", station.Address, "d1", "--revision", "abc")).Code);
        var run = await session.Parley("notice", "release", station.Address, "d1", "--revision", "abc");
        Assert.Contains("HAS NOT LEFT", run.Out);
        Assert.Equal(new VerifyNotice("d1", "abc"), station.Asked.OfType<VerifyNotice>().Single());
    }

    [Fact]
    public async Task The_list_says_what_is_due_and_who_has_not_acknowledged()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        var matter = new NoticeMatterView(
            Said, null, true, [new(1, EventState.Completed, At(0), At(90), false), new(2, EventState.Announced, At(0), At(90), true)],
            [new("astra/3f/ordinary/5", "O5-3f00", "astra", At(3), "slip", "Change of time", NoticeEffect.Slips, StepEffect.NotTheirs,
                "NOT COUNTED: only its author changes a notice.")],
            new NoticeDueView(NoticeDue.Completion, At(120), true, true));
        station.On<ListNotices>(_ => (IReadOnlyList<NoticeListView>)[new NoticeListView(
            LineMode.Exercise, "hot", At(-60), [new("boreal", AgreementState.Suspended, [], At(1), "boreal/3f/ordinary/2", "en", "For now.")], [matter], [])]);
        var run = await session.Parley("notice", "list", station.Address, "--open");
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.All(run.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        foreach (var told in new[]
        {
            "AGREEMENT SUSPENDED by the word of boreal", "OPEN: 1 of 2 events closed", "OVERDUE: we owe the word that it is over", "SHORT NOTICE", "VOLUNTARY: said while boreal",
            "acknowledged by 1 of 2 required addressees; not confirmed by boreal:warning centre", "NOT COUNTED: only its author changes a notice.",
        })
            Assert.Contains(told, run.Out);
        Assert.True(station.Asked.OfType<ListNotices>().Single().Open);
    }

    [Fact]
    public async Task A_notice_of_a_line_is_shown_and_saved_for_paper_and_programs()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        Agreed(station, Staff);
        station.On<ShowNotice>(_ => Said);
        var shown = await session.Parley("notice", "show", station.Address, Ref, "--line", "hot", "--language", "ru");
        Assert.Contains("boreal read back site as 68.3 16: 111196 m from what the notice says  DIFFERS", shown.Out);
        Assert.Contains("follows O1-3f00", shown.Out);
        foreach (var kind in new[] { "page", "paper", "csv", "cap", "calendar", "geojson", "places" })
        {
            var file = session.PathTo($"notice.{kind}");
            Assert.Equal(ExitCode.Done, (await session.Parley("notice", "save", station.Address, Ref, "--line", "hot", "--to", kind, "--output", file)).Code);
            // This one has no shapes, so a file of places has its head alone.
            if (kind != "places")
                Assert.Contains("EXERCISE", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task A_read_back_an_agreement_and_a_format_are_sent_as_typed()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<StateAgreement>(_ => Draft);
        station.On<AddFormat>(_ => Refusal.TooMany);
        await session.Parley("notice", "agreement", station.Address, "suspended", "--line", "hot", "--text", "For now.", "--format", "movement");
        var word = station.Asked.OfType<StateAgreement>().Single();
        Assert.Equal((AgreementState.Suspended, "movement", "en"), (word.State, word.Formats!.Single(), word.Language));
        Assert.Equal(ExitCode.Usage, (await session.Parley("notice", "agreement", station.Address, "over", "--line", "hot", "--text", "x")).Code);
        Assert.Equal(ExitCode.Refused, (await session.Parley("notice", "add-format", station.Address, "slip")).Code);
        Assert.Equal(Shelf("slip").Encode(), station.Asked.OfType<AddFormat>().Single().Encoding);
    }

    private static void Agreed(ScriptedStation station, NoticeFormat format)
    {
        var view = new FormatView(
            format.Id, format.Version, format.Hash().ToString(), FormatRef.Of(format).ToString(), format.Number, format.Titles[0], format.Basis, format.Effect, format.Regards,
            format.Languages, format.Officers, format.Voluntary, format.Alarm, null, null, null, format.Addressees, null, null, ["hot"]);
        station.On<ListFormats>(_ => (IReadOnlyList<FormatView>)[view]);
        station.On<ShowFormat>(_ => new FormatTexts(view, format.Encode()));
    }

    private static NoticeFormat Shelf(string id) => FormatShelf.All.Single(f => f.Id == id);

    private static DateTimeOffset At(int minutes) => new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero).AddMinutes(minutes);
}
