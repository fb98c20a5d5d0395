using Parley.Lines.Notices;

namespace Parley.Control.Notices;

/// <summary>Keep a notice format at this station. <paramref name="Encoding"/> is its encoding (base64 in JSON), as its hash is made of.</summary>
public sealed record AddFormat(byte[] Encoding) : Operation<FormatView>;

/// <summary>The formats that this station holds: those that come with the program, and those that were added.</summary>
/// <param name="Line">Only those that the charter of this line names; null: all.</param>
/// <param name="Language">Of the titles.</param>
public sealed record ListFormats(string? Line = null, string? Language = null) : Query<IReadOnlyList<FormatView>>;

/// <summary>One format, whole.</summary>
/// <param name="Format">Its id, <c>id/version</c>, or a hash or its beginning.</param>
public sealed record ShowFormat(string Format, string? Language = null) : Query<FormatTexts>;

/// <summary>A notice format.</summary>
/// <param name="Name"><c>id/version/hash</c>.</param>
/// <param name="Number">As it is printed.</param>
/// <param name="Basis">What it is modelled on. No format is official.</param>
/// <param name="Title">In the language that was asked for, where it has it.</param>
/// <param name="Regards">Ids of formats, one of which it must name as predecessor; empty: none.</param>
/// <param name="Officers">Who must release it: one or two.</param>
/// <param name="LeadMinutes">From receipt to the start, at least.</param>
/// <param name="AnswerMinutes">Within which an answer is asked for.</param>
/// <param name="CompletionMinutes">From the end to the notice of completion, at most.</param>
/// <param name="AddedBy">The officer who added it; null: it comes with the program.</param>
/// <param name="Lines">Lines whose charter names it.</param>
public sealed record FormatView(
    string Id,
    int Version,
    string Hash,
    string Name,
    string Number,
    string Title,
    string Basis,
    NoticeEffect Effect,
    IReadOnlyList<string> Regards,
    IReadOnlyList<string> Languages,
    int Officers,
    bool Voluntary,
    AlarmPotential Alarm,
    int? LeadMinutes,
    int? AnswerMinutes,
    int? CompletionMinutes,
    IReadOnlyList<string> Addressees,
    string? AddedBy,
    DateTimeOffset? AddedAt,
    IReadOnlyList<string> Lines);

/// <summary>A format with everything in it. <paramref name="Encoding"/> is what its hash is made of (base64 in JSON).</summary>
public sealed record FormatTexts(FormatView Format, byte[] Encoding);
