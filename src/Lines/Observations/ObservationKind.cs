namespace Parley.Lines.Observations;

/// <summary>What was seen or heard. Numbers are used in encodings; what each one goes with is in <see cref="Compatibility"/>.</summary>
public enum ObservationKind
{
    /// <summary>A missile or rocket leaves the ground, the sea or an aircraft.</summary>
    Launch = 1,

    /// <summary>A track in flight that may be that of a missile or rocket.</summary>
    Track = 2,

    /// <summary>Something comes down or explodes.</summary>
    Impact = 3,
    Gunfire = 4,
    Bombing = 5,
    Flight = 6,

    /// <summary>Aircraft that can carry strategic weapons are in the air.</summary>
    StrategicFlight = 7,
    Drone = 8,
    GroundForces = 9,
    GroundMovement = 10,
    Ships = 11,
    ShipsLeavePort = 12,
    Submarine = 13,

    /// <summary>Readiness or a level of alert is raised.</summary>
    Readiness = 14,
    AlertWords = 15,

    /// <summary>Forms of messages that were not seen before.</summary>
    NewFormats = 16,

    /// <summary>The release of nuclear weapons is spoken of.</summary>
    NuclearWords = 17,

    /// <summary>Strikes are spoken of in clear.</summary>
    StrikeWords = 18,
    RadioSilence = 19,
    CommunicationsSurge = 20,
    Reservists = 21,
    LeadersMove = 22,

    /// <summary>Air or sea is closed to others.</summary>
    AreaClosed = 23,
    Convoy = 24,
    Else = 25,
}

/// <summary>Names of kinds, as they are typed and encoded, and what follows from a kind alone.</summary>
public static class ObservationKinds
{
    private static readonly string[] Names =
    [
        "", "launch", "track", "impact", "gunfire", "bombing", "flight", "strategic-flight", "drone", "ground-forces", "ground-movement", "ships", "ships-leave-port", "submarine",
        "readiness", "alert-words", "new-formats", "nuclear-words", "strike-words", "radio-silence", "communications-surge", "reservists", "leaders-move",
        "area-closed", "convoy", "else",
    ];

    public static IReadOnlyList<ObservationKind> All { get; } = Enum.GetValues<ObservationKind>();

    public static string Name(this ObservationKind kind) => Names[(int)kind];

    /// <summary>Null when there is no kind of that name.</summary>
    public static ObservationKind? Parse(string name) => Array.IndexOf(Names, name) is var at and > 0 ? (ObservationKind)at : null;

    /// <summary>Whether it happens once and is over. A notice that was open for long before it explains it less.</summary>
    public static bool IsMoment(this ObservationKind kind) => kind is ObservationKind.Launch or ObservationKind.Track or ObservationKind.Impact;

    /// <summary>Whether it begins at one place and comes down at others, so that areas far down range belong to it.</summary>
    public static bool HasRange(this ObservationKind kind) => kind is ObservationKind.Launch or ObservationKind.Track;

    /// <summary>Metres a second beyond which such a thing does not move.</summary>
    public static int GreatestSpeed(this ObservationKind kind) => kind switch
    {
        ObservationKind.GroundForces or ObservationKind.GroundMovement or ObservationKind.Convoy => 80,
        ObservationKind.Ships or ObservationKind.ShipsLeavePort or ObservationKind.Submarine => 50,
        ObservationKind.Flight or ObservationKind.StrategicFlight or ObservationKind.Drone or ObservationKind.Bombing => 1_500,
        _ => Bounds.ObservedSpeed,
    };
}
