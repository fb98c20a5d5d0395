using Parley.Control;
using Parley.Control.Messages;
using Parley.Ledger;
using Parley.Lines.Activities;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Notices;
using Parley.Station.Activities;
using Parley.Volumes;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>What is typed of activities, turned into what travels.</summary>
internal static class ActivityInputs
{
    /// <summary>Why something cannot be said, whatever the operation answers with.</summary>
    public sealed record Why(Refusal Refusal, string Detail);

    /// <summary>The volumes of these texts; null with the reason.</summary>
    public static IReadOnlyList<Volume>? Volumes(IReadOnlyList<string> texts, out Why why)
    {
        why = new Why(Refusal.NoVolume, "");
        if (texts.Count > Parley.Lines.Bounds.ActivityVolumes || texts.Sum(t => t.Length + 1) > Parley.Lines.Bounds.ActivityVolumesLength)
        {
            why = new Why(Refusal.NoVolume, "An activity has at most 16 volumes, together 16384 characters, some 500 vertices.");
            return null;
        }

        var volumes = new List<Volume>();
        foreach (var text in texts)
        {
            if (FieldText.Volume(text) is not { } volume)
            {
                _ = Parley.Volumes.Texts.VolumeText.TryParse(text.EndsWith('\n') ? text : text + "\n", out _, out var line);
                why = new Why(
                    Refusal.NoVolume,
                    $"Volume {volumes.Count + 1} is none: its line {line} is wrong, or breaks a rule of shapes (it crosses itself, a limit is below another, " +
                        "an end is before its begin). docs/formats/volume.md says how volumes are written.");
                return null;
            }

            volumes.Add(volume);
        }

        return volumes;
    }

    /// <summary>The line and, in its picture, what one may ask of it; null with the reason.</summary>
    public static LineState? Line(OperationContext context, string name, out PictureGlance glance, out Why why)
    {
        glance = null!;
        var line = LineNames.Find(context.Memory, name, out var refused);
        why = line is null ? new Why(refused.Why, refused.Detail) : null!;
        if (line is not null)
            glance = context.Memory.Pictures.Of(line, context.Step.Now);
        return line;
    }

    /// <summary>Whether a word would count, by the fold by which everybody reads it; the reason when it would not.</summary>
    public static Why? Tried(OperationContext context, LineState line, PictureGlance glance, IReadOnlyList<EntryRef> regards, object what)
    {
        var own = context.Memory.Own;
        var entry = new EntryRef(own, line.OwnGeneration ?? default, Lane.Ordinary, Parley.Lines.Bounds.FeedSize);
        var position = new Parley.Lines.Transcripts.TranscriptPosition(Timestamp.MaxValue, long.MaxValue, own, entry.Generation, entry.Lane, entry.Index);
        var next = new ActivitySaid(entry, position, context.Step.Now, Precedence.Routine, Status.Actual, regards, line.Heads, line.Heads, what);
        return glance.Read((book, _) => book.Try(next)) switch
        {
            ActivityEffect.Took => null,
            ActivityEffect.NoSuchWord => new Why(
                Refusal.NoSuchWord,
                "That word does not exist there: a humanitarian site or movement is not objected to, consented to or bargained about, and nothing else is noted."),
            ActivityEffect.NoActivity => new Why(Refusal.UnknownEntry, "There is no such activity on this line. 'activity list' names those that there are."),
            ActivityEffect.NotTheirs => new Why(
                Refusal.NotOurStep, "That is not ours to say: an activity is changed by its author, and a proposal is agreed to by the other side."),
            ActivityEffect.AfterTheEnd => new Why(Refusal.ActivityMisplaced, "The activity was ended or cancelled before."),
            ActivityEffect.NoReserve => new Why(Refusal.ActivityMisplaced, "There is no reserve to confirm."),
            ActivityEffect.Overtaken => new Why(Refusal.ActivityMisplaced, "The activity has moved since. Look at the overlap again."),
            _ => new Why(Refusal.ActivityMisplaced, "There is no such proposal that still stands."),
        };
    }

    /// <summary>Why a draft of activities cannot leave any more: what it is about has moved or ended since, or its reserve has run out. Null when it can, and for drafts of other
    /// kinds.</summary>
    public static Refused<DraftView>? Overtaken(OperationContext context, LineState line, Draft draft)
    {
        if (!EntryKind.IsOfActivity(draft.Words.Kind) ||
            ActivitySaid.WhatOf(draft.Words.Kind, draft.Words.ToContent(new byte[Content.SeedSize])) is not { } what)
            return null;
        if (what is ActivityContent { ReserveUntil: var reserve, Aid: var aid })
        {
            return reserve <= context.Step.Now || aid?.Expires <= context.Step.Now
                ? new Refused<DraftView>(Refusal.ActivityMisplaced, "The time for which it holds is over. Write it anew.")
                : null;
        }

        return Tried(context, line, context.Memory.Pictures.Of(line, context.Step.Now), draft.Regards, what) is { } not
            ? new Refused<DraftView>(not.Refusal, not.Detail)
            : null;
    }

    /// <summary>Words of an entry that was named; null with the reason.</summary>
    public static EntryRef? Entry(LineState line, string text, out Why why)
    {
        var entry = EntryRef.Parse(text) is { } parsed && line.Heads.Covers(parsed) ? parsed : (EntryRef?)null;
        why = new Why(Refusal.UnknownEntry, $"'{text}' is no entry of this line here. 'activity list' names activities by their entries.");
        return entry;
    }

    /// <summary>Saves a draft, or lets the words leave where this officer may release them.</summary>
    public static Outcome<DraftView> Say(OperationContext context, Writing.Frame frame, Words words, string? key) => Calls.Say(context, frame, words, key);
}
