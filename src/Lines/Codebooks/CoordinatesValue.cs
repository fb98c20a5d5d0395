using System.Globalization;

namespace Parley.Lines.Codebooks;

/// <summary>A point on the earth (WGS 84) in hundred-thousandths of a degree, about a metre: north and east positive. Written <c>12.34567N 045.67890E</c>, of
/// fixed length and without a sign, so that nothing is lost when it is read out. The constructor throws <see cref="ArgumentOutOfRangeException"/> beyond the
/// poles and at 180 degrees west, which is written as east.</summary>
public sealed record CoordinatesValue(int Latitude, int Longitude) : BlankValue
{
    internal const string Form = "at";
    private const int Degree = 100_000;

    public int Latitude { get; } = IsLatitude(Latitude) ? Latitude : throw new ArgumentOutOfRangeException(nameof(Latitude));

    public int Longitude { get; } = IsLongitude(Longitude) ? Longitude : throw new ArgumentOutOfRangeException(nameof(Longitude));

    /// <inheritdoc/>
    public override BlankKind Kind => BlankKind.Place;

    /// <inheritdoc/>
    public override string Shown => string.Create(
        CultureInfo.InvariantCulture,
        $"{Math.Abs(Latitude) / Degree:D2}.{Math.Abs(Latitude) % Degree:D5}{(Latitude < 0 ? 'S' : 'N')} " +
        $"{Math.Abs(Longitude) / Degree:D3}.{Math.Abs(Longitude) % Degree:D5}{(Longitude < 0 ? 'W' : 'E')}");

    /// <inheritdoc/>
    public override string Encode() => $"{Form} {Shown}";

    /// <summary>Reads what is shown, and <c>00.00000S</c> as the equator that it is; null for anything else.</summary>
    internal static CoordinatesValue? Of(string text)
    {
        if (text.Length != 20 || text[2] != '.' || text[9] != ' ' || text[13] != '.' || text[8] is not ('N' or 'S') || text[19] is not ('E' or 'W'))
            return null;
        if (!TryNumber(string.Concat(text.AsSpan(0, 2), text.AsSpan(3, 5)), out var latitude) ||
            !TryNumber(string.Concat(text.AsSpan(10, 3), text.AsSpan(14, 5)), out var longitude))
            return null;
        latitude = text[8] == 'S' ? -latitude : latitude;
        longitude = text[19] == 'W' ? -longitude : longitude;
        return IsLatitude(latitude) && IsLongitude(longitude) ? new CoordinatesValue(latitude, longitude) : null;
    }

    private static bool TryNumber(string digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool IsLatitude(int value) => value is >= -90 * Degree and <= 90 * Degree;

    private static bool IsLongitude(int value) => value is > -180 * Degree and <= 180 * Degree;
}
