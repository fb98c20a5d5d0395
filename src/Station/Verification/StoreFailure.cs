namespace Parley.Station.Verification;

/// <summary>How a record of a store fails. Closed: these and no others.</summary>
public enum StoreFailure
{
    /// <summary>The store cannot read it back at all.</summary>
    Unreadable = 0,

    /// <summary>It should be here and is not.</summary>
    Missing = 1,

    /// <summary>It is here, and nothing that the station holds names it.</summary>
    Unexpected = 2,

    /// <summary>It does not open under the station's key, in its place.</summary>
    Damaged = 3,

    /// <summary>It has no valid form.</summary>
    Malformed = 4,

    /// <summary>It belongs to another place.</summary>
    OfAnotherPlace = 5,

    /// <summary>The entries up to it are not those that its author signed.</summary>
    RootMismatch = 6,

    /// <summary>Its signature verifies under none of the cards that may sign it.</summary>
    WrongSignature = 7,

    /// <summary>There is no card here of the party that signed it.</summary>
    NoCard = 8,

    /// <summary>Its suite is not the station's.</summary>
    UnknownSuite = 9,

    /// <summary>Its cards do not follow from one another.</summary>
    CardsDoNotFollow = 10,

    /// <summary>Its content is not the one that its header is committed to.</summary>
    ContentMismatch = 11,

    /// <summary>Whether its content is here does not agree with what its feed says.</summary>
    PresenceMismatch = 12,

    /// <summary>The key kept for it does not fit it.</summary>
    KeyMismatch = 13,

    /// <summary>Its place in the transcript does not follow from what it held.</summary>
    WrongPlace = 14,

    /// <summary>It is not what the entries and receipts come to.</summary>
    NotTheFold = 15,

    /// <summary>The journal does not hold what it says.</summary>
    JournalMismatch = 16,

    /// <summary>One of them was taken away, added or set back.</summary>
    SumMismatch = 17,

    /// <summary>The store's position is not the one of its last change.</summary>
    PositionMismatch = 18,

    /// <summary>The file itself is damaged.</summary>
    File = 19,
}

/// <summary>A record that fails.</summary>
/// <param name="Record">What people call it, such as <c>entry LINE/astra/1f09…/urgent/12</c>.</param>
/// <param name="How">In which way.</param>
/// <param name="Detail">More about it, or empty.</param>
public sealed record StoreFinding(string Record, StoreFailure How, string Detail = "")
{
    /// <summary>How, as one clause in plain words.</summary>
    public string Words => How switch
    {
        StoreFailure.Unreadable => "the store cannot read it back",
        StoreFailure.Missing => "it is missing",
        StoreFailure.Unexpected => "it is here, and nothing that the station holds names it",
        StoreFailure.Damaged => "its bytes were changed or belong elsewhere: it does not open under the station's key",
        StoreFailure.Malformed => "its bytes have no valid form",
        StoreFailure.OfAnotherPlace => "it belongs to another place",
        StoreFailure.RootMismatch => "the records up to it are not the ones that were signed or counted",
        StoreFailure.WrongSignature => "the signature is wrong",
        StoreFailure.NoCard => "there is no card here of the party that signed it",
        StoreFailure.UnknownSuite => "its suite is not the station's",
        StoreFailure.CardsDoNotFollow => "the cards do not follow from one another, or a signature on them is wrong",
        StoreFailure.ContentMismatch => "the content is not the one that its author signed",
        StoreFailure.PresenceMismatch => "whether its content is here does not agree with what its feed says",
        StoreFailure.KeyMismatch => "the key that is kept for it does not fit it",
        StoreFailure.WrongPlace => "its place in the transcript does not follow from what it held",
        StoreFailure.NotTheFold => "it is not what the entries and receipts come to",
        StoreFailure.JournalMismatch => "the journal does not hold what it says",
        StoreFailure.SumMismatch => "one of them was taken away, added or set back to what it was before",
        StoreFailure.PositionMismatch => "it is not the position of the last change",
        StoreFailure.File => "the file is damaged",
        _ => How.ToString(),
    };

    /// <inheritdoc/>
    public override string ToString() => Detail.Length == 0 ? $"{Record}: {Words}" : $"{Record}: {Words} ({Detail})";
}
