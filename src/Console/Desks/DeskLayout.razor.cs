using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using Parley.Console.Frame;
using Parley.Console.Sessions;
using Parley.Console.Words;

namespace Parley.Console.Desks;

/// <summary>What stands around every page of a desk: who we are, the clocks, what rings, and the way to every other page.</summary>
public sealed partial class DeskLayout : LayoutComponentBase, IAsyncDisposable
{
    private ErrorBoundary? boundary;
    private IJSObjectReference? browser;
    private bool isOpen;
    private string sound = "on";
    private string theme = "";
    private (string Level, string Title) signalled = ("", "");

    [Inject]
    internal Desk Desk { get; set; } = null!;

    [Inject]
    public required IJSRuntime Script { get; set; }

    [Inject]
    public required NavigationManager Address { get; set; }

    private Language Say => Desk.Say;

    private string Zone => Desk.Zone.Id.Split('/')[^1].Replace('_', ' ');

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        browser = await Script.InvokeAsync<IJSObjectReference>("import", PackedFiles.Of("console.js"));
        var surroundings = await browser.InvokeAsync<Surroundings>("surroundings");
        if (!await Desk.Open())
        {
            Leave();
            return;
        }

        Desk.Suit(surroundings.Language, surroundings.Zone);
        Desk.Ended += OnEnded;
        (sound, theme) = (await browser.InvokeAsync<string>("sound"), await browser.InvokeAsync<string>("theme"));
        isOpen = true;
        StateHasChanged();
    }

    protected override void OnParametersSet() => boundary?.Recover();

    public async ValueTask DisposeAsync()
    {
        Desk.Ended -= OnEnded;
        if (browser is not null)
        {
            try
            {
                await browser.DisposeAsync();
            }
            catch (JSDisconnectedException)
            {
                // The browser has gone first.
            }
        }
    }

    private string Here(string fragment) => Address.Uri.Split('#')[0] + fragment;

    private void OnEnded() => _ = InvokeAsync(Leave);

    private void Leave() => Address.NavigateTo(
        Desk.Ending switch
        {
            Ending.SignedOut => DoorWords.Door("out"),
            Ending.Gone => DoorWords.Door("gone", Desk.Officer, new Uri(Address.Uri).PathAndQuery),
            _ => DoorWords.Door("ended", Desk.Officer, new Uri(Address.Uri).PathAndQuery),
        },
        forceLoad: true);

    private void Mend() => boundary?.Recover();

    private async Task Sound(string wish) => sound = await browser!.InvokeAsync<string>("sound", wish);

    private async Task Theme(ChangeEventArgs change) => theme = await browser!.InvokeAsync<string>("theme", change.Value as string ?? "");

    private async Task Speak(ChangeEventArgs change) => await browser!.InvokeVoidAsync("speak", change.Value as string ?? "en");

    private async Task Signal((string Level, string Title) signal)
    {
        if (browser is null || signal == signalled)
            return;
        signalled = signal;
        await browser.InvokeVoidAsync("signal", signal.Level, signal.Title);
        sound = await browser.InvokeAsync<string>("sound");
        StateHasChanged();
    }

    private sealed record Surroundings(string? Language, string? Zone);
}
