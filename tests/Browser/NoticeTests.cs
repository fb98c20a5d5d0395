using Microsoft.Playwright;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Notices;
using Parley.EndToEnd.Tests;
using Parley.Exchange.Notices;
using Parley.Lines.Notices;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>Notices at the consoles of two stations: written, checked as one types, verified, released, and read on the other side.</summary>
public sealed class NoticeTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task A_form_with_gaps_is_completed_verified_by_another_officer_and_read_on_the_other_side()
    {
        await using var browser = await chromium.Fresh();
        await Agree("warm");
        var ada = await browser.SignIn(floor.Astra, "Ada");
        await ada.Locator(".ways a[href='notices']").ClickAsync();
        await ada.GetByRole(AriaRole.Link, new() { Name = "warm", Exact = true }).First.ClickAsync();
        await ada.GetByRole(AriaRole.Link, new() { Name = "Write a notice" }).ClickAsync();
        await ada.GetByRole(AriaRole.Link, new() { Name = "Staff or command-post exercise" }).ClickAsync();
        await Expect(ada.Locator(".check-panel h2")).ToContainTextAsync("Gaps:");
        await ada.Field("designation").FillAsync("LANTERN 27");

        // Kept with gaps, it cannot leave.
        await ada.Press("Keep as draft");
        await Expect(ada.Locator(".standing")).ToContainTextAsync("It cannot leave");
        await Expect(ada.GetByRole(AriaRole.Button, new() { Name = "Release: it leaves" })).ToHaveCountAsync(0);
        await ada.GetByRole(AriaRole.Link, new() { Name = "Edit" }).ClickAsync();
        await Expect(ada.Field("designation")).ToHaveValueAsync("LANTERN 27");
        await FillExercise(ada);
        await Expect(ada.Locator(".check-panel h2")).ToContainTextAsync("The form is complete");
        await Expect(ada.Locator(".check-panel")).ToContainTextAsync("Short notice: received now");
        await ada.Press("Keep as draft");

        await Expect(ada.Locator(".standing")).ToContainTextAsync("It waits for verification by another officer");
        await Expect(ada.Locator(".standing")).ToContainTextAsync("You have written it");
        await Expect(ada.Locator(".standing")).ToContainTextAsync("Officers who vouch for it: 1 of 2");
        await Expect(ada.GetByRole(AriaRole.Button, new() { Name = "Release: it leaves" })).ToHaveCountAsync(0);

        var ben = await browser.SignIn(floor.Astra, "Ben");
        await ben.Locator(".ways a[href='drafts']").ClickAsync();
        await ben.Locator("article.draft", new() { HasText = "LANTERN 27" }).GetByRole(AriaRole.Link, new() { Name = "Open the notice" }).ClickAsync();
        await Expect(ben.Locator(".notice-lines")).ToContainTextAsync("LANTERN 27");
        await ben.Press("Verify: it keeps the rules");
        await Expect(ben.Locator(".standing")).ToContainTextAsync("It waits for an officer who may release it");
        await ben.Press("Release: it leaves");
        await Expect(ben.Locator(".notice-lines")).ToContainTextAsync("LANTERN 27");
        await Expect(ben).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/notice\\?line=warm&entry="));

        var there = await browser.SignIn(floor.Boreal, "Ada");
        await there.Locator(".ways a[href='notices']").ClickAsync();
        var matter = there.Locator(".matter", new() { HasText = "LANTERN 27" });
        await Expect(matter).ToContainTextAsync("theirs");
        await Expect(matter).ToContainTextAsync("short notice");
        await matter.GetByRole(AriaRole.Link, new() { Name = "Staff or command-post exercise" }).ClickAsync();
        await Expect(there.Locator(".notice-lines")).ToContainTextAsync("Headquarters move");

        // Only its author moves it on.
        await Expect(there.GetByRole(AriaRole.Link, new() { Name = "Cancel it:" })).ToHaveCountAsync(0);
        await ben.GetByRole(AriaRole.Link, new() { Name = "Cancel it:" }).ClickAsync();
        await Expect(ben.Locator(".chip")).ToContainTextAsync("LANTERN 27");
    }

    [Fact]
    public async Task A_plan_is_kept_held_against_what_was_told_and_drafted()
    {
        await using var browser = await chromium.Fresh();
        await Agree("plans");
        var page = await browser.SignIn(floor.Astra, "Ada");
        await page.Locator(".ways a[href='notices/calendar']").ClickAsync();
        await page.Locator(".calendar-page summary").ClickAsync();
        await page.Locator("#plan-title").FillAsync("LANTERN 31");
        await page.Locator("#plan-from").FillAsync($"{Now.AddDays(40):yyyy-MM-dd}T06:00Z");
        await page.Locator("#plan-until").FillAsync($"{Now.AddDays(44):yyyy-MM-dd}T18:00Z");
        await page.Locator("#plan-line").SelectOptionAsync("plans");
        await page.Locator("#plan-format").SelectOptionAsync("staff-exercise");
        await page.GetByLabel("radio silence").CheckAsync();
        await page.Press("Keep this plan");
        var plan = page.Locator("article", new() { HasText = "LANTERN 31" });
        await Expect(plan).ToContainTextAsync("Its notice is due:");
        await Expect(page.Locator("table.calendar")).ToContainTextAsync("our plan, told to nobody");
        await plan.GetByRole(AriaRole.Link, new() { Name = "What they will see" }).ClickAsync();
        await Expect(plan.Locator(".sign-list")).ToContainTextAsync("NOT TOLD");
        await page.Press("Draft its notice");
        await Expect(page.Locator(".notice-lines")).ToContainTextAsync("LANTERN 31");
        await Expect(page.Locator(".standing")).ToContainTextAsync("It cannot leave");
    }

    [Theory]
    [InlineData("ru", "Командно-штабное учение", "Пробелов:")]
    [InlineData("ar", "تمرين أركان أو مراكز قيادة", "النواقص:")]
    public async Task A_form_is_filled_in_in_the_readers_language(string language, string title, string gaps)
    {
        await using var browser = await chromium.Fresh();
        await Agree("forms-" + language);
        await browser.AddCookiesAsync([new Cookie { Name = "parley-language", Value = language, Url = floor.Astra.Address.ToString(), SameSite = SameSiteAttribute.Strict }]);
        var page = await browser.SignIn(floor.Astra, "Ada");
        await page.GotoAsync(page.Url.Replace("board", $"notice/write?line=forms-{language}&format=staff-exercise", StringComparison.Ordinal));
        await Expect(page.Locator("h1")).ToContainTextAsync(title);
        await Expect(page.Locator(".check-panel h2")).ToContainTextAsync(gaps);
        var format = FormatShelf.All.Single(f => f.Id == "staff-exercise");
        var labels = await page.Locator(".form-label label, .group-label").AllInnerTextsAsync();
        Assert.Equal(format.Fields.Select(f => f.Texts[format.LanguageFor(language)]), labels.Take(format.Fields.Count));
        await FillExercise(page);
        await page.Field("designation").FillAsync("LANTERN 27");
        await Expect(page.Locator(".check-panel.whole")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_is_typed_outlives_a_reload_and_is_written_as_it_travels()
    {
        await using var browser = await chromium.Fresh();
        await Agree("kept");
        var page = await browser.SignIn(floor.Astra, "Ada");
        await page.GotoAsync(page.Url.Replace("board", "notice/write?line=kept&format=accident", StringComparison.Ordinal));
        await page.Field("place").FillAsync("54°30'00\"N 019°12'00\"E");
        await page.Field("measures").FillAsync("Launchers locked");
        await Expect(page.Field("place")).ToHaveValueAsync("54.5000000 19.2000000");
        await Expect(page.Locator("[data-field=place]")).ToContainTextAsync("54°30'00\"N");
        await page.Field("when").FillAsync("2027-03-09 17:43Z");
        await page.Field("measures").FocusAsync();
        await Expect(page.Field("when")).ToHaveValueAsync("2027-03-09T17:43:00Z");

        // Needed only where another field says so.
        var towards = page.Locator("[data-field=towards-you]");
        await Expect(towards.Locator(".needed")).ToHaveCountAsync(0);
        await page.Field("event").SelectOptionAsync("launch");
        await Expect(towards.Locator(".needed")).ToBeVisibleAsync();
        await Expect(towards.Locator(".gap-note")).ToContainTextAsync("still missing");
        await page.ReloadAsync();
        await Expect(page.Field("measures")).ToHaveValueAsync("Launchers locked");
        await Expect(page.Field("event")).ToHaveValueAsync("launch");
        await Expect(page.Locator(".told")).ToContainTextAsync("stands here again");
    }

    [Fact]
    public async Task Forms_are_chosen_in_the_charter_and_shown_with_their_fields()
    {
        await using var browser = await chromium.Fresh();
        await Agree("chosen", formats: []);
        var here = await browser.SignIn(floor.Astra, "Ada");
        await here.Locator(".ways a[href='lines']").ClickAsync();
        var card = here.Locator("article[data-line=chosen]");
        await card.GetByText("Propose other terms", new() { Exact = true }).ClickAsync();
        await card.Locator(".formats-choice").GetByLabel("All that are here").CheckAsync();
        await card.Press("Propose these terms");
        await Expect(card.Locator(".proposal")).ToContainTextAsync("staff-exercise/1");
        await floor.Boreal.As("Ada").Until(new ListLines(true), l => l.Any(v => v.Handle == "chosen" && v.Proposal is not null));
        await floor.Boreal.As("Ada").Must(new AcceptLine("chosen"));
        await floor.Astra.As("Ada").Until(new ListFormats("chosen"), f => f.Count == FormatShelf.All.Count);
        await here.GotoAsync(here.Url.Replace("desk/Ada/lines", "desk/Ada/notices/formats?line=chosen", StringComparison.Ordinal));
        await here.GetByRole(AriaRole.Link, new() { Name = "Accidental launch or detonation" }).ClickAsync();
        await Expect(here.Locator(".format-fields")).ToContainTextAsync("required where “What happened” is “Accidental launch”");
    }

    [Fact]
    public async Task A_position_is_read_back_and_the_difference_shown_to_both()
    {
        await using var browser = await chromium.Fresh();
        await Agree("positions");
        var ada = floor.Astra.As("Ada");
        var draft = await ada.Must(new DraftNotice("positions", "accident", "en",
        [
            new("event", ["risk"]), new("when", [Time(0)]), new("place", ["54.5000000 19.2000000"]), new("nuclear", ["not-known"]), new("measures", ["All launchers are locked."]),
        ]));
        var released = await ada.Must(new ApproveDraft(draft.Draft.Id, draft.Draft.Revision));
        await floor.Boreal.As("Ada").Until(new ListNotices("positions"), l => l is [{ Others.Count: 1 }]);
        var there = await browser.SignIn(floor.Boreal, "Ada");
        await there.GotoAsync(there.Url.Replace("board", $"notice?line=positions&entry={Uri.EscapeDataString(released.Released!)}", StringComparison.Ordinal));
        await there.GetByText("Read positions back", new() { Exact = true }).ClickAsync();
        await there.Locator("[name='b.place']").FillAsync("54.6 19.2");
        await there.Press("Read back");
        await Expect(there.Locator("main")).ToContainTextAsync("DIFFERS by");
        var here = await browser.SignIn(floor.Astra, "Ada");
        await here.GotoAsync(here.Url.Replace("board", $"notice?line=positions&entry={Uri.EscapeDataString(released.Released!)}", StringComparison.Ordinal));
        await Expect(here.Locator("main")).ToContainTextAsync("DIFFERS by");
    }

    [Theory]
    [InlineData(false, 1280, "en")]
    [InlineData(true, 390, "ar")]
    public async Task No_page_of_notices_has_a_violation(bool dark, int width, string language)
    {
        await using var browser = await chromium.Fresh(dark, width: width, height: 900);
        var name = "seen-" + language;
        await Agree(name);
        await browser.AddCookiesAsync([new Cookie { Name = "parley-language", Value = language, Url = floor.Astra.Address.ToString(), SameSite = SameSiteAttribute.Strict }]);
        var ada = floor.Astra.As("Ada");
        var draft = await ada.Must(new DraftNotice(name, "staff-exercise", "en", [new("designation", ["SEEN 27"])]));
        var sent = await ada.Must(new DraftNotice(name, "cancellation", "en", [new("designation", ["no"])]));
        var accident = await ada.Must(new DraftNotice(name, "accident", "en",
        [
            new("event", ["risk"]), new("when", [Time(0)]), new("place", ["54.5000000 19.2000000"]), new("nuclear", ["not-known"]), new("measures", ["All launchers are locked."]),
        ]));
        var released = (await ada.Must(new ApproveDraft(accident.Draft.Id, accident.Draft.Revision))).Released!;
        var page = await browser.SignIn(floor.Astra, "Ada");
        var desk = page.Url.Replace("board", "", StringComparison.Ordinal);
        foreach (var (path, ready) in new[]
        {
            ($"notices?line={name}", ".matter"), ($"notice/write?line={name}", ".format-group"), ($"notice/write?line={name}&format=exercise", ".check-panel"),
            ($"notice/draft?id={draft.Draft.Id}", ".check-panel"), ($"notice/draft?id={sent.Draft.Id}", ".check-panel"),
            ($"notice?line={name}&entry={Uri.EscapeDataString(released)}", ".notice-lines"), ($"notices/formats?line={name}", ".panel"),
        })
        {
            await page.GotoAsync(desk + path);
            await page.WaitForSelectorAsync(ready);
            await Access.HasNoViolation(page, path);
            Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") <= width, $"{path} is wider than the screen");
        }
    }

    [Fact]
    public async Task A_printed_notice_has_its_lines_its_number_and_nothing_of_the_desk()
    {
        await using var browser = await chromium.Fresh();
        await Agree("paper");
        var ada = floor.Astra.As("Ada");
        var draft = await ada.Must(new DraftNotice("paper", "accident", "en",
        [
            new("event", ["risk"]), new("when", [Time(0)]), new("place", ["54.5000000 19.2000000"]), new("nuclear", ["not-known"]), new("measures", ["All launchers are locked."]),
        ]));
        var released = (await ada.Must(new ApproveDraft(draft.Draft.Id, draft.Draft.Revision))).Released!;
        var page = await browser.SignIn(floor.Astra, "Ada");
        await page.GotoAsync(page.Url.Replace("board", $"notice?line=paper&entry={Uri.EscapeDataString(released)}", StringComparison.Ordinal));
        await Expect(page.Locator(".print-end")).ToBeHiddenAsync();
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        var number = await page.Locator(".notice-number").InnerTextAsync();
        await Expect(page.Locator(".print-end")).ToContainTextAsync(
            new System.Text.RegularExpressions.Regex($"{number} · astra · 20[0-9-]+T[0-9:]+Z · end of the notice, lines: 5"));
        await Expect(page.Locator(".ways")).ToBeHiddenAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Print" })).ToHaveCountAsync(0);
    }

    private static string Time(int hours) => FieldText.OfTime(Now.AddHours(hours));

    // A staff exercise in three days, which is too short for its form.
    private static async Task FillExercise(IPage page)
    {
        var texts = new Dictionary<string, string>
        {
            ["purpose"] = "Procedures are practised", ["period.from"] = Time(72), ["period.until"] = Time(120), ["headquarters.0.name"] = "Strategic command",
            ["headquarters.0.place"] = "Northgate", ["phases.0.name"] = "Alert", ["phases.0.period.from"] = Time(72), ["phases.0.period.until"] = Time(96),
            ["phases.0.what"] = "Headquarters move", ["contact"] = "Exercise control",
        };
        foreach (var (name, text) in texts)
            await page.Field(name).FillAsync(text);
        await page.Field("level").SelectOptionAsync("tactical");
        foreach (var name in new[] { "nuclear-release", "alert-words", "new-formats", "radio-silence", "forces-move", "end-notice" })
            await page.Locator($"[name='f.{name}'][value=no]").CheckAsync();
    }

    private Task Agree(string name, IReadOnlyList<string>? formats = null) => floor.Agree(name, formats);
}
