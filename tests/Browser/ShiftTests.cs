using Microsoft.Playwright;
using Parley.Control.Messages;
using Parley.Control.Questions;
using Parley.Control.Shifts;
using Parley.EndToEnd.Tests;
using Parley.Lines.Entries;
using static Microsoft.Playwright.Assertions;

namespace Parley.Browser.Tests;

/// <summary>Two officers hand a shift over in two browsers.</summary>
public sealed class ShiftTests(Chromium chromium, Floor floor) : IClassFixture<Floor>
{
    [Fact]
    public async Task Two_officers_sign_the_same_text_and_the_second_is_on_duty()
    {
        await using var browser = await chromium.Fresh();
        var ada = await Shift(await browser.SignIn(floor.Astra, "Ada"));
        var ben = await Shift(await browser.SignIn(floor.Astra, "Ben"));
        await ada.GetByRole(AriaRole.Button, new() { Name = "Go on duty: Watch" }).ClickAsync();
        await Expect(ada.Locator(".posts li").First).ToContainTextAsync("Ada");
        await Expect(ada.Locator(".alarm-test")).ToContainTextAsync("NOT CONFIRMED");
        await ada.Locator(".alarm-test").Press("Confirm what was heard");
        await Expect(ada.Locator(".alarm-test")).ToContainTextAsync("Confirmed by Ada");

        await floor.Boreal.As("Ada").Must(new SendMessage("strait", Precedence.Priority, "en", "Is the vessel yours?", Answer: new AnswerWishInput(Minutes: 40)));
        await floor.Astra.As("Ada").Until(new ListQuestions("strait", true), q => q.Any(l => l.Questions.Count > 0));
        await ada.GetByLabel("A line for the watch log").FillAsync("The relief was late.");
        await ada.Locator(".log").Press("Add");
        await Expect(ada.Locator(".watch-log")).ToContainTextAsync("The relief was late.");
        await Expect(ada.GetByLabel("A line for the watch log")).ToHaveValueAsync("");

        await ada.GetByLabel("Notes: what else").FillAsync("The spare key is in the drawer.");
        await ada.GetByLabel("Interpreters on call, one a line").FillAsync("ru: Sokolova, tel. 12");
        await ada.Locator(".hand-over").Press("Compose the handover");
        var composed = ada.Locator(".handover.composed");
        await Expect(composed).ToContainTextAsync("Watch log, Ada: The relief was late.");
        await Expect(composed).ToContainTextAsync("We owe boreal an answer");
        var shown = await composed.Locator(".handover-items").First.InnerTextAsync();
        await ada.Locator(".hand-over").Press("Sign");
        await Expect(ada.Locator(".told")).ToContainTextAsync("It waits for the next officer");

        var waiting = ben.Locator(".waiting-handover");
        await Expect(waiting).ToContainTextAsync("The spare key is in the drawer.");
        await Expect(waiting).ToContainTextAsync("Sokolova, tel. 12");
        Assert.Equal(shown, await waiting.Locator(".handover-items").First.InnerTextAsync());
        await Expect(ben.Locator(".ways a[href='shift'] .count")).ToHaveTextAsync("1");
        await waiting.Press("Sign and take over");
        await Expect(ben.Locator(".told")).ToContainTextAsync("You are on duty");
        await Expect(ben.Locator(".posts li").First).ToContainTextAsync("by a handover");
        await Expect(ada.Locator(".posts li").First).ToContainTextAsync("Ben");
        await Expect(ada.Locator(".past-handovers summary").First).ToContainTextAsync("taken over by Ben");
        Assert.Equal("Ben", (await floor.Astra.As("Ben").Must(new ShowShift())).OnDuty.Single().Officer);
    }

    [Fact]
    public async Task A_text_that_is_signed_anew_is_told_and_what_was_typed_survives_a_new_page()
    {
        await using var browser = await chromium.Fresh();
        await floor.Boreal.As("Ben").Must(new StartShift());
        await floor.Boreal.As("Ben").Must(new HandOver(Parley.Lines.Alarms.AlarmLevel.Watch, [], [], "First text."));
        var ada = await Shift(await browser.SignIn(floor.Boreal, "Ada"));
        var ben = await Shift(await browser.SignIn(floor.Boreal, "Ben"));
        await Expect(ada.Locator(".waiting-handover")).ToContainTextAsync("First text.");
        await ben.GetByLabel("Notes: what else").FillAsync("Second text.");
        await ben.ReloadAsync();
        await Expect(ben.GetByLabel("Notes: what else")).ToHaveValueAsync("Second text.");
        await ben.Locator(".hand-over").Press("Compose the handover");
        await ben.Locator(".hand-over").Press("Sign");
        await Expect(ada.Locator(".waiting-handover")).ToContainTextAsync("THE TEXT CHANGED");
        await Expect(ada.Locator(".waiting-handover")).ToContainTextAsync("Second text.");
        await ben.Locator(".waiting-handover").Press("Take it back");
        await Expect(ada.Locator(".waiting-handover")).ToHaveCountAsync(0);
    }

    private static async Task<IPage> Shift(IPage page)
    {
        await page.Locator(".ways a[href='shift']").ClickAsync();
        await page.WaitForSelectorAsync(".shift-page");
        return page;
    }
}
