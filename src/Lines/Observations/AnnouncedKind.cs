namespace Parley.Lines.Observations;

/// <summary>What somebody announced, in one vocabulary for notices, activities and imported warnings.</summary>
public enum AnnouncedKind
{
    /// <summary>Of a space vehicle or a research rocket.</summary>
    SpaceLaunch = 1,
    MissileLaunch = 2,

    /// <summary>Missiles are fired at a range, at sea or on land.</summary>
    MissileFiring = 3,
    Gunnery = 4,
    Bombing = 5,
    Torpedoes = 6,
    FieldExercise = 7,
    StaffExercise = 8,
    ForcesMove = 9,
    StrategicFlight = 10,
    Flight = 11,
    Drone = 12,
    Ships = 13,
    Patrol = 14,
    StrikeArea = 15,

    /// <summary>Others are asked to keep out, and it is not said why.</summary>
    ClosedArea = 16,
    HumanitarianMovement = 17,
    HumanitarianSite = 18,

    /// <summary>Something dangerous, and no more is said.</summary>
    HazardousOperations = 19,
    Readiness = 20,
    NuclearWords = 21,
    AlertWords = 22,
    NewFormats = 23,
    RadioSilence = 24,
    CommunicationsSurge = 25,
    Reservists = 26,
    LeadersTakePart = 27,
    Else = 28,
}

/// <summary>Names of announced kinds, and how likely it is that others see them.</summary>
public static class AnnouncedKinds
{
    private static readonly string[] Names =
    [
        "", "space launch", "missile launch", "missile firing", "gunnery", "bombing", "torpedoes", "field exercise", "staff exercise", "movement of forces", "strategic flight",
        "flight", "drone", "ships", "patrol", "strike area", "closed area", "humanitarian movement", "humanitarian site", "hazardous operations", "readiness",
        "words of nuclear release", "words of alert", "new message formats", "radio silence", "many messages", "reservists", "leaders take part", "something else",
    ];

    public static IReadOnlyList<AnnouncedKind> All { get; } = Enum.GetValues<AnnouncedKind>();

    public static string Name(this AnnouncedKind kind) => Names[(int)kind];

    /// <summary>How likely it is that such a thing is seen by whoever watches at all. Our own judgement, of no treaty.</summary>
    public static Likelihood Detectable(this AnnouncedKind kind) => kind switch
    {
        AnnouncedKind.MissileLaunch or AnnouncedKind.SpaceLaunch => Likelihood.AlmostCertain,
        AnnouncedKind.FieldExercise or AnnouncedKind.StrategicFlight or AnnouncedKind.StrikeArea or AnnouncedKind.Bombing => Likelihood.HighlyLikely,
        AnnouncedKind.ForcesMove or AnnouncedKind.MissileFiring or AnnouncedKind.RadioSilence or AnnouncedKind.CommunicationsSurge => Likelihood.Likely,
        AnnouncedKind.Gunnery or AnnouncedKind.Flight or AnnouncedKind.Ships or AnnouncedKind.AlertWords or AnnouncedKind.NewFormats or AnnouncedKind.NuclearWords or
            AnnouncedKind.Reservists or AnnouncedKind.Readiness or AnnouncedKind.HazardousOperations => Likelihood.RealisticPossibility,
        AnnouncedKind.StaffExercise or AnnouncedKind.Patrol or AnnouncedKind.HumanitarianMovement or AnnouncedKind.Torpedoes or AnnouncedKind.Drone => Likelihood.Unlikely,
        _ => Likelihood.HighlyUnlikely,
    };
}
