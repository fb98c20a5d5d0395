namespace Parley.Station;

/// <summary>Every bound of this project, with its unit.</summary>
public static class Bounds
{
    /// <summary>Bytes of one frame between stations.</summary>
    public const int FrameSize = 512 * 1024;

    /// <summary>Frames of one circuit that wait for the loop; beyond it that circuit is held back.</summary>
    public const int InboxPerCircuit = 64;

    /// <summary>Bytes of frames with ordinary words of one circuit that wait for the loop; what comes beyond is not read, and the sender sends it again.</summary>
    public const int OrdinaryInboxPerCircuit = 4 * 1024 * 1024;

    /// <summary>Entries of one author's ordinary lane on one line that are taken a second. A crisis centre says some in a minute and its programs some in a second; a
    /// station on two busy cores can take 5,000.</summary>
    public const int IntakeEntries = 200;

    /// <summary>Entries of it that are taken at once after a time of rest: what a program of a large exercise says in a day, and what a station that was away for long
    /// brings without waiting.</summary>
    public const int IntakeEntriesAtOnce = 20_000;

    /// <summary>Bytes of it that are taken a second, and at once after a time of rest: 32 MiB.</summary>
    public const int IntakeBytes = 256 * 1024;
    public const long IntakeBytesAtOnce = 32L * 1024 * 1024;

    /// <summary>Intakes of one author on one line that one peer may bring in all.</summary>
    public const int CarriedIntakes = 4;

    /// <summary>Entries of one peer that wait here for the intake, give or take one batch; what comes beyond is not read.</summary>
    public const int HeldEntries = 8192;

    /// <summary>Bytes of them, give or take one batch: 8 MiB.</summary>
    public const long HeldBytes = 8L * 1024 * 1024;

    /// <summary>Entries of one ordinary lane that go to a peer before its receipt comes, give or take one batch, and bytes of them.</summary>
    public const int WindowEntries = 2048, WindowBytes = 512 * 1024;

    /// <summary>The same entries where the peer says that they wait.</summary>
    public const int ThrottledWindowEntries = 512;

    /// <summary>Bytes of one batch there: so little that a second's intake comes in several.</summary>
    public const int ThrottledBatchBytes = 16 * 1024;

    /// <summary>Milliseconds to wait for a receipt there at least.</summary>
    public const double ThrottledPatienceMilliseconds = 30_000;

    /// <summary>Milliseconds in which nothing waited after which it is said to be over.</summary>
    public const long ThrottleOverMilliseconds = 10_000;

    /// <summary>Times that a peer is told that something waits while it is joined. Fewer than <see cref="RefusalsPerCircuit"/>.</summary>
    public const int ThrottlesTold = 100;

    /// <summary>Changes that one peer tells of its own intake and that are written into the journal at once.</summary>
    public const int ThrottleNotes = 16;

    /// <summary>Milliseconds after which one more is written.</summary>
    public const double ThrottleNoteMilliseconds = 30_000;

    /// <summary>Operations of officers that wait for the loop; beyond it they are refused as busy.</summary>
    public const int OperationsWaiting = 4096;

    /// <summary>Those of one officer, so that a program in his name leaves room for the others.</summary>
    public const int OperationsOfOfficer = OperationsWaiting / 2;

    /// <summary>Urgent operations of one officer that wait. They have room of their own.</summary>
    public const int UrgentOfOfficer = 64;

    /// <summary>Inputs of one group commit. Half of <see cref="BatchEntries"/>: what one commit appends to a feed stands under one checkpoint and
    /// must fit one batch, and besides a message an input can bring keyings and keys.</summary>
    public const int StepInputs = BatchEntries / 2;

    /// <summary>Inputs that one step takes at least when there are so many, however long it takes.</summary>
    public const int LeastStepInputs = 32;

    /// <summary>Milliseconds of one step beyond which the next one takes less.</summary>
    public const double StepMilliseconds = 50;

    /// <summary>The same where the disk is slow, at most.</summary>
    public const double SlowStepMilliseconds = 4 * StepMilliseconds;

    /// <summary>Entries of peers recorded in one group commit, give or take one batch.</summary>
    public const int StepEntries = 2048;

    /// <summary>Bytes of contents and headers given to a circuit in one frame.</summary>
    public const int BatchBytes = 64 * 1024;

    /// <summary>Entries of one batch frame.</summary>
    public const int BatchEntries = 1024;

    /// <summary>Lines of one station, proposed ones included.</summary>
    public const int Lines = 1024;

    /// <summary>Lines that one peer has proposed and nobody has answered.</summary>
    public const int ProposedLinesPerPeer = 16;

