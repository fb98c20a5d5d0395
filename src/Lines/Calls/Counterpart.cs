using System.Formats.Cbor;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Lines.Calls;

/// <summary>What a seat is called in one language: the office, and how whoever holds it is addressed.</summary>
public sealed record SeatName(string Language, string Office, string Address);

/// <summary>One party's end of a pair: an office, never a person.</summary>
/// <param name="Names">One a language, in order of tags; at least one.</param>
/// <param name="Deputies">Offices that stand in, in the order in which they are tried.</param>
/// <param name="Zone">An IANA time zone id as it was written. Whoever does not know it shows UTC.</param>
/// <param name="Languages">Tags of what is spoken there, as they were written; at least one.</param>
public sealed record Seat(
    PartyId Party, IReadOnlyList<SeatName> Names, IReadOnlyList<string> Deputies, string Zone, IReadOnlyList<string> Languages, bool NeedsInterpreter)
{
    /// <summary>Whether every part is within its bounds. Nothing here knows which time zones there are.</summary>
    public bool IsSound =>
        Names.Count is > 0 and <= Bounds.Languages && Names.All(n => MessageContent.IsLanguage(n.Language) && IsName(n.Office) && IsName(n.Address)) &&
        Rows.AreAscending(Names, static (a, b) => string.CompareOrdinal(a.Language, b.Language)) &&
        Deputies.Count <= Bounds.Deputies && Deputies.All(IsName) && IsZone(Zone) &&
        Languages.Count is > 0 and <= Bounds.Languages && Languages.All(MessageContent.IsLanguage) && Languages.Distinct(StringComparer.Ordinal).Count() == Languages.Count;

    /// <summary>The name in that language; the first one where there is none.</summary>
    public SeatName In(string? language) => Names.FirstOrDefault(n => n.Language == language) ?? Names[0];

    /// <summary>1 to 200 plain characters on one line.</summary>
    public static bool IsName(string text) => PlainText.IsLine(text, Bounds.SeatNameLength);

    /// <summary>1 to 64 of letters, digits, slash, underscore, plus and hyphen.</summary>
    public static bool IsZone(string text) =>
        text.Length is > 0 and <= Bounds.ZoneLength && text.All(static c => char.IsAsciiLetterOrDigit(c) || c is '/' or '_' or '+' or '-');

    /// <inheritdoc/>
    public bool Equals(Seat? other) =>
        other is not null && Party == other.Party && Names.SequenceEqual(other.Names) && Deputies.SequenceEqual(other.Deputies) && Zone == other.Zone &&
        Languages.SequenceEqual(other.Languages) && NeedsInterpreter == other.NeedsInterpreter;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Party, Names.Count, Zone, NeedsInterpreter);

    internal void Write(CborWriter writer)
    {
        writer.WriteStartArray(6);
        writer.WriteTextString(Party.ToString());
        writer.WriteStartArray(Names.Count);
        foreach (var name in Names)
        {
            writer.WriteStartArray(3);
            writer.WriteTextString(name.Language);
            writer.WriteTextString(name.Office);
            writer.WriteTextString(name.Address);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        Rows.WriteTexts(writer, Deputies);
        writer.WriteTextString(Zone);
        Rows.WriteTexts(writer, Languages);
        writer.WriteBoolean(NeedsInterpreter);
        writer.WriteEndArray();
    }

    internal static Seat Read(CborReader reader)
    {
        reader.ArrayOf(6);
        var party = PartyId.Parse(reader.Text(Bounds.PartyIdLength)) ?? throw new CborContentException("party");
        var names = new SeatName[reader.ArrayUpTo(Bounds.Languages)];
        for (var i = 0; i < names.Length; i++)
        {
            reader.ArrayOf(3);
            names[i] = new SeatName(reader.Text(Bounds.LanguageTagLength), reader.Text(Bounds.SeatNameLength), reader.Text(Bounds.SeatNameLength));
            reader.ReadEndArray();
        }

        reader.ReadEndArray();
        var deputies = Rows.ReadTexts(reader, Bounds.Deputies, Bounds.SeatNameLength);
        var zone = reader.Text(Bounds.ZoneLength);
        var languages = Rows.ReadTexts(reader, Bounds.Languages, Bounds.LanguageTagLength);
        var seat = new Seat(party, names, deputies, zone, languages, reader.ReadBoolean());
        reader.ReadEndArray();
        return seat.IsSound ? seat : throw new CborContentException("seat");
    }
}

/// <summary>One row of a charter's table of who talks to whom.</summary>
/// <param name="Pair">1 to 32 of <c>a-z 0-9 -</c>, such as <c>ministers</c>.</param>
/// <param name="Seats">One a party, two at least, in order of parties.</param>
public sealed record Counterpart(string Pair, IReadOnlyList<Seat> Seats)
{
    public bool IsSound =>
        IsPair(Pair) && Seats.Count is >= 2 and <= Bounds.Parties && Seats.All(s => s.IsSound) && Rows.AreAscending(Seats, static (a, b) => a.Party.CompareTo(b.Party));

    /// <summary>That party's end; null where it has none.</summary>
    public Seat? Of(PartyId party) => Seats.FirstOrDefault(s => s.Party == party);

    /// <summary>1 to 32 of <c>a-z 0-9 -</c>.</summary>
    public static bool IsPair(string text) =>
        text.Length is > 0 and <= Bounds.PairLength && !text.AsSpan().ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <inheritdoc/>
    public bool Equals(Counterpart? other) => other is not null && Pair == other.Pair && Seats.SequenceEqual(other.Seats);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Pair, Seats.Count);

    /// <summary>The table of a charter.</summary>
    public static void WriteAll(CborWriter writer, IReadOnlyList<Counterpart> table)
    {
        writer.WriteStartArray(table.Count);
        foreach (var row in table)
            row.Write(writer);
        writer.WriteEndArray();
    }

    private void Write(CborWriter writer)
    {
        writer.WriteStartArray(2);
        writer.WriteTextString(Pair);
        writer.WriteStartArray(Seats.Count);
        foreach (var seat in Seats)
            seat.Write(writer);
        writer.WriteEndArray();
        writer.WriteEndArray();
    }

    internal static Counterpart Read(CborReader reader)
    {
        reader.ArrayOf(2);
        var pair = reader.Text(Bounds.PairLength);
        var seats = new Seat[reader.ArrayUpTo(Bounds.Parties)];
        for (var i = 0; i < seats.Length; i++)
            seats[i] = Seat.Read(reader);
        reader.ReadEndArray();
        reader.ReadEndArray();
        var row = new Counterpart(pair, seats);
        return row.IsSound ? row : throw new CborContentException("counterpart");
    }
}
