namespace Parley.Console.Desks;

/// <summary>A page that shows what the clock alone changes, such as deadlines: it is also loaded every <see cref="Bounds.PageRound"/>.</summary>
public abstract class RoundPage : DeskPage
{
    private ITimer? rounds;

    protected override void OnInitialized() => rounds = Desk.Time.CreateTimer(_ => _ = InvokeAsync(async () =>
    {
        await Load();
        StateHasChanged();
    }), null, Bounds.PageRound, Bounds.PageRound);

    protected override void Close() => rounds?.Dispose();
}