    /// <summary>Lines that one peer names and that are not known here, asked for at one time.</summary>
    public const int UnknownLinesPerPeer = 64;

    /// <summary>Feeds under revoked keys for which a member's cosignature is remembered at one time.</summary>
    public const int CosignedFeeds = 4096;

    /// <summary>Entries of a feed out of which one is passed on with its proof: the path is worked out in the loop.</summary>
    public const int ProvableEntries = 65_536;

    /// <summary>Lines that one peer has carried for other proposers and nobody has answered.</summary>
    public const int CarriedLinesPerPeer = 4 * ProposedLinesPerPeer;

    /// <summary>Parties without a verified card here whose words were brought, that are remembered to be shown.</summary>
    public const int UnverifiedAuthors = 64;

    /// <summary>Generations of one party on one line.</summary>
    public const int GenerationsPerParty = 64;

    /// <summary>Open drafts of one station.</summary>
    public const int Drafts = 4096;

    /// <summary>Words on charters that wait for a second officer.</summary>
    public const int CharterWishes = 256;

    /// <summary>Officers of one station.</summary>
    public const int Officers = 1024;

    /// <summary>Peers of one station.</summary>
    public const int Peers = 256;

    /// <summary>Refused frames of one circuit after which it is closed.</summary>
    public const int RefusalsPerCircuit = 256;

    /// <summary>Operation keys remembered, so that a repeated request is answered and not done again.</summary>
    public const int RememberedOperations = 8192;

    /// <summary>Entries that one search looks through.</summary>
    public const int SearchedEntries = 5_000;

    /// <summary>Entries that one search finds at most; the next one goes on from there.</summary>
    public const int FoundEntries = 50;

    /// <summary>Entries of one page of a query.</summary>
    public const int PageEntries = 500;

    /// <summary>Entries sealed under one epoch secret.</summary>
    public const int EpochEntries = 8192;

    /// <summary>Milliseconds after which an epoch secret is replaced: a day.</summary>
    public const long EpochMilliseconds = 24L * 60 * 60 * 1000;

    /// <summary>Milliseconds after which our KEM key of a line is replaced by a fresh one: a week.</summary>
    public const long KemMilliseconds = 7 * EpochMilliseconds;

    /// <summary>Milliseconds between two beacons of a quiet circuit.</summary>
    public const long BeaconMilliseconds = 5_000;

    /// <summary>Milliseconds between two beacons that carry all heads though nothing changed: ten minutes.</summary>
    public const long FullBeaconMilliseconds = 600_000;

    /// <summary>Milliseconds for a byte on the slowest circuit that is reckoned with: 8,000 bit/s.</summary>
    public const double SlowestMillisecondsPerByte = 1;

    /// <summary>Milliseconds that a receipt may come later than usual before its entries go on another circuit too: what a busy machine takes now
    /// and then, and little beside a long way.</summary>
    public const double LatenessMilliseconds = 100;

    /// <summary>Receipts after a repetition until which small batches go on two circuits at once.</summary>
    public const int DoubledReceipts = 64;

    /// <summary>Bytes of a batch that counts as small then: what one packet carries.</summary>
    public const int DoubledBytes = 1024;

    /// <summary>Milliseconds to wait for a receipt at least where there is but one circuit.</summary>
    public const double SinglePatienceMilliseconds = 10_000;

    /// <summary>Milliseconds to wait for a receipt at most.</summary>
    public const double MostPatienceMilliseconds = 300_000;

    /// <summary>Proofs of forks kept of one feed.</summary>
    public const int EvidencePerFeed = 16;

    /// <summary>Stages of handling that one party can enter on one message, and that are shown of one message.</summary>
    public const int HandlingStages = 256;

    /// <summary>Alarms of one party on one line at one time. Beyond it those that an officer has taken go first, and where there are none, later ones are counted with
    /// the newest.</summary>
    public const int AlarmsPerAuthor = 64;

    /// <summary>Alarm outlets of one station.</summary>
    public const int Outlets = 16;

    /// <summary>Lines of the watch log of one shift.</summary>
    public const int WatchNotesPerShift = 100;

    /// <summary>Lines of the watch log that a station keeps; the oldest go first.</summary>
    public const int WatchNotes = 500;

    /// <summary>Characters of what an outlet says of its failure.</summary>
    public const int OutletFailure = 256;

    /// <summary>Entries at the end of a line that are looked through for checks or service messages.</summary>
    public const int ScannedEntries = 32 * 1024;

    /// <summary>Characters of a note on an ultimatum.</summary>
    public const int UltimatumNote = 4096;

