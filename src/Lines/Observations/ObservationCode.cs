using System.Formats.Cbor;
using Parley.Lines.Charters;
using Parley.Lines.Parties;
using Parley.Volumes;
using Parley.Volumes.Texts;

namespace Parley.Lines.Observations;

/// <summary>An observation in deterministic CBOR: [party or "", kind, place, altitude, [from, until, error], strength, movement, level, source, reliability, confidence,
/// text, [supersedes], officer, entered, mode]. A point is [latitude + 90 degrees, longitude + 180 degrees, major, minor, azimuth] in ten millionths of a degree, metres and
/// degrees; a shape and a band of altitude are the text of a volume (docs/formats/volume.md) that has nothing else to say. What is not known is null; of a movement each
/// of its four numbers.</summary>
internal static class ObservationCode
{
    private const int Parts = 16;
    private const long Pole = 90L * Volumes.Bounds.UnitsInDegree;
    private const long HalfTurn = 180L * Volumes.Bounds.UnitsInDegree;

    private static readonly Shape Somewhere = new PointShape(default);

    private static readonly Schedule Always = Schedule.Make(Window.Make(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddDays(1)).Must()).Must();

    public static void Write(CborWriter writer, Observation o)
    {
        writer.WriteStartArray(Parts);
        writer.WriteTextString(o.Party?.ToString() ?? "");
        writer.WriteUInt32((uint)o.Kind);
        Write(writer, o.Place);
        if (o.Altitude is { } band)
            writer.WriteTextString(VolumeText.Write(Volume.Make([Somewhere], band, Always).Must()));
        else
            writer.WriteNull();
        writer.WriteStartArray(3);
        writer.WriteUInt64((ulong)o.Span.From.UnixMilliseconds);
        writer.WriteUInt64((ulong)o.Span.Until.UnixMilliseconds);
        writer.WriteUInt32((uint)o.Span.Error);
        writer.WriteEndArray();
        Write(writer, o.Strength);
        Write(writer, o.Movement);
        writer.WriteTextString(o.Level);
        writer.WriteUInt32((uint)o.Source);
        writer.WriteUInt32((uint)o.Reliability);
        writer.WriteUInt32((uint)o.Confidence);
        writer.WriteTextString(o.Text);
        writer.WriteStartArray(o.Supersedes.Count);
        foreach (var number in o.Supersedes)
            writer.WriteUInt32((uint)number);
        writer.WriteEndArray();
        writer.WriteTextString(o.Officer);
        writer.WriteUInt64((ulong)o.Entered.UnixMilliseconds);
        writer.WriteUInt32((uint)o.Mode);
        writer.WriteEndArray();
    }

    public static Observation Read(CborReader reader, int number)
    {
        reader.ArrayOf(Parts);
        var name = reader.Text(Bounds.PartyIdLength);
        PartyId? party = name.Length == 0 ? null : PartyId.Parse(name) ?? throw new CborContentException("party");
        var kind = (ObservationKind)reader.UpTo(ObservationKinds.All.Count);
        var place = Place(reader);
        var altitude = Band(reader);
        reader.ArrayOf(3);
        var span = new SeenSpan(reader.Time(), reader.Time(), reader.UpTo(Bounds.ObservedTimeError));
        reader.ReadEndArray();
        var (strength, movement) = (Strength(reader), Movement(reader));
        var (level, source) = (reader.Text(Bounds.ShortText), (SourceClass)reader.UpTo(9));
        var (reliability, confidence, text) = ((Reliability)reader.UpTo(6), reader.UpTo(6), reader.Text(Bounds.ObservationText));
        var supersedes = new int[reader.ArrayUpTo(Bounds.ObservationsSuperseded)];
        for (var i = 0; i < supersedes.Length; i++)
            supersedes[i] = reader.UpTo(int.MaxValue);
        reader.ReadEndArray();
        var read = new Observation(number, party, kind, place, altitude, span, strength, movement, level, source, reliability, confidence, text, supersedes,
            reader.Text(Bounds.OfficerNameLength), reader.Time(), (LineMode)reader.UpTo((int)LineMode.Exercise));
        reader.ReadEndArray();
        return read;
    }

