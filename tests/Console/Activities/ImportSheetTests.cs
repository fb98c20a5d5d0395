using Parley.Console.Activities;
using Parley.Control.Activities;
using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using static Parley.Console.Tests.Overlaps.SomeOverlaps;

namespace Parley.Console.Tests.Activities;

/// <summary>Items of a file while they are notified: what stands already is left out, and nothing comes twice.</summary>
public sealed class ImportSheetTests
{
    private static readonly ActivityRowView Standing = Row("astra", ActivityKind.Site);

    [Fact]
    public void The_same_kind_title_and_volume_is_left_out_and_nothing_else()
    {
        var same = Item(Standing.Title, Standing.Volumes[0].Text);
        var sheet = new ImportSheet(
            [same, same with { Title = "Other" }, same with { Kind = ActivityKind.Movement }, same with { Volume = "another" }], new StandingAid([Standing], []));
        Assert.Equal([ImportState.Stands, ImportState.Waits, ImportState.Waits, ImportState.Waits], Enumerable.Range(0, 4).Select(i => sheet[i]));
        var waiting = Draft(null) with { Activity = new DraftedActivityView(same.Kind, same.Title, [same.Volume]) };
        Assert.Equal(1, new ImportSheet([same], new StandingAid([], [waiting])).Count(ImportState.Stands));
    }

    [Fact]
    public void It_goes_from_one_to_the_next_and_says_how_far_each_came()
    {
        var sheet = new ImportSheet([Item("one", "a"), Item(Standing.Title, Standing.Volumes[0].Text), Item("two", "b")], new StandingAid([Standing], []));
        Assert.Equal("one", sheet.Next!.Title);
        sheet.Done(Draft("astra/3f/ordinary/9"));
        Assert.Equal("two", sheet.Next!.Title);
        sheet.Done(Draft(null));
        Assert.Null(sheet.Next);
        Assert.Equal([ImportState.Left, ImportState.Stands, ImportState.Drafted], Enumerable.Range(0, 3).Select(i => sheet[i]));
    }

    private static AidFileItem Item(string title, string volume) => new("line 2", ActivityKind.Site, title, "channel 16", volume, new AidInput(Now), null, null, []);

    private static DraftView Draft(string? released) => new(
        LineMode.Live, "draft", "north", "1", "Ada", Now, Precedence.Priority, Status.Actual, "en", "words", [], null, [], 1, false, released, []);
}
