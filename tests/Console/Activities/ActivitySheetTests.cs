using Parley.Console.Activities;
using Parley.Lines.Activities;
using Parley.Lines.Entries;

namespace Parley.Console.Tests.Activities;

/// <summary>What a filled-in form asks the station for.</summary>
public sealed class ActivitySheetTests
{
    private const string Volume = "volume 1\npoint 54.5000000 19.2000000\nband sfc .. unlimited\nvalid 2026-11-26T12:00:00Z 2026-11-26T15:00:00Z\n";
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_is_asked_for_while_something_is_missing()
    {
        var sheet = new ActivitySheet();
        Assert.Equal(["activity.gap.title", "activity.gap.contact", "volume.gap.shape"], sheet.Gaps(Now));
        Assert.Null(sheet.Make("sky", 30, Now));
        sheet = Filled();
        sheet.Reserve = "61";
        Assert.Equal(["activity.gap.reserve"], sheet.Gaps(Now));
    }

    [Fact]
    public void A_flight_is_asked_for_as_it_was_filled_in_and_never_in_spite_of_warnings()
    {
        var sheet = Filled();
        (sheet.Reserve, sheet.Note, sheet.Language, sheet.IsTest) = ("20", " as agreed ", "ru", true);
        sheet.Addressees.Add("boreal:guns");
        var asked = sheet.Make("sky", 30, Now)!;
        Assert.Equal(("HAWK 21", "126.7 MHz", 20, "ru", "as agreed", Status.Test, false),
            (asked.Title, asked.Contact, asked.ReserveMinutes, asked.Language, asked.Text, asked.Status, asked.Despite));
        Assert.Equal(Volume, Assert.Single(asked.Volumes));
        Assert.Equal(("boreal:guns", 30), (Assert.Single(asked.Addressees!).Addressee, asked.Addressees![0].Minutes));
        Assert.Null(asked.Aid);
    }

    [Fact]
    public void A_movement_has_an_expiry_and_no_reserve()
    {
        var sheet = Filled();
        (sheet.Kind, sheet.Reserve, sheet.Vehicles) = (ActivityKind.Movement, "20", "6 lorries");
        Assert.Equal(["activity.gap.expires"], sheet.Gaps(Now));
        sheet.Expires = "18:00";
        var asked = sheet.Make("sky", 30, Now)!;
        Assert.Equal((null, "6 lorries", null), (asked.ReserveMinutes, asked.Aid!.Vehicles, asked.Aid.Behalf));
        Assert.Equal(Now.AddHours(8), asked.Aid.Expires);
    }

    [Fact]
    public void What_the_tab_kept_is_put_back()
    {
        var sheet = new ActivitySheet();
        Assert.False(sheet.Restore(new Dictionary<string, string>()));
        Assert.True(sheet.Restore(new Dictionary<string, string> { ["f.kind"] = "Fire", ["f.title"] = "RANGE 9", ["f.volume.0"] = Volume, ["f.volume.1"] = Volume }));
        Assert.Equal((ActivityKind.Fire, "RANGE 9", 2), (sheet.Kind, sheet.Title, sheet.Volumes.Count));
        Assert.Equal("2026-11-26T12:00:00Z", sheet.Volumes[1].From);
    }

    private static ActivitySheet Filled()
    {
        var sheet = new ActivitySheet { Title = "HAWK 21", Contact = "126.7 MHz" };
        sheet.Volumes[0].Type(Volume);
        return sheet;
    }
}
