using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Volumes;

namespace Parley.Lines.Activities;

/// <summary>What its author says of an activity that it has notified. Closed.</summary>
public enum ActivityStep
{
    /// <summary>A reserve becomes a plan.</summary>
    Confirm = 1,

    /// <summary>Other volumes, or another validity of a site or movement.</summary>
    Amend,
    Activate,

    /// <summary>It is not where it was notified to be: here it is.</summary>
    Deviate,

    /// <summary>Whoever does it is in distress, or cannot keep to anything.</summary>
    Emergency,
    End,
    Cancel,
}

/// <summary>Names of steps, in contents and commands.</summary>
public static class ActivitySteps
{
    private static readonly string[] Names = ["", "confirm", "amend", "activate", "deviate", "emergency", "end", "cancel"];

    public static string Name(this ActivityStep step) => Names[(int)step];

    public static ActivityStep? Parse(string name) => Array.IndexOf(Names, name) is var at and > 0 ? (ActivityStep)at : null;

    /// <summary>Steps that say where it is from now on.</summary>
    public static bool TakesVolumes(this ActivityStep step) => step is not (ActivityStep.End or ActivityStep.Cancel);

    /// <summary>Steps that mean nothing without a place.</summary>
    public static bool NeedsVolumes(this ActivityStep step) => step == ActivityStep.Deviate;

    /// <summary>Steps that wait for no second officer: somebody is where nobody expects him.</summary>
    public static bool IsUrgent(this ActivityStep step) => step is ActivityStep.Deviate or ActivityStep.Emergency;
}

/// <summary>A step of the activity that it regards. Fields in order: `step`; `expires` (milliseconds since 1970, UTC) where a site or movement is renewed; `language` and `text`
/// where there are words beside it; and where it moves `volume.1`, `volume.2` …, which take the place of all former ones.</summary>
/// <param name="Expires">Of an amendment of a site or movement: its new expiry.</param>
public sealed record ActivityStepContent(ActivityStep Step, IReadOnlyList<Volume> Volumes, Timestamp? Expires = null, Note? Note = null)
{
    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("step", Step.Name())];
        if (Expires is { } expires)
            fields.Add(Fields.Of("expires", expires));
        fields.AddNote(Note);
        return new Words(EntryKind.ActivityStep, [.. fields, .. FieldCursor.Of(Volumes)], Step.IsUrgent() ? 1 : null);
    }

    /// <summary>Null when the content is no step, or an amendment that changes nothing.</summary>
    public static ActivityStepContent? From(Content content)
    {
        var fields = new FieldCursor(content);
        if (fields.Take("step") is not { } name || ActivitySteps.Parse(name) is not { } step)
            return null;
        Timestamp? expires = null;
        if (fields.Take("expires") is { } text && (step != ActivityStep.Amend || (expires = ActivityContent.Time(text)) is null))
            return null;
        return fields.NoteNext(out var note) && fields.Volumes() is { } volumes && fields.AtEnd && IsWhole(step, volumes.Count, expires)
            ? new ActivityStepContent(step, volumes, expires, note)
            : null;
    }

    /// <summary>Whether a step says all that it must, and no place where it has none.</summary>
    public static bool IsWhole(ActivityStep step, int volumes, Timestamp? expires) =>
        volumes <= Bounds.ActivityVolumes && (volumes == 0 || step.TakesVolumes()) && (volumes > 0 || !step.NeedsVolumes()) &&
        (step != ActivityStep.Amend || volumes > 0 || expires is not null);

    /// <inheritdoc/>
    public bool Equals(ActivityStepContent? other) => other is not null && (Step, Expires, Note) == (other.Step, other.Expires, other.Note) &&
        Volumes.SequenceEqual(other.Volumes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Step, Expires, Volumes.Count);
}
