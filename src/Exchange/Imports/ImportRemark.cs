namespace Parley.Exchange.Imports;

/// <summary>What reading a notice lost, mended or assumed. The officer sees all of them before the notice becomes an entry.</summary>
public enum ImportRemarkKind
{
    /// <summary>The author calls the end an estimate.</summary>
    EndEstimated = 1,

    /// <summary>There is no end: permanent, or until further notice.</summary>
    NoEnd,

    /// <summary>24 o'clock is taken as the midnight that follows.</summary>
    Midnight,

    /// <summary>An arc is drawn as chords; with the greatest deviation.</summary>
    ArcDrawn,

    /// <summary>An edge along a coast, a border or another line that the text does not draw is straight here.</summary>
    EdgeStraight,

    /// <summary>Longitude stood before latitude.</summary>
    Reversed,

    /// <summary>A coordinate with a digit or sign too few or too many; with what was taken.</summary>
    CoordinateMended,

    /// <summary>The ring did not come back to its first vertex.</summary>
    RingClosed,

    /// <summary>A vertex stood twice in a row.</summary>
    VertexRepeated,

    /// <summary>Edges of the ring cross each other: the hull of its vertices is taken.</summary>
    RingCrosses,

    /// <summary>What the text draws breaks a bound, or has too few vertices.</summary>
    ShapeRefused,

    /// <summary>The text draws far less than the Q line does, or something elsewhere: one of them is wrong.</summary>
    Doubtful,

    /// <summary>A line without a width: a metre to either side is taken.</summary>
    NoWidth,

    /// <summary>The shape is the circle of the Q line, for the text draws none.</summary>
    QLineOnly,

    /// <summary>The shape is the drawing beside the words, for the words draw none.</summary>
    GeometryOnly,

    /// <summary>Areas are named and not drawn; with their names.</summary>
    NamedOnly,

    /// <summary>The text ends in the middle.</summary>
    CutOff,

    /// <summary>Heights are those of the Q line.</summary>
    HeightsOfQLine,

    /// <summary>No heights are stated: everything is taken.</summary>
    NoHeights,

    /// <summary>Words of heights that were not understood, or are upside down.</summary>
    HeightsUnread,

    /// <summary>Words of the times that were not understood: the whole validity is taken.</summary>
    TimesUnread,

    /// <summary>Times by sunrise or sunset: the whole day is taken.</summary>
    SunTimes,

    /// <summary>An exception that was not understood (holidays): more is taken than is meant.</summary>
    ExceptionUnread,

    /// <summary>The file states no validity: that of the import is taken.</summary>
    ValidityAssumed,

    /// <summary>It replaces or cancels something that it does not name.</summary>
    RefersToNothing,

    /// <summary>A property of the drawing, kept as words.</summary>
    Property,
}

/// <summary>A remark with its words.</summary>
public sealed record ImportRemark
{
    public ImportRemark(ImportRemarkKind kind, string words) =>
        (Kind, Words) = (kind, words.Length <= Bounds.RemarkLength ? words : words[..Bounds.RemarkLength]);

    public ImportRemarkKind Kind { get; }

    /// <summary>At most <see cref="Bounds.RemarkLength"/> characters.</summary>
    public string Words { get; }
}

/// <summary>Remarks as they come, none twice.</summary>
internal sealed class Remarks
{
    private readonly List<ImportRemark> all = [];

    public IReadOnlyList<ImportRemark> All => all;

    public void Add(ImportRemarkKind kind, string words)
    {
        var remark = new ImportRemark(kind, words.Trim());
        if (!all.Contains(remark))
            all.Add(remark);
    }

    public bool Has(ImportRemarkKind kind) => all.Exists(r => r.Kind == kind);
}
