namespace Parley.Console.Desks;

/// <summary>A page that shows what the clock alone changes, such as deadlines: it is also loaded now and then.</summary>
public abstract class RoundPage : DeskPage
{
    private ITimer? rounds;

    /// <summary>How often.</summary>
    protected virtual TimeSpan Round => Bounds.PageRound;

    protected override void OnInitialized() => rounds = Desk.Time.CreateTimer(_ => _ = InvokeAsync(LoadAnew), null, Round, Round);

    protected override void Close() => rounds?.Dispose();
}
