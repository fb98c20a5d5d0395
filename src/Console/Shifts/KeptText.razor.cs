using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Parley.Console.Frame;

namespace Parley.Console.Shifts;

/// <summary>A field whose text stays in the tab until it was used.</summary>
public sealed partial class KeptText : ComponentBase
{
    private ElementReference area;
    private string text = "";

    /// <summary>Its id, and under what the tab keeps it.</summary>
    [Parameter, EditorRequired]
    public required string Name { get; set; }

    [Parameter]
    public int Rows { get; set; } = 1;

    /// <summary>Characters.</summary>
    [Parameter, EditorRequired]
    public int Most { get; set; }

    [Inject]
    public required IJSRuntime Script { get; set; }

    public string Text => text.ReplaceLineEndings("\n").Trim();

    /// <summary>The text was used.</summary>
    public async Task Clear()
    {
        text = "";
        StateHasChanged();
        await using var browser = await Browser();
        await browser.InvokeVoidAsync("note", Name, null);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await using var browser = await Browser();
        await browser.InvokeVoidAsync("keepField", area, Name);
    }

    private ValueTask<IJSObjectReference> Browser() => Script.InvokeAsync<IJSObjectReference>("import", PackedFiles.Of("console.js"));
}
