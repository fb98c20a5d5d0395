namespace Parley.Console;

/// <summary>Every bound of this project, with its unit. Those of words and requests stand with Control and Lines.</summary>
public static class Bounds
{
    /// <summary>Random bytes of a session's name.</summary>
    public const int SessionBytes = 32;

    /// <summary>Sessions of one officer at one time; the oldest ends when one more begins.</summary>
    public const int SessionsOfOfficer = 8;

    /// <summary>Sessions at one time.</summary>
    public const int Sessions = 512;

    /// <summary>How long a session lasts: a watch of twelve hours and its handover.</summary>
    public static TimeSpan Session { get; } = TimeSpan.FromHours(13);

    /// <summary>How long a session lives on without an open page.</summary>
    public static TimeSpan SessionUnwatched { get; } = TimeSpan.FromMinutes(30);

    /// <summary>How often sessions are looked over.</summary>
    public static TimeSpan SessionRound { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Drafts of which a session remembers how its officer last saw them.</summary>
    public const int DraftsSeen = 256;

    /// <summary>Attempts to sign in that one address may make a minute.</summary>
    public const int AttemptsAMinute = 20;

    /// <summary>What a browser that tried too often is told to wait; the window of those attempts.</summary>
    public static readonly TimeSpan AttemptsWait = TimeSpan.FromMinutes(1);

    /// <summary>Challenges of passkeys that wait for their answer; the oldest is forgotten when one more comes.</summary>
    public const int Challenges = 1024;

    /// <summary>How long a challenge waits: a key must be fetched, and a finger found.</summary>
    public static TimeSpan Challenge { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Characters of what a browser answers to a challenge.</summary>
    public const int CredentialLength = 32 * 1024;

    /// <summary>Sign-in links that are open at one time; the oldest must be opened anew when one more comes.</summary>
    public const int Enrolments = 64;

    /// <summary>How long an opened sign-in link stays open.</summary>
    public static TimeSpan Enrolment { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Bytes of one message from a page: the longest text, four bytes a character, and what goes with it.</summary>
    public const int PageMessage = (4 * Parley.Lines.Bounds.TextLength) + (16 * 1024);

    /// <summary>Pages of one station that were cut off and are kept for their return.</summary>
    public const int PagesKept = 64;

    /// <summary>How long a page that was cut off is kept.</summary>
    public static TimeSpan PageKept { get; } = TimeSpan.FromMinutes(5);

    /// <summary>Updates that may be on their way to a page before it waits.</summary>
    public const int UpdatesWaiting = 20;

    /// <summary>How long changes gather before a page is drawn anew.</summary>
    public static TimeSpan Gather { get; } = TimeSpan.FromMilliseconds(15);

    /// <summary>How long an officer stops typing before a form is checked.</summary>
    public static TimeSpan TypingPause { get; } = TimeSpan.FromMilliseconds(400);

    /// <summary>Entries that a transcript reads at once.</summary>
    public const int Stretch = 60;

    /// <summary>Entries of a transcript that stand on the page at one time.</summary>
    public const int Shown = 240;

    /// <summary>How often a page with deadlines is loaded again: they pass without a change.</summary>
    public static TimeSpan PageRound { get; } = TimeSpan.FromSeconds(20);

    /// <summary>How often the board is.</summary>
    public static TimeSpan BoardRound { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes of a language file.</summary>
    public const int LanguageFile = 256 * 1024;

    /// <summary>Languages of a console, our own and a party's.</summary>
    public const int Languages = 32;

    /// <summary>Bytes of a card file that a page takes in: one message of a page, and a key that was rotated for decades.</summary>
    public const int CardFile = 128 * 1024;

    /// <summary>Bytes of a codebook's file that a page takes in.</summary>
    public const int CodebookFile = 4 * 1024 * 1024;

    /// <summary>Bytes of a pouch file that a page takes in.</summary>
    public const int PouchFile = 52 * 1024 * 1024;

    /// <summary>Bytes of a list of sites and movements that a page takes in.</summary>
    public const int AidFile = 32 * 1024 * 1024;

    /// <summary>Items of such a list, and what was refused of it, that stand on the page at one time.</summary>
    public const int ImportRows = 100;

    /// <summary>Pouch files that a page takes in at once.</summary>
    public const int PouchFiles = 64;

    /// <summary>Records of the journal on one page.</summary>
    public const int JournalPage = 100;

    /// <summary>Records of the journal that are read at once.</summary>
    public const int JournalStretch = 500;

    /// <summary>Stretches of the journal that one page searches for records that match.</summary>
    public const int JournalStretches = 20;

    /// <summary>Items of a timeline on one page.</summary>
    public const int TimelineItems = 100;

    /// <summary>Items that a map draws; those beyond stand in its table alone, and it is said.</summary>
    public const int MapItems = 2_000;

    /// <summary>Rows of a map's table at one time.</summary>
    public const int MapRows = 100;

    /// <summary>Meetings that a map shows, and its list; it is said how many more there are.</summary>
    public const int MapMeetings = 500;

    /// <summary>Times that a map can be set to: a year of quarters of an hour. Where it shows more time they are further apart.</summary>
    public const int MapTimes = 366 * 96;
}
