using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.JSInterop;
using Parley.Console.Desks;

namespace Parley.Console.Frame;

/// <summary>A file that an officer chose.</summary>
public sealed record TakenFile(string Name, byte[] Bytes);

/// <summary>Takes files from the officer's machine.</summary>
public sealed partial class FileTaker : ComponentBase
{
    private string trouble = "";

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Bytes of a file.</summary>
    [Parameter, EditorRequired]
    public required long Size { get; set; }

    /// <summary>Files at once.</summary>
    [Parameter]
    public int Most { get; set; } = 1;

    /// <summary>Called for one file after the other.</summary>
    [Parameter]
    public EventCallback<TakenFile> OnTaken { get; set; }

    [CascadingParameter]
    internal Desk Desk { get; set; } = null!;

    private async Task Take(InputFileChangeEventArgs change)
    {
        trouble = "";
        if (change.FileCount > Most)
        {
            trouble = Desk.Say["file.too-many", Desk.Say.Number(Most)];
            return;
        }

        foreach (var file in change.GetMultipleFiles(Most))
        {
            if (file.Size > Size)
                trouble = Desk.Say["file.too-large", file.Name, Desk.Say.Number(Size / 1024.0)];
            else if (await Read(file) is { } bytes)
                await OnTaken.InvokeAsync(new TakenFile(file.Name, bytes));
        }
    }

    private async Task<byte[]?> Read(IBrowserFile file)
    {
        try
        {
            await using var stream = file.OpenReadStream(Size);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy);
            return copy.ToArray();
        }
        catch (Exception e) when (e is IOException or JSException or TimeoutException)
        {
            // The file was changed or taken away while it was read.
            trouble = Desk.Say["file.unreadable", file.Name];
            return null;
        }
    }
}
