using Parley.Exchange.Imports;
using Parley.Exchange.Tests.Warnings;
using Parley.Exchange.Warnings;
using Parley.Ledger;
using Parley.Lines.Observations;
using Parley.Volumes;

namespace Parley.Exchange.Tests.Imports;

public sealed class ImportedWarningsTests
{
    private static readonly ImportedNotice Rockets = WarningFile.ReadText(WarningFileTests.Text).Notices[0];

    [Fact]
    public void A_warning_of_rockets_explains_a_launch_far_up_range()
    {
        var announced = Assert.Single(ImportedWarnings.Announced([Rockets]));
        Assert.Equal(("HYDROLANT 123/16(24)", AnnouncedKind.SpaceLaunch, null), (announced.Reference, announced.Kind, announced.Closed));
        Assert.Equal(Rockets.Issued, announced.Versions[0].Since);
        Assert.True(announced.Versions[0].Parts[0].IsDownRange);
        var at = Timestamp.From(new DateTimeOffset(2016, 4, 23, 0, 30, 0, TimeSpan.Zero));
        var place = SeenPlace.Near(Position.FromDegrees(-2.4, -16)!.Value, PlaceError.Round(5_000));
        var seen = new Observation(1, null, ObservationKind.Launch, place, null, new SeenSpan(at, at, 60), null, null,
            "", SourceClass.Open, Reliability.B, 2, "", [], "Moreau", at);
        Assert.Equal(VerdictKind.ConsistentWith, Matching.With([announced]).Of([seen], AsOf.Then).Verdicts[0].Kind);
    }

    [Theory]
    [InlineData("GUNNERY AND MISSILE OPERATIONS", NoticeClass.Firing, AnnouncedKind.MissileFiring, AnnouncedKind.Gunnery)]
    [InlineData("SPACE DEBRIS", NoticeClass.Firing, AnnouncedKind.SpaceLaunch)]
    [InlineData("HAZARDOUS OPERATIONS", NoticeClass.Firing, AnnouncedKind.HazardousOperations)]
    [InlineData("RESTRICTED AREA", NoticeClass.Airspace, AnnouncedKind.ClosedArea)]
    [InlineData("DERELICT VESSEL", NoticeClass.Other, AnnouncedKind.Else)]
    [InlineData("VESSEL SANK AFTER MISSILE HIT", NoticeClass.Other, AnnouncedKind.Else)]
    public void What_a_notice_is_about_follows_from_its_words(string words, NoticeClass group, params AnnouncedKind[] kinds) =>
        Assert.Equal(kinds, ImportedWarnings.KindsOf(Rockets with { Original = words, Subject = "", Class = group }));

    [Fact]
    public void A_later_notice_closes_those_that_it_names()
    {
        var earlier = Rockets with { Number = "HYDROLANT 100/16(24)", Issued = Rockets.Issued!.Value.AddDays(-3), Refers = [] };
        var elsewhere = earlier with { Number = "HYDROARC 100/16(42)" };
        var later = Rockets with { Number = "HYDROLANT 130/16(24)", Kind = NoticeKind.Cancellation, Refers = ["HYDROLANT 123/16"], Issued = Rockets.Issued.Value.AddDays(2) };
        var announced = ImportedWarnings.Announced([earlier, elsewhere, Rockets, later]);
        Assert.Equal([Rockets.Issued, null, later.Issued], announced.Select(a => a.Closed));
        // Both are of that region: nobody can tell which one is meant.
        Assert.All(ImportedWarnings.Announced([earlier, elsewhere with { Number = "HYDROARC 100/16(24)" }, Rockets]), a => Assert.Null(a.Closed));
    }
}
