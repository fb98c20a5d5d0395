using Parley.Console.Observations;
using static Parley.Console.Tests.Observations.SomeObservations;

namespace Parley.Console.Tests.Observations;

/// <summary>What a filled-in form hands to the station.</summary>
public sealed class ObservationSheetTests
{
    [Fact]
    public void What_is_not_known_is_left_out()
    {
        var sheet = new ObservationSheet();
        Assert.Equal(["kind", "source"], sheet.Input(Now).Fields().Keys);
        sheet["letter"] = "F";
        sheet["number"] = "6";
        Assert.Equal("F6", sheet.Input(Now).Grading);
    }

    [Fact]
    public void A_correction_begins_with_what_stands_and_takes_its_place()
    {
        var sheet = new ObservationSheet();
        sheet.Take(Typed, 7);
        var input = sheet.Input(Now);
        Assert.Equal(Typed with { From = "2026-11-26T09:30Z", Until = "2026-11-26T09:40Z", Supersedes = "7" }, input);
    }

    [Fact]
    public void A_clock_is_the_last_such_time_and_what_is_no_time_is_handed_over_as_typed()
    {
        var sheet = new ObservationSheet { ["from"] = "11:00", ["until"] = "yesterday" };
        Assert.Equal(("2026-11-25T11:00Z", "yesterday"), (sheet.Input(Now).From, sheet.Input(Now).Until));
    }

    [Fact]
    public void A_shape_takes_the_place_of_a_point()
    {
        var sheet = new ObservationSheet { ["place"] = "69 16", ["error"] = "5000" };
        sheet.Draw("volume 1\ncircle 54.5000000 19.2000000 5000\nband sfc .. unlimited\nvalid 2000-01-01T00:00:00Z 2100-01-01T00:00:00Z\n");
        sheet.IsShape = true;
        var input = sheet.Input(Now);
        Assert.Equal((null, null, "circle 54.5000000 19.2000000 5000"), (input.Place, input.Error, input.Shape));
        Assert.StartsWith("volume 1\ncircle ", sheet.Drawable, StringComparison.Ordinal);
        sheet.IsShape = false;
        Assert.Equal(("69 16", null), (sheet.Input(Now).Place, sheet.Input(Now).Shape));
    }

    [Fact]
    public void How_many_at_least_may_be_left_open_and_how_many_at_most_may_not()
    {
        var sheet = new ObservationSheet { ["most"] = "200", ["unit"] = "persons" };
        Assert.Equal("0 200 persons", sheet.Input(Now).Strength);
        (sheet["least"], sheet["most"]) = ("100", "");
        Assert.Equal("100  persons", sheet.Input(Now).Strength);
    }

    [Fact]
    public void What_the_tab_kept_is_put_back()
    {
        var sheet = new ObservationSheet();
        Assert.False(sheet.Restore(new Dictionary<string, string> { ["f.kind"] = "drone" }));
        Assert.True(sheet.Restore(new Dictionary<string, string>
        {
            ["f.place"] = "69 16", ["f.height"] = "yes", ["f.lower"] = "amsl", ["f.lower.number"] = "500", ["f.lower.unit"] = "m",
        }));
        Assert.Equal(("drone", "69 16", "amsl 500 m .. unlimited"), (sheet["kind"], sheet.Input(Now).Place, sheet.Input(Now).Altitude));
    }
}
