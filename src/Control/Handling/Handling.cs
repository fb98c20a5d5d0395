using Parley.Control.Messages;
using Parley.Lines.Handling;

namespace Parley.Control.Handling;

/// <summary>Record what was done with a message of another party. <paramref name="At"/> is when it happened (null: now); the time of entry is kept beside
/// it. The other side is told when the charter shows that stage; otherwise it stays at home.</summary>
/// <param name="Entry">The message.</param>
/// <param name="Role">In what role the officer did it: <c>duty officer</c>, <c>translator</c>.</param>
/// <param name="Addressee">The action addressee that it is about: for relayed and confirmed always, for acted and stopped where it was one of them.</param>
/// <param name="Language">Of the text.</param>
/// <param name="Text">A translation, or a note. It never replaces the original.</param>
/// <param name="Corrects">Number of the stage that this one puts right.</param>
public sealed record RecordHandling(
    string Line,
    string Entry,
    HandlingStage Stage,
    string Role,
    DateTimeOffset? At = null,
    string? Addressee = null,
    string? Language = null,
    string? Text = null,
    int? Corrects = null) : Operation<EntryView>, IAboutEntry;

/// <summary>An action addressee of a message that is being written: <c>party:role</c>, and within how many minutes it must acknowledge.</summary>
public sealed record AddresseeInput(string Addressee, int Minutes);

/// <summary>One stage of handling.</summary>
/// <param name="Party">Who handled the message. What another party says of it is what it reports, and no more.</param>
/// <param name="Number">At home: what a correction refers to. 0 for stages of others.</param>
/// <param name="At">When it happened, by that party, UTC.</param>
/// <param name="Entered">When it was entered there, UTC.</param>
/// <param name="Officer">Known at home alone.</param>
/// <param name="TheyReport">It is another party's word.</param>
/// <param name="Told">The entry by which the others were told; null when it stayed at home.</param>
/// <param name="Minutes">Minutes since that party received the message.</param>
/// <param name="Took">Minutes since the stage before it; null for the first.</param>
/// <param name="Corrected">A later entry puts it right: it does not count.</param>
/// <param name="OneSided">That party has no station, and an officer of another entered it: unauthenticated.</param>
public sealed record HandlingView(
    string Party,
    int Number,
    HandlingStage Stage,
    DateTimeOffset At,
    DateTimeOffset Entered,
    string Role,
    string? Officer,
    string? Addressee,
    string? Language,
    string? Text,
    bool TheyReport,
    string? Told,
    double Minutes,
    double? Took,
    bool Corrected,
    bool OneSided = false);

/// <summary>How far one action addressee of a message is. The four are never merged; all but <paramref name="Received"/> is what they report.</summary>
/// <param name="By">Until when it must acknowledge, UTC.</param>
/// <param name="Received">That party's station has signed for the message.</param>
/// <param name="Relayed">When the gateway passed it on.</param>
/// <param name="Confirmed">When the addressee itself acknowledged.</param>
/// <param name="Acted">When it was acted on.</param>
/// <param name="Late">The time is over without its acknowledgment, or it came after.</param>
public sealed record AddresseeView(
    string Party, string Role, DateTimeOffset By, bool Received, DateTimeOffset? Relayed, DateTimeOffset? Confirmed, DateTimeOffset? Acted, bool Late);
