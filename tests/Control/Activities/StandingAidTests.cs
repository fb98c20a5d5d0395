using Parley.Control.Activities;
using Parley.Control.Messages;
using Parley.Lines.Activities;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Control.Tests.Activities;

/// <summary>What of a list is not notified again: the same kind, title and volume, of ours, whether it stands or waits.</summary>
public sealed class StandingAidTests
{
    private const string Volume = "volume 1\ncircle 33.5000000 44.4000000 300\nband sfc .. unlimited\nvalid 2026-11-27T06:00:00Z 2026-11-28T06:00:00Z\n";
    private static readonly string Later = Volume.Replace("T06:00:00Z 2026", "T07:00:00Z 2026", StringComparison.Ordinal);
    private static readonly ActivityRowView Row = new(
        "astra/3f/ordinary/4", "O4-3f00", "astra", true, ActivityKind.Site, "Hospital 2", "channel 16", Status.Actual, ActivityState.Planned, false,
        default, default, default, null, null, "astra/3f/ordinary/4", [new ActivityVolumeView(Volume, [], "")]);

    private static readonly DraftView Draft = new(
        LineMode.Live, "d1", "north", "r", "Ada", default, Precedence.Priority, Status.Actual, "en", "", [], null, [], 2, false, null, [],
        Activity: new DraftedActivityView(ActivityKind.Site, "Hospital 2", [Volume]));

    [Fact]
    public void The_same_is_known_whether_it_stands_or_waits()
    {
        var standing = new StandingAid([Row], [Draft]);
        Assert.Equal(Row, standing.Notified(ActivityKind.Site, "Hospital 2", Volume.TrimEnd('\n'), isBegunNow: false));
        Assert.Equal(Draft, standing.Waiting(ActivityKind.Site, "Hospital 2", Volume, isBegunNow: false));
    }

    [Fact]
    public void Another_kind_title_or_volume_is_another_one()
    {
        var standing = new StandingAid([Row], [Draft]);
        (ActivityKind, string, string)[] others =
            [(ActivityKind.Movement, "Hospital 2", Volume), (ActivityKind.Site, "Hospital 3", Volume), (ActivityKind.Site, "Hospital 2", Later)];
        foreach (var (kind, title, volume) in others)
        {
            Assert.Null(standing.Notified(kind, title, volume, isBegunNow: false));
            Assert.Null(standing.Waiting(kind, title, volume, isBegunNow: false));
        }

        Assert.Equal(Row, standing.Named(ActivityKind.Site, "Hospital 2"));
        Assert.Null(standing.Named(ActivityKind.Movement, "Hospital 2"));
    }

    [Fact]
    public void A_begin_that_is_only_when_the_list_was_read_makes_no_other_one()
    {
        var standing = new StandingAid([Row], [Draft]);
        Assert.Equal(Row, standing.Notified(ActivityKind.Site, "Hospital 2", Later, isBegunNow: true));
        Assert.Equal(Draft, standing.Waiting(ActivityKind.Site, "Hospital 2", Later, isBegunNow: true));
        Assert.Null(standing.Notified(ActivityKind.Site, "Hospital 2", Later.Replace("-28T", "-29T", StringComparison.Ordinal), isBegunNow: true));
    }

    [Fact]
    public void What_others_say_tests_other_drafts_and_what_has_more_volumes_do_not_count()
    {
        var twice = Row with { Volumes = [Row.Volumes[0], Row.Volumes[0]] };
        Assert.Null(new StandingAid([Row with { IsOurs = false }, Row with { Status = Status.Test }, twice], []).Notified(ActivityKind.Site, "Hospital 2", Volume, false));
        Assert.Null(new StandingAid([], [Draft with { Activity = null }, Draft with { Status = Status.Test }]).Waiting(ActivityKind.Site, "Hospital 2", Volume, false));
        Assert.NotNull(new StandingAid([Row with { Status = Status.Test }], [], Status.Test).Notified(ActivityKind.Site, "Hospital 2", Volume, false));
    }
}
