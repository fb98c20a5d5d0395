using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Transcripts;
using Parley.Volumes;

namespace Parley.Lines.Activities;

/// <summary>Words that belong to an activity, as they were said.</summary>
/// <param name="Position">Its place in the transcript.</param>
/// <param name="At">By its author's clock.</param>
/// <param name="Held">What its author's station held.</param>
/// <param name="Seen">What the officer who last approved it had been shown.</param>
/// <param name="What">One of <see cref="ActivityContent"/>, <see cref="ActivityStepContent"/>, <see cref="OverlapWordContent"/>, <see cref="AidWordContent"/>.</param>
public sealed record ActivitySaid(
    EntryRef Entry, TranscriptPosition Position, Timestamp At, Precedence Precedence, Status Status, IReadOnlyList<EntryRef> Regards, Heads Held, Heads Seen, object What)
{
    public PartyId Party => Entry.Party;

    /// <summary>The words of an entry; null when its kind is none of activities, or it is not written as they are.</summary>
    public static ActivitySaid? From(EntryHeader header, TranscriptPosition position, Content content)
    {
        return WhatOf(header.Kind, content) is { } what
            ? new ActivitySaid(header.Ref, position, header.Time, header.Precedence, header.Status, header.Regards, header.Held, header.Seen, what)
            : null;
    }

    /// <summary>What a content of that kind says of activities; null when it is none.</summary>
    public static object? WhatOf(string kind, Content content) => kind switch
    {
        EntryKind.Activity => ActivityContent.From(content),
        EntryKind.ActivityStep => ActivityStepContent.From(content),
        EntryKind.OverlapWord => OverlapWordContent.From(content),
        EntryKind.AidWord => AidWordContent.From(content),
        _ => null,
    };
}

/// <summary>Where an activity stands, by its author's words. Time alone ends none: one whose windows are past is <i>over</i> and stays as it was said.</summary>
public enum ActivityState
{
    /// <summary>The volume is held for a while, so that it can be discussed.</summary>
    Reserved = 1,
    Planned,
    Active,
    Deviating,
    Emergency,
    Ended,
    Cancelled,
}

/// <summary>What a word on an activity or an overlap came to.</summary>
public enum ActivityEffect
{
    Took = 1,

    /// <summary>It regards no activity that is here, or more than one where one is meant.</summary>
    NoActivity,

    /// <summary>Only its author changes an activity; only those whose activities meet speak of an overlap; nobody agrees to his own proposal.</summary>
    NotTheirs,

    /// <summary>It has ended or was cancelled before.</summary>
    AfterTheEnd,

    /// <summary>There is no reserve to confirm.</summary>
    NoReserve,

    /// <summary>The volumes that it speaks of do not stand any more.</summary>
    Overtaken,

    /// <summary>A word that does not exist where a humanitarian site or movement is concerned, or only exists there.</summary>
    NoSuchWord,

    /// <summary>The proposal that it is about is none, or was withdrawn.</summary>
    NoProposal,
}

/// <summary>The volumes of an activity from one word to the next that changes them.</summary>
/// <param name="Entry">The word by which they stand: the activity itself, a step, or an agreement to a counter-proposal.</param>
/// <param name="By">Whose word it is.</param>
public sealed record ActivityVersion(
    EntryRef Entry, TranscriptPosition Position, PartyId By, Timestamp At, IReadOnlyList<Volume> Volumes, Heads Held, Heads Seen)
{
    internal static ActivityVersion Of(ActivitySaid said, IReadOnlyList<Volume> volumes) =>
        new(said.Entry, said.Position, said.Party, said.At, volumes, said.Held, said.Seen);
}

/// <summary>A word that followed, and what it came to.</summary>
public sealed record ActivityFollowed(ActivitySaid Said, ActivityEffect Effect);

/// <summary>An activity with all that was said of it.</summary>
/// <param name="First">How it was notified.</param>
/// <param name="Content">The same, as it was written.</param>
/// <param name="Versions">In the order of the transcript; the last one stands.</param>
/// <param name="Expires">Of a site or movement: as it was last renewed.</param>
/// <param name="Followed">In the order of the transcript: steps, agreements that moved it, and words on a site or movement.</param>
public sealed record ActivityMatter(
    ActivitySaid First,
    ActivityContent Content,
    ActivityState State,
    IReadOnlyList<ActivityVersion> Versions,
    Timestamp? Expires,
    IReadOnlyList<ActivityFollowed> Followed)
{
    public EntryRef Entry => First.Entry;

    public PartyId Party => First.Party;

    /// <summary>The volumes as they stand.</summary>
    public ActivityVersion Current => Versions[^1];

    /// <summary>Whether its author has ended or cancelled it.</summary>
    public bool IsClosed => State is ActivityState.Ended or ActivityState.Cancelled;

    /// <summary>The first instant of its volumes and the last, as they stand.</summary>
    public (DateTimeOffset From, DateTimeOffset Until) Span =>
        (Current.Volumes.Min(v => v.Schedule.Validity.From), Current.Volumes.Max(v => v.Schedule.Validity.Until));

    /// <summary>Whether a reserve has run out without having been confirmed.</summary>
    public bool IsLapsed(Timestamp now) => State == ActivityState.Reserved && Content.ReserveUntil is { } until && until <= now;

    /// <summary>Whether what was notified is past: its windows are over, its validity has expired, or its reserve has lapsed. One that is deviating or in an emergency
    /// is not over before its author says so.</summary>
    public bool IsOver(Timestamp now) => IsClosed || IsLapsed(now) || (Expires is { } expires && expires <= now) ||
        (State is not (ActivityState.Deviating or ActivityState.Emergency) && Span.Until <= now.ToDateTimeOffset());
}
