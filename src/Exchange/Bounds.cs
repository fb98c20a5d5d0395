namespace Parley.Exchange;

/// <summary>Every bound of this project, with its unit.</summary>
public static class Bounds
{
    /// <summary>Characters of a file.</summary>
    public const int FileLength = 4 << 20;

    /// <summary>Tables and lists within each other in a file. The deepest that is of use has half as many; a parser that follows thousands runs out of stack.</summary>
    public const int FileDepth = 16;

    /// <summary>Characters of a key that the file itself names.</summary>
    public const int KeyLength = 64;

    /// <summary>Bytes of a file with notices of others: 32 MiB, some years of a state's notices.</summary>
    public const int ImportLength = 32 << 20;

    /// <summary>Characters of one notice: the longest message of the fixed network has 1,800, a bulletin joins several.</summary>
    public const int NoticeLength = 20_000;

    /// <summary>Notices and problems of one file, each.</summary>
    public const int ImportNotices = 100_000;

    /// <summary>Elements within each other in a bulletin.</summary>
    public const int BulletinDepth = 32;

    /// <summary>Characters of what a remark says.</summary>
    public const int RemarkLength = 200;

    /// <summary>Metres by which a chord may leave the arc that it stands for.</summary>
    public const int ArcDeviation = 50;

    /// <summary>Characters of a label, title or number in an exported notice.</summary>
    public const int ExportLine = 400;

    /// <summary>Characters of an identifier in an exported notice.</summary>
    public const int ExportToken = 200;

    /// <summary>Lines of an exported notice; the last one says how many are left out.</summary>
    public const int ExportLines = 16_384;

    /// <summary>Predecessors that an exported notice names.</summary>
    public const int ExportBefore = 64;

    /// <summary>Shapes of an exported notice: those of sixteen full volumes.</summary>
    public const int ExportShapes = 1_024;

    /// <summary>Points of all outlines of an exported notice; shapes beyond them are named and not drawn.</summary>
    public const int ExportPoints = 65_536;

    /// <summary>Characters of lines that every feature repeats; longer ones stand in the first alone.</summary>
    public const int ExportRepeated = 16_384;

    /// <summary>Windows that a calendar shows as events of their own; where there are more it shows one for the whole.</summary>
    public const int ExportWindows = 64;

    /// <summary>Sites, movements and problems of one file, together.</summary>
    public const int AidItems = 10_000;

    /// <summary>Characters of one row of sites and movements: a route of as many places as travel, and its words.</summary>
    public const int AidRowLength = 65_536;

    /// <summary>Characters of one property of a site or movement.</summary>
    public const int AidTextLength = 8_192;

    /// <summary>Observations and problems of one file, together.</summary>
    public const int ObservationRows = 100_000;

    /// <summary>Characters of one row of observations, over all its lines: the longest text and the longest shape, and room.</summary>
    public const int ObservationRowLength = 65_536;
}
