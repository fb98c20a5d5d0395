using Parley.Exchange.Imports;
using Parley.Exchange.Places;
using Parley.Volumes;
using Parley.Volumes.Earth;

namespace Parley.Exchange.Tests.Places;

public sealed class AreaTextTests
{
    [Theory]
    [InlineData("511200N 0010000W")]
    [InlineData("5112N00100W")]
    [InlineData("5112N 00100W")]
    [InlineData("51-12N 001-00W")]
    [InlineData("51-12.0N 001-00.0W")]
    [InlineData("51-12-00N 001-00-00W")]
    [InlineData("51.2N 1.0W")]
    [InlineData("51°12'00\"N 001°00'00\"W")]
    [InlineData("N5112 W00100")]
    [InlineData("N51-12.0 W001-00.0")]
    [InlineData("511200.0N 0010000.0W")]
    [InlineData("5112N-00100W")]
    [InlineData("A.51-12.0N 001-00.0W")]
    public void Position_AnyNotation_IsRead(string text) =>
        Assert.Equal([new PointShape(At(51.2, -1))], Read(text));

    [Theory]
    [InlineData("RWY 09 1530-1700 N OF", 0)]
    [InlineData("UK0171W996F PSN 540236N 0032823W", 1)]
    [InlineData("1299N 00100W", 0)]
    public void Position_NoneThere_NoneRead(string text, int count) => Assert.Equal(count, Read(text).Count);

    [Fact]
    public void Position_LongitudeFirst_IsTurnedWithRemark()
    {
        var remarks = new Remarks();
        Assert.Equal([new PointShape(At(51.2, -1))], Read("PSN 0010000W 511200N", remarks));
        Assert.True(remarks.Has(ImportRemarkKind.Reversed));
    }

    [Theory]
    [InlineData("504118N 002647E", 50.688333, 0.446389)]
    [InlineData("69-03.5N 014-32,0E", 69.058333, 14.533333)]
    [InlineData("79-28-87N 061-33.00E", 79.481167, 61.55)]
    public void Position_Mistyped_IsMendedWithRemark(string text, double latitude, double longitude)
    {
        var remarks = new Remarks();
        var point = Assert.IsType<PointShape>(Assert.Single(Read(text, remarks)));
        Assert.Equal(latitude, point.At.Latitude, 5);
        Assert.Equal(longitude, point.At.Longitude, 5);
        Assert.True(remarks.Has(ImportRemarkKind.CoordinateMended));
    }

    [Theory]
    [InlineData("WI 5NM RADIUS OF 511200N 0010000W (TOWN)", 9260)]
    [InlineData("WI 5NM RADIUS: 511200N 0010000W", 9260)]
    [InlineData("WITHIN 1NM RADIUS CENTRED ON PSN 511200N 0010000W", 1852)]
    [InlineData("CIRCLE RADIUS 2.5NM CENTERED AT 511200N 0010000W", 4630)]
    [InlineData("WITHIN 40 MILES OF 51-12N 001-00W", 74080)]
    [InlineData("WITHIN SIX MILES OF 51-12N 001-00W", 11112)]
    [InlineData("WITHIN 500 METERS OF: A. 51-12N 001-00W", 500)]
    [InlineData("UAS OPR WI 30M OF PSN 511200N 0010000W", 30)]
    [InlineData("PSN 511200N 0010000W (MILL), 200M RADIUS", 200)]
    [InlineData("ORIGO 51-12N 001-00W RADIUS 10KM", 10000)]
    public void Circle_AnyWords_IsRead(string text, int metres) =>
        Assert.Equal([Circle.Make(At(51.2, -1), metres).Must()], Read(text));

    [Fact]
    public void Circle_WithoutUnit_IsRefusedWithRemark()
    {
        var remarks = new Remarks();
        Assert.Empty(Read("WI 0.27 RADIUS OF 511200N 0010000W", remarks));
        Assert.True(remarks.Has(ImportRemarkKind.ShapeRefused));
    }

    [Theory]
    [InlineData("WI AN AREA BOUNDED BY: 5100N 00100W - 5200N 00100W - 5200N 00200W - 5100N 00100W (HILLS)")]
    [InlineData("BOUNDED BY STRAIGHT LINES JOINING 5100N 00100W, 5200N 00100W TO 5200N 00200W THENCE TO 5100N 00100W.")]
    [InlineData("DANGER AREA:\nA. 51-00N 001-00W\nB. 52-00N 001-00W\nC. 52-00N 002-00W\nD. 51-00N 001-00W")]
    [InlineData("UAS WI 5100N 00100W - 5200N 00100W - 5200N 00200W - 5100N 00100W")]
    public void Area_Closed_IsPolygon(string text)
    {
        var remarks = new Remarks();
        Assert.Equal([Polygon.Make([At(51, -1), At(52, -1), At(52, -2)], Edge.Geodesic).Must()], Read(text, remarks));
        Assert.False(remarks.Has(ImportRemarkKind.RingClosed));
    }

