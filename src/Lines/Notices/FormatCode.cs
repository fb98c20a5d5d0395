using System.Formats.Cbor;
using Parley.Lines.Entries;

namespace Parley.Lines.Notices;

/// <summary>A notice format in deterministic CBOR: an array of 22 items in the order of the record's members. What is not there is an empty text or array, or 0; a clock
/// of the format that is not there is 0 as well, for no clock runs no time.</summary>
internal static class FormatCode
{
    public static void Write(CborWriter writer, NoticeFormat format)
    {
        writer.WriteStartArray(22);
        writer.WriteTextString(format.Id);
        writer.WriteUInt32((uint)format.Version);
        writer.WriteTextString(format.Number);
        writer.WriteTextString(format.Basis);
        writer.WriteUInt32((uint)format.Effect);
        Write(writer, format.Regards);
        Write(writer, format.Languages);
        writer.WriteUInt32((uint)format.Officers);
        writer.WriteUInt32((uint)format.Precedence);
        writer.WriteUInt32(format.Voluntary ? 1u : 0u);
        writer.WriteUInt32((uint)format.Alarm);
        writer.WriteTextString(format.Start);
        writer.WriteTextString(format.End);
        writer.WriteTextString(format.Events);
        writer.WriteTextString(format.Event);
        writer.WriteUInt32((uint)format.Discrepancy);
        Write(writer, format.Clocks);
        Write(writer, format.Addressees);
        Write(writer, format.Thresholds, static (w, t) =>
        {
            w.WriteStartArray(3);
            w.WriteTextString(t.Field);
            w.WriteInt64(t.Least);
            w.WriteTextString(t.Rule);
            w.WriteEndArray();
        });
        Write(writer, format.StandOffs, static (w, s) =>
        {
            w.WriteStartArray(4);
            w.WriteTextString(s.Field);
            w.WriteTextString(s.Area);
            w.WriteUInt32((uint)s.Metres);
            w.WriteTextString(s.Rule);
            w.WriteEndArray();
        });
        Write(writer, format.Titles);
        Write(writer, format.Fields, Write);
        writer.WriteEndArray();
    }

    public static NoticeFormat Read(CborReader reader)
    {
        reader.ArrayOf(22);
        var format = new NoticeFormat(
            reader.Text(Bounds.PartyIdLength), reader.UpTo(Bounds.CodebookVersion), reader.Text(Bounds.FormatNumberLength), reader.Text(Bounds.FormatRuleLength),
            (NoticeEffect)reader.UpTo(9), Texts(reader, Bounds.FormatItems, Bounds.PartyIdLength), Texts(reader, Bounds.Languages, Bounds.LanguageTagLength),
            reader.UpTo(2), (Precedence)reader.UpTo(3), reader.UpTo(1) == 1, (AlarmPotential)reader.UpTo(3),
            reader.Text(Bounds.FormatNameLength), reader.Text(Bounds.FormatNameLength), reader.Text(Bounds.FormatNameLength), reader.Text(Bounds.FormatNameLength),
            reader.UpTo(Bounds.FormatMetres), Clocks(reader),
            Texts(reader, Bounds.FormatItems, Bounds.RoleLength), Items(reader, Bounds.FormatItems, Threshold), Items(reader, Bounds.FormatItems, StandOff),
            Texts(reader, Bounds.Languages, Bounds.FormatTextLength), Items(reader, Bounds.FormatFields, static r => Field(r, hasColumns: true)));
        reader.ReadEndArray();
        return format;
    }

    private static void Write(CborWriter writer, FormatClocks clocks)
    {
        writer.WriteStartArray(5);
        foreach (var minutes in new[] { clocks.Lead, clocks.Validity, clocks.Answer, clocks.Completion })
            writer.WriteUInt32((uint)(minutes ?? 0));
        Write(writer, clocks.Reminders, static (w, m) => w.WriteUInt32((uint)m));
        writer.WriteEndArray();
    }

