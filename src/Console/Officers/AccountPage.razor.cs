using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Console.Passkeys;
using Parley.Console.Sessions;
using Parley.Control;
using Parley.Control.Officers;

namespace Parley.Console.Officers;

/// <summary>The officer's own page: the session, the passkeys, the PIN.</summary>
public sealed partial class AccountPage : DeskPage
{
    private string pin = "";
    private string again = "";
    private bool differs;
    private bool hasPin;
    private bool isBusy;
    private bool pinDone;

    [Inject]
    public required NavigationManager Address { get; set; }

    /// <summary>Why nothing was set up.</summary>
    [SupplyParameterFromQuery]
    public string? Why { get; set; }

    /// <summary>What was set up.</summary>
    [SupplyParameterFromQuery]
    public string? Done { get; set; }

    // A token alone sets nothing up.
    private bool IsWeak => Desk.Opening == Opening.DirectLink;

    private bool HasName => Ceremonies.HasName(new Uri(Address.Uri).Host);

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Officer;

    protected override async Task Load() => hasPin = (await Ask(new WhoAmI()))?.HasPin ?? hasPin;

    private async Task SetPin()
    {
        (differs, pinDone) = (pin != again, false);
        if (differs)
            return;
        isBusy = true;
        pinDone = await Ask(new SetPin(pin)) is not null;
        isBusy = false;
        if (pinDone)
            (pin, again, hasPin) = ("", "", true);
    }
}
