using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Notices;
using Parley.Lines.Notices;

namespace Parley.Console.Notices;

/// <summary>The forms of notices that this station holds, or that a charter names, and the fields of one.</summary>
public sealed partial class FormatsPage : DeskPage
{
    private IReadOnlyList<LineView> lines = [];
    private IReadOnlyList<FormatView> formats = [];
    private NoticeFormat? format;
    private string shown = "";

    /// <summary>Handle of the line whose forms are shown; null: every form that is here.</summary>
    [SupplyParameterFromQuery]
    public string? Line { get; set; }

    /// <summary>The form whose fields are shown: <c>id/version/hash</c>.</summary>
    [SupplyParameterFromQuery]
    public string? Format { get; set; }

    private int Tongue => format!.LanguageFor(Say.Tag);

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Line;

    protected override async Task Load()
    {
        if (await Ask(new ListLines()) is { } all)
            lines = [.. all.Where(l => l.Terms.Formats is { Count: > 0 }).OrderBy(l => l.Mode).ThenBy(l => l.Handle, StringComparer.Ordinal)];
        if (await Ask(new ListFormats(Line, Say.Tag)) is { } found)
            formats = found;
        if (shown == (Format ?? ""))
            return;
        (shown, format) = (Format ?? "", null);
        if (Format is not null && await Ask(new ShowFormat(Format, Say.Tag)) is { } texts)
            format = NoticeFormat.Parse(texts.Encoding);
    }

    // Always, or where another field has a certain code.
    private string? NeedOf(NoticeField field)
    {
        if (field.Need is not { } need)
            return null;
        if (need.Field is null || format![need.Field] is not { } other)
            return Say["form.needed"];
        return Say["formats.needed-where", other.Texts[Tongue], other.Kind == FieldKind.Yes ? Say["form." + need.Code] : other.WordsOf(need.Code!, Tongue) ?? need.Code!];
    }
}