    [Fact]
    public void Area_LeftOpen_IsClosedWithRemarkWhereItsAuthorsCloseRings()
    {
        const string Text = "AREA BOUNDED BY 51-00N 001-00W, 52-00N 001-00W, 52-00N 002-00W.";
        var (pilots, sailors) = (new Remarks(), new Remarks());
        Read(Text, pilots);
        var polygon = Assert.IsType<Polygon>(Assert.Single(AreaText.Read(Text, AreaHabits.Shipping, false, sailors)));
        Assert.Equal(Edge.Rhumb, polygon.Edges);
        Assert.True(pilots.Has(ImportRemarkKind.RingClosed));
        Assert.False(sailors.Has(ImportRemarkKind.RingClosed));
    }

    [Fact]
    public void Area_VertexTwice_IsTakenOnceWithRemark()
    {
        var remarks = new Remarks();
        var polygon = Assert.IsType<Polygon>(Assert.Single(Read("BOUNDED BY 5100N 00100W - 5200N 00100W - 5200N 00100W - 5200N 00200W - 5100N 00100W", remarks)));
        Assert.Equal(3, polygon.Vertices.Count);
        Assert.True(remarks.Has(ImportRemarkKind.VertexRepeated));
    }

    [Fact]
    public void Area_OfTwoPlaces_IsRefusedWithRemark()
    {
        var remarks = new Remarks();
        Assert.Empty(Read("BOUNDED BY 5100N 00100W - 5200N 00100W", remarks));
        Assert.True(remarks.Has(ImportRemarkKind.ShapeRefused));
    }

    [Fact]
    public void Areas_LetteredOrNamed_AreSeveral()
    {
        const string Ring = "51-00N 001-00W, 52-00N 001-00W, 52-00N 002-00W, 51-30N 002-00W.";
        Assert.Equal(2, Read($"IN AREAS BOUND BY:\n   A. {Ring}\n   B. {Ring}").Count);
        Assert.Equal(2, Read($"WI 2 AREAS BOUNDED BY: AREA 1: {Ring} AREA 2: {Ring}").Count);
        Assert.Equal(2, Read("IN AREAS WITHIN: A. 30 MILES OF 57-33N 010-21W. B. 50 MILES OF 57-22N 008-49W.").OfType<Circle>().Count());
    }

    [Fact]
    public void Area_BetweenParallelsAndMeridians_FollowsThem()
    {
        var shapes = Read("A. IN AREA BETWEEN 36-20N 36-40N AND 023-40E 024-10E. B. WITHIN 5 MILES OF 36-00N 023-00E.");
        var box = Assert.IsType<Polygon>(shapes[0]);
        Assert.Equal((Edge.Straight, 4), (box.Edges, box.Vertices.Count));
        Assert.IsType<Circle>(shapes[1]);
    }

    [Theory]
    [InlineData("ALONG RHUMB LINES", Edge.Rhumb)]
    [InlineData("ALONG PARALLELS", Edge.Straight)]
    [InlineData("", Edge.Geodesic)]
    public void Edges_AsTheTextSays(string words, Edge edges) =>
        Assert.Equal(edges, Assert.IsType<Polygon>(Assert.Single(Read($"BOUNDED {words} BY 5100N 00100W - 5200N 00100W - 5200N 00200W - 5100N 00100W"))).Edges);

    [Fact]
    public void Edge_AlongCoast_IsStraightWithRemark()
    {
        var remarks = new Remarks();
        Read("BOUNDED BY 5100N 00100W - 5200N 00100W THEN COASTAL LINE TO 5200N 00200W - 5100N 00100W", remarks);
        Assert.True(remarks.Has(ImportRemarkKind.EdgeStraight));
    }

