namespace Parley.Volumes.Notations;

/// <summary>How a position is written.</summary>
public enum Notation
{
    /// <summary><c>693000.0N 0160000.0E</c></summary>
    DegreesMinutesSeconds = 1,

    /// <summary><c>69-30.000N 016-00.000E</c></summary>
    DegreesMinutes = 2,

    /// <summary><c>69.5000000 16.0000000</c></summary>
    DecimalDegrees = 3,

    /// <summary>Military Grid Reference System: <c>33WWT 39151 09948</c>. In the polar regions its squares are those of UPS.</summary>
    Mgrs = 4,
}

/// <summary>A position that was read from text.</summary>
/// <param name="Precision">Metres on the ground of one unit of the last digit that was said, along a meridian; of a grid reference, the side of the square, whose
/// middle the position is.</param>
public sealed record PositionReading(Position Position, Notation Notation, double Precision);
