using System.CommandLine;
using System.Text;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Officers;
using Parley.Station.Folders;

namespace Parley.Cli.Commands;

/// <summary><c>parley officer</c>: who may use the station.</summary>
internal static class OfficerCommands
{
    private static readonly Argument<string> Name = new("NAME") { Description = "The officer's name, as all will see it." };

    private static readonly Option<string> RoleNames = new("--roles")
    {
        Description = "What the officer may do, with commas: watch (read, draft), release (approve what leaves), charter (lines and " +
            "peers), admin (officers, pouches, backups), audit (journal, exports).",
        HelpName = "ROLES",
        Required = true,
    };

    private static readonly Option<string?> TokenOut = new("--token-out")
    {
        Description = "Write the token to a new file that you alone can read, instead of showing it. No sign-in link is shown then.",
        HelpName = "FILE",
    };

    private static readonly Argument<string> Passkey = new("PASSKEY") { Description = "Its id as 'parley officer passkeys' shows it, or enough of its beginning." };

    public static Command Build() => Common.Group(
        "officer",
        "Officers of this station. With the station stopped, whoever holds the folder may add the first ones.",
        new Command("add", "Add an officer and show the token and a sign-in link, once. All officers are told.").Does(
            [Common.Directory, Name, RoleNames, TokenOut, Common.TokenFile, Common.PassphraseFile, Common.Json], Add),
        new Command("list", "All officers, those of the past too.").Does(
            [Common.Directory, Common.TokenFile, Common.PassphraseFile, Common.Json], List),
        new Command("link", "Show a new sign-in link, once: over it a passkey or a PIN is set up in the officer's name. The link before it ends. All officers are told.").Does(
            [Common.Directory, Name, Common.TokenFile, Common.PassphraseFile, Common.Json], Link),
        new Command("passkeys", "The passkeys of an officer: your own, or anybody's for an admin.").Does(
            [Common.Directory, Name, Common.TokenFile, Common.PassphraseFile, Common.Json], Passkeys),
        new Command("passkey-remove", "Remove a passkey; whoever is signed in by it is so no longer. All officers are told.").Does(
            [Common.Directory, Name, Passkey, Common.TokenFile, Common.PassphraseFile], RemovePasskey),
        new Command("revoke", "End an officer's token, passkeys, PIN and sign-in link, at once.").Does(
            [Common.Directory, Name, Common.TokenFile, Common.PassphraseFile], Revoke));

    private static async Task Add(Invocation invocation)
    {
        var roles = RolesText.Parse(invocation.Need(RoleNames)) is { } parsed and not Roles.None
            ? parsed
            : throw new CommandFault(ExitCode.Usage, $"--roles takes names with commas between them: {string.Join(',', RolesText.Names)}");
        await using var station = await OpenStation.ToManage(invocation);
        var officer = await invocation.Do(station.Control, new AddOfficer(invocation.Get(Name), roles));
        if (invocation.Get(TokenOut) is { } file)
        {
            if (!PrivateFile.TryCreate(file, Encoding.ASCII.GetBytes(officer.Token + "\n")))
                throw new CommandFault(ExitCode.Refused, $"{file} exists and was not written; the token is lost: revoke " +
                    $"{officer.Name} and add the officer anew");
            invocation.Screen.Line($"{SafeText.Line(officer.Name)} may: {RolesText.Write(officer.Roles)}. The token is in {file}.");
            return;
        }

        invocation.Show(officer, (screen, o) =>
        {
            screen.Line($"{SafeText.Line(o.Name)} may: {RolesText.Write(o.Roles)}. The token is shown this once:");
            screen.Line(o.Token);
            if (o is { Code: { } code, Until: { } until })
                Write(screen, station, Hosts(invocation), new SignInLink(o.Name, code, until));
        });
    }

    private static async Task List(Invocation invocation)
    {
        await using var station = await OpenStation.ToManage(invocation);
        invocation.Show(await invocation.Do(station.Control, new ListOfficers()), static (screen, officers) => screen.Table(
            ["officer", "roles", "since", "passkeys", "PIN", ""],
            officers.Select(o => (string[])
            [
                SafeText.Line(o.Name), RolesText.Write(o.Roles), TranscriptText.Time(o.Since), o.Passkeys > 0 ? $"{o.Passkeys}" : "", o.HasPin ? "set" : "",
                o.Revoked ? "revoked" : "",
            ])));
    }

    private static async Task Link(Invocation invocation)
    {
        await using var station = await OpenStation.ToManage(invocation);
        var link = await invocation.Do(station.Control, new MakeSignInLink(invocation.Get(Name)));
        invocation.Show(link, (screen, l) => Write(screen, station, Hosts(invocation), l));
    }

    private static async Task Passkeys(Invocation invocation)
    {
        await using var station = await OpenStation.ToManage(invocation);
        var name = invocation.Get(Name);
        invocation.Show(await invocation.Do(station.Control, new ListPasskeys(name)), (screen, passkeys) =>
        {
            if (passkeys.Count == 0)
                screen.Line($"{SafeText.Line(name)} has no passkey. One is set up in a browser, over a sign-in link: parley officer link DIR {SafeText.Line(name)}");
            else
                screen.Table(["passkey", "name", "since", "last used", ""], passkeys.Select(Row));
        });
    }

    private static async Task RemovePasskey(Invocation invocation)
    {
        await using var station = await OpenStation.ToManage(invocation);
        await invocation.Do(station.Control, new RemovePasskey(invocation.Get(Passkey), invocation.Get(Name)));
        invocation.Screen.Line($"The passkey of {SafeText.Line(invocation.Get(Name))} is removed.");
    }

    private static async Task Revoke(Invocation invocation)
    {
        await using var station = await OpenStation.ToManage(invocation);
        await invocation.Do(station.Control, new RevokeOfficer(invocation.Get(Name)));
        invocation.Screen.Line($"The token of {invocation.Get(Name)} is no longer valid.");
    }

    private static string[] Row(PasskeyView passkey) =>
    [
        passkey.Id.Length > 16 ? passkey.Id[..16] : passkey.Id, SafeText.Line(passkey.Name), TranscriptText.Time(passkey.Since),
        passkey.LastUsed is { } used ? TranscriptText.Time(used) : "never", passkey.IsBackedUp ? "copied by its maker" : "",
    ];

    // The code stands behind '#': a browser keeps that part to itself, so it is in no log of any server on the way.
    private static void Write(Screen screen, OpenStation station, IReadOnlyList<string>? hosts, SignInLink link)
    {
        // A passkey is bound to a name, and an address of figures is none (WebAuthn Level 3, section 5.1.3: the RP ID is a domain).
        var host = hosts is [var first, ..] ? first : station.Address.IsLoopback ? "localhost" : station.Address.Host;
        var port = station.Address.Port;
        screen.Line($"The sign-in link of {SafeText.Line(link.Name)} is shown this once. It is good until {TranscriptText.Time(link.Until)}, for one passkey or one PIN:");
        screen.Line($"http://{host}:{(port == 0 ? "PORT" : port)}/enrol#{link.Code}");
        if (port == 0)
            screen.Line("PORT is known once the station runs: 'parley run' prints it as the address for officers.");
    }

    // By its address alone a station is reached as it was just now.
    private static IReadOnlyList<string>? Hosts(Invocation invocation) =>
        invocation.Get(Common.Directory) is var place && OpenStation.IsAddress(place) ? null : Invocation.Need(Invocation.Need(StationFolder.Open(place)).ReadSettings()).ApiHosts;
}
