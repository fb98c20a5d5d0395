using Parley.Exchange.Files;
using Parley.Lines.Notices;
using YamlDotNet.RepresentationModel;
using LinesBounds = Parley.Lines.Bounds;

namespace Parley.Exchange.Notices;

/// <summary>A filled-in form as a file: YAML, strict, described in <c>docs/formats/notice-file.md</c>. What is wrong in a field is not the file's fault:
/// <see cref="NoticeCheck"/> says it.</summary>
public static class NoticeFile
{
    /// <summary>The id of the format that a notice is of; null when the file names none.</summary>
    public static string? FormatOf(string text, out FileProblem? problem) =>
        YamlText.Read(text, "a notice", static t =>
        {
            // The rest is read when the format is known.
            _ = t.All().Count();
            return t.Text("format", LinesBounds.PartyIdLength);
        }, out problem);

    /// <summary>Reads a notice of a format.</summary>
    /// <param name="problem">The first thing that is wrong with the file, when the answer is null.</param>
    public static Notice? Read(string text, NoticeFormat format, out FileProblem? problem) => YamlText.Read(text, "a notice", t => Whole(t, format), out problem);

    internal static Notice Whole(YamlTable table, NoticeFormat format)
    {
        if (table.Text("format", LinesBounds.PartyIdLength) != format.Id)
            throw table.FaultAt("format", $"this is no notice of the format {format.Id}");
        var version = table.Has("version") ? table.Number("version", 1, LinesBounds.CodebookVersion) : format.Version;
        if (version != format.Version)
            throw table.FaultAt("version", $"the format here is version {format.Version}");
        return Form(table, format);
    }

    /// <summary>Language and values.</summary>
    internal static Notice Form(YamlTable table, NoticeFormat format) => new(
        format.Id, format.Version, table.Text("language", LinesBounds.LanguageTagLength),
        table.Table("values", "'values'", values => values.All().Take(LinesBounds.FormatFields * 2)
            .Select(v => new NoticeValue(v.Key, Items(v.Key, v.Value, format[v.Key]))).ToList()));

    private static IReadOnlyList<string> Items(string name, YamlNode value, NoticeField? field)
    {
        if (value is not YamlSequenceNode rows)
            return [YamlTable.TextOf(value, name, LinesBounds.NoticeItemLength)];
        if (field is not { Kind: FieldKind.Rows })
            throw new FileFault(value.Start.Line, $"'{name}' takes one value, no list");
        if (rows.Children.Count > LinesBounds.NoticeRows)
            throw new FileFault(value.Start.Line, $"'{name}' takes {LinesBounds.NoticeRows} rows at most");
        return [.. rows.SelectMany(row => YamlTable.Read(row, $"a row of '{name}'", cells =>
            field.Columns.Select(c => cells.Has(c.Name) ? cells.Text(c.Name, LinesBounds.NoticeItemLength) : "").ToList()))];
    }
}
