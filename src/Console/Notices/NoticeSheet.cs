using System.Globalization;
using Parley.Lines.Notices;

namespace Parley.Console.Notices;

/// <summary>One row of a table that is being filled in: what stands in each of its columns.</summary>
public sealed class SheetRow
{
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public string this[string column]
    {
        get => texts.GetValueOrDefault(column, "");
        set => texts[column] = value;
    }
}

/// <summary>A form as it is being filled in: what stands in each control, complete or not. Nothing that was typed is changed here; what leaves is written as
/// <see cref="FieldTyping"/> says.</summary>
public sealed class NoticeSheet
{
    private const string Prefix = "f.";
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<SheetRow>> rows = new(StringComparer.Ordinal);

    public NoticeSheet(NoticeFormat format)
    {
        Format = format;
        foreach (var field in format.Fields.Where(f => f.Kind == FieldKind.Rows))
            rows[field.Name] = [new SheetRow()];
    }

    public NoticeFormat Format { get; }

    /// <summary>What stands in the control of a field that has no rows.</summary>
    public string this[string field]
    {
        get => texts.GetValueOrDefault(field, "");
        set => texts[field] = value;
    }

    public IReadOnlyList<SheetRow> RowsOf(NoticeField field) => rows[field.Name];

    /// <summary>Whether one more row may be added.</summary>
    public bool MayAdd(NoticeField field) => rows[field.Name].Count < field.Most;

    public void Add(NoticeField field)
    {
        if (MayAdd(field))
            rows[field.Name].Add(new SheetRow());
    }

    /// <summary>Takes a row out. Of the last one only what stands in it is taken: a table without a row says nothing.</summary>
    public void Remove(NoticeField field, SheetRow row)
    {
        rows[field.Name].Remove(row);
        if (rows[field.Name].Count == 0)
            Add(field);
    }

    /// <summary>Whether a field may not be left out as the form is filled in now.</summary>
    /// <param name="row">Of a column; null: a field of the form.</param>
    public bool IsNeeded(NoticeField field, SheetRow? row = null) =>
        field.Need is { } need && (need.Field is not { } other || (row is null ? this[other] : row[other]) == need.Code);

    /// <summary>What is filled in, written as it travels, in the order of the form. Rows in which nothing stands are left out.</summary>
    public IReadOnlyList<NoticeValue> Values()
    {
        var values = new List<NoticeValue>();
        foreach (var field in Format.Fields)
        {
            string[] items = field.Kind == FieldKind.Rows
                ? [.. rows[field.Name].Select(r => CellsOf(field, r)).Where(IsFilled).SelectMany(c => c)]
                : [FieldTyping.Written(field.Kind, this[field.Name])];
            if (items.Any(i => i.Length > 0))
                values.Add(new NoticeValue(field.Name, items));
        }

        return values;
    }

    /// <summary>The row of the table that is the n-th among those that travel, from 1: gaps are counted so. Null: there is none.</summary>
    public SheetRow? SentRow(NoticeField field, int number) => rows[field.Name].Where(r => IsFilled(CellsOf(field, r))).ElementAtOrDefault(number - 1);

    /// <summary>Fills the form with a notice. Fields that the format does not have are left out.</summary>
    public void Fill(IReadOnlyList<NoticeValue> values)
    {
        foreach (var (field, items) in values.Select(v => (Format[v.Field], v.Items)))
        {
            if (field is { Kind: FieldKind.Rows })
                rows[field.Name] = [.. items.Chunk(field.Columns.Count).Select(cells => RowOf(field, cells))];
            else if (field is not null && items is [var text])
                this[field.Name] = FieldTyping.Typed(field.Kind, text);
        }
    }

    /// <summary>The name of a control: under it the browser's tab keeps what is typed.</summary>
    /// <param name="row">From 0; of a column.</param>
    public static string NameOf(NoticeField field, int? row = null, NoticeField? column = null) => row is null || column is null
        ? Prefix + field.Name
        : string.Create(CultureInfo.InvariantCulture, $"{Prefix}{field.Name}.{row}.{column.Name}");

    /// <summary>Puts back what the tab has kept, by the names of the controls. Whether there was anything.</summary>
    public bool Restore(IReadOnlyDictionary<string, string> kept)
    {
        var any = false;
        foreach (var (name, text) in kept.Where(k => k.Value.Length > 0).OrderBy(k => k.Key, StringComparer.Ordinal))
        {
            if (!name.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            var parts = name[Prefix.Length..].Split('.');
            any |= parts is [var table, var at, var column, ..] && Format[table] is { Kind: FieldKind.Rows } field
                ? RestoreCell(field, at, column, parts[3..], text)
                : Format[parts[0]] is { Kind: not FieldKind.Rows } plain && Put(plain, parts[1..], text, () => this[plain.Name], t => this[plain.Name] = t);
        }

        return any;
    }

    private bool RestoreCell(NoticeField field, string at, string column, string[] half, string text)
    {
        if (!int.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= field.Most ||
            field.Columns.FirstOrDefault(c => c.Name == column) is not { } of)
            return false;
        while (rows[field.Name].Count <= index)
            rows[field.Name].Add(new SheetRow());
        var row = rows[field.Name][index];
        return Put(of, half, text, () => row[column], t => row[column] = t);
    }

    // A window has two controls.
    private static bool Put(NoticeField field, string[] half, string text, Func<string> now, Action<string> set)
    {
        var (from, until) = FieldTyping.Halves(now());
        set(field.Kind != FieldKind.Window ? text : FieldTyping.Window(half is ["until"] ? from : text, half is ["until"] ? text : until));
        return true;
    }

    private static bool IsFilled(string[] cells) => cells.Any(c => c.Length > 0);

    private static string[] CellsOf(NoticeField field, SheetRow row) => [.. field.Columns.Select(c => FieldTyping.Written(c.Kind, row[c.Name]))];

    private static SheetRow RowOf(NoticeField field, string[] cells)
    {
        var row = new SheetRow();
        foreach (var (column, cell) in field.Columns.Zip(cells))
            row[column.Name] = FieldTyping.Typed(column.Kind, cell);
        return row;
    }
}
