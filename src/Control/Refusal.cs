namespace Parley.Control;

/// <summary>Why an operation was not done. Closed: a caller may switch over it.</summary>
public enum Refusal
{
    /// <summary>No token, or one that is not (or no longer) valid.</summary>
    NotSignedIn,

    /// <summary>The officer lacks the role.</summary>
    NotAllowed,

    /// <summary>The request is not well formed: a name, number or text is not of the form it must have.</summary>
    Malformed,

    /// <summary>A text, list or number is over its bound.</summary>
    TooLong,

    /// <summary>There are as many of these as the station holds.</summary>
    TooMany,

    UnknownOfficer,
    UnknownPeer,
    UnknownLine,
    UnknownDraft,
    UnknownEntry,

    /// <summary>The name fits more than one line; use the line id.</summary>
    AmbiguousLine,
    OfficerExists,
    PeerExists,
    LineExists,

    /// <summary>The card file is damaged, expired before it began, or its signatures do not hold.</summary>
    CardInvalid,

    /// <summary>The card does not follow from the one known; compare digits anew.</summary>
    CardDoesNotFollow,

    /// <summary>The card is our own.</summary>
    CardIsOurs,

    /// <summary>The digits are not those of the card.</summary>
    DigitsDiffer,

    /// <summary>The peer's digits were never compared.</summary>
    PeerUnverified,

    /// <summary>The line is proposed and not yet adopted.</summary>
    LineNotOpen,

    /// <summary>The line was rejected, withdrawn or left.</summary>
    LineClosed,

    /// <summary>A party has suspended the line.</summary>
    LineSuspended,

    /// <summary>Nothing is proposed that this could answer.</summary>
    NothingProposed,

    /// <summary>A proposal is open already.</summary>
    ProposalOpen,

    /// <summary>Only the proposer can do this.</summary>
    NotProposer,

    /// <summary>We have answered this proposal already.</summary>
    AlreadyAnswered,

    /// <summary>This officer has approved this text, or asked for this word on the charter, already; another must.</summary>
    AlreadyApproved,

    /// <summary>The draft was changed since it was shown.</summary>
    DraftChanged,

    /// <summary>A charter asks for a stronger suite than our own card or another party's has.</summary>
    SuiteTooWeak,

    /// <summary>The text answers or replaces something that is not in the transcript here.</summary>
    RegardsUnknown,

    /// <summary>The file is damaged, foreign, or not meant for this station.</summary>
    FileRefused,

    /// <summary>The station has too much to do; try again.</summary>
    Busy,

    /// <summary>Nothing stands in the way to be confirmed.</summary>
    NothingToConfirm,

    /// <summary>The charter names no such action addressee of that party, or the message does not.</summary>
    UnknownAddressee,

    /// <summary>Only what another party wrote can be handled here.</summary>
    NotTheirs,

    /// <summary>Nothing of that name rings.</summary>
    UnknownAlarm,

    /// <summary>The station has no such alarm outlet.</summary>
    UnknownOutlet,

    /// <summary>The charter asks for no checks.</summary>
    NoSchedule,

    /// <summary>Words of that kind have no place on a line of that kind.</summary>
    WrongLineKind,

    /// <summary>The message is not marked as an ultimatum.</summary>
    NotMarked,

    /// <summary>There is no prepared text in that language.</summary>
    NoPreparedText,

    /// <summary>The words can be read here, so there is nothing to ask for.</summary>
    ReadableHere,

    /// <summary>This station holds no such codebook, or the line's charter names none.</summary>
    UnknownCodebook,

    /// <summary>No officer of ours has certified the codebook that a live charter names.</summary>
    CodebookUncertified,

    /// <summary>The codebook is not the one that the line's charter names.</summary>
    CodebookDiffers,

    /// <summary>The line's codebook has no code of that number.</summary>
    UnknownCode,

    /// <summary>A blank of the code is open, is none of its, or holds what it does not take.</summary>
    BlanksWrong,

