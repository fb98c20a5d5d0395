using Parley.Lines.Observations;
using Parley.Volumes;

namespace Parley.Lines.Tests.Observations;

public sealed class ObservationFormTests
{
    private static readonly Dictionary<string, string> Good = new()
    {
        ["kind"] = "flight", ["party"] = "boreal", ["place"] = "60.0000000 20.0000000", ["error"] = "3000 1000 45", ["altitude"] = "amsl 0 m .. amsl 900 m",
        ["from"] = "2027-05-03T12:00Z", ["until"] = "2027-05-03T16:30:00+02:00", ["time-error"] = "60", ["strength"] = "4 6 aircraft", ["heading"] = "350 5", ["speed"] = "200 20",
        ["source"] = "radar", ["grading"] = "B2", ["text"] = "Four echoes.", ["supersedes"] = "5 3",
    };

    [Fact]
    public void Fields_become_an_observation()
    {
        var (read, faults) = Read(Good);
        Assert.Empty(faults);
        Assert.Equal((Sightings.Hour(12), Sightings.Hour(14.5), 60), (read!.Span.From, read.Span.Until, read.Span.Error));
        Assert.Equal(new PlaceError(3_000, 1_000, 45), read.Place.Error);
        Assert.Equal((new Movement(350, 5, 200, 20), new Strength(4, 6, StrengthUnit.Aircraft)), (read.Movement, read.Strength));
        Assert.Equal([3, 5], read.Supersedes);
        Assert.Equal(900, read.Altitude!.Upper.Value);
        var shaped = new Dictionary<string, string>(Good) { ["place"] = "", ["error"] = "", ["shape"] = "circle 60.0000000 20.0000000 5000" };
        Assert.IsType<Circle>(Read(shaped).Observation!.Place.Shape);
    }

    [Theory]
    [InlineData("error", "", "error", ObservationFlaw.NoPlaceError)]
    [InlineData("error", "-5", "error", ObservationFlaw.PlaceError)]
    [InlineData("time-error", "", "time-error", ObservationFlaw.NoTimeError)]
    [InlineData("from", "2027-05-03T12:00", "from", ObservationFlaw.NoZone)]
    [InlineData("from", "3 May", "from", ObservationFlaw.Time)]
    [InlineData("from", "2027-02-30T12:00Z", "from", ObservationFlaw.Time)]
    [InlineData("until", "2027-05-03T11:00Z", "until", ObservationFlaw.EndBeforeBegin)]
    [InlineData("speed", "9000 10", "speed", ObservationFlaw.ImpossibleSpeed)]
    [InlineData("speed", "200", "speed", ObservationFlaw.Movement)]
    [InlineData("strength", "6 4 aircraft", "strength", ObservationFlaw.StrengthUpsideDown)]
    [InlineData("strength", "6 8 swans", "strength", ObservationFlaw.Strength)]
    [InlineData("strength", "6 8 5", "strength", ObservationFlaw.Strength)]
    [InlineData("kind", "", "kind", ObservationFlaw.Kind)]
    [InlineData("kind", "swans", "kind", ObservationFlaw.Kind)]
    [InlineData("place", "91 20", "place", ObservationFlaw.Place)]
    [InlineData("shape", "circle 60.0000000 20.0000000 5000", "place", ObservationFlaw.Place)]
    [InlineData("altitude", "high", "altitude", ObservationFlaw.Altitude)]
    [InlineData("party", "No Party", "party", ObservationFlaw.Party)]
    [InlineData("source", "swan", "source", ObservationFlaw.Source)]
    [InlineData("grading", "B", "grading", ObservationFlaw.Grading)]
    [InlineData("supersedes", "nine", "supersedes", ObservationFlaw.Supersedes)]
    [InlineData("colour", "blue", "colour", ObservationFlaw.UnknownField)]
    public void What_is_wrong_is_said_with_its_field(string field, string text, string at, ObservationFlaw flaw)
    {
        var (read, faults) = Read(new Dictionary<string, string>(Good) { [field] = text });
        Assert.Null(read);
        Assert.Equal(new ObservationFault(at, flaw), Assert.Single(faults));
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once() => Assert.Equal(
        ["kind", "place", "error", "from", "time-error", "source", "grading"], Read(new Dictionary<string, string>()).Faults.Select(f => f.Field));

    private static (Observation? Observation, IReadOnlyList<ObservationFault> Faults) Read(Dictionary<string, string> fields) =>
        ObservationForm.Read(fields, 9, "Moreau", Sightings.Hour(30));
}
