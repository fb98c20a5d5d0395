using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Service;

/// <summary>Why a crew was silent, as it says itself afterwards. Closed.</summary>
public enum ServiceCause
{
    /// <summary>Nobody was at the desk.</summary>
    DeskUnattended = 0,

    /// <summary>The crew was there and had been told not to answer.</summary>
    ToldNotToAnswer = 1,

    /// <summary>What the desk of this line works with had failed.</summary>
    LocalFault = 2,

    /// <summary>Something that several lines hang on had failed.</summary>
    CommonFault = 3,
}

/// <summary>Why its author's crew was silent for some time. Fields: `type` (`silence`), `line` (the id of the one line; none: all of them), `cause`
/// (`desk-unattended`, `told-not-to-answer`, `local-fault`, `common-fault`), `from`, `until`, then the note.</summary>
public sealed record ExplanationService(ServiceCause Cause, LineId? Line, Timestamp Begins, Timestamp Ends, Note? Note = null) : ServiceContent(Note)
{
    private static readonly string[] Causes = ["desk-unattended", "told-not-to-answer", "local-fault", "common-fault"];

    private protected override void Write(List<ContentField> fields)
    {
        fields.Add(Fields.Of("type", "silence"));
        if (Line is { } line)
            fields.Add(Fields.Of("line", line.ToString()));
        fields.AddRange([Fields.Of("cause", Causes[(int)Cause]), Fields.Of("from", Begins), Fields.Of("until", Ends)]);
    }

    internal static ExplanationService? Of(Content content, Note? note)
    {
        LineId? line = content.TextOf("line") is { } text ? LineId.Parse(text) : null;
        if (content["line"] is not null && line?.ToString() != content.TextOf("line"))
            return null;
        return content.TextOf("cause") is { } cause && Array.IndexOf(Causes, cause) is var at and >= 0 && content.TimeOf("from") is { } from &&
            content.TimeOf("until") is { } until && IsTime(from, until)
            ? new ExplanationService((ServiceCause)at, line, from, until, note)
            : null;
    }

    /// <summary>It ends after it begins, at most a year later.</summary>
    public static bool IsTime(Timestamp from, Timestamp until) => from < until && until - from <= TimeSpan.FromDays(Bounds.ExplainedDays);
}
