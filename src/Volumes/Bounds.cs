namespace Parley.Volumes;

/// <summary>Every bound of this project, with its unit. What is beyond one of them is refused whole.</summary>
public static class Bounds
{
    /// <summary>Units of a <see cref="Position"/> in a degree: ten millionths, 11 mm on the ground.</summary>
    public const int UnitsInDegree = 10_000_000;

    /// <summary>Vertices of a polygon or of a corridor's centre line.</summary>
    public const int Vertices = 2_000;

    /// <summary>Metres within which a vertex is taken for the one before it when a shape is mended.</summary>
    public const int NearVertex = 1;

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

    /// <summary>Metres of a separation along the ground: 1,000 km.</summary>
    public const int HorizontalSeparation = 1_000_000;

    /// <summary>Metres of a separation in height: 100 km.</summary>
    public const int VerticalSeparation = 100_000;

    /// <summary>Minutes of a separation in time: a week.</summary>
    public const int SeparationMinutes = 10_080;

    /// <summary>Steps (pairs of edges, and pairs of runs of them) that one comparison of two volumes takes at most, some 0.1 s; what is not settled by then is doubtful.
    /// Two rings of 2,000 edges need
    /// fewer, but for those that are made to need more.</summary>
    public const int ComparisonSteps = 1_048_576;

    /// <summary>Boxes by which the index holds one volume.</summary>
    public const int IndexBoxes = 64;

    /// <summary>Metres above mean sea level of the lowest ground in the open: the shore of the Dead Sea, -430 m and falling by a metre a year.</summary>
    public const int LowestGround = -450;

    /// <summary>Metres above mean sea level of the highest ground: Everest, 8,849 m, rounded up.</summary>
    public const int HighestGround = 8_900;

    /// <summary>Metres by which the ground may differ at two places that are next to each other: the highest faces that are next to upright (Trango, Thor) have 1,200 to
    /// 1,340 m.</summary>
    public const int Cliff = 2_000;

    /// <summary>Metres by which the ground may differ more for each metre along the ground: the highest mountain walls (Rupal 4,600 m, Dhaulagiri 5,500 m) take as many
    /// metres along
    /// the ground as upward.</summary>
    public const int SteepestGround = 1;

    /// <summary>Metres from the sea's surface down to the lowest ground near it: Lake Assal, -155 m, 10 km from the gulf.</summary>
    public const int GroundBelowSea = 200;

    /// <summary>Metres by which the sea's surface may be off mean sea level either way: tides of 8 m to either side and the greatest surges of some 14 m, and the
    /// Caspian Sea at -28 m.</summary>
    public const int SeaSurface = 30;

    /// <summary>Metres of the geoid above the ellipsoid at its lowest: -106 m south of India (EGM2008), rounded away.</summary>
    public const int LowestGeoid = -110;

    /// <summary>Metres of the geoid above the ellipsoid at its highest: 86 m at New Guinea (EGM2008), rounded away.</summary>
    public const int HighestGeoid = 90;

    /// <summary>Metres by which a level of pressure may lie lower than by the standard pressure of 1013.25 hPa: 870 hPa at sea level (typhoon Tip, 1979, the lowest on
    /// record) is 1,268 m in
    /// the standard atmosphere (ISO 2533).</summary>
    public const int LowPressure = 1_300;

    /// <summary>Metres by which a level of pressure may lie higher: 1085 hPa at sea level (Tosontsengel, 2001, 1084.8, the highest on record) is -577 m in the standard
    /// atmosphere.</summary>
    public const int HighPressure = 600;

    /// <summary>Hundredths of its standard thickness that air between sea level and a level of pressure has at least. A tenth colder is some 28 degrees; 206 K against
    /// 288 K at the coldest
    /// ground is 0.72, and a column is not that cold up to the top.</summary>
    public const int ColdestAir = 75;

    /// <summary>Hundredths of its standard thickness that air has at most: 323 K against 288 K at the hottest ground is 1.12.</summary>
    public const int HottestAir = 115;

    /// <summary>Metres of pressure altitude above which no height follows from a pressure: the top of the standard atmosphere (ISO 2533).</summary>
    public const int TopOfAtmosphere = 80_000;

    /// <summary>Boxes that an index keeps in no order before they become a tree; a multiple of eight.</summary>
    public const int IndexTail = 256;

    /// <summary>How many times as large as all smaller trees together a tree of the index may be and still be merged with them.</summary>
    public const int IndexGrowth = 2;

    /// <summary>Boxes that a merge of the index looks at for each change, times the doublings from one box to all that it merges. It needs about three looks for each doubling
    /// and box, so it is done when a twelfth as many boxes came anew; were the boxes the worst there can be, when a third.</summary>
    public const int IndexPasses = 40;
}
