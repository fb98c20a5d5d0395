namespace Parley.Lines.Observations;

/// <summary>By what kind of source something was seen. Numbers are used in encodings.</summary>
public enum SourceClass
{
    Radar = 1,
    Satellite,
    Aircraft,
    Ship,
    Ground,

    /// <summary>What was sent by radio, read or not.</summary>
    Signals,
    Person,

    /// <summary>Press, public tracking, publications.</summary>
    Open,

    /// <summary>Another state or organisation told us.</summary>
    Liaison,
}

/// <summary>How far the source is relied on: the letter of the Admiralty grading.</summary>
public enum Reliability
{
    /// <summary>Completely reliable.</summary>
    A = 1,

    /// <summary>Usually reliable.</summary>
    B,

    /// <summary>Fairly reliable.</summary>
    C,

    /// <summary>Not usually reliable.</summary>
    D,

    /// <summary>Unreliable.</summary>
    E,

    /// <summary>Cannot be judged.</summary>
    F,
}

/// <summary>Reads and writes sources and gradings. The number of a grading is 1 (confirmed by others), 2 (probably true), 3 (possibly true), 4 (doubtful), 5 (improbable),
/// 6 (cannot be judged).</summary>
public static class Gradings
{
    private static readonly string[] Names = ["", "radar", "satellite", "aircraft", "ship", "ground", "signals", "person", "open", "liaison"];

    public static string Name(this SourceClass source) => Names[(int)source];

    public static SourceClass? ParseSource(string name) => Array.IndexOf(Names, name) is var at and > 0 ? (SourceClass)at : null;

    /// <summary>Letter and number, such as <c>B2</c>; null for anything else.</summary>
    public static (Reliability Reliability, int Confidence)? Parse(string text) =>
        text is [>= 'A' and <= 'F' and var letter, >= '1' and <= '6' and var number] ? ((Reliability)(letter - 'A' + 1), number - '0') : null;
}
