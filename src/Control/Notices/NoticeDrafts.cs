using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Lines.Entries;
using Parley.Lines.Notices;

namespace Parley.Control.Notices;

/// <summary>Write a notice as a draft, complete or not: a draft with gaps is kept and cannot be released. It leaves by <see cref="ApproveDraft"/>, when as many officers
/// have approved it as its format asks for.</summary>
/// <param name="Format">Id of a format that the line's charter names.</param>
/// <param name="Language">Of the author's own words in it.</param>
/// <param name="Values">What stands in its fields, each as <see cref="FieldKind"/> says; what is empty is left out.</param>
/// <param name="Regards">Its predecessors: refs of notices of the line.</param>
/// <param name="Precedence">Null: that of the format.</param>
/// <param name="AnswerMinutes">Within how many minutes an answer is asked for; null: as the format says. Of formats that ask.</param>
/// <param name="AnswerFrom">The asked parties; null: every other party. Of formats that ask.</param>
/// <param name="Addressees">Roles of the other side that must acknowledge; null: those of the format that the charter names, within the format's or the charter's time.</param>
/// <param name="Draft">The draft that this one takes the place of; its approvals are void. Null: a new one.</param>
public sealed record DraftNotice(
    string Line,
    string Format,
    string Language,
    IReadOnlyList<NoticeValue> Values,
    IReadOnlyList<string>? Regards = null,
    Status Status = Status.Actual,
    Precedence? Precedence = null,
    int? AnswerMinutes = null,
    IReadOnlyList<string>? AnswerFrom = null,
    IReadOnlyList<AddresseeInput>? Addressees = null,
    string? Draft = null) : Operation<NoticeDraftView>, IOnLine;

/// <summary>The same words, checked and not kept: for forms that say what is missing as one types.</summary>
public sealed record CheckNotice(
    string Line, string Format, string Language, IReadOnlyList<NoticeValue> Values, IReadOnlyList<string>? Regards = null) : Operation<NoticeCheckView>, IOnLine;

/// <summary>Say, as an officer who has not written it, that a draft keeps the rules of its form. It counts as an approval. Refused while the form has gaps.</summary>
/// <param name="Revision">Of the draft as it was shown.</param>
public sealed record VerifyNotice(string Draft, string Revision) : Operation<NoticeDraftView>;

/// <summary>A draft of a notice with what its form says of it.</summary>
/// <param name="Language">Of the lines.</param>
public sealed record ShowNoticeDraft(string Draft, string? Language = null) : Query<NoticeDraftView>;

/// <summary>A draft of a notice.</summary>
/// <param name="Draft">As every draft is shown; when the notice has left, <see cref="DraftView.Released"/> names it.</param>
/// <param name="Format"><c>id/version/hash</c>.</param>
/// <param name="Language">Of the author's words.</param>
/// <param name="Lines">As it will be read, in the reader's language.</param>
/// <param name="VerifiedBy">Officers who have not written it and say that it keeps the rules.</param>
public sealed record NoticeDraftView(
    DraftView Draft,
    string Format,
    string Title,
    string Language,
    IReadOnlyList<NoticeValue> Values,
    IReadOnlyList<NoticeLine> Lines,
    IReadOnlyList<string> VerifiedBy,
    NoticeCheckView Check);

/// <summary>What a form says of what is filled in.</summary>
/// <param name="Gaps">Line by line; empty: it is complete.</param>
/// <param name="Clocks">As if it were received now.</param>
/// <param name="Step">What it would do to the notice that it regards; null for one that follows no other.</param>
/// <param name="StepWords">The same in words; empty where there is nothing to say.</param>
/// <param name="Warnings">What a reader should know before it leaves, in sentences.</param>
public sealed record NoticeCheckView(
    IReadOnlyList<NoticeGapView> Gaps, IReadOnlyList<NoticeMarkView> Marks, NoticeClocksView Clocks, StepEffect? Step, string StepWords, IReadOnlyList<string> Warnings);

/// <summary>A gap.</summary>
/// <param name="Place">Such as <c>phases[2].name</c>.</param>
/// <param name="Number">Of the line of the form, such as <c>7</c>; empty for what the form does not know.</param>
/// <param name="Rule">What asks for it; empty: the format alone.</param>
public sealed record NoticeGapView(string Place, string Field, int Row, string Column, string Number, NoticeFault Fault, string Rule);

/// <summary>A threshold or a stand-off distance, held against the notice.</summary>
/// <param name="Limit">The threshold, or metres.</param>
/// <param name="Value">What the notice says, or metres; null where it cannot be told.</param>
public sealed record NoticeMarkView(NoticeMarkKind Kind, string Field, string Rule, long Limit, long? Value);
