using Parley.Console.Desks;
using Parley.Console.Maps;
using Parley.Control;
using Parley.Control.Activities;
using Parley.Lines.Charters;

namespace Parley.Console.Overlaps;

/// <summary>Our sites and movements beside what others do on our other lines: what we alone see. Live and exercise apart.</summary>
public sealed partial class AcrossPage : RoundPage
{
    private IReadOnlyList<OfMode> shown = [];

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Recorded or ChangeKind.Receipt or ChangeKind.Opened or ChangeKind.Line;

    protected override async Task Load()
    {
        if (await Ask(new ListCrossOverlaps(Say.Tag)) is not { } lists)
            return;
        shown = [.. lists.Where(l => l.Overlaps.Count > 0).OrderBy(l => l.Mode).Select(Of)];
    }

    private OfMode Of(CrossOverlapListView list)
    {
        var items = AcrossPlaces.Of(list.Overlaps, Desk.Now, Say);
        return new OfMode(list, items, AcrossPlaces.Meetings(list.Overlaps, items, Say));
    }

    /// <summary>What is shown of one mode.</summary>
    private sealed record OfMode(CrossOverlapListView List, IReadOnlyList<MapItem> Items, IReadOnlyList<MapMeeting> Meetings)
    {
        public bool IsExercise => List.Mode == LineMode.Exercise;
    }
}
