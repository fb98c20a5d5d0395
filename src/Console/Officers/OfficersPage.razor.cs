using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Officers;

namespace Parley.Console.Officers;

/// <summary>Who may use the station, and by what each comes in. Admins add and revoke here.</summary>
public sealed partial class OfficersPage : DeskPage
{
    private readonly HashSet<string> roles = [];
    private IReadOnlyList<OfficerView> officers = [];
    private OfficerToken? handed;
    private string addTrouble = "";
    private string done = "";
    private string leaving = "";
    private string name = "";
    private string opened = "";
    private bool isBusy;

    private bool IsAdmin => Desk.Roles.HasFlag(Roles.Admin);

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Officer;

    protected override async Task Load() => officers = await Ask(new ListOfficers()) ?? officers;

    private void Choose(string role, bool isChosen) => _ = isChosen ? roles.Add(role) : roles.Remove(role);

    private async Task Add()
    {
        (isBusy, done) = (true, "");
        var reply = await Desk.Ask(new AddOfficer(name.Trim(), RolesText.Parse(string.Join(',', roles)) ?? Roles.None));
        addTrouble = reply.Trouble;
        if (reply.Answer is { } added)
        {
            handed = added;
            name = "";
            roles.Clear();
            await Reload();
        }

        isBusy = false;
    }

    private async Task MakeLink(string officer)
    {
        done = "";
        if (await Ask(new MakeSignInLink(officer)) is { } link)
            handed = new OfficerToken(link.Name, Roles.None, "", link.Code, link.Until);
    }

    private async Task Revoke(string officer)
    {
        (leaving, done) = ("", "");
        if (await Ask(new RevokeOfficer(officer)) is not null)
        {
            done = Say["officers.revoke-done", officer];
            if (handed?.Name == officer)
                handed = null;
            await Reload();
        }
    }

    // What went wrong before stays told.
    private async Task Reload()
    {
        if ((await Desk.Ask(new ListOfficers())).Answer is { } all)
            officers = all;
    }
}
