using System.Globalization;
using System.Text.RegularExpressions;

namespace Parley.Volumes.Notations;

/// <summary>References of the Military Grid Reference System on WGS 84 (NGA.STND.0037, appendix A). A reference names a square; it is written by cutting digits
/// off, and read as the
/// middle of the square, so that what was read is written the same again. Beyond 84 north and 80 south the squares are those of <see cref="Ups"/>.</summary>
internal static class Mgrs
{
    private const string Bands = "CDEFGHJKLMNPQRSTUVWX";
    private const string Rows = "ABCDEFGHJKLMNPQRSTUV";
    private const int Square = 100_000;

    /// <summary>Columns of squares, three sets by turns from zone to zone; the first begins at 100 km east.</summary>
    private static readonly string[] Columns = ["ABCDEFGH", "JKLMNPQR", "STUVWXYZ"];

    /// <summary>The polar halves: letter, columns, metres east of the first column, rows, metres north of the first row.</summary>
    private static readonly PolarHalf[] Halves =
    [
        new('A', "JKLPQRSTUXYZ", 800_000, "ABCDEFGHJKLMNPQRSTUVWXYZ", 800_000),
        new('B', "ABCFGHJKLPQR", 2_000_000, "ABCDEFGHJKLMNPQRSTUVWXYZ", 800_000),
        new('Y', "RSTUXYZ", 1_300_000, "ABCDEFGHJKLMNP", 1_300_000),
        new('Z', "ABCFGHJ", 2_000_000, "ABCDEFGHJKLMNP", 1_300_000),
    ];

    private static readonly Regex Form = new(
        @"\A(?<area>(?<zone>0?[1-9]|[1-5][0-9]|60)(?<band>[C-HJ-NP-X])|(?<band>[ABYZ])) ?(?<column>[A-HJ-NP-Z])(?<row>[A-HJ-NP-Z])" +
        @"( ?(?<both>([0-9][0-9]){1,5})| (?<east>[0-9]{1,5}) (?<north>[0-9]{1,5}))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public static string Write(Position at, int digits)
    {
        var (latitude, longitude) = (at.Latitude, at.Longitude == 180 ? -180 : at.Longitude);
        var (square, east, north) = latitude is >= -80 and < 84 ? InZone(latitude, longitude) : AtPole(latitude, longitude);
        return digits == 0 ? square : $"{square} {Cut(east, digits)} {Cut(north, digits)}";
    }

    public static PositionReading? Parse(string text)
    {
        if (Form.Match(text) is not { Success: true } match)
            return null;
        var both = match.Groups["both"].Value;
        var (east, north) = both.Length > 0 ? (both[..(both.Length / 2)], both[(both.Length / 2)..]) : (match.Groups["east"].Value, match.Groups["north"].Value);
        if (east.Length != north.Length)
            return null;
        var side = Square / Power(east.Length);
        var (x, y) = (Number(east) * side, Number(north) * side);
        var (column, row, band) = (match.Groups["column"].Value[0], match.Groups["row"].Value[0], match.Groups["band"].Value[0]);
        var found = match.Groups["zone"].Success ? InZone(Number(match.Groups["zone"].Value), band, column, row, x, y, side) : AtPole(band, column, row, x, y, side);
        return found is { } at ? new PositionReading(at, Notation.Mgrs, side) : null;
    }

    private static (string Square, double East, double North) InZone(double latitude, double longitude)
    {
        var zone = Utm.Zone(latitude, longitude);
        var (east, north) = Utm.Forward(latitude, longitude, zone);
        var column = Columns[(zone - 1) % 3][(int)(east / Square) - 1];
        var row = Rows[((int)(north / Square) + (zone % 2 == 0 ? 5 : 0)) % 20];
        return (string.Create(CultureInfo.InvariantCulture, $"{zone}{Bands[Math.Min(19, (int)Math.Floor((latitude + 80) / 8))]}{column}{row}"), east, north);
    }

    private static (string Square, double East, double North) AtPole(double latitude, double longitude)
    {
        var (east, north) = Ups.Forward(latitude, longitude);
        var half = Halves[(latitude < 0 ? 0 : 2) + (east < 2_000_000 ? 0 : 1)];
        return ($"{half.Letter}{half.Columns[(int)((east - half.East) / Square)]}{half.Rows[(int)((north - half.North) / Square)]}", east, north);
    }

    private static Position? InZone(int zone, char band, char column, char row, int x, int y, int side)
    {
        var (inRow, inColumn) = (Rows.IndexOf(row), Columns[(zone - 1) % 3].IndexOf(column));
        if (inRow < 0 || inColumn < 0)
            return null;
        var south = band < 'N';
        for (var north = (inRow + (zone % 2 == 0 ? 15 : 0)) % 20 * Square + y; north < 100 * Square; north += 20 * Square)
        {
            // Rows come again every 2,000 km; a band is 890 km high, and one of them can be its own.
            var latitude = Utm.Inverse(500_000, north, zone, south).Latitude;
            if (Math.Abs(latitude - (Bands.IndexOf(band) * 8 - 76)) > 12)
                continue;
            if (Within((inColumn + 1) * Square + x, north, side, $"{zone}{band}{column}{row}", (e, n) => Utm.Inverse(e, n, zone, south)) is { } found)
                return found;
        }

        return null;
    }

    private static Position? AtPole(char letter, char column, char row, int x, int y, int side)
    {
        var half = Halves.First(h => h.Letter == letter);
        var (inColumn, inRow) = (half.Columns.IndexOf(column), half.Rows.IndexOf(row));
        return inColumn < 0 || inRow < 0 ? null : Within(
            half.East + inColumn * Square + x, half.North + inRow * Square + y, side, $"{letter}{column}{row}", (e, n) => Ups.Inverse(e, n, letter < 'C'));
    }

    /// <summary>The middle of a square; where an edge of zone or band cuts it off, another place of it that bears the reference. Of a sliver thinner than that, the
    /// middle, which lies beyond the edge by less than the side. Null when the square is nowhere near its zone and band.</summary>
    private static Position? Within(int east, int north, int side, string square, Func<double, double, (double, double)> inverse)
    {
        double[] parts = [0.5, 0.02, 0.98, 0.25, 0.75];
        foreach (var (x, y) in parts.SelectMany(x => parts.Select(y => (x, y))))
        {
            if (Place(x, y) is { } at && Write(at, 0) == square)
                return at;
        }

        double[] around = [-0.3, 0.5, 1.3];
        return around.SelectMany(x => around.Select(y => Place(x, y))).Any(p => p is { } at && Write(at, 0)[..^2] == square[..^2]) ? Place(0.5, 0.5) : null;

        Position? Place(double x, double y)
        {
            var (latitude, longitude) = inverse(east + x * side, north + y * side);
            return Position.FromDegrees(latitude, Math.IEEERemainder(longitude, 360));
        }
    }

    private static string Cut(double metres, int digits) =>
        ((int)Math.Floor(metres) % Square / (Square / Power(digits))).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');

    private static int Number(string digits) => digits.Length == 0 ? 0 : int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Power(int digits) => digits == 0 ? 1 : 10 * Power(digits - 1);

    private sealed record PolarHalf(char Letter, string Columns, int East, string Rows, int North);
}
