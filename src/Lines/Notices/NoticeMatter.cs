namespace Parley.Lines.Notices;

/// <summary>A notice as it was said.</summary>
/// <param name="Entry">By which others name it.</param>
/// <param name="Party">Whose word it is.</param>
/// <param name="Regards">What it names as its predecessors.</param>
/// <param name="Receipt">When the other side received it; null: not as far as is known.</param>
public sealed record NoticeSaid(string Entry, string Party, NoticeFormat Format, Notice Notice, IReadOnlyList<string> Regards, Receipt? Receipt);

/// <summary>Where an announced event stands. It follows from words alone: an event whose time is past and of which nothing was said stays open.</summary>
public enum EventState
{
    /// <summary>Announced, and nothing more was said.</summary>
    Announced,
    Started,
    Completed,
    Cancelled,
}

/// <summary>What a notice that follows another one came to.</summary>
public enum StepEffect
{
    Took,

    /// <summary>It names none of the notices that are here, or more than one matter.</summary>
    NoPredecessor,

    /// <summary>Its form does not follow that form.</summary>
    NotAfterThat,

    /// <summary>Only its author changes a notice.</summary>
    NotTheirs,

    /// <summary>There is no event of that number.</summary>
    NoSuchEvent,

    /// <summary>All that it is about is completed or cancelled already.</summary>
    AfterTheEnd,
}

/// <summary>One of the events that a notice announced.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Start">As announced, or as it was moved to.</param>
public sealed record NoticeEvent(int Number, EventState State, DateTimeOffset? Start, DateTimeOffset? End)
{
    public bool IsClosed => State is EventState.Completed or EventState.Cancelled;
}

/// <summary>A word that followed.</summary>
public sealed record NoticeStep(NoticeSaid Said, StepEffect Effect);

/// <summary>An announcement with all that was said of it since.</summary>
/// <param name="Current">The announcement, or the last amendment that took its place.</param>
/// <param name="Steps">In the order of the transcript.</param>
public sealed record NoticeMatter(NoticeSaid First, NoticeSaid Current, IReadOnlyList<NoticeEvent> Events, IReadOnlyList<NoticeStep> Steps)
{
    /// <summary>A window stays open until each announced event is closed.</summary>
    public bool IsOpen => Events.Any(e => !e.IsClosed);

    /// <summary>Open events whose notice of completion is late.</summary>
    public IEnumerable<NoticeEvent> Overdue(DateTimeOffset now) => First.Format.Clocks.Completion is { } minutes
        ? Events.Where(e => !e.IsClosed && e.End is { } end && now - end > TimeSpan.FromMinutes(minutes))
        : [];
}
