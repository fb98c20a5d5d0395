using Parley.Lines.Activities;
using Parley.Lines.Notices;
using Parley.Lines.Observations;
using Parley.Lines.Tests.Activities;
using Parley.Lines.Tests.Samples;
using Parley.Volumes;
using Parley.Volumes.Earth;

namespace Parley.Lines.Tests.Observations;

/// <summary>The research rocket of January 1995 as it was announced (Norway), and what a radar saw of it.</summary>
public sealed class RocketNoticeTests
{
    private static readonly Position Site = Position.FromDegrees(69.3, 16)!.Value;
    private static readonly Position Splash = Position.FromDegrees(78.5, 8)!.Value;

    private static readonly NoticeFormat Format = SampleFormat.Format with
    {
        Id = "space-launch", Start = "impact-areas", End = "impact-areas", Events = "launches", Discrepancy = 5_000,
        Fields =
        [
            SampleFormat.Of("class", FieldKind.Text), SampleFormat.Of("site", FieldKind.Place), SampleFormat.Of("direction", FieldKind.Number),
            SampleFormat.Of("launches", FieldKind.Number),
            SampleFormat.Of("impact-areas", FieldKind.Volume),
        ],
    };

    private static readonly NoticeSaid First = new("n1", "astra", Format, new Notice("space-launch", 1, "en",
    [
        new("class", ["research"]), new("site", [Site.ToString()]), new("direction", ["350"]), new("launches", ["3"]),
        new("impact-areas",
        [
            "volume 1\ncircle 70.5000000 15.0000000 30000\ncircle 78.5000000 8.0000000 120000\nband sfc .. unlimited\nvalid 2027-05-03T00:00:00Z 2027-05-30T00:00:00Z\n" +
            "daily 2027-05-03 2027-05-29 mon,tue,wed,thu,fri,sat,sun 05:00:00 12:00:00\n",
        ]),
    ]), [], null);

    [Fact]
    public void A_track_over_the_site_is_explained_with_reasons()
    {
        var verdict = Sightings.Judge(Track(1, Site, 24 * 10 + 6.5), Told(First));
        Assert.Equal((VerdictKind.ConsistentWith, "site"), (verdict.Kind, verdict.About!.Part.Name));
        Assert.Equal("It goes 352° (error 10°); announced: 350°.", verdict.About.Factors[4].Sentence);
        Assert.Equal("Seen: 1 launches; announced: 3.", verdict.About.Factors[3].Sentence);
    }

    [Theory]
    [InlineData(0.3, 0, VerdictKind.ConsistentWith)]
    [InlineData(0.6, 0, VerdictKind.ConsistentWith)]
    [InlineData(0.3, 180_000, VerdictKind.OutsideAreaOf)]
    public void A_track_on_the_way_to_the_area_is_explained_and_one_beside_it_is_not(double share, double beside, VerdictKind kind)
    {
        var on = Globe.Destination(Site, Globe.Azimuth(Site, Splash)!.Value, share * Globe.Distance(Site, Splash));
        var at = beside == 0 ? on : Globe.Destination(on, Globe.Azimuth(Site, Splash)!.Value + 90, beside);
        Assert.Equal(kind, Sightings.Judge(Track(1, at, 6.5), Told(First)).Kind);
    }

    [Fact]
    public void Outside_the_hours_it_is_not_explained() => Assert.Equal(VerdictKind.AfterWindowOf, Sightings.Judge(Track(1, Site, 24 * 3 + 13), Told(First)).Kind);

    [Fact]
    public void A_fourth_launch_is_larger_than_three()
    {
        var verdicts = Matching.With([Told(First)]).Of(Enumerable.Range(1, 4).Select(i => Track(i, Site, 24 * i + 6) with { Kind = ObservationKind.Launch }), AsOf.Then).Verdicts;
        Assert.Equal(VerdictKind.LargerThan, verdicts[3].Kind);
        Assert.Equal(3, verdicts.Count(v => v.Kind == VerdictKind.ConsistentWith));
    }

    [Fact]
    public void A_slip_of_one_launch_adds_its_time_and_a_cancellation_ends_all()
    {
        var slip = First with
        {
            Entry = "n2", Regards = ["n1"],
            Format = Format with
            {
                Id = "slip", Effect = NoticeEffect.Slips, Regards = ["space-launch"], Event = "event", Events = "", Start = "period", End = "period",
                Fields = [SampleFormat.Of("event", FieldKind.Number), SampleFormat.Of("period", FieldKind.Window)],
            },
            Notice = new Notice("slip", 1, "en", [new("event", ["1"]), new("period", ["2027-05-06T14:00:00Z 2027-05-06T18:00:00Z"])]),
        };
        var slipped = Told(First, slip);
        Assert.Equal(["n1", "n2"], slipped.Versions.Select(v => v.Entry));
        Assert.Equal(VerdictKind.ConsistentWith, Sightings.Judge(Track(1, Site, 24 * 3 + 15), slipped).Kind);
        Assert.Equal(VerdictKind.ConsistentWith, Sightings.Judge(Track(1, Site, 24 * 4 + 6), slipped).Kind);
        var off = slip with { Entry = "n3", Format = slip.Format with { Id = "off", Effect = NoticeEffect.Cancels, Event = "", Start = "", End = "" } };
        var ended = Told(First, off);
        Assert.NotNull(ended.Closed);
        Assert.Equal(VerdictKind.Unexplained, Sightings.Judge(Track(1, Site, 24 * 4 + 6), ended with { Closed = Sightings.Begin }).Kind);
    }

    [Fact]
    public void A_notice_without_a_time_announces_nothing_to_hold_against() => Assert.Null(AnnouncedNotice.Of(
        NoticeFold.Of([First with { Notice = First.Notice with { Values = [] } }]).Matters[0], "O1", _ => Sightings.Begin));

    [Fact]
    public void An_activity_explains_what_lies_in_its_volume_until_it_is_ended()
    {
        var talk = new Talk();
        var flight = talk.Notify(Talk.Boreal);
        Announced Now() => AnnouncedActivity.Of(talk.Book.Of(flight)!, "O7");
        var seen = Sightings.Seen(1, ObservationKind.Flight) with { Span = new SeenSpan(Talk.At(150), Talk.At(151), 10), Entered = Talk.At(151) };
        Assert.Equal(VerdictKind.ConsistentWith, Sightings.Judge(seen, Now()).Kind);
        talk.Step(Talk.Boreal, flight, ActivityStep.Amend, Talk.Volume(60.5));
        Assert.Equal(2, Now().Versions.Count);
        Assert.Null(Now().Closed);
        talk.Step(Talk.Boreal, flight, ActivityStep.End);
        Assert.NotNull(Now().Closed);
    }

    private static Observation Track(int number, Position at, double hour) => Sightings.Seen(number, ObservationKind.Track, hour) with
    {
        Place = SeenPlace.Near(at, PlaceError.Round(15_000)), Movement = new Movement(352, 10, 3_000, 300),
    };

    private static Announced Told(params NoticeSaid[] said) => AnnouncedNotice.Of(Assert.Single(NoticeFold.Of(said).Matters), "O12", _ => Sightings.Begin.AddDays(-30))!;
}
