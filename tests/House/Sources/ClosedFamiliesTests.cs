using Parley.Control;
using Parley.Station.Circuits;
using Parley.Station.Frames;
using Parley.Station.Storage;

namespace Parley.House.Tests.Sources;

public sealed class ClosedFamiliesTests
{
    private static readonly SourceFile Good = new("src/X/A.cs", "public enum CardRefusal { /* why */ Expired, Foreign = 3, UnknownKey }");
    private static readonly SourceFile Bad = new("src/X/B.cs", "enum StoreTrouble : byte\n{\n    Full,\n    Unknown,\n}");

    [Fact]
    public void No_family_of_reasons_has_a_bag_for_the_rest() =>
        Assert.Empty(ClosedFamilies.Broken(ClosedFamilies.In(Repository.CSharp.Where(f => f.Project.Length > 0))));

    [Fact]
    public void A_bag_is_found()
    {
        Assert.Equal(["StoreTrouble.Unknown is no reason"], ClosedFamilies.Broken(ClosedFamilies.In([Good, Bad])));
        Assert.Equal(["Expired", "Foreign", "UnknownKey"], ClosedFamilies.In([Good])["CardRefusal"]);
    }

    [Fact]
    public void The_families_are_read_whole()
    {
        var families = ClosedFamilies.In(Repository.CSharp.Where(f => f.Project.Length > 0));
        Assert.Equal(Enum.GetNames<Refusal>(), families[nameof(Refusal)]);
        Assert.Equal(Enum.GetNames<FrameRefusal>(), families[nameof(FrameRefusal)]);
        Assert.Equal(Enum.GetNames<CircuitEnd>(), families[nameof(CircuitEnd)]);
        Assert.Equal(Enum.GetNames<StoreTrouble>(), families[nameof(StoreTrouble)]);
    }
}
