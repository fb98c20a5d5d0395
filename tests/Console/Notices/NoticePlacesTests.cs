using Parley.Console.Maps;
using Parley.Console.Notices;
using Parley.Console.Words;
using Parley.Control.Notices;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Maps;
using Parley.Lines.Notices;

namespace Parley.Console.Tests.Notices;

/// <summary>Where a notice is, for a map.</summary>
public sealed class NoticePlacesTests
{
    private const string Area =
        "volume 1\nellipse 76.5000000 13.8000000 90000 40000 172\nquadrant arctic northeast\nband sfc .. fl 195\nvalid 2027-02-01T10:00:00Z 2027-02-03T10:00:00Z";
    private static readonly DateTimeOffset Start = new(2027, 2, 1, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Places_and_volumes_are_items_with_the_numbers_of_their_lines()
    {
        var items = Items("boreal", Start.AddHours(-1));
        Assert.Equal([("n2", "2 site"), ("n3", "3 area"), ("n4.1.2", "4.1.2 spot"), ("n4.2.2", "4.2.2 spot")], items.Select(i => (i.Key, i.Label)));
        Assert.All(items, i => Assert.Equal((MapSide.Theirs, "boreal", "A test", MapState.Announced), (i.Side, i.Party, i.Kind, i.State)));
        Assert.Equal(new MapPoint(54.5, 19.2), items[0].Centre);
        Assert.Equal((Start.AddDays(1), Start.AddDays(1).AddHours(2)), (items[0].From, items[0].Until));
        Assert.Equal((Start, Start.AddDays(2)), (items[1].From, items[1].Until));
        Assert.Equal("Height: surface – FL 195", items[1].Detail);
        Assert.Single(items[1].Rings);
    }

    [Theory]
    [InlineData(0, false, MapState.Active)]
    [InlineData(49, false, MapState.Over)]
    [InlineData(-1, false, MapState.Announced)]
    [InlineData(0, true, MapState.Cancelled)]
    public void Its_state_follows_from_its_times_and_from_what_followed(int hours, bool isCalledOff, MapState state) =>
        Assert.Equal(state, Items("astra", Start.AddHours(hours), isCalledOff)[1].State);

    private static IReadOnlyList<MapItem> Items(string party, DateTimeOffset now, bool isCalledOff = false)
    {
        var clocks = new NoticeClocksView(Start.AddDays(1), Start.AddDays(1).AddHours(2), null, LeadStanding.NoClock, null, null, null, null, []);
        var notice = new NoticeView(
            LineMode.Live, "strait", "boreal:urgent:1", "U1", party, Start, Status.Actual, Precedence.Routine, "some/1/00", "S-1", "A test", NoticeEffect.Announces, false, "en",
            [new("name", ["x"]), new("site", ["54.5000000 19.2000000"]), new("area", [Area]),
                new("spots", ["a", "1.0000000 2.0000000", "b", "3.0000000 4.0000000", "c", "nowhere"])],
            [], [], null, [], [], clocks, [], [], [], [], null);
        return NoticePlaces.Of(notice, Format(), new NoticePlaces.Reader(Languages.Read(null).English, 0, "astra", now), isCalledOff);
    }

    private static NoticeFormat Format() => new(
        "some", 1, "S-1", "", NoticeEffect.Announces, [], ["en"], 1, Precedence.Routine, false, default, "", "", "", "", 0, new FormatClocks(null, null, null, null, []), [], [],
            [], ["A test"],
        [Field("name", FieldKind.Text), Field("site", FieldKind.Place), Field("area", FieldKind.Volume),
            Field("spots", FieldKind.Rows) with { Columns = [Field("called", FieldKind.Text), Field("spot", FieldKind.Place)] }]);

    private static NoticeField Field(string name, FieldKind kind) => new(name, kind, null, "", "", 0, 10, [], [], [name]);
}
