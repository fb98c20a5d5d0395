namespace Parley.Ledger;

/// <summary>Every limit of this project, with its unit. A text or a proof beyond one of them is refused when parsed.</summary>
public static class Bounds
{
    /// <summary>Largest size of a log, in leaves: 2^53-1, the largest integer that every JSON reader keeps exactly.</summary>
    public const long MaxLogSize = (1L << 53) - 1;

    /// <summary>Levels of the largest log: a proof holds at most this many digests, a frontier too.</summary>
    public const int MaxLevels = 53;

    /// <summary>Last instant of the year 9999, in milliseconds since 1970-01-01T00:00:00Z.</summary>
    public const long MaxUnixMilliseconds = 253_402_300_799_999;

    /// <summary>Length of an origin, of a key name and of a cosigner's name, in characters (ASCII, so in bytes too).</summary>
    public const int MaxNameLength = 256;

    /// <summary>Length of a cosignature's own sizes, in characters (ASCII).</summary>
    public const int MaxOwnLength = 160;

    /// <summary>Ranges in one text of a <see cref="RangeSet"/>.</summary>
    public const int MaxRanges = 1024;

    /// <summary>Length of the text of a <see cref="RangeSet"/>, in characters: twice 16 digits, hyphen and comma each.</summary>
    public const int MaxRangesLength = MaxRanges * 34;

    /// <summary>Length of a checkpoint's body, in bytes.</summary>
    public const int MaxCheckpointLength = 512;

    /// <summary>Length of a cosignature's signed text, in bytes.</summary>
    public const int MaxCosignatureLength = 1024 + MaxRangesLength + MaxCheckpointLength;

    /// <summary>Length of the text of a signed note, in bytes.</summary>
    public const int MaxNoteTextLength = 64 * 1024;

    /// <summary>Signature lines of a signed note; 16 is the least that the C2SP text lets a verifier demand.</summary>
    public const int MaxNoteSignatures = 16;

    /// <summary>Length of one signature in a note without its key id, in bytes; ML-DSA-87 beside P-384 needs 4,723.</summary>
    public const int MaxSignatureLength = 8 * 1024;

    /// <summary>Length of one signature line without its newline, in bytes: em dash, name, base64 and two spaces.</summary>
    public const int MaxSignatureLineLength = 3 + 2 + MaxNameLength + ((MaxSignatureLength + 4 + 2) / 3 * 4);
}
