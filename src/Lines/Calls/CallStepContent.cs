using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Calls;

/// <summary>A step of the call whose request the entry regards: what its author says, and no more. A closed family; the field `step` comes first and says which member it
/// is. After the fields of a member come `language` and `text` where there are words beside it.</summary>
public abstract record CallStepContent
{
    private protected CallStepContent(Note? note) => Note = note;

    /// <summary>Words beside it.</summary>
    public Note? Note { get; init; }

    /// <summary>What the step is called in contents.</summary>
    public abstract string Name { get; }

    /// <summary>That a request was seen never waits for a second officer; the rest goes by the line's release rule.</summary>
    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("step", Name)];
        Write(fields);
        fields.AddNote(Note);
        return new Words(EntryKind.CallStep, fields, this is AcknowledgedStep ? 1 : null);
    }

    /// <summary>Whether it is that side's to say at all: an asker does not answer himself, and the asked side does not cancel.</summary>
    public bool IsFor(bool isAsker) => this switch
    {
        AcknowledgedStep or DeclinedStep => !isAsker,
        CancelledStep => isAsker,
        _ => true,
    };

    private protected virtual void Write(List<ContentField> fields)
    {
    }

    /// <summary>Null when the content is no step of a call.</summary>
    public static CallStepContent? From(Content content)
    {
        if (!content.NoteOf(out var note))
            return null;
        return content.TextOf("step") switch
        {
            "acknowledged" => new AcknowledgedStep(note),
            "countered" => CounteredStep.Of(content, note),
            "scheduled" => ScheduledStep.Of(content, note),
            "held" => HeldStep.Of(content, note),
            "readout" => ReadoutStep.Of(content, note),
            "declined" => DeclinedStep.Of(content, note),
            "cancelled" => new CancelledStep(note),
            _ => null,
        };
    }
}

/// <summary>The author's staff has the request. It agrees to nothing.</summary>
public sealed record AcknowledgedStep(Note? Note = null) : CallStepContent(Note)
{
    public override string Name => "acknowledged";
}

/// <summary>Other times instead of those that the author proposed before, or of those of the other side. Fields: `times`, `minutes`, as in a request.</summary>
public sealed record CounteredStep(IReadOnlyList<Timestamp> Times, int Minutes, Note? Note = null) : CallStepContent(Note)
{
    public override string Name => "countered";

    private protected override void Write(List<ContentField> fields) => fields.AddRange([CallTimes.Field(Times), CallTimes.Field(Minutes)]);

    internal static CounteredStep? Of(Content content, Note? note) =>
        CallTimes.Of(content) is { } times && CallTimes.MinutesOf(content) is { } minutes ? new CounteredStep(times, minutes, note) : null;

    /// <inheritdoc/>
    public bool Equals(CounteredStep? other) => base.Equals(other) && Times.SequenceEqual(other.Times) && Minutes == other.Minutes;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), Times.Count, Minutes);
}

/// <summary>The author accepts a time that the other side proposed. Field: `at` (milliseconds since 1970, UTC).</summary>
public sealed record ScheduledStep(Timestamp At, Note? Note = null) : CallStepContent(Note)
{
    public override string Name => "scheduled";

    private protected override void Write(List<ContentField> fields) => fields.Add(Fields.Of("at", At));

    internal static ScheduledStep? Of(Content content, Note? note) => content.TimeOf("at") is { } at ? new ScheduledStep(at, note) : null;
}

/// <summary>They talked, by the author's word. Fields: `from`, `to` (milliseconds since 1970, UTC; at most a day apart).</summary>
public sealed record HeldStep(Timestamp Start, Timestamp End, Note? Note = null) : CallStepContent(Note)
{
    public override string Name => "held";

    private protected override void Write(List<ContentField> fields) => fields.AddRange([Fields.Of("from", Start), Fields.Of("to", End)]);

    internal static HeldStep? Of(Content content, Note? note) =>
        content.TimeOf("from") is { } from && content.TimeOf("to") is { } to && IsStretch(from, to) ? new HeldStep(from, to, note) : null;

    /// <summary>It ends when it begins or after, at most a day later.</summary>
    public static bool IsStretch(Timestamp from, Timestamp to) => from <= to && to - from <= TimeSpan.FromMinutes(Bounds.CallMinutes);
}

/// <summary>What the author says was said. Fields: `readout-language`, `agreed` where both sides agreed on a text (what the author has as that text), `own` where it
/// has one of its own; one of the two at least. `language` and `text` are never the readout.</summary>
public sealed record ReadoutStep(string Language, string? Agreed, string? Own, Note? Note = null) : CallStepContent(Note)
{
    public override string Name => "readout";

    private protected override void Write(List<ContentField> fields)
    {
        fields.Add(Fields.Of("readout-language", Language));
        if (Agreed is not null)
            fields.Add(Fields.Of("agreed", Agreed));
        if (Own is not null)
            fields.Add(Fields.Of("own", Own));
    }

    internal static ReadoutStep? Of(Content content, Note? note)
    {
        var (agreed, own) = (content.TextOf("agreed"), content.TextOf("own"));
        return content.TextOf("readout-language") is { } language && MessageContent.IsLanguage(language) && (agreed is not null || own is not null) &&
            IsPart(content["agreed"], agreed) && IsPart(content["own"], own)
                ? new ReadoutStep(language, agreed, own, note)
                : null;
    }

    private static bool IsPart(ContentField? field, string? text) => field is null || (text is not null && MessageContent.IsText(text));
}

/// <summary>No call, by the asked side. Field: `reason` (version and number, such as `1/0`; see <see cref="DeclineReason"/>). It is never left out.</summary>
public sealed record DeclinedStep(DeclineReason Reason, Note? Note = null) : CallStepContent(Note)
{
    public override string Name => "declined";

    private protected override void Write(List<ContentField> fields) => fields.Add(Fields.Of("reason", Reason.ToString()));

    internal static DeclinedStep? Of(Content content, Note? note) =>
        content.TextOf("reason") is { } text && DeclineReason.Parse(text) is { } reason ? new DeclinedStep(reason, note) : null;
}

/// <summary>The asker takes the request back.</summary>
public sealed record CancelledStep(Note? Note = null) : CallStepContent(Note)
{
    public override string Name => "cancelled";
}
