namespace Parley.Lines.Silence;

/// <summary>What a silence can come of. Closed. The order is the order in which causes are read out: our own first.</summary>
public enum SilenceCause
{
    /// <summary>Our station, its clock, its store, its keys, or what it is plugged into.</summary>
    OwnFault = 0,

    /// <summary>The circuits between the two stations; on purpose or not cannot be told from here.</summary>
    CircuitsCut = 1,

    /// <summary>Their station does not run.</summary>
    StationDown = 2,

    /// <summary>Something that several of their lines hang on: power, building, exchange.</summary>
    CommonFault = 3,

    /// <summary>What the desk of this one line works with.</summary>
    DeskFault = 4,

    /// <summary>Nobody is at the desk.</summary>
    DeskUnattended = 5,

    /// <summary>The crew is there and was told not to answer.</summary>
    ToldNotToAnswer = 6,

    /// <summary>A request for a call stands at their station, and their staff did not see it or does not answer it.</summary>
    RequestUnacknowledged = 7,

    /// <summary>Their staff has the request, and the principal does not take the call.</summary>
    PrincipalNotEngaged = 8,

    /// <summary>They declined, with or without a reason.</summary>
    CallDeclined = 9,

    /// <summary>Maintenance that was announced before.</summary>
    Maintenance = 10,

    /// <summary>One side suspended the line, or said in public that it is suspended.</summary>
    Suspended = 11,
}

/// <summary>Sets and words of causes.</summary>
public static class SilenceCauses
{
    private static readonly string[] Names =
    [
        "own fault", "circuits cut", "their station down", "common fault", "local fault", "desk unattended", "told not to answer", "request unacknowledged",
        "principal not engaged", "call declined", "maintenance", "suspended",
    ];

    /// <summary>As it is shown and written in reports.</summary>
    public static string Name(this SilenceCause cause) => Names[(int)cause];

    /// <summary>Whether it lies on the other side or between us, so that it is said of them only after our own test.</summary>
    public static bool IsTheirs(this SilenceCause cause) => cause is not (SilenceCause.OwnFault or SilenceCause.Maintenance or SilenceCause.Suspended);
}