    private static void Write(CborWriter writer, SeenPlace place)
    {
        if (place.Shape is { } shape)
        {
            writer.WriteTextString(VolumeText.Write(Volume.Make([shape], AltitudeBand.Everything, Always).Must()));
            return;
        }

        var (at, error) = (place.At ?? default, place.Error ?? PlaceError.Round(1));
        writer.WriteStartArray(5);
        writer.WriteUInt64((ulong)(at.LatitudeUnits + Pole));
        writer.WriteUInt64((ulong)(at.LongitudeUnits + HalfTurn));
        writer.WriteUInt32((uint)error.Major);
        writer.WriteUInt32((uint)error.Minor);
        writer.WriteUInt32((uint)error.Azimuth);
        writer.WriteEndArray();
    }

    private static SeenPlace Place(CborReader reader)
    {
        if (reader.PeekState() == CborReaderState.TextString)
        {
            var volume = Text(reader);
            return volume.Band == AltitudeBand.Everything ? SeenPlace.Within(volume.Shapes[0]) : throw new CborContentException("band");
        }

        reader.ArrayOf(5);
        var (latitude, longitude) = (reader.Count() - Pole, reader.Count() - HalfTurn);
        if (Position.FromUnits(latitude, longitude) is not { } at || at.LatitudeUnits != latitude || at.LongitudeUnits != longitude)
            throw new CborContentException("position");
        var error = new PlaceError(reader.UpTo(Bounds.ObservedPlaceError), reader.UpTo(Bounds.ObservedPlaceError), reader.UpTo(179));
        reader.ReadEndArray();
        return SeenPlace.Near(at, error);
    }

    private static Volume Text(CborReader reader)
    {
        var text = reader.Text(Bounds.NoticeVolumeLength);
        if (!VolumeText.TryParse(text, out var volume, out _) || volume.Shapes.Count != 1 || volume.Schedule != Always)
            throw new CborContentException("volume");
        return volume;
    }

    private static AltitudeBand? Band(CborReader reader)
    {
        if (reader.PeekState() == CborReaderState.Null)
        {
            reader.ReadNull();
            return null;
        }

        var volume = Text(reader);
        return volume.Shapes[0] == Somewhere ? volume.Band : throw new CborContentException("band");
    }

    private static void Write(CborWriter writer, Strength? strength)
    {
        if (strength is null)
        {
            writer.WriteNull();
            return;
        }

        writer.WriteStartArray(3);
        writer.WriteUInt64((ulong)strength.Lower);
        writer.WriteUInt64((ulong)strength.Upper);
        writer.WriteUInt32((uint)strength.Unit);
        writer.WriteEndArray();
    }

    private static Strength? Strength(CborReader reader)
    {
        if (reader.PeekState() == CborReaderState.Null)
        {
            reader.ReadNull();
            return null;
        }

        reader.ArrayOf(3);
        var strength = new Strength(reader.Count(), reader.Count(), (StrengthUnit)reader.UpTo(10));
        reader.ReadEndArray();
        return strength;
    }

    private static void Write(CborWriter writer, Movement? movement)
    {
        if (movement is null)
        {
            writer.WriteNull();
            return;
        }

        writer.WriteStartArray(4);
        foreach (var number in (int?[])[movement.Heading, movement.HeadingError, movement.Speed, movement.SpeedError])
        {
            if (number is { } known)
                writer.WriteUInt32((uint)known);
            else
                writer.WriteNull();
        }

        writer.WriteEndArray();
    }

    private static Movement? Movement(CborReader reader)
    {
        if (reader.PeekState() == CborReaderState.Null)
        {
            reader.ReadNull();
            return null;
        }

        reader.ArrayOf(4);
        int? Number(int most) => reader.Optional(r => r.UpTo(most));
        var movement = new Movement(Number(359), Number(180), Number(Bounds.ObservedSpeed), Number(Bounds.ObservedSpeed));
        reader.ReadEndArray();
        return movement;
    }
}
