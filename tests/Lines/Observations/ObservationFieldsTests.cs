using Parley.Lines.Charters;
using Parley.Lines.Observations;
using Parley.Lines.Parties;
using Parley.Volumes;

namespace Parley.Lines.Tests.Observations;

/// <summary>A correction begins with what stands: what is written as fields is read as the same observation.</summary>
public sealed class ObservationFieldsTests
{
    public static TheoryData<Func<Observation, Observation>> All => new()
    {
        o => o,
        o => o with { Party = PartyId.Parse("boreal"), Text = "Four echoes,\nperhaps six.", Level = "raised by one", Supersedes = [3, 5] },
        o => o with { Place = SeenPlace.Near(Sightings.Centre, new PlaceError(9_000, 2_000, 45)), Movement = new Movement(350, 5, 40, 2) },
        o => o with { Place = SeenPlace.Within(Circle.Make(Sightings.Centre, 9_000).Must()), Strength = Sightings.Men(100, 200) },
        o => o with
        {
            Altitude = AltitudeBand.Make(Altitude.Make(AltitudeReference.AboveSea, 100, AltitudeUnit.Metre).Must(), Altitude.Unlimited).Must(), Mode = LineMode.Exercise,
        },
    };

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_written_is_read_as_the_same(Func<Observation, Observation> change)
    {
        var one = change(Sightings.Seen(7));
        var fields = ObservationFields.Of(one).ToDictionary(f => f.Field, f => f.Text);
        var (read, faults) = ObservationForm.Read(fields, one.Number, one.Officer, one.Entered, one.Mode);
        Assert.Empty(faults);
        Assert.Equal(one, read);
    }

    [Fact]
    public void A_map_gets_the_ellipse_or_the_shape_that_was_seen()
    {
        var near = Sightings.Seen(1) with { Place = SeenPlace.Near(Sightings.Centre, new PlaceError(9_000, 2_000, 45)) };
        Assert.Equal((9_000, 2_000, 45), Assert.Single(ObservationFields.Drawn(near).Shapes) is Ellipse ellipse ? (ellipse.Major, ellipse.Minor, ellipse.Azimuth) : default);
        var shape = Circle.Make(Sightings.Centre, 9_000).Must();
        Assert.Equal(shape, Assert.Single(ObservationFields.Drawn(near with { Place = SeenPlace.Within(shape) }).Shapes));
    }

    [Fact]
    public void Every_flaw_has_a_sentence_of_its_own()
    {
        var said = Enum.GetValues<ObservationFlaw>().Select(f => new ObservationFault("", f).Words()).ToList();
        Assert.Equal(said.Count, said.Distinct().Count());
        Assert.All(said, s => Assert.EndsWith(".", s, StringComparison.Ordinal));
        Assert.Equal("from: The time has no zone: write Z for UTC, or hours and minutes such as +03:00.", new ObservationFault("from", ObservationFlaw.NoZone).Words());
    }
}
