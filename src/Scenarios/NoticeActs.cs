using Parley.Control.Handling;
using Parley.Lines.Entries;
using Parley.Lines.Notices;
using Parley.Lines.Questions;

namespace Parley.Scenarios;

/// <summary>What stands in a field of a notice: a text, or the rows of a table by column.</summary>
public sealed record ScenarioValue(string Field, string? Text, IReadOnlyList<IReadOnlyDictionary<string, string>> Rows);

/// <summary>An officer writes a notice as a draft.</summary>
/// <param name="Format">Id of a format that the line names.</param>
/// <param name="Precedence">Null: that of the format.</param>
/// <param name="Addressees">Empty: those of the format that the line has.</param>
/// <param name="From">Who is asked, of formats that ask; empty: every other party.</param>
public sealed record NoticeAct(
    ScenarioOfficer Who, string Message, ScenarioLine Line, string Format, string Language, IReadOnlyList<ScenarioValue> Values, IReadOnlyList<string> Regards, Status Status,
    Precedence? Precedence, IReadOnlyList<AddresseeInput> Addressees, IReadOnlyList<string> From) : ScenarioAct;

/// <summary>Another officer says that the draft of a notice keeps the rules.</summary>
public sealed record VerifyNoticeAct(ScenarioOfficer Who, string Message) : ScenarioAct;

/// <summary>The receiver reads positions of a notice back.</summary>
public sealed record ReadBackAct(ScenarioOfficer Who, string Message, IReadOnlyList<ScenarioValue> Values) : ScenarioAct;

/// <summary>A party says what holds of its part in the agreement.</summary>
public sealed record AgreementAct(ScenarioOfficer Who, ScenarioLine Line, AgreementState State, string Language, string Text) : ScenarioAct;

/// <summary>The asker says whether the last answer of a party to its question is enough.</summary>
/// <param name="Party">Null where one alone has answered.</param>
public sealed record JudgeAct(ScenarioOfficer Who, string Message, bool IsEnough, string? Party, string? Language, string? Text) : ScenarioAct;

/// <summary>An asked party says that a question does not apply to it.</summary>
public sealed record ContestAct(ScenarioOfficer Who, string Message, string Language, string Text) : ScenarioAct;

/// <summary>A notice is read out line by line, as a station shows it to a reader of that language.</summary>
public sealed record ShowNoticeAct(string At, string Message, string Language) : ScenarioAct;

/// <summary>What a station must show of a notice; null is no matter.</summary>
/// <param name="Closed">Events that are completed or cancelled.</param>
/// <param name="Of">Events that it announces.</param>
/// <param name="Differs">Whether a read-back differs by more than the format allows.</param>
/// <param name="IsVoluntary">It is marked as voluntary.</param>
/// <param name="Relayed">Required addressees to which they report that it was passed on.</param>
public sealed record ExpectNoticeAct(
    string At, string Message, int? Closed, int? Of, LeadStanding? Lead, NoticeDue? Due, bool? IsLate, bool? Differs, bool? IsVoluntary, int? Relayed) : ScenarioAct;

/// <summary>What a station must show of a question with one asked party.</summary>
public sealed record ExpectQuestionAct(string At, string Message, string Party, QuestionOutcome Outcome, DateTimeOffset? Due) : ScenarioAct;

/// <summary>What a station's board must warn of, or must not: words that stand in one warning.</summary>
public sealed record ExpectWarningAct(string At, string Words, bool IsThere) : ScenarioAct;
