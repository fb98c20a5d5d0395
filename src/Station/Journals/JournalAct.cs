namespace Parley.Station.Journals;

/// <summary>What the journal can say was done. Numbers are part of the format: new ones are added at the end.</summary>
public enum JournalAct
{
    Started = 0,
    Restored = 1,
    OfficerAdded = 2,
    OfficerRevoked = 3,
    PeerAdded = 4,
    PeerVerified = 5,
    PeerUpdated = 6,
    CharterWord = 7,
    Drafted = 8,
    Approved = 9,
    Released = 10,
    Discarded = 11,
    Recorded = 12,
    Received = 13,
    CircuitOpened = 14,
    CircuitClosed = 15,
    PouchExported = 16,
    PouchImported = 17,
    BackedUp = 18,
    GenerationOpened = 19,
    GenerationConfirmed = 20,
    ForkSeen = 21,
    ClockJumped = 22,
    StoreTrouble = 23,
    HandedOver = 24,
    CardChanged = 25,
    KeyDestroyed = 26,
    StrangerRefused = 27,
    ApprovalVoided = 28,
    Handled = 29,
    LineMarked = 30,
    Refused = 31,
    UltimatumMarked = 32,
    CodebookAdded = 33,
    CodebookCertified = 34,
    OutsideNoted = 35,
    ByHandPeerAdded = 36,
    AlarmRang = 40,
    AlarmTaken = 41,
    OutletFailed = 42,
    OutletWorks = 43,
    AlarmTested = 44,
    AlarmTestConfirmed = 45,
    RosterSet = 46,
    ShiftStarted = 47,
    ShiftEnded = 48,
    Attached = 60,
    AttachmentCame = 61,
    AttachmentDiffers = 62,
    LadderLeft = 70,
    SignedIn = 71,

    /// <summary>Somebody was not let in. Of many in short time some are written, with how many more there were.</summary>
    SignInRefused = 72,
    SignedOut = 73,
    SignInLinkMade = 74,
    PasskeyAdded = 75,
    PasskeyRemoved = 76,
    PinSet = 77,
    FormatAdded = 78,

    /// <summary>An officer who has not written a notice says that it keeps the rules of its form.</summary>
    NoticeVerified = 79,

    /// <summary>Our test of ourselves went otherwise than the one before.</summary>
    SelfTested = 80,

    /// <summary>What is not excluded of a silence is something else than before.</summary>
    VerdictChanged = 81,

    /// <summary>An officer signed a handover, the outgoing one or the incoming one: the note names the level, which of the two, and the digest of what he signed.</summary>
    HandoverSigned = 82,
    HandoverWithdrawn = 83,
    WatchNoted = 84,
    PlanKept = 85,
    PlanRemoved = 86,

    /// <summary>A signed report was asked for.</summary>
    Reported = 90,

    /// <summary>Ordinary words of an author wait for the intake here, or at a peer by its word. Of many such words of a peer some are written.</summary>
    Throttled = 120,
    ThrottleOver = 121,

    /// <summary>An officer was shown a site or movement: the entry, or all that the line holds where none is named; the note is the operation.</summary>
    AidRead = 130,

    /// <summary>The words of a site or movement that had expired or was ended, and of what was said of it, were destroyed here.</summary>
    AidDestroyed = 131,

    /// <summary>Observations were entered: the first number, and of many the last one.</summary>
    ObservationKept = 140,

    /// <summary>An entry or a draft is about an observation: the draft or entry, and the note is the number.</summary>
    ObservationAsked = 141,

    /// <summary>An officer chose what is done about a reaction, or proposed it: the number and the choice.</summary>
    ReactionChosen = 142,

    /// <summary>Another officer seconded it.</summary>
    ReactionSeconded = 143,

    /// <summary>Public warnings were kept: the first number, and of many the last one; how many made room.</summary>
    WarningKept = 144,
}
