using System.Formats.Cbor;
using System.Globalization;
using Parley.Control.Shifts;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines;
using Parley.Lines.Alarms;
using Parley.Lines.Charters;
using Parley.Station.Alarms;
using Limits = Parley.Control.Bounds;

namespace Parley.Station.Shifts;

/// <summary>What both officers sign: deterministic CBOR [number, level, officer, on duty since, signed at, [item …], [item …], notes, [[language, name] …]], where an item is
/// [mode or null, line, text, time or null, entry].</summary>
internal sealed record HandoverText(
    int Number,
    AlarmLevel Level,
    string Officer,
    Timestamp Since,
    Timestamp At,
    IReadOnlyList<HandoverItem> Happened,
    IReadOnlyList<HandoverItem> Owed,
    string Notes,
    IReadOnlyList<HandoverInterpreter> Interpreters)
{
    /// <summary>Bytes of one.</summary>
    public const int MaxSize = 1024 * 1024;
    private const int LineLength = 256;
    private const int EntryLength = 256;

    public Digest Digest() => Crypto.Digest.Of(Encode());

    /// <summary>Whether an item is of a size that is kept.</summary>
    public static bool Fits(HandoverItem item) =>
        item.Text.Length is > 0 and <= Limits.HandoverItemLength && (item.Line?.Length ?? 0) <= LineLength && (item.Entry?.Length ?? 0) <= EntryLength &&
        (item.Mode is null || Enum.IsDefined(item.Mode.Value)) && (item.At is not { } at || Timestamp.TryFrom(at.ToUnixTimeMilliseconds(), out _));

    public byte[] Encode() => Cbor.Encode(this, static (writer, text) =>
    {
        writer.WriteStartArray(9);
        writer.WriteUInt32((uint)text.Number);
        writer.WriteUInt32((uint)text.Level);
        writer.WriteTextString(text.Officer);
        writer.WriteUInt64((ulong)text.Since.UnixMilliseconds);
        writer.WriteUInt64((ulong)text.At.UnixMilliseconds);
        Write(writer, text.Happened);
        Write(writer, text.Owed);
        writer.WriteTextString(text.Notes);
        writer.WriteStartArray(text.Interpreters.Count);
        foreach (var one in text.Interpreters)
        {
            writer.WriteStartArray(2);
            writer.WriteTextString(one.Language);
            writer.WriteTextString(one.Name);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
    });

    public static HandoverText? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxSize, static reader =>
    {
        reader.ArrayOf(9);
        var number = reader.UpTo(int.MaxValue);
        var level = (AlarmLevel)reader.UpTo(Roster.Levels.Count - 1);
        var officer = reader.Text(Parley.Lines.Bounds.OfficerNameLength);
        var (since, at) = (reader.Time(), reader.Time());
        var (happened, owed) = (Items(reader), Items(reader));
        var notes = reader.Text(Limits.HandoverNotesLength);
        var interpreters = new HandoverInterpreter[reader.ArrayUpTo(Limits.HandoverInterpreters)];
        for (var i = 0; i < interpreters.Length; i++)
        {
            reader.ArrayOf(2);
            interpreters[i] = new HandoverInterpreter(reader.Text(Parley.Lines.Bounds.LanguageTagLength), reader.Text(Limits.HandoverInterpreterLength));
            reader.ReadEndArray();
        }

        reader.ReadEndArray();
        reader.ReadEndArray();
        return new HandoverText(number, level, officer, since, at, happened, owed, notes, interpreters);
    });

    /// <summary>How a handover is named among documents and in the journal: six digits.</summary>
    public static string IdOf(int number) => number.ToString("D6", CultureInfo.InvariantCulture);

    private static void Write(CborWriter writer, IReadOnlyList<HandoverItem> items)
    {
        writer.WriteStartArray(items.Count);
        foreach (var item in items)
        {
            writer.WriteStartArray(5);
            if (item.Mode is { } mode)
                writer.WriteUInt32((uint)mode);
            else
                writer.WriteNull();
            writer.WriteTextString(item.Line ?? "");
            writer.WriteTextString(item.Text);
            writer.WriteOptionalTime(item.At is { } at ? new Timestamp(at.ToUnixTimeMilliseconds()) : null);
            writer.WriteTextString(item.Entry ?? "");
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
    }

    private static HandoverItem[] Items(CborReader reader)
    {
        var items = new HandoverItem[reader.ArrayUpTo(Limits.HandoverItems)];
        for (var i = 0; i < items.Length; i++)
        {
            reader.ArrayOf(5);
            var mode = reader.Optional(static r => (LineMode)r.UpTo((int)LineMode.Exercise));
            var (line, text) = (reader.Text(LineLength), reader.Text(Limits.HandoverItemLength));
            var at = reader.OptionalTime();
            var entry = reader.Text(EntryLength);
            reader.ReadEndArray();
            items[i] = new HandoverItem(mode, line.Length > 0 ? line : null, text, at?.ToDateTimeOffset(), entry.Length > 0 ? entry : null);
        }

        reader.ReadEndArray();
        return items;
    }
}
