using Microsoft.AspNetCore.Components;
using Parley.Console.Words;
using Parley.Control;

namespace Parley.Console.Desks;

/// <summary>A page of a desk: it loads when it opens and again when something changes that it shows. Changes that come together are one loading.</summary>
public abstract class DeskPage : ComponentBase, IDisposable
{
    private int waiting;
    private bool isClosed;
    private bool isLoading;
    private bool isStale;

    [Inject]
    internal Desk Desk { get; set; } = null!;

    /// <summary>What went wrong with the last loading; empty: nothing.</summary>
    protected string Trouble { get; set; } = "";

    protected bool IsLoaded { get; private set; }

    protected Language Say => Desk.Say;

    /// <summary>Reads what the page shows. Called by one at a time.</summary>
    protected abstract Task Load();

    /// <summary>Whether a change has to do with what the page shows.</summary>
    protected virtual bool Concerns(ChangeNote note) => true;

    protected override async Task OnParametersSetAsync()
    {
        if (!IsLoaded)
            Desk.Changed += OnChanged;
        await LoadAnew();
        IsLoaded = true;
    }

    /// <summary>Loads; what is asked for while a loading is under way is one more after it.</summary>
    protected async Task LoadAnew()
    {
        isStale = true;
        if (isLoading)
            return;
        isLoading = true;
        try
        {
            while (isStale && !isClosed)
            {
                isStale = false;
                await Load();
                StateHasChanged();
            }
        }
        finally
        {
            isLoading = false;
        }
    }

    /// <summary>The answer; null when there is none: then the page says why.</summary>
    internal async Task<TAnswer?> Ask<TAnswer>(Operation<TAnswer> operation)
    {
        var reply = await Desk.Ask(operation);
        Trouble = reply.Trouble;
        return reply.Answer;
    }

    public void Dispose()
    {
        isClosed = true;
        Desk.Changed -= OnChanged;
        Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>For what a page holds of its own.</summary>
    protected virtual void Close()
    {
    }

    private void OnChanged(ChangeNote note)
    {
        if ((note.Kind == ChangeKind.Missed || Concerns(note)) && Interlocked.Exchange(ref waiting, 1) == 0)
            _ = InvokeAsync(LoadSoon);
    }

    private async Task LoadSoon()
    {
        await Task.Delay(Bounds.Gather, Desk.Time);
        Volatile.Write(ref waiting, 0);
        await LoadAnew();
    }
}