    /// <summary>What can be entered about one ultimatum, one after the other.</summary>
    public const int UltimatumMarks = 64;

    /// <summary>Messages of one list of what is to be read out.</summary>
    public const int ByHandOut = 100;

    /// <summary>Deeds by hand that are shown of one message.</summary>
    public const int ByHandDeeds = 256;

    /// <summary>Statements from outside noted at one station.</summary>
    public const int OutsideNotes = 4096;

    /// <summary>Plans of one station.</summary>
    public const int Plans = 1_000;

    /// <summary>Characters of a quote of one of them.</summary>
    public const int OutsideQuote = 4096;

    /// <summary>Milliseconds over which the differences between a peer's clock and ours are compared: ten minutes, and the ten before.</summary>
    public const long ClockWindowMilliseconds = 600_000;

    /// <summary>Codebooks of one station.</summary>
    public const int Codebooks = 64;

    /// <summary>Notice formats of one station, those that come with the program included.</summary>
    public const int NoticeFormats = 512;

    /// <summary>Notices of a line that are read at once, the last ones.</summary>
    public const int NoticesRead = 2048;

    /// <summary>The same for the station at a glance.</summary>
    public const int NoticesGlanced = 128;

    /// <summary>Notices that are read of one announcement: those that follow it.</summary>
    public const int NoticesOfMatter = 512;

    /// <summary>Words on the agreement of a line that are read, the last ones.</summary>
    public const int AgreementWords = 256;

    /// <summary>Read-backs of one notice that are read.</summary>
    public const int ReadBacks = 16;

    /// <summary>Unseen entries of a feed that are looked through for words; where there are more, it is said that there are some.</summary>
    public const int UnseenEntries = 64;

    /// <summary>Attachments kept of one line, those that have not come included.</summary>
    public const int AttachmentsPerLine = 1024;

    /// <summary>Bytes in clear of all attachments of one line: 512 MiB.</summary>
    public const long AttachmentBytesPerLine = 512L * 1024 * 1024;

    /// <summary>Bytes in clear of all attachments that one party has sent on all lines: 512 MiB.</summary>
    public const long AttachmentBytesPerAuthor = 512L * 1024 * 1024;

    /// <summary>Attachments that are asked of one peer at one time.</summary>
    public const int AttachmentsUnderWay = 2;

    /// <summary>Chunks that are asked of a peer and have not come, of one attachment.</summary>
    public const int ChunksUnderWay = 8;

    /// <summary>Attachments of which one peer has asked for chunks that have not gone.</summary>
    public const int WantsPerPeer = 16;

    /// <summary>Milliseconds without a chunk after which another member is asked; doubled each time, up to <see cref="MostPatienceMilliseconds"/>.</summary>
    public const double ChunkPatienceMilliseconds = 60_000;

    /// <summary>Times that an attachment may come with another digest before it is not asked for any more.</summary>
    public const int AttachmentTries = 8;

    /// <summary>Bytes of chunks in one export of pouches, give or take one attachment.</summary>
    public const long PouchChunkBytes = 64L * 1024 * 1024;

    /// <summary>Milliseconds that a test of ourselves may be old when a new cause on the other side is written down.</summary>
    public const long FreshTestMilliseconds = 15_000;

    /// <summary>Silences that are over and are kept of one line and party.</summary>
    public const int PastSilences = 64;

    /// <summary>Losses of one peer that are remembered.</summary>
    public const int Losses = 64;

    /// <summary>Milliseconds for which the schedule is content with what was read of a line before something came on it.</summary>
    public const long StaleEvidenceMilliseconds = 20_000;

    /// <summary>Entries of the lines that one report is made of: they are read as a whole.</summary>
    public const long ReportEntries = 500_000;

    /// <summary>Wrong PINs in a row after which an officer must wait.</summary>
    public const int PinTries = 5;

    /// <summary>Milliseconds of the first wait; doubled after each further wrong PIN.</summary>
    public const long PinWaitMilliseconds = 30_000;

    /// <summary>Milliseconds of the longest wait: a quarter of an hour.</summary>
    public const long PinMostWaitMilliseconds = 900_000;

    /// <summary>PINs that are stretched at one time: the station's other work must not stand still for them.</summary>
    public const int PinsAtOnce = 2;

    /// <summary>PINs that wait to be stretched; beyond it the station is busy.</summary>
    public const int PinsWaiting = 64;

    /// <summary>Refused sign-ins of one officer that are written into the journal at once.</summary>
    public const int SignInRefusals = 8;

    /// <summary>Milliseconds after which one more is written.</summary>
    public const double SignInRefusalMilliseconds = 60_000;

