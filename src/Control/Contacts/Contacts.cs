using System.Text.Json.Serialization;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Contacts;

namespace Parley.Control.Contacts;

// Times of these operations are texts, so that one without a zone is refused and not guessed.

/// <summary>Say that a pair talked elsewhere than by a call of this line, or before there was a station. One officer says so, at once; it is one-sided until another side
/// of it confirms it.</summary>
/// <param name="From">Past, with its zone such as <c>2026-11-25T14:05Z</c>.</param>
/// <param name="Until">Past, at most 14 days later.</param>
/// <param name="Ours">Who talked on our side, one line.</param>
/// <param name="Theirs">Who talked on the other, one line.</param>
/// <param name="With">The other parties; null: every other party with a seat in the pair.</param>
public sealed record RecordContact(
    string Line,
    string Pair,
    string From,
    string Until,
    ContactMeans Means,
    string Ours,
    string Theirs,
    IReadOnlyList<string>? With = null,
    string? Language = null,
    string? Text = null) : Operation<EntryView>, IOnLine;

/// <summary>Confirm or contest a contact that another side entered. A contested one needs words.</summary>
public sealed record AnswerContact(string Line, string Entry, ContactAnswer Answer, string? Language = null, string? Text = null) : Operation<EntryView>, IAboutEntry;

/// <summary>Who talked last and when, and what became of requests for calls: one board a line.</summary>
/// <param name="Line">Null: every line whose charter has counterparts.</param>
/// <param name="AsOf">A day such as <c>2026-11-25</c>, at its end in UTC, or a time with its zone; by what was said until then. Null: now.</param>
/// <param name="Days">How far back from then the feeds are read, 1 to 366.</param>
public sealed record ListContacts(string? Line = null, string? AsOf = null, int Days = 366) : Query<IReadOnlyList<ContactBoardView>>;

/// <summary>The contact record of a line.</summary>
/// <param name="From">What was said before was left out.</param>
/// <param name="Pairs">One a row of the table that was in force then.</param>
/// <param name="Contacts">Those that officers entered, in transcript order.</param>
public sealed record ContactBoardView(
    LineMode Mode, string Line, DateTimeOffset AsOf, DateTimeOffset From, IReadOnlyList<PairRecordView> Pairs, IReadOnlyList<ContactView> Contacts)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>The record of one pair.</summary>
/// <param name="Last">End of the last talk that both sides state; null when none is known.</param>
/// <param name="Days">Whole days since; null when none is known.</param>
/// <param name="LastOneSided">End of a later talk that one side alone states.</param>
/// <param name="OneSidedDays">Whole days since that.</param>
public sealed record PairRecordView(
    string Pair, DateTimeOffset? Last, int? Days, DateTimeOffset? LastOneSided, int? OneSidedDays, IReadOnlyList<ContactSideView> Sides);

/// <summary>One side of a pair.</summary>
/// <param name="Asked">What became of its requests for calls.</param>
/// <param name="Unacknowledged">Its requests that stay without a word though the deadline is past; the asked side can still answer.</param>
/// <param name="Answered">Requests of others on which its staff said a word.</param>
/// <param name="MedianMinutes">From its station's receipt to that word; null while there is none.</param>
/// <param name="NinetiethMinutes">Nine of ten were no slower.</param>
/// <param name="Checks">What it missed of the line's checks; null for a line without.</param>
public sealed record ContactSideView(
    string Party,
    RequestCountsView Asked,
    IReadOnlyList<string> Unacknowledged,
    int Answered,
    double? MedianMinutes,
    double? NinetiethMinutes,
    MissedChecksView? Checks);

/// <summary>Requests for calls by outcome.</summary>
/// <param name="Undated">Acknowledged, and no time was accepted.</param>
/// <param name="Unacknowledged">Without a word at the deadline.</param>
/// <param name="Expired">Every proposed time passed without a word.</param>
/// <param name="Waiting">There is still time.</param>
public sealed record RequestCountsView(int Held, int Scheduled, int Undated, int Declined, int Unacknowledged, int Expired, int Cancelled, int Waiting);

/// <summary>Checks that a party missed.</summary>
/// <param name="NotSent">That were its to send.</param>
/// <param name="NotAnswered">Of others, which its station had.</param>
public sealed record MissedChecksView(int NotSent, int NotAnswered);

/// <summary>A contact that an officer entered. Fields of its words are null where they cannot be read here.</summary>
/// <param name="Entry">Its ref.</param>
/// <param name="At">When it was said.</param>
/// <param name="Ours">Who talked on its author's side.</param>
/// <param name="Theirs">Who talked on the other.</param>
/// <param name="Words">What others said of it.</param>
public sealed record ContactView(
    string Entry,
    string Party,
    DateTimeOffset At,
    ContactStanding Standing,
    string? Pair,
    IReadOnlyList<string> With,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    ContactMeans? Means,
    string? Ours,
    string? Theirs,
    string? Language,
    string? Text,
    IReadOnlyList<ContactWordView> Words);

/// <summary>One word on a contact.</summary>
/// <param name="Answer">Null where it cannot be read here.</param>
/// <param name="Effect">Whether it counts, or why not.</param>
public sealed record ContactWordView(string Entry, string Party, DateTimeOffset At, ContactAnswer? Answer, string? Language, string? Text, ContactEffect Effect);
