using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Silence;

/// <summary>What a station says of a silence that is over. Closed.</summary>
public enum OutageCause
{
    /// <summary>Its author's station did not run.</summary>
    Station = 0,

    /// <summary>Its author's station ran, and heard nothing of the other one.</summary>
    Circuits = 1,

    /// <summary>Its author's own circuits failed their test.</summary>
    OwnCircuits = 2,

    /// <summary>Its author's clock was wrong.</summary>
    Clock = 3,
}

/// <summary>A station's word on a silence that is over, appended by itself and on operator lines alone: it counts only for its author's side, and *they report*. Fields:
/// `cause` (`station`, `circuits`, `own-circuits`, `clock`), `from`, `until`.</summary>
/// <param name="From">The last moment of which the author's station knows that all was well.</param>
/// <param name="Until">The first one after it.</param>
public sealed record OutageContent(OutageCause Cause, Timestamp From, Timestamp Until)
{
    private static readonly string[] Causes = ["station", "circuits", "own-circuits", "clock"];

    public string CauseName => Causes[(int)Cause];

    public Content ToContent(ReadOnlySpan<byte> seed) =>
        Content.Of(seed, Fields.Of("cause", CauseName), Fields.Of("from", From), Fields.Of("until", Until));

    /// <summary>Null when the content is no outage.</summary>
    public static OutageContent? Of(Content content) =>
        content.TextOf("cause") is { } cause && Array.IndexOf(Causes, cause) is var at and >= 0 && content.TimeOf("from") is { } from &&
        content.TimeOf("until") is { } until && from <= until
            ? new OutageContent((OutageCause)at, from, until)
            : null;
}