    /// <summary>Entries of each kind of activities that are read of one line when it is first asked about them; older ones are over long since.</summary>
    public const int ActivitiesLoaded = 1 << 20;

    /// <summary>Entries of activities of one line that cannot be read here and are looked at again.</summary>
    public const int UnreadActivities = 1_024;

    /// <summary>Activities of one line that a list tells; it says how many more there are.</summary>
    public const int ActivitiesTold = 1_000;

    /// <summary>Overlaps of one line that a list tells; it says how many more there are.</summary>
    public const int OverlapsListed = 500;

    /// <summary>Overlaps of our own activities on one line, and of our sites and movements across lines, that are kept to be looked at often, the gravest each; it is said when
    /// there are more.</summary>
    public const int OwnOverlaps = 4_096;

    /// <summary>Changed activities whose overlaps are found in one turn with a line's picture.</summary>
    public const int ChangesFollowed = 256;

    /// <summary>Overlaps of one line of which it is worked out at a glance whether an answer is late, the gravest.</summary>
    public const int OverlapsGlanced = 64;

    /// <summary>Sentences on the activities of one line at a glance, of overlaps and of the rest each; it says how many more there are.</summary>
    public const int ActivitySentences = 8;

    /// <summary>Hours before a site or movement of ours expires from which on its officers are reminded, and after that in which they are told that it has.</summary>
    public const int ExpiryReminderHours = 24;

    /// <summary>Hours before a movement of ours departs from which on it is said who has not acknowledged it, and movements of one line that are looked at for it.</summary>
    public const int DepartureReminderHours = 6, DeparturesGlanced = 16;

    /// <summary>Overlaps of one mode, across lines, that a list tells; it says when there are more.</summary>
    public const int CrossOverlapsListed = 500;

    /// <summary>Officers and what they read of sites and movements today that are remembered, so that it is journalled once.</summary>
    public const int AidReads = 65_536;

    /// <summary>Newest entries of activities that are looked through, once a line and process, for a site or movement.</summary>
    public const int AidLookedFor = 1_024;

    /// <summary>Records at the end of the journal that are looked through for who has read a site or movement.</summary>
    public const int AidReadRecords = 200_000;

    /// <summary>Hours for which the words of a site or movement stay after it has expired or was ended, so that what happened can be looked into: three days.</summary>
    public const int ExpiryGraceHours = 72;

    /// <summary>Days after which they are destroyed though a member's station has not received them all.</summary>
    public const int ExpiryMostDays = 30;

    /// <summary>Hours after which it is looked again whether it has, and expired sites and movements that are looked at in one turn of the loop.</summary>
    public const int ExpiryRetryHours = 6, ExpiriesAtOnce = 8;

    /// <summary>Entries whose contents are destroyed in one turn, give or take those of one matter.</summary>
    public const int DestroyedAtOnce = 256;

    /// <summary>Entries on one site or movement that are found when its words are destroyed: more than count of sixteen parties' words.</summary>
    public const int ExpiryWords = 16 * 1_024;

    /// <summary>Observations of one station (numbers have eight digits), and those that are entered at once: each is sealed in the loop, about 20 microseconds.</summary>
    public const int Observations = 99_999_999, ObservationsAtOnce = 256;

    /// <summary>The last observations that are held in memory for reading and matched at a time, some 60 MB at most; it is said when there are more.</summary>
    public const int ObservationsHeld = 100_000;

    /// <summary>Notes on observations, which are held in memory.</summary>
    public const int ObservationNotes = 10_000;

    /// <summary>Observations that one list tells in full; it says how many more there are.</summary>
    public const int ObservationsTold = 500;

    /// <summary>Days for which observations are explained where nothing is asked for, and at most.</summary>
    public const int ObservationDays = 14, ObservationMostDays = 366;

    /// <summary>Announced things of one line, and days before and after what was seen, against which it is held; it is said when there are more.</summary>
    public const int AnnouncedHeld = 10_000, AnnouncedDays = 7;

    /// <summary>Public warnings that a station keeps, some 30 MB; days after their end from which they make room for others; how many are kept and told at a time.</summary>
    public const int Warnings = 10_000, WarningsEndedDays = ObservationMostDays, WarningsAtOnce = 64, WarningsTold = 500;

    /// <summary>Observations about which one question asks.</summary>
    public const int ObservationsAsked = 16;

    /// <summary>Unexplained observations of the last days that are looked at for what must be seen at a glance, and days for which each of them stays there.</summary>
    public const int ObservationsGlanced = 256, ObservationGlanceDays = 3;

    /// <summary>Weeks that terms of risk go back.</summary>
    public const int RiskWeeks = 104;
}
