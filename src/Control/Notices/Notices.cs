using System.Text.Json.Serialization;
using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Control.Questions;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Notices;

namespace Parley.Control.Notices;

/// <summary>Notices of the last <paramref name="Days"/> days, and older ones that are still open.</summary>
/// <param name="Line">Null: every line.</param>
/// <param name="Open">Only those of which something is still to come or to do.</param>
/// <param name="Language">Of titles and summaries.</param>
public sealed record ListNotices(string? Line = null, bool Open = false, int Days = 400, string? Language = null) : Query<IReadOnlyList<NoticeListView>>;

/// <summary>One notice, line by line.</summary>
public sealed record ShowNotice(string Line, string Entry, string? Language = null) : Query<NoticeView>, IAboutEntry;

/// <summary>Read the positions of a notice of another party back to it, as they are understood here. It leaves at once.</summary>
/// <param name="Values">Places and volumes by field, in degrees or MGRS.</param>
public sealed record ReadBackNotice(string Line, string Entry, IReadOnlyList<NoticeValue> Values) : Operation<EntryView>, IAboutEntry;

/// <summary>Say what holds of our party's part in the agreement that notices rest on. The line goes on as it is. It leaves by the line's release rule.</summary>
/// <param name="Formats">Ids of the formats that it is about; null: all of the charter.</param>
public sealed record StateAgreement(string Line, AgreementState State, string Language, string Text, IReadOnlyList<string>? Formats = null) : Operation<DraftView>, IOnLine;

/// <summary>Notices of one line.</summary>
/// <param name="From">Since when all of them are here.</param>
/// <param name="Agreement">What each party last said of its part; parties that said nothing are left out.</param>
/// <param name="Matters">Announcements with all that followed, in the order of what is due next; those without anything due at the end, newest first.</param>
/// <param name="Others">Notices that announce nothing, and steps that regard no announcement that is here, newest first.</param>
public sealed record NoticeListView(
    LineMode Mode, string Line, DateTimeOffset From, IReadOnlyList<AgreementView> Agreement, IReadOnlyList<NoticeMatterView> Matters, IReadOnlyList<NoticeView> Others)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>What a party says of its part in the agreement. It says nothing of the line, and nothing of what the party does.</summary>
/// <param name="Formats">Empty: every format of the charter.</param>
public sealed record AgreementView(string Party, AgreementState State, IReadOnlyList<string> Formats, DateTimeOffset Since, string Entry, string Language, string Text);

/// <summary>An announcement and what followed.</summary>
/// <param name="Notice">The announcement, as it was first said.</param>
/// <param name="Amended">Ref of the last amendment that counts; null: none.</param>
/// <param name="IsOpen">An announced event is neither completed nor cancelled.</param>
/// <param name="Steps">In transcript order.</param>
/// <param name="Due">What comes next, and when; null: nothing.</param>
public sealed record NoticeMatterView(
    NoticeView Notice, string? Amended, bool IsOpen, IReadOnlyList<NoticeEventView> Events, IReadOnlyList<NoticeStepView> Steps, NoticeDueView? Due);

/// <summary>One announced event.</summary>
/// <param name="Number">From 1.</param>
/// <param name="IsOverdue">Its end is past by more than the format's time, and nobody has said that it is over.</param>
public sealed record NoticeEventView(int Number, EventState State, DateTimeOffset? Start, DateTimeOffset? End, bool IsOverdue);

/// <summary>A notice that followed.</summary>
/// <param name="Effect">Whether it counts, or why not.</param>
/// <param name="Words">The same in a sentence; empty where it counts.</param>
public sealed record NoticeStepView(string Entry, string Number, string Party, DateTimeOffset At, string Format, string Title, NoticeEffect Kind, StepEffect Effect, string Words);

/// <summary>What is due next of a notice.</summary>
/// <param name="IsOurs">Ours to do.</param>
/// <param name="IsLate">The time is over.</param>
public sealed record NoticeDueView(NoticeDue What, DateTimeOffset At, bool IsOurs, bool IsLate);

/// <summary>The clocks of a notice, UTC; what its format does not have is null.</summary>
/// <param name="Lead">How it stands to the time that is asked for before the start.</param>
/// <param name="AnswerDue">By the time at which it was said.</param>
/// <param name="AnswerDueByReceipt">By the time at which the asked party received it; null: not received.</param>
public sealed record NoticeClocksView(
    DateTimeOffset? Start,
    DateTimeOffset? End,
    DateTimeOffset? LeadDue,
    LeadStanding Lead,
    DateTimeOffset? ValidUntil,
    DateTimeOffset? AnswerDue,
    DateTimeOffset? AnswerDueByReceipt,
    DateTimeOffset? CompletionDue,
    IReadOnlyList<DateTimeOffset> Reminders);

/// <summary>A notice as it can be read here.</summary>
/// <param name="Number">As it is called: <c>U12-3f0a</c>.</param>
/// <param name="At">By its author's clock.</param>
/// <param name="Format"><c>id/version/hash</c>, as the entry says.</param>
/// <param name="FormatNumber">As it is printed; empty where the format is not here.</param>
/// <param name="Title">In the reader's language.</param>
/// <param name="Language">Of the author's words.</param>
/// <param name="Values">As they travelled.</param>
/// <param name="Lines">In the reader's language.</param>
/// <param name="NotRead">Why it cannot be read here; null when it can.</param>
/// <param name="Gaps">What it lacks though it was sent: its author's station let it leave, or is another program.</param>
/// <param name="Suspended">Parties that have suspended their part in what it rests on, when it was said: it is voluntary then.</param>
/// <param name="ReadBacks">Positions as the other side understood them.</param>
/// <param name="Question">What became of it, where it asks.</param>
/// <param name="Receipts">For each other member, how far it got.</param>
public sealed record NoticeView(
    LineMode Mode,
    string Line,
    string Entry,
    string Number,
    string Party,
    DateTimeOffset At,
    Status Status,
    Precedence Precedence,
    string Format,
    string FormatNumber,
    string Title,
    NoticeEffect? Effect,
    bool Voluntary,
    string Language,
    IReadOnlyList<NoticeValue> Values,
    IReadOnlyList<NoticeLine> Lines,
    IReadOnlyList<NoticeRefView> Regards,
    string? NotRead,
    IReadOnlyList<NoticeGapView> Gaps,
    IReadOnlyList<NoticeMarkView> Marks,
    NoticeClocksView Clocks,
    IReadOnlyList<string> Suspended,
    IReadOnlyList<ReadBackView> ReadBacks,
    IReadOnlyList<AddresseeView> Addressees,
    IReadOnlyList<ReceiptView> Receipts,
    QuestionView? Question)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>A predecessor, as it is named.</summary>
public sealed record NoticeRefView(string Entry, string Number);

/// <summary>A position as the other side understood it.</summary>
/// <param name="Text">As it was read back.</param>
/// <param name="Metres">How far it is from what the notice says, rounded up; null where that cannot be told.</param>
/// <param name="Differs">By more than the format allows, or it cannot be told.</param>
public sealed record ReadBackView(string Entry, string Party, DateTimeOffset At, string Field, string Text, long? Metres, bool Differs);
