namespace Parley.Lines.Transcripts;

/// <summary>How a record of a transcript file fails. Closed: these and no others.</summary>
public enum TranscriptFailure
{
    NotATranscript = 0,

    /// <summary>The file ends before its seal.</summary>
    Truncated = 1,

    /// <summary>Something stands after the seal.</summary>
    TrailingBytes = 2,

    Malformed = 3,

    /// <summary>The record is not the one that was written: its bytes and their check do not fit together.</summary>
    Damaged = 4,

    OutOfOrder = 5,
    OfAnotherFeed = 6,
    OfAnotherLine = 7,
    WrongIndex = 8,
    UnknownCharter = 9,
    NotAMember = 10,
    NoCard = 11,
    CardsDoNotFollow = 12,
    CardNotTrusted = 13,
    CardNotNamed = 14,
    CharterDoesNotFollow = 15,
    ContentMismatch = 16,
    RotationDoesNotFollow = 17,
    RootMismatch = 18,
    WrongSignature = 19,
    UnknownSuite = 20,

    /// <summary>The feed goes on beyond its last checkpoint.</summary>
    NotCovered = 21,

    BeyondFeed = 22,

    /// <summary>A second history is claimed and agrees with the first.</summary>
    NoContradiction = 23,
}

/// <summary>The first record that fails.</summary>
/// <param name="Offset">Where it begins, in bytes from the start of the file.</param>
/// <param name="Record">What people call it, such as <c>entry astra/1f09ab34…/urgent/12</c>.</param>
/// <param name="How">In which way.</param>
public sealed record TranscriptFault(long Offset, string Record, TranscriptFailure How)
{
    /// <summary>How, as one clause in plain words.</summary>
    public string Words => How switch
    {
        TranscriptFailure.NotATranscript => "this is no transcript file",
        TranscriptFailure.Truncated => "the file ends here, before its seal",
        TranscriptFailure.TrailingBytes => "something stands after the seal",
        TranscriptFailure.Malformed => "its bytes have no valid form",
        TranscriptFailure.Damaged => "its bytes were changed after the file was written, or a record before it was taken out",
        TranscriptFailure.OutOfOrder => "it does not belong in this place",
        TranscriptFailure.OfAnotherFeed => "it belongs to another feed",
        TranscriptFailure.OfAnotherLine => "it belongs to another line",
        TranscriptFailure.WrongIndex => "its number is not the next one",
        TranscriptFailure.UnknownCharter => "it names a charter version that the file does not hold",
        TranscriptFailure.NotAMember => "its party is not one of the line's",
        TranscriptFailure.NoCard => "the file holds no card of its party",
        TranscriptFailure.CardsDoNotFollow => "the cards do not follow from one another, or a signature on them is wrong",
        TranscriptFailure.CardNotTrusted => "the card that you trust is not among the party's cards",
        TranscriptFailure.CardNotNamed => "the charter names a card that the party does not have",
        TranscriptFailure.CharterDoesNotFollow => "the charter does not found this line or does not follow from the one before",
        TranscriptFailure.ContentMismatch => "the content is not the one that its author signed",
        TranscriptFailure.RotationDoesNotFollow => "the change of key does not follow from the party's cards",
        TranscriptFailure.RootMismatch => "the entries in the file are not the ones that were signed",
        TranscriptFailure.WrongSignature => "the signature is wrong",
        TranscriptFailure.UnknownSuite => "its suite is not known here, or not that of its key",
        TranscriptFailure.NotCovered => "its last entries are signed by nobody",
        TranscriptFailure.BeyondFeed => "it covers more entries than the file holds",
        TranscriptFailure.NoContradiction => "it is said to contradict the feed and does not",
        _ => How.ToString(),
    };

    /// <inheritdoc/>
    public override string ToString() => $"{Record} (byte {Offset}): {Words}";
}
