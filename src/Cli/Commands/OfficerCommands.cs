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
        Description = "Write the token to a new file that you alone can read, instead of showing it.",
        HelpName = "FILE",
    };

    public static Command Build() => Common.Group(
        "officer",
        "Officers of this station. With the station stopped, whoever holds the folder may add the first ones.",
        new Command("add", "Add an officer and show the token, once. All officers are told.").Does(
            [Common.Directory, Name, RoleNames, TokenOut, Common.TokenFile, Common.PassphraseFile, Common.Json], Add),
        new Command("list", "All officers, those of the past too.").Does(
            [Common.Directory, Common.TokenFile, Common.PassphraseFile, Common.Json], List),
        new Command("revoke", "End an officer's token, at once.").Does(
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

        invocation.Show(officer, static (screen, o) =>
        {
            screen.Line($"{SafeText.Line(o.Name)} may: {RolesText.Write(o.Roles)}. The token is shown this once:");
            screen.Line(o.Token);
        });
    }

    private static async Task List(Invocation invocation)
    {
        await using var station = await OpenStation.ToManage(invocation);
        invocation.Show(await invocation.Do(station.Control, new ListOfficers()), static (screen, officers) => screen.Table(
            ["officer", "roles", "since", ""],
            officers.Select(o => (string[])
            [
                SafeText.Line(o.Name), RolesText.Write(o.Roles), TranscriptText.Time(o.Since), o.Revoked ? "revoked" : "",
            ])));
    }

    private static async Task Revoke(Invocation invocation)
    {
        await using var station = await OpenStation.ToManage(invocation);
        await invocation.Do(station.Control, new RevokeOfficer(invocation.Get(Name)));
        invocation.Screen.Line($"The token of {invocation.Get(Name)} is no longer valid.");
    }
}
