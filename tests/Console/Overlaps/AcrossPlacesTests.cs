using Parley.Console.Overlaps;
using Parley.Console.Words;
using Parley.Control.Activities;
using Parley.Lines.Activities;
using static Parley.Console.Tests.Overlaps.SomeOverlaps;

namespace Parley.Console.Tests.Overlaps;

/// <summary>What overlaps across lines, on a map.</summary>
public sealed class AcrossPlacesTests
{
    private static readonly Language English = Languages.Read(null).English;

    [Fact]
    public void One_number_on_two_lines_is_two_things_and_one_thing_stands_once()
    {
        CrossOverlapView[] overlaps = [Across("boreal", "south"), Across("boreal", "east"), Across("corvia", "east")];
        var items = AcrossPlaces.Of(overlaps, Now, English);
        Assert.Equal(["l1.astra.O4-3f00.1", "l2.boreal.O4-3f00.1", "l0.boreal.O4-3f00.1", "l0.corvia.O4-3f00.1"], items.Select(i => i.Key));
        Assert.StartsWith("north · ", items[0].Detail, StringComparison.Ordinal);
        Assert.Equal(3, AcrossPlaces.Meetings(overlaps, items, English).Select(m => m.Key).Distinct().Count());
    }

    [Fact]
    public void What_the_other_side_was_not_told_is_said_to_be_ours_alone()
    {
        CrossOverlapView[] overlaps = [Across("boreal", "south"), Across("boreal", "east") with { IsNotified = true }];
        var meetings = AcrossPlaces.Meetings(overlaps, AcrossPlaces.Of(overlaps, Now, English), English);
        Assert.StartsWith("OURS ALONE · OVERLAP", meetings[0].Words, StringComparison.Ordinal);
        Assert.StartsWith("OVERLAP", meetings[1].Words, StringComparison.Ordinal);
        Assert.All(meetings, m => Assert.Null(m.Href));
    }

    private static CrossOverlapView Across(string party, string line) => new(
        "north", Row("astra", ActivityKind.Site), line, Row(party), OverlapSeverity.Meets, new GapView(0, 0), new GapView(0, 0), Now.AddHours(2), Now.AddHours(5),
        "54.5000000 19.2000000", false, "OURS ALONE: not told.");
}
