using Parley.Lines.Charters;
using Parley.Lines.Observations;
using Parley.Lines.Parties;
using Parley.Lines.PublicWarnings;
using Parley.Lines.Tests.Observations;

namespace Parley.Lines.Tests.PublicWarnings;

public sealed class PublicWarningTests
{
    [Fact]
    public void Is_read_as_it_was_kept_and_strictly()
    {
        var warning = Warnings.Rockets(12) with
        {
            Party = PartyId.Parse("astra"), Effect = WarningEffect.Replaces, Refers = ["HYDROLANT 100/16"], Remarks = ["NoHeights"], Mode = LineMode.Exercise,
        };
        Strict.Check(warning.Encode(), b => PublicWarning.Parse(warning.Id, b)?.Encode());
        Assert.Equal(warning.Encode(), PublicWarning.Parse("00000012", warning.Encode())!.Encode());
        Assert.Null(PublicWarning.Parse("12", warning.Encode()));
    }

    public static TheoryData<WarningFlaw> Flaws => [.. Enum.GetValues<WarningFlaw>().Except([WarningFlaw.Party, WarningFlaw.Issued])];

    [Theory]
    [MemberData(nameof(Flaws))]
    public void Each_flaw_is_found_said_and_never_read_back(WarningFlaw flaw)
    {
        var good = Warnings.Rockets(1);
        var bad = flaw switch
        {
            WarningFlaw.Number => good with { Mode = (LineMode)7 },
            WarningFlaw.Name => good with { Name = " two\nlines" },
            WarningFlaw.Effect => good with { Effect = 0 },
            WarningFlaw.Refers => good with { Effect = WarningEffect.Cancels, Name = "", Volumes = [] },
            WarningFlaw.Kinds => good with { Kinds = [AnnouncedKind.Gunnery, AnnouncedKind.Gunnery] },
            WarningFlaw.NotYet => good with { Issued = Sightings.Hour(30) },
            WarningFlaw.Volumes => good with { Volumes = [.. Enumerable.Repeat(good.Volumes[0], 33)] },
            WarningFlaw.Nowhere => good with { Volumes = [] },
            WarningFlaw.Words => good with { Words = "\u0007" },
            WarningFlaw.Remarks => good with { Remarks = [""] },
            _ => good with { Officer = "" },
        };
        Assert.Null(good.Flaw());
        Assert.Equal(flaw, bad.Flaw());
        Assert.EndsWith(".", flaw.Words(), StringComparison.Ordinal);
        Assert.Null(PublicWarning.Parse(good.Id, bad.Encode()));
    }

    [Fact]
    public void What_says_the_same_under_the_same_name_is_known_by_it()
    {
        var one = Warnings.Rockets(1);
        Assert.Equal(one.Print, (one with { Number = 2, Officer = "Ben", Entered = Sightings.Hour(9) }).Print);
        Assert.NotEqual(one.Print, (one with { Mode = LineMode.Exercise }).Print);
        Assert.NotEqual(one.Print, (one with { Words = "Other" }).Print);
        Assert.Equal(("HYDROLANT 123/16(24)", "warning 3"), (one.Reference, (one with { Number = 3, Name = "" }).Reference));
    }
}