    /// <summary>Check groups do not fit what was written down.</summary>
    ChecksDiffer,

    /// <summary>Not all of the attachment's bytes are here.</summary>
    AttachmentNotHere,

    /// <summary>The attachment's bytes are not those that its entry names, or do not open under its key.</summary>
    AttachmentDiffers,

    /// <summary>The charter names no such pair, or no seat of that party in it.</summary>
    UnknownCounterpart,

    /// <summary>The list of reasons to decline has no such reason.</summary>
    UnknownReason,

    /// <summary>A time without its zone.</summary>
    TimeWithoutZone,

    /// <summary>The time is past.</summary>
    TimePast,

    /// <summary>Something that is said to have ended lies ahead.</summary>
    TimeAhead,

    /// <summary>The other side does not propose that time, or no longer.</summary>
    TimeNotProposed,

    /// <summary>That step of a call is the other side's to take.</summary>
    NotOurStep,

    /// <summary>The call is over: held, declined or cancelled.</summary>
    CallOver,

    /// <summary>Nobody says that the call was held.</summary>
    CallNotHeld,

    /// <summary>No time was ever accepted for the call.</summary>
    NothingScheduled,

    /// <summary>The question has no such answer, or none yet.</summary>
    NotAnswered,

    /// <summary>The question was withdrawn, or its clock never ran.</summary>
    QuestionOver,

    /// <summary>A token alone sets up no passkey and no PIN; a sign-in link does nothing else.</summary>
    SignInTooWeak,

    /// <summary>The passkey is an officer's already.</summary>
    PasskeyExists,

    /// <summary>The officer has no such passkey, or the beginning of its id fits several.</summary>
    UnknownPasskey,

    /// <summary>Another officer is on duty there, or nobody.</summary>
    NotOnDuty,

    /// <summary>No handover of that number waits.</summary>
    UnknownHandover,

    /// <summary>The handover was signed anew since it was shown.</summary>
    HandoverChanged,

    /// <summary>No such notice format is here, or the line's charter does not name it.</summary>
    UnknownFormat,

    /// <summary>The notice lacks what its format asks for.</summary>
    NoticeIncomplete,

    /// <summary>The notice would change nothing: what it follows is not there, is not ours, or is over.</summary>
    NoticeMisplaced,

    /// <summary>Whoever wrote a notice does not verify it.</summary>
    OwnDraft,

    /// <summary>There is nothing in the notice to read back, or what was read back is no position.</summary>
    NoPosition,

    /// <summary>No plan has that number.</summary>
    UnknownPlan,

    /// <summary>A text is no volume, or there are too many.</summary>
    NoVolume,

    /// <summary>Something should be known before it leaves; it can be asked for in spite of it.</summary>
    Warned,

    /// <summary>The word would change nothing: the activity is not there, is not ours, is over, or has moved since.</summary>
    ActivityMisplaced,

    /// <summary>That word does not exist where a humanitarian site or movement is concerned, or only there.</summary>
    NoSuchWord,

    /// <summary>No observation has that number.</summary>
    UnknownObservation,

    /// <summary>No public warning has that number.</summary>
    UnknownWarning,

    /// <summary>Whoever proposed something does not second it, or nothing waits for a second person.</summary>
    NothingToSecond,

    /// <summary>The station's file does not turn this on.</summary>
    TurnedOff,
}

/// <summary>What an officer may do.</summary>
[Flags]
public enum Roles
{
    None = 0,

    /// <summary>Read everything, write drafts.</summary>
    Watch = 1,

    /// <summary>Approve drafts, so that they leave.</summary>
    Release = 2,

    /// <summary>Propose, answer and change lines and peers.</summary>
    Charter = 4,

    /// <summary>Officers, pouches, backups, circuits, keys.</summary>
    Admin = 8,

    /// <summary>Read the journal and export transcripts.</summary>
    Audit = 16,
}