    private static FormatClocks Clocks(CborReader reader)
    {
        reader.ArrayOf(5);
        var minutes = new int?[4];
        for (var i = 0; i < minutes.Length; i++)
            minutes[i] = reader.UpTo(Bounds.FormatMinutes) is > 0 and var told ? told : null;
        var clocks = new FormatClocks(minutes[0], minutes[1], minutes[2], minutes[3], Items(reader, Bounds.FormatItems, static r => r.UpTo(Bounds.FormatMinutes)));
        reader.ReadEndArray();
        return clocks;
    }

    private static void Write(CborWriter writer, NoticeField field)
    {
        writer.WriteStartArray(10);
        writer.WriteTextString(field.Name);
        writer.WriteUInt32((uint)field.Kind);
        Write(writer, field.Need switch { null => [], { Field: null } => ["always"], var need => [need.Field, need.Code!] });
        writer.WriteTextString(field.Rule);
        writer.WriteTextString(field.Unit);
        writer.WriteInt64(field.Least);
        writer.WriteInt64(field.Most);
        Write(writer, field.Codes, static (w, c) =>
        {
            w.WriteStartArray(2);
            w.WriteTextString(c.Code);
            Write(w, c.Texts);
            w.WriteEndArray();
        });
        Write(writer, field.Columns, Write);
        Write(writer, field.Texts);
        writer.WriteEndArray();
    }

    private static NoticeField Field(CborReader reader, bool hasColumns)
    {
        reader.ArrayOf(10);
        var field = new NoticeField(
            reader.Text(Bounds.FormatNameLength), (FieldKind)reader.UpTo(9),
            Texts(reader, 2, Bounds.FormatNameLength) switch
            {
                [] => null,
                ["always"] => FieldNeed.Always,
                [var other, var code] => new FieldNeed(other, code),
                _ => throw new CborContentException("need"),
            },
            reader.Text(Bounds.FormatRuleLength), reader.Text(Bounds.FormatNameLength), reader.ReadInt64(), reader.ReadInt64(),
            Items(reader, Bounds.FormatCodes, Code), Items(reader, hasColumns ? Bounds.FormatFields : 0, static r => Field(r, hasColumns: false)),
            Texts(reader, Bounds.Languages, Bounds.FormatTextLength));
        reader.ReadEndArray();
        return field;
    }

    private static FieldCode Code(CborReader reader)
    {
        reader.ArrayOf(2);
        var code = new FieldCode(reader.Text(Bounds.FormatNameLength), Texts(reader, Bounds.Languages, Bounds.FormatTextLength));
        reader.ReadEndArray();
        return code;
    }

    private static FormatThreshold Threshold(CborReader reader)
    {
        reader.ArrayOf(3);
        var threshold = new FormatThreshold(reader.Text(Bounds.FormatNameLength), reader.ReadInt64(), reader.Text(Bounds.FormatRuleLength));
        reader.ReadEndArray();
        return threshold;
    }

    private static FormatStandOff StandOff(CborReader reader)
    {
        reader.ArrayOf(4);
        var off = new FormatStandOff(
            reader.Text(Bounds.FormatNameLength), reader.Text(Volumes.Bounds.AreaNameLength), reader.UpTo(Bounds.FormatMetres), reader.Text(Bounds.FormatRuleLength));
        reader.ReadEndArray();
        return off;
    }

    private static void Write(CborWriter writer, IReadOnlyList<string> texts) => Write(writer, texts, static (w, t) => w.WriteTextString(t));

    private static void Write<T>(CborWriter writer, IReadOnlyList<T> items, Action<CborWriter, T> write)
    {
        writer.WriteStartArray(items.Count);
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }

    private static string[] Texts(CborReader reader, int most, int length) => Items(reader, most, r => r.Text(length));

    private static T[] Items<T>(CborReader reader, int most, Func<CborReader, T> read)
    {
        var items = new T[reader.ArrayUpTo(most)];
        for (var i = 0; i < items.Length; i++)
            items[i] = read(reader);
        reader.ReadEndArray();
        return items;
    }
}
