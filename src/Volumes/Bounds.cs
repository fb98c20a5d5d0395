namespace Parley.Volumes;

/// <summary>Every bound of this project, with its unit. What is beyond one of them is refused whole.</summary>
public static class Bounds
{
    /// <summary>Units of a <see cref="Position"/> in a degree: ten millionths, 11 mm on the ground.</summary>
    public const int UnitsInDegree = 10_000_000;

    /// <summary>Vertices of a polygon or of a corridor's centre line.</summary>
    public const int Vertices = 2_000;

    /// <summary>Shapes of one volume.</summary>
    public const int Shapes = 64;

    /// <summary>Metres of a radius, a semi-axis or half a corridor's width: 5,000 km.</summary>
    public const int Extent = 5_000_000;

    /// <summary>Metres of an altitude or depth, in either direction: beyond any orbit that notices name.</summary>
    public const int Altitude = 1_000_000_000;

    /// <summary>Characters of a named area's name.</summary>
    public const int AreaNameLength = 64;

    /// <summary>Windows and rules of one schedule, together.</summary>
    public const int Windows = 256;

    /// <summary>Windows that a schedule unfolds to.</summary>
    public const int Unfolded = 4_096;

    /// <summary>Metres by which an outline may leave the edge that it stands for, while its points suffice.</summary>
    public const int Deviation = 10;

    /// <summary>Points of a shape's outline when it is measured.</summary>
    public const int OutlinePoints = 262_144;

    /// <summary>Points of a shape's outline when it is drawn or compared with another.</summary>
    public const int ComparedPoints = 8_192;

    /// <summary>Places of one outline whose distance from another is taken, besides its vertices.</summary>
    public const int Samples = 512;

    /// <summary>Characters of a position as text.</summary>
    public const int PositionTextLength = 64;

    /// <summary>Characters of a volume as text: room for every volume that can be made.</summary>
    public const int VolumeTextLength = 4 << 20;

    /// <summary>Boxes that an index keeps in no order before they become a tree; a multiple of eight.</summary>
    public const int IndexTail = 256;

    /// <summary>How many times as large as all smaller trees together a tree of the index may be and still be merged with them.</summary>
    public const int IndexGrowth = 2;

    /// <summary>Boxes that a merge of the index looks at for each change, times the doublings from one box to all that it merges. It needs about three looks for each doubling
    /// and box, so it is done when a twelfth as many boxes came anew; were the boxes the worst there can be, when a third.</summary>
    public const int IndexPasses = 40;
}
