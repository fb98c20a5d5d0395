using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Lines;
using Parley.Console.Maps;
using Parley.Console.Notices;
using Parley.Control;
using Parley.Control.Activities;

namespace Parley.Console.Activities;

/// <summary>One activity: where it stands, what it meets, what was said of it, how far it got, and what can be said next. Of a site or movement it says nowhere that it is
/// safe.</summary>
public sealed partial class ActivityPage : RoundPage
{
    private ActivityView? view;
    private IReadOnlyList<MapItem> items = [];
    private IReadOnlyList<MapMeeting> meetings = [];
    private string shown = "";
    private string told = "";
    private string? destroyed;

    [SupplyParameterFromQuery]
    public string? Line { get; set; }

    /// <summary>Its ref, or that of a step of it.</summary>
    [SupplyParameterFromQuery]
    public string? Entry { get; set; }

    private ActivityRowView Row => view!.Activity;

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Recorded or ChangeKind.Receipt or ChangeKind.Opened or ChangeKind.Handled or ChangeKind.Line;

    protected override async Task Load()
    {
        if (shown != $"{Line} {Entry}")
            (shown, told, view, destroyed) = ($"{Line} {Entry}", "", null, null);
        if (await Ask(new ShowActivity(Line ?? "", Entry ?? "", Say.Tag)) is not { } found)
        {
            // What was destroyed does not stay on a page that was open.
            destroyed = await DestroyedWords.Of(Desk, Line, view?.Activity.Entry ?? Entry);
            if (destroyed is not null)
                (view, Trouble) = (null, "");
            return;
        }

        view = found;
        var others = found.Overlaps.Select(o => o.One.Entry == found.Activity.Entry ? o.Other : o.One);
        items = [.. others.Prepend(found.Activity).SelectMany(a => ActivityPlaces.Of(a, found.Line, Desk.Now, Say))];
        meetings = ActivityPlaces.Meetings(found.Overlaps, items, Say);
    }

    private string Apart(ActivityReadBackView back) => back.Metres is { } metres
        ? Say[back.Differs ? "notice.read-back.differs" : "activity.read-back.within", NoticeWords.Grouped(metres, Say)]
        : Say["notice.read-back.unknown"];

    private async Task Told(string words)
    {
        told = words;
        await LoadAnew();
    }
}
