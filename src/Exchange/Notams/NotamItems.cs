using Parley.Exchange.Imports;

namespace Parley.Exchange.Notams;

/// <summary>The items of a NOTAM as its file has them, not yet understood (ICAO Doc 10066, appendix 3).</summary>
internal sealed record NotamItems
{
    /// <summary>Line of the file, from 1.</summary>
    public required int Line { get; init; }

    /// <summary><c>A1234/23</c>.</summary>
    public required string Number { get; init; }

    public NoticeKind Kind { get; init; } = NoticeKind.New;

    public IReadOnlyList<string> Refers { get; init; } = [];

    /// <summary>Four letters after the Q: subject and condition.</summary>
    public string Code { get; init; } = "";

    /// <summary>Flight levels of the Q line.</summary>
    public string Lower { get; init; } = "";

    public string Upper { get; init; } = "";

    /// <summary><c>5129N00028W</c>.</summary>
    public string Centre { get; init; } = "";

    /// <summary>Nautical miles.</summary>
    public string Radius { get; init; } = "";

    /// <summary>Begin, <c>YYMMDDhhmm</c>.</summary>
    public string B { get; init; } = "";

    /// <summary>End, <c>YYMMDDhhmm</c>, <c>PERM</c>, or with <c>EST</c> behind it.</summary>
    public string C { get; init; } = "";

    public string D { get; init; } = "";

    public string E { get; init; } = "";

    public string F { get; init; } = "";

    public string G { get; init; } = "";

    public DateTimeOffset? Issued { get; init; }

    /// <summary>The notice as the file has it.</summary>
    public required string Original { get; init; }

    /// <summary>Whether the file may have cut the text.</summary>
    public bool IsCutOff { get; init; }
}
