using Parley.Station.Circuits;

namespace Parley.Circuits.Link;

/// <summary>Why a side closes, as it tells the other: one byte on the wire.</summary>
public enum LinkBye
{
    /// <summary>It stops, or does not want this peer any more.</summary>
    Stopped = 0,

    /// <summary>The versions of the two hellos do not meet.</summary>
    VersionMismatch = 1,

    /// <summary>What came was malformed.</summary>
    Malformed = 2,

    /// <summary>Too many frames were refused.</summary>
    TooManyRefusals = 3,

    /// <summary>A newer circuit on the same path took its place.</summary>
    Replaced = 4,

    /// <summary>More circuits than it allows.</summary>
    TooMany = 5,

    /// <summary>Any other reason.</summary>
    Other = 6,

    /// <summary>The last value; greater ones are malformed.</summary>
    Last = Other,
}

/// <summary>What the other side is told of an end.</summary>
internal static class LinkByes
{
    public static LinkBye Of(CircuitEnd end) => end switch
    {
        CircuitEnd.Stopped => LinkBye.Stopped,
        CircuitEnd.VersionMismatch => LinkBye.VersionMismatch,
        CircuitEnd.Malformed => LinkBye.Malformed,
        CircuitEnd.TooManyRefusals => LinkBye.TooManyRefusals,
        CircuitEnd.Replaced => LinkBye.Replaced,
        CircuitEnd.TooMany => LinkBye.TooMany,
        _ => LinkBye.Other,
    };
}
