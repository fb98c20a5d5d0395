using Parley.Control.Activities;
using Parley.Control.Handling;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Cli.Tests;

/// <summary>Activities and overlaps as a station would tell them.</summary>
internal static class ActivitySamples
{
    public const string Ours = "astra/3f0a1b2c3d4e5f60718293a4b5c6d7e8/ordinary/12";
    public const string Theirs = "boreal/77aa1b2c3d4e5f60718293a4b5c6d7e8/ordinary/4";
    public const string Convoy = "boreal/77aa1b2c3d4e5f60718293a4b5c6d7e8/ordinary/9";

    public const string Text = "volume 1\ncircle 69.5000000 16.0000000 5000\nband sfc .. fl 100\nvalid 2027-11-26T10:00:00Z 2027-11-26T14:00:00Z\n";

    public static DateTimeOffset At(int minutes) => new DateTimeOffset(2027, 11, 26, 10, 0, 0, TimeSpan.Zero).AddMinutes(minutes);

    public static ActivityRowView Row(string entry, ActivityKind kind, string title, ActivityState state = ActivityState.Planned) => new(
        entry, MessageNumber.Of(EntryRef.Parse(entry)!.Value).ToString(), entry.Split('/')[0], entry == Ours, kind, title, "tower 121.5", Status.Actual, state, false,
        At(-60), At(0), At(240), null, kind.IsHumanitarian() ? At(600) : null, entry,
        [new ActivityVolumeView(Text, ["Circle: 69°30'00.0\"N 016°00'00.0\"E, radius 5 km"], "69.5 16")]);

    public static OverlapView Overlap(ActivityRowView one, ActivityRowView other) => new(
        LineMode.Exercise, "hot", one, other, OverlapSeverity.Now, new GapView(0, 3_149), new GapView(0, null), At(0), At(60), 3, "69.5000000 16.0000000",
        [new KnownView("astra", At(1)), new KnownView("boreal", null)], ["boreal planned into what astra had reserved, knowing of it."], CoordinationState.Unanswered, [], null,
        At(20), true);

    public static ActivityView Whole(ActivityRowView row, string reached = "") => new(
        LineMode.Exercise, "hot", row, row.Kind.IsHumanitarian() ? "Relief\u001b[2J" : null, row.Kind.IsHumanitarian() ? "3 white trucks" : null,
        row.Kind.IsHumanitarian() ? "red cross on the roofs" : null, "en", "By the north road.", [], [],
        [new AddresseeView("boreal", "artillery", At(30), true, At(5), null, null, true)], [new ReceiptView("boreal", true, At(2), false, false)], [], 0, reached);

    public static DraftView Draft { get; } = new(
        LineMode.Exercise, "d1", "hot", "abc", "rao", At(0), Precedence.Priority, Status.Actual, "en", "HUMANITARIAN SITE Hospital.", [], null,
        ["rao"], 2, false, null, ["boreal:artillery"]);

    public static EntryView Entry { get; } = new(
        LineMode.Exercise, "astra/3f/ordinary/13", "c", "astra", Lane.Ordinary, 13, "aid-word", Precedence.Priority, Status.Actual, At(0), null, Readability.Readable, null,
        null, [], null, [], [], [], []);

    private static LineView Line { get; } = new(
        new string('a', 64), "hot", "hot", LineKind.Hot, LineMode.Exercise, LineState.Open, ["astra", "boreal"], 1, new TermsView(), null, [], [], [], []);

    /// <summary>A station that knows our flight, their area and their convoy, and lets everything leave.</summary>
    public static async Task<ScriptedStation> Station()
    {
        var station = await ScriptedStation.Start();
        ActivityRowView[] rows =
        [
            Row(Ours, ActivityKind.Flight, "Falcon\u001b[2J 3"), Row(Theirs, ActivityKind.NoGoArea, "Range B", ActivityState.Active),
            Row(Convoy, ActivityKind.Movement, "Amber 7"),
        ];
        station.On<ListActivities>(l => new[]
        {
            new ActivityListView(LineMode.Exercise, "hot", KeptSeparation.Default.ToString(), [.. rows.Where(r => l.Kind is null || r.Kind == l.Kind)], 2),
        });
        station.On<ShowActivity>(s => Whole(rows.First(r => r.Entry == s.Entry), "Received. NOT ACKNOWLEDGED by boreal:artillery, as far as they report."));
        station.On<ListLines>(_ => new[] { Line });
        station.On<NotifyActivity>(_ => Draft);
        station.On<StepActivity>(_ => Draft with { Released = "astra/3f/ordinary/14" });
        return station;
    }
}
