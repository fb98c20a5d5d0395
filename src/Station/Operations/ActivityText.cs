using System.Globalization;
using Parley.Lines.Activities;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Station.Operations;

/// <summary>Words on activities as sentences, for transcripts and lists.</summary>
internal static class ActivityText
{
    /// <summary>The text of an entry; null when it is none of activities.</summary>
    public static EntryText? Of(string kind, Content content) => kind switch
    {
        EntryKind.Activity when ActivityContent.From(content) is { } activity => new EntryText(Of(activity), activity.Note?.Language) { Addressees = activity.Addressees ?? [] },
        EntryKind.ActivityStep when ActivityStepContent.From(content) is { } step => With(Of(step), step.Note),
        EntryKind.OverlapWord when OverlapWordContent.From(content) is { } word => With(Of(word), word.Note),
        EntryKind.AidWord when AidWordContent.From(content) is { } word => With(Of(word), word.Note),
        _ => null,
    };

    public static string Of(ActivityContent activity)
    {
        var what = activity.ReserveUntil is { } until ? $"RESERVE until {EntryText.Clock(until)}, to be discussed: {activity.Kind.Name()}"
            : activity.Kind.IsHumanitarian() ? $"HUMANITARIAN {activity.Kind.Name().ToUpperInvariant()}"
            : $"ACTIVITY: {activity.Kind.Name()}";
        List<string> lines = [$"{what} {activity.Title}. Contact: {activity.Contact}."];
        if (activity.Aid is { } aid)
        {
            if (aid.Behalf is { } behalf)
                lines.Add($"On behalf of {behalf}.");
            if (aid.Vehicles is { } vehicles)
                lines.Add($"With {vehicles}.");
            if (aid.Marks is { } marks)
                lines.Add($"Marked by {marks}.");
            lines.Add($"Notified until {EntryText.Clock(aid.Expires)}. Notification is not a request; protection under law does not depend on it.");
        }

        lines.AddRange(activity.Volumes.SelectMany((v, i) => Lines(v, i, activity.Volumes.Count)));
        if (activity.Note is { } note)
            lines.Add(note.Text);
        return string.Join('\n', lines);
    }

    public static string Of(ActivityStepContent step)
    {
        var said = step.Step switch
        {
            ActivityStep.Confirm => "CONFIRMED: the reserve is a plan now.",
            ActivityStep.Amend => "AMENDED.",
            ActivityStep.Activate => "ACTIVE: it has begun.",
            ActivityStep.Deviate => "DEVIATING: it is not where it was notified to be.",
            ActivityStep.Emergency => "EMERGENCY.",
            ActivityStep.End => "ENDED.",
            _ => "CANCELLED: it will not take place.",
        };
        var expires = step.Expires is { } until ? $" Notified until {EntryText.Clock(until)}." : "";
        return string.Join('\n', step.Volumes.SelectMany((v, i) => Lines(v, i, step.Volumes.Count)).Prepend(said + expires));
    }

    public static string Of(OverlapWordContent word)
    {
        var said = word.Word switch
        {
            OverlapWord.Acknowledge => "OVERLAP known here.",
            OverlapWord.Object => "OBJECTION to the overlap.",
            OverlapWord.Counter => $"COUNTER-PROPOSAL: {MessageNumber.Of(word.For!.Value)} could be elsewhere or at another time:",
            OverlapWord.Consent => "CONSENT to the overlap as it is.",
            OverlapWord.Agree => "AGREED: the counter-proposal stands from now on.",
            _ => "WITHDRAWN: the word that this regards does not hold any more.",
        };
        return string.Join('\n', word.Volumes.SelectMany((v, i) => Lines(v, i, word.Volumes.Count)).Prepend(said));
    }

    public static string Of(AidWordContent word) => word.Word switch
    {
        AidWord.Noted => "NOTED.",
        AidWord.RouteConcern => "CONCERN about the route or place.",
        AidWord.TimeConcern => "CONCERN about the time.",
        _ => $"CANNOT GUARANTEE that it comes to no harm. {AidWords.Law}",
    };

    /// <summary>Such as <c>movement Convoy 12 (U3-1a2b)</c>.</summary>
    public static string Name(ActivityMatter matter) => $"{matter.Content.Kind.Name()} {matter.Content.Title} ({MessageNumber.Of(matter.Entry)})";

    /// <summary>Such as <c> from 2026-11-26 12:00:00Z</c>; empty when that is not known.</summary>
    public static string From(DateTimeOffset? begins) => begins is { } at ? $" from {EntryText.Clock(Parley.Ledger.Timestamp.From(at))}" : "";

    /// <summary>Why a word counts for nothing; empty where it counts.</summary>
    public static string Words(ActivityEffect effect) => effect switch
    {
        ActivityEffect.Took => "",
        ActivityEffect.NoActivity => "NOT COUNTED: it regards no activity that is here.",
        ActivityEffect.NotTheirs => "NOT COUNTED: it is not that party's to say.",
        ActivityEffect.AfterTheEnd => "NOT COUNTED: the activity was over by its author's word.",
        ActivityEffect.NoReserve => "NOT COUNTED: there was no reserve to confirm.",
        ActivityEffect.Overtaken => "NOT COUNTED: it speaks of volumes that did not stand any more.",
        ActivityEffect.NoSuchWord => "NOT COUNTED: humanitarian sites and movements are not objected to, consented to or bargained about, and nothing else is noted.",
        _ => "NOT COUNTED: there is no such proposal that still stands.",
    };

    private static IEnumerable<string> Lines(Parley.Volumes.Volume volume, int index, int count)
    {
        if (count > 1)
            yield return string.Create(CultureInfo.InvariantCulture, $"Volume {index + 1} of {count}:");
        foreach (var line in Parley.Volumes.Texts.VolumeText.Write(volume).TrimEnd('\n').Split('\n').Skip(1))
            yield return line;
    }

    private static EntryText With(string what, Note? note) => note is null ? new EntryText(what, null) : new EntryText($"{what}\n{note.Text}", note.Language);
}