    [Theory]
    [InlineData("THENCE CLOCKWISE BY THE ARC OF A CIRCLE RADIUS 5NM CENTRED ON 5100N 00100W TO 5100N 00052W", "5050N 00100W", true)]
    [InlineData("THENCE THE ANTICLOCKWISE ARC OF A CIRCLE RADIUS OF 5NM CENTRED ON 5100N 00100W BTN 510500N 0010000W - 510000N 0005203W", "5200N 00000E", false)]
    public void Arc_IsDrawnWithinTheBound(string words, string last, bool isClockwise)
    {
        var remarks = new Remarks();
        var polygon = Assert.IsType<Polygon>(Assert.Single(Read($"AREA BOUNDED BY 510500N 0010000W {words} - {last} - 510500N 0010000W", remarks)));
        var centre = At(51, -1);
        var drawn = polygon.Vertices.Skip(1).TakeWhile(v => Globe.Distance(centre, v) < 9400).SkipLast(1).ToArray();
        // A quarter one way, three the other.
        Assert.InRange(drawn.Length, isClockwise ? 3 : 20, isClockwise ? 12 : 60);
        Assert.All(drawn, v => Assert.InRange(Globe.Distance(centre, v), 9260 * 0.995, 9260 * 1.005));
        Assert.Contains("at most", remarks.All.Single(r => r.Kind == ImportRemarkKind.ArcDrawn).Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Arc_Chords_LeaveItByLessThanFiftyMetres()
    {
        const double Radius = 100_000;
        var places = Arc.Sector(At(60, 10), Radius, 0, 90, new Remarks()).Skip(1).ToArray();
        foreach (var (one, other) in places.Zip(places.Skip(1)))
        {
            var half = Globe.Distance(one, other) / 2;
            Assert.InRange(Radius - Math.Sqrt(Radius * Radius - half * half), 0, Parley.Exchange.Bounds.ArcDeviation);
        }
    }

    [Fact]
    public void Sector_IsPartOfACircle()
    {
        var shapes = Read("WITHIN 6.1 MILES OF: A. 69-17N 016-01E BETWEEN 315 DEGREES AND 340 DEGREES. B. 69-30N 016-01E BETWEEN 010 DEGREES AND 020 DEGREES.");
        Assert.Equal(2, shapes.OfType<Polygon>().Count());
    }

    [Fact]
    public void Corridor_HasItsWidth()
    {
        var corridor = Assert.IsType<Corridor>(Assert.Single(Read("WI 5NM EITHER SIDE OF A LINE JOINING 5100N 00100W - 5200N 00100W - 5200N 00200W")));
        Assert.Equal((9260, 3), (corridor.HalfWidth, corridor.Vertices.Count));
        Assert.Equal(1852, Assert.IsType<Corridor>(Assert.Single(Read("CORRIDOR 2NM WIDE ALONG TRACK 5100N 00100W - 5200N 00100W"))).HalfWidth);
    }

    [Fact]
    public void Trackline_WithoutWidth_SaysSo()
    {
        var remarks = new Remarks();
        var corridor = Assert.IsType<Corridor>(Assert.Single(Read("CABLE OPERATIONS ALONG TRACKLINE JOINING 51-00N 001-00W, 52-00N 001-00W.", remarks)));
        Assert.Equal(1, corridor.HalfWidth);
        Assert.True(remarks.Has(ImportRemarkKind.NoWidth));
    }

    [Theory]
    [InlineData("BOUNDED BY 5100N 00100W - 5200N 00100W - 5200N 00200W - 51")]
    [InlineData("BOUNDED BY 5100N 00100W - 5200N 00100W THENCE CLOCKWISE BY THE ARC OF A CIRCLE RADIUS 5NM CENTRED ON 5100N 00100W")]
    public void Text_CutOff_AreaIsNotGuessed(string text)
    {
        var remarks = new Remarks();
        Assert.Empty(AreaText.Read(text, AreaHabits.Aviation, isCutOff: true, remarks));
        Assert.True(remarks.Has(ImportRemarkKind.CutOff));
    }

    [Fact]
    public void Hull_HoldsAllPlaces()
    {
        var hull = Ring.Hull([At(0, 0), At(1, 1), At(1, 0), At(0, 1), At(0.5, 0.5)]);
        Assert.Equal(4, hull.Count);
        Assert.Equal(4, Ring.Hull([At(0, 179), At(1, -179), At(1, 179), At(0, -179), At(0.5, 180)]).Count);
    }

    private static Position At(double latitude, double longitude) => Position.FromDegrees(latitude, longitude)!.Value;

    private static IReadOnlyList<Shape> Read(string text, Remarks? remarks = null) => AreaText.Read(text, AreaHabits.Aviation, isCutOff: false, remarks ?? new Remarks());
}
