using Parley.Lines.Observations;
using Parley.Lines.PublicWarnings;
using Parley.Lines.Tests.Observations;

namespace Parley.Lines.Tests.PublicWarnings;

public sealed class WarningFoldTests
{
    [Fact]
    public void It_announces_from_when_it_was_entered_on_and_says_when_it_was_published()
    {
        var one = Assert.Single(WarningFold.Of([Warnings.Rockets(1)]));
        Assert.Null(one.Closed);
        var announced = one.Announced!;
        Assert.Equal(("HYDROLANT 123/16(24)", "", AnnouncedKind.SpaceLaunch), (announced.Reference, announced.Party, announced.Kind));
        Assert.Equal((Sightings.Hour(2).ToDateTimeOffset(), Sightings.Hour(1).ToDateTimeOffset()), (announced.Versions[0].Since, announced.Published));
        Assert.True(announced.Versions[0].Parts[0].IsDownRange);
        var gunnery = WarningFold.Of([Warnings.Rockets(1) with { Kinds = [AnnouncedKind.Gunnery] }]);
        Assert.False(gunnery[0].Announced!.Versions[0].Parts[0].IsDownRange);
    }

    [Fact]
    public void A_cancellation_closes_what_it_names_when_it_was_published_and_announces_nothing()
    {
        var cancels = Warnings.Rockets(2, "HYDROLANT 130/16(24)") with
        {
            Effect = WarningEffect.Cancels, Refers = ["HYDROLANT 123/16"], Volumes = [], Issued = Sightings.Hour(4), Entered = Sightings.Hour(8),
        };
        var fold = WarningFold.Of([Warnings.Rockets(1), cancels]);
        Assert.Equal(Sightings.Hour(4).ToDateTimeOffset(), fold[0].Announced!.Closed);
        Assert.Null(fold[1].Announced);
        // One that was published before closes nothing, whenever it was entered.
        Assert.Null(WarningFold.Of([Warnings.Rockets(1), cancels with { Issued = Sightings.Hour(0) }])[0].Closed);
    }

    [Fact]
    public void Where_two_have_that_number_their_regions_tell_which_one_is_meant_or_none_is_closed()
    {
        var arctic = Warnings.Rockets(2, "HYDROARC 123/16(42)");
        var cancels = Warnings.Rockets(3, "HYDROLANT 130/16(24)") with { Effect = WarningEffect.Replaces, Refers = ["123/16"], Issued = Sightings.Hour(4) };
        Assert.Equal([true, false, false], WarningFold.Of([Warnings.Rockets(1), arctic, cancels]).Select(w => w.Closed is not null));
        Assert.All(WarningFold.Of([Warnings.Rockets(1), arctic with { Name = "HYDROARC 123/16(24)" }, cancels]), w => Assert.Null(w.Closed));
    }

    [Fact]
    public void What_was_published_before_and_entered_after_is_said_to_be()
    {
        var matching = Matching.With([WarningFold.Of([Warnings.Rockets(1) with { Entered = Sightings.Hour(7) }])[0].Announced!]);
        var seen = Sightings.Seen(1, ObservationKind.Launch, hour: 5);
        var verdict = Assert.Single(matching.Of([seen], AsOf.At(Sightings.Hour(8))).Verdicts);
        Assert.Equal(VerdictKind.ConsistentWith, verdict.Kind);
        Assert.EndsWith("It was published before this was seen, and entered here only after.", verdict.About!.Sentence, StringComparison.Ordinal);
        Assert.Equal(VerdictKind.Unexplained, Assert.Single(matching.Of([seen], AsOf.Then).Verdicts).Kind);
    }
}
