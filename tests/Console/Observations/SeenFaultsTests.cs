using Parley.Console.Observations;

namespace Parley.Console.Tests.Observations;

/// <summary>A refusal is said at the fields that it is about.</summary>
public sealed class SeenFaultsTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData(" ")]
    public void Each_rule_stands_at_its_field(string between)
    {
        var faults = new SeenFaults(string.Join(
            between, "Nothing was kept.", "from: The time has no zone: write Z for UTC, or hours and minutes such as +03:00.",
            "error: Say how far off the place may be, in metres.",
            "speed: Nothing of that kind is so fast. Check the unit: metres a second."));
        Assert.Equal((3, "Nothing was kept."), (faults.Count, faults.Rest));
        Assert.Equal(["The time has no zone: write Z for UTC, or hours and minutes such as +03:00."], faults.Of("from", "until"));
        Assert.Equal(["Nothing of that kind is so fast. Check the unit: metres a second."], faults.Of("speed"));
        Assert.Empty(faults.Of("time-error"));
    }

    [Fact]
    public void What_is_of_no_field_is_said_whole()
    {
        var faults = new SeenFaults("The station is full.");
        Assert.Equal((0, "The station is full."), (faults.Count, faults.Rest));
        Assert.Equal(0, SeenFaults.None.Count);
    }
}
