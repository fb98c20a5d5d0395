using Parley.Lines.Charters;
using Parley.Lines.Observations;
using Parley.Lines.Parties;
using Parley.Volumes;

namespace Parley.Lines.Tests.Observations;

public sealed class ObservationTests
{
    private static readonly Observation Full = Sightings.Seen(7, ObservationKind.Flight, hours: 2, strength: new Strength(4, 6, StrengthUnit.Aircraft)) with
    {
        Party = PartyId.Parse("boreal"),
        Altitude = AltitudeBand.Make(Altitude.Make(AltitudeReference.AboveSea, 1_000, AltitudeUnit.Metre).Must(), Altitude.Unlimited).Must(),
        Movement = new Movement(350, 5, 200, 20),
        Level = "raised by one",
        Text = "Four echoes,\nperhaps six.",
        Supersedes = [3, 5],
    };

    [Fact]
    public void Is_read_as_it_was_kept_and_strictly()
    {
        var shaped = Full with { Place = SeenPlace.Within(Circle.Make(Sightings.Centre, 9_000).Must()), Movement = new(10, 5, null, null) };
        foreach (var one in (Observation[])[Full, Sightings.Seen(1), shaped, Full with { Mode = LineMode.Exercise }])
        {
            Strict.Check(one.Encode(), b => Observation.Parse(one.Id, b)?.Encode());
            Assert.Equal(one, Observation.Parse(one.Id, one.Encode()));
        }

        foreach (var id in (string[])["7", "00000000", "000000007", "-0000007", "seven"])
            Assert.Null(Observation.Parse(id, Full.Encode()));
    }

    public static TheoryData<ObservationFlaw, Func<Observation, Observation>> Wrong => new()
    {
        { ObservationFlaw.Kind, o => o with { Kind = (ObservationKind)99 } },
        { ObservationFlaw.Place, o => o with { Place = new SeenPlace(null, null, null) } },
        { ObservationFlaw.NoPlaceError, o => o with { Place = new SeenPlace(Sightings.Centre, null, null) } },
        { ObservationFlaw.NoPlaceError, o => o with { Place = SeenPlace.Within(new PointShape(Sightings.Centre)) } },
        { ObservationFlaw.PlaceError, o => o with { Place = SeenPlace.Near(Sightings.Centre, new PlaceError(100, 200, 0)) } },
        { ObservationFlaw.PlaceError, o => o with { Place = SeenPlace.Near(Sightings.Centre, PlaceError.Round(Bounds.ObservedPlaceError + 1)) } },
        { ObservationFlaw.NoEdge, o => o with { Place = SeenPlace.Within(new OceanQuadrant(Ocean.Atlantic, Quadrant.Northeast)) } },
        { ObservationFlaw.NoTimeError, o => o with { Span = o.Span with { Error = 0 } } },
        { ObservationFlaw.EndBeforeBegin, o => o with { Span = o.Span with { Until = Sightings.Hour(11) } } },
        { ObservationFlaw.TooLong, o => o with { Span = o.Span with { Until = Sightings.Hour(24 * 100) } } },
        { ObservationFlaw.NotYet, o => o with { Entered = Sightings.Hour(1) } },
        { ObservationFlaw.StrengthUpsideDown, o => o with { Strength = Sightings.Men(9, 8) } },
        { ObservationFlaw.Strength, o => o with { Strength = Sightings.Men(0, Bounds.ObservedStrength + 1) } },
        { ObservationFlaw.Movement, o => o with { Movement = new(360, 5, null, null) } },
        { ObservationFlaw.Movement, o => o with { Movement = new(90, null, null, null) } },
        { ObservationFlaw.Movement, o => o with { Movement = new(null, null, 100, 0) } },
        { ObservationFlaw.ImpossibleSpeed, o => o with { Movement = new(null, null, 1_501, 10) } },
        { ObservationFlaw.Level, o => o with { Level = "two\nlines" } },
        { ObservationFlaw.Grading, o => o with { Confidence = 7 } },
        { ObservationFlaw.Text, o => o with { Text = new string('a', Bounds.ObservationText + 1) } },
        { ObservationFlaw.Supersedes, o => o with { Supersedes = [7] } },
        { ObservationFlaw.Supersedes, o => o with { Supersedes = [5, 3] } },
        { ObservationFlaw.Officer, o => o with { Officer = "" } },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_flaw_is_named_and_never_read(ObservationFlaw flaw, Func<Observation, Observation> change)
    {
        Assert.Null(Full.Flaw());
        var wrong = change(Full);
        Assert.Equal(flaw, wrong.Flaw());
    }

    [Fact]
    public void What_is_superseded_stands_until_the_correction_was_entered()
    {
        var (first, second) = (Sightings.Seen(1), Sightings.Seen(2) with { Supersedes = [1], Entered = Sightings.Hour(20) });
        Assert.Equal([1], Observation.Standing([second, first], Sightings.Hour(19)).Select(o => o.Number));
        Assert.Equal([2], Observation.Standing([second, first], Sightings.Hour(20)).Select(o => o.Number));
        Assert.Empty(Observation.Standing([second, first], Sightings.Hour(1)));
    }

    [Fact]
    public void Names_are_read_back()
    {
        Assert.All(ObservationKinds.All, k => Assert.Equal(k, ObservationKinds.Parse(k.Name())));
        Assert.All(Enum.GetValues<SourceClass>(), s => Assert.Equal(s, Gradings.ParseSource(s.Name())));
        Assert.Equal((Reliability.C, 4), Gradings.Parse("C4"));
        Assert.Null(Gradings.Parse("G1") ?? Gradings.Parse("A7") ?? Gradings.Parse("b2"));
        Assert.Equal("B2", Full.Grading);
    }
}
