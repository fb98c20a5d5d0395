using System.Text.Json.Serialization;
using Parley.Lines.Charters;

namespace Parley.Control;

/// <summary>Something an officer asks of the station. Each is a named serialisable record; <see cref="Catalogue"/> lists them all with the
/// role that each needs.</summary>
public abstract record Operation
{
    /// <summary>An idempotency key chosen by the caller: the same key again is answered like the first time and not done twice. At most 64
    /// characters; the station remembers the last 8,192 keys. Null: no such guard.</summary>
    [JsonPropertyOrder(-1)]
    public string? Key { get; init; }
}

/// <summary>An operation that is answered with a <typeparamref name="TAnswer"/>.</summary>
public abstract record Operation<TAnswer> : Operation;

/// <summary>An operation that changes nothing: a query. Its members are texts, numbers and switches only, so that it fits a query string.</summary>
public abstract record Query<TAnswer> : Operation<TAnswer>;

/// <summary>An operation on one line, as the officer names it.</summary>
public interface IOnLine
{
    string Line { get; }
}

/// <summary>An operation about one entry of a line.</summary>
public interface IAboutEntry : IOnLine
{
    string Entry { get; }
}

/// <summary>How an operation ended: <see cref="Done{TAnswer}"/> or <see cref="Refused{TAnswer}"/>. Trouble on the way is an exception
/// (<see cref="ControlFault"/>).</summary>
public abstract record Outcome<TAnswer>
{
    private protected Outcome()
    {
    }
}

/// <summary>It was done, and is durable.</summary>
public sealed record Done<TAnswer>(TAnswer Answer) : Outcome<TAnswer>;

/// <summary>It was not done, and will not be. <paramref name="Detail"/> is one sentence that says what to do.</summary>
public sealed record Refused<TAnswer>(Refusal Why, string Detail) : Outcome<TAnswer>, IRefused;

/// <summary>A refusal, whatever was asked for.</summary>
public interface IRefused
{
    Refusal Why { get; }

    string Detail { get; }
}

/// <summary>The answer of an operation that has nothing to tell.</summary>
public sealed record Nothing
{
    public static Nothing Value { get; } = new();
}

/// <summary>The station's face for one signed-in officer. Safe for use from several threads.</summary>
public interface IControl
{
    /// <summary>Does one operation. When the returned task is done, the outcome is durable.</summary>
    /// <exception cref="ControlFault">The station could not be reached or could not work; whether the operation was done is not known, and
    /// asking again with the same <see cref="Operation.Key"/> is safe.</exception>
    Task<Outcome<TAnswer>> Do<TAnswer>(Operation<TAnswer> operation, CancellationToken cancel = default);

    /// <summary>What changes from now on, until cancelled. A reader that is too slow misses notes and gets one of kind
    /// <see cref="ChangeKind.Missed"/> in their place.</summary>
    IAsyncEnumerable<ChangeNote> Changes(CancellationToken cancel = default);
}

/// <summary>The station could not be reached or could not work.</summary>
public sealed class ControlFault : Exception
{
    public ControlFault()
    {
    }

    public ControlFault(string message)
        : base(message)
    {
    }

    public ControlFault(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>What kind of thing changed.</summary>
public enum ChangeKind
{
    /// <summary>Notes were left out because the reader was slow; ask anew.</summary>
    Missed,

    /// <summary>An entry of any party was recorded.</summary>
    Recorded,

    /// <summary>A receipt for one of our entries came.</summary>
    Receipt,

    /// <summary>A content that was absent came, or was opened.</summary>
    Opened,
    Line,
    Peer,
    Draft,
    Officer,
    Circuit,
    Warning,

    /// <summary>A stage of handling was entered here, or came from another party: <c>Entry</c> is the message that it is about.</summary>
    Handled,

    /// <summary>An alarm began, rang, was taken or ended; a test or the shift changed.</summary>
    Alarm,

    /// <summary>An attachment that another party named is whole here: <c>Entry</c> is the entry that names it.</summary>
    Attached,

    /// <summary>What is not excluded of a silence changed, or our own test went otherwise than before.</summary>
    Silence,

    /// <summary>Something that was seen was entered, or something was done about it.</summary>
    Observation,
}

/// <summary>One change. <paramref name="Number"/> grows by one a note while the station runs; <paramref name="Line"/> is a line id,
/// <paramref name="Mode"/> is that line's, <paramref name="Entry"/> an entry reference, <paramref name="Text"/> says in few words what, without any message text.</summary>
public sealed record ChangeNote(
    long Number, DateTimeOffset At, ChangeKind Kind, string? Line, string? Entry, string? Text, [property: JsonPropertyOrder(-1)] LineMode? Mode = null);
