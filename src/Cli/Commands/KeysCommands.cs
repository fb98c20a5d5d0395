using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Station.Folders;

namespace Parley.Cli.Commands;

/// <summary><c>parley keys</c>: the key file of a station's folder.</summary>
internal static class KeysCommands
{
    private static readonly Option<string?> NewPassphraseFile = new("--new-passphrase-file")
    {
        Description = "A file with the new passphrase. Without it you are asked for it.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> None = new("--none")
    {
        Description = "Leave station.key without a passphrase, for a station that starts unattended.",
    };

    public static Command Build() => Common.Group(
        "keys",
        "The keys in a station's folder.",
        new Command("show", "What keys there are and whether they are under a passphrase; nothing secret is shown.")
            .Does([Common.Folder, Common.PassphraseFile], Show),
        new Command("passphrase", "Change or remove the passphrase of station.key.")
            .Does([Common.Folder, Common.PassphraseFile, NewPassphraseFile, None], Change));

    private static Task Show(Invocation invocation)
    {
        var folder = Invocation.Need(StationFolder.Open(invocation.Get(Common.Folder)));
        using var keys = Invocation.Need(folder.ReadKeys(Secrets.Passphrase(invocation, folder)));
        var screen = invocation.Screen;
        screen.Line($"{keys.Party}, card {keys.Chain.Current.Version}, suite {keys.Suite.Id}, valid until " +
            $"{TranscriptText.Time(keys.Chain.Current.ValidUntil.ToDateTimeOffset())}");
        screen.Line($"digits: {keys.Chain.DigitsToCompare}");
        screen.Line(folder.IsProtected() ? "station.key is under a passphrase" : "station.key has no passphrase");
        if (keys.Retiring is not null)
            screen.Line("a rotation is under way: the key before is kept until it has closed its feeds");
        return Task.CompletedTask;
    }

    private static Task Change(Invocation invocation)
    {
        var folder = Invocation.Need(StationFolder.Open(invocation.Get(Common.Folder)));
        var old = Secrets.Passphrase(invocation, folder);
        using var keys = Invocation.Need(folder.ReadKeys(old));
        var changed = invocation.Get(None) ? null : Secrets.InFile(invocation.Get(NewPassphraseFile)) ?? Typed(invocation);
        folder.WriteKeys(keys, changed);
        invocation.Screen.Line(changed is null ? "station.key has no passphrase now" : "station.key is under the new passphrase");
        return Task.CompletedTask;
    }

    private static string Typed(Invocation invocation)
    {
        var typed = invocation.Terminal.AskSecret("New passphrase: ");
        if (typed is null)
            throw new CommandFault(ExitCode.Refused, "no new passphrase; give it with --new-passphrase-file FILE or at the prompt, or " +
                "remove it with --none");
        return invocation.Terminal.AskSecret("The same again: ") == typed
            ? typed
            : throw new CommandFault(ExitCode.Refused, "the two passphrases differ; nothing was done, start again");
    }
}
