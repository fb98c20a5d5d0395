using Parley.Lines.Maps;

namespace Parley.Lines.Tests.Maps;

/// <summary>Shapes that officers draw, put into the text of a volume and taken out of it.</summary>
public sealed class DrawnVolumeTests
{
    private const string Rest = "band sfc .. fl 195\nvalid 2027-02-01T10:00:00Z 2027-02-03T10:00:00Z\n";

    public static TheoryData<string> Shapes =>
    [
        "point 1.0000000 2.0000000\n",
        "circle -1.0000000 -2.0000000 5000\n",
        "polygon geodesic\nvertex 69.0000000 15.0000000\nvertex 69.0000000 17.0000000\nvertex 70.0000000 16.0000000\n",
        "polygon straight\nvertex 69.0000000 179.0000000\nvertex 69.0000000 -179.0000000\nvertex 70.0000000 180.0000000\n",
        "corridor rhumb 2500\nvertex 69.0000000 15.0000000\nvertex 69.0000000 17.0000000\n",
    ];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void What_is_read_is_written_as_the_same_text(string shape)
    {
        var text = $"volume 1\n{shape}{Rest}";
        var drawn = Assert.Single(DrawnVolume.Read(text))!;
        Assert.Equal(text, DrawnVolume.Put(text, 0, drawn, "", out var fault));
        Assert.Equal(DrawnFault.None, fault);
        Assert.Equal(text, DrawnVolume.Put("", 0, drawn, Rest, out _));
    }

    [Fact]
    public void All_else_of_the_volume_stays()
    {
        const string ellipse = "ellipse 76.5000000 13.8000000 90000 40000 172\n";
        var text = $"volume 1\n{ellipse}point 1.0000000 2.0000000\n{Rest}";
        var read = DrawnVolume.Read(text);
        Assert.Equal([null, new DrawnShape(DrawnKind.Point, DrawnEdges.Geodesic, [new MapPoint(1, 2)], 0)], read);
        var circle = new DrawnShape(DrawnKind.Circle, DrawnEdges.Geodesic, [new MapPoint(3, 4)], 700);
        Assert.Equal($"volume 1\n{ellipse}circle 3.0000000 4.0000000 700\n{Rest}", DrawnVolume.Put(text, 1, circle, "nonsense", out _));
        Assert.Equal($"volume 1\n{ellipse}point 1.0000000 2.0000000\ncircle 3.0000000 4.0000000 700\n{Rest}", DrawnVolume.Put(text, 2, circle, "", out _));
    }

    [Theory]
    [InlineData(DrawnKind.Circle, 0, DrawnFault.Extent, 1.0, 1.0)]
    [InlineData(DrawnKind.Circle, 5_000_001, DrawnFault.Extent, 1.0, 1.0)]
    [InlineData(DrawnKind.Circle, 500, DrawnFault.TooFewVertices)]
    [InlineData(DrawnKind.Point, 0, DrawnFault.Position, 91.0, 1.0)]
    [InlineData(DrawnKind.Polygon, 0, DrawnFault.TooFewVertices, 1.0, 1.0, 2.0, 2.0)]
    [InlineData(DrawnKind.Polygon, 0, DrawnFault.RepeatedVertex, 1.0, 1.0, 1.0, 1.0, 2.0, 2.0, 1.0, 2.0)]
    [InlineData(DrawnKind.Polygon, 0, DrawnFault.CrossesItself, 0.0, 0.0, 1.0, 1.0, 1.0, 0.0, 0.0, 1.0)]
    [InlineData(DrawnKind.Corridor, 500, DrawnFault.OppositeEnds, 10.0, 0.0, -10.0, 180.0)]
    public void A_fault_is_named_and_nothing_written(DrawnKind kind, int metres, DrawnFault expected, params double[] degrees)
    {
        var drawn = new DrawnShape(kind, DrawnEdges.Geodesic, [.. degrees.Chunk(2).Select(d => new MapPoint(d[0], d[1]))], metres);
        Assert.Null(DrawnVolume.Put("", 0, drawn, Rest, out var fault));
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Heights_and_times_must_be_there()
    {
        var point = new DrawnShape(DrawnKind.Point, DrawnEdges.Geodesic, [new MapPoint(3, 4)], 0);
        Assert.Null(DrawnVolume.Put("", 0, point, "band sfc", out var fault));
        Assert.Equal(DrawnFault.Rest, fault);
    }

    [Fact]
    public void A_volume_has_its_bounds()
    {
        var point = new DrawnShape(DrawnKind.Point, DrawnEdges.Geodesic, [new MapPoint(3, 4)], 0);
        var full = "volume 1\n" + string.Concat(Enumerable.Range(0, 64).Select(i => FormattableString.Invariant($"point 1.0000000 {i}.0000000\n"))) + Rest;
        Assert.Null(DrawnVolume.Put(full, 64, point, "", out var fault));
        Assert.Equal(DrawnFault.TooManyShapes, fault);
        var round = new DrawnShape(DrawnKind.Polygon, DrawnEdges.Geodesic,
            [.. Enumerable.Range(0, 700).Select(i => new MapPoint(50 + Math.Sin(Math.Tau * i / 700), 20 + Math.Cos(Math.Tau * i / 700)))], 0);
        Assert.Null(DrawnVolume.Put("", 0, round, Rest, out fault));
        Assert.Equal(DrawnFault.TooLong, fault);
    }
}
