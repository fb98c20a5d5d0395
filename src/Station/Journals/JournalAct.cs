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
}
