using System.Collections.Frozen;
using K = Parley.Lines.Observations.ObservationKind;

namespace Parley.Lines.Observations;

/// <summary>Which kinds of what was seen go with which kinds of what was announced: 0 not at all, 1 it is just that. The table is published in docs/formats/observation.md and a
/// test compares the two; it is a judgement of ours and the same for every party.</summary>
public static class Compatibility
{
    private static readonly FrozenDictionary<AnnouncedKind, (K Seen, int Tenths)[]> Rows = new Dictionary<AnnouncedKind, (K, int)[]>
    {
        [AnnouncedKind.SpaceLaunch] = [(K.Launch, 10), (K.Track, 10), (K.Impact, 8), (K.AreaClosed, 5)],
        [AnnouncedKind.MissileLaunch] = [(K.Launch, 10), (K.Track, 10), (K.Impact, 8), (K.AreaClosed, 5)],
        [AnnouncedKind.MissileFiring] = [(K.Launch, 6), (K.Track, 4), (K.Impact, 8), (K.Gunfire, 3), (K.Ships, 4), (K.Flight, 3), (K.AreaClosed, 5)],
        [AnnouncedKind.Gunnery] = [(K.Gunfire, 10), (K.Impact, 8), (K.Ships, 4), (K.GroundForces, 3), (K.AreaClosed, 5)],
        [AnnouncedKind.Bombing] = [(K.Bombing, 10), (K.Impact, 8), (K.Flight, 6), (K.AreaClosed, 5)],
        [AnnouncedKind.Torpedoes] = [(K.Submarine, 8), (K.Ships, 6), (K.Impact, 5), (K.AreaClosed, 5)],
        [AnnouncedKind.FieldExercise] =
        [
            (K.GroundForces, 10), (K.GroundMovement, 8), (K.Flight, 6), (K.CommunicationsSurge, 6), (K.Gunfire, 5), (K.Ships, 5), (K.ShipsLeavePort, 5), (K.Drone, 5),
            (K.Bombing, 3), (K.Impact, 3),
        ],
        [AnnouncedKind.StaffExercise] = [(K.CommunicationsSurge, 8), (K.LeadersMove, 3)],
        [AnnouncedKind.ForcesMove] = [(K.GroundMovement, 10), (K.GroundForces, 8)],
        [AnnouncedKind.StrategicFlight] = [(K.StrategicFlight, 10), (K.Flight, 6)],
        [AnnouncedKind.Flight] = [(K.Flight, 10), (K.Drone, 3)],
        [AnnouncedKind.Drone] = [(K.Drone, 10), (K.Flight, 3)],
        [AnnouncedKind.Ships] = [(K.Ships, 10), (K.ShipsLeavePort, 10), (K.Submarine, 8)],
        [AnnouncedKind.Patrol] = [(K.Flight, 5), (K.Ships, 5), (K.GroundMovement, 5)],
        [AnnouncedKind.StrikeArea] = [(K.Bombing, 10), (K.Impact, 10), (K.Gunfire, 6), (K.Launch, 5), (K.Flight, 5), (K.Drone, 5)],
        [AnnouncedKind.ClosedArea] = [(K.AreaClosed, 10)],
        [AnnouncedKind.HumanitarianMovement] = [(K.Convoy, 10), (K.GroundMovement, 3), (K.Flight, 3)],
        [AnnouncedKind.HumanitarianSite] = [(K.Convoy, 3)],
        [AnnouncedKind.HazardousOperations] =
        [
            (K.Launch, 6), (K.Track, 6), (K.Impact, 6), (K.Gunfire, 6), (K.Bombing, 6), (K.AreaClosed, 6), (K.Ships, 5), (K.Flight, 3), (K.Submarine, 3), (K.Drone, 3),
        ],
        [AnnouncedKind.Readiness] = [(K.Readiness, 10)],
        [AnnouncedKind.NuclearWords] = [(K.NuclearWords, 10)],
        [AnnouncedKind.AlertWords] = [(K.AlertWords, 10)],
        [AnnouncedKind.NewFormats] = [(K.NewFormats, 10)],
        [AnnouncedKind.RadioSilence] = [(K.RadioSilence, 10)],
        [AnnouncedKind.CommunicationsSurge] = [(K.CommunicationsSurge, 10)],
        [AnnouncedKind.Reservists] = [(K.Reservists, 10)],
        [AnnouncedKind.LeadersTakePart] = [(K.LeadersMove, 10)],
        [AnnouncedKind.Else] = [(K.Else, 3)],
    }.ToFrozenDictionary();

    /// <summary>How well one seen kind goes with one announced kind, 0 to 1 in tenths.</summary>
    public static double Of(ObservationKind seen, AnnouncedKind announced) => Tenths(seen, announced) / 10.0;

    /// <summary>The same with several announced kinds: the best of them.</summary>
    public static double Of(ObservationKind seen, IReadOnlyList<AnnouncedKind> announced) => announced.Count == 0 ? 0 : announced.Max(a => Tenths(seen, a)) / 10.0;

    /// <summary>The share of all seen kinds that these would explain, above 0 up to 1: who announces everything explains nothing.</summary>
    public static double Share(IReadOnlyList<AnnouncedKind> announced) =>
        Math.Max(1, ObservationKinds.All.Sum(k => announced.Count == 0 ? 0 : announced.Max(a => Tenths(k, a)))) / (10.0 * ObservationKinds.All.Count);

    /// <summary>What one announced kind goes with, in the order of the table.</summary>
    public static IReadOnlyList<(ObservationKind Seen, int Tenths)> Row(AnnouncedKind announced) => Rows[announced];

    private static int Tenths(ObservationKind seen, AnnouncedKind announced)
    {
        foreach (var (kind, tenths) in Rows[announced])
        {
            if (kind == seen)
                return tenths;
        }

        return 0;
    }
}
