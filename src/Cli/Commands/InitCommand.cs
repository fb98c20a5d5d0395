using System.CommandLine;
using Parley.Station.Folders;
using Parley.Storage.Sqlite;

namespace Parley.Cli.Commands;

/// <summary><c>parley init</c>: a new station.</summary>
internal static class InitCommand
{
    private static readonly Option<string> Party = new("--party")
    {
        Description = "Your party's id for ever: 1 to 32 of a-z, 0-9 and dash, such as astra.",
        HelpName = "ID",
        Required = true,
    };

    private static readonly Option<string[]> Name = new("--name")
    {
        Description = "Your party's name; once for each of its languages, such as \"Astra Republic\" or ru=\"Астра\". Without a tag " +
            "it is English.",
        HelpName = "NAME",
        Required = true,
    };

    private static readonly Option<string[]> Listen = new("--listen")
    {
        Description = "Where peers reach you: tls://HOST:PORT; once for each circuit. Without it you can only dial.",
        HelpName = "ADDRESS",
    };

    private static readonly Option<string[]> Advertise = new("--advertise")
    {
        Description = "The addresses for your card, when they are not those you listen on.",
        HelpName = "ADDRESS",
    };

    private static readonly Option<string> Api = new("--api")
    {
        Description = "Where your officers reach the station.", HelpName = "ADDRESS", DefaultValueFactory = _ => StationSettings.DefaultApi,
    };

    private static readonly Option<string?> NextKeyFile = new("--next-key")
    {
        Description = "Where the next key is written. Take that file away from this machine: it is what you come back with when the " +
            "station's key is lost or stolen. Default: DIR.next.key beside DIR.",
        HelpName = "FILE",
    };

    public static Command Build() =>
        new Command("init", "Set up a new station in an empty folder: keys, first card, store.").Does(
            [Common.Folder, Party, Name, Listen, Advertise, Api, NextKeyFile, Common.PassphraseFile, CardCommands.NextPassphraseFile],
            Run);

    private static Task Run(Invocation invocation)
    {
        var directory = invocation.Get(Common.Folder);
        var settings = new StationSettings(
            invocation.Need(Party),
            Names(invocation.Need(Name)),
            invocation.Get(Listen) ?? [],
            invocation.Need(Api),
            Advertise: invocation.Get(Advertise) is { Length: > 0 } advertise ? advertise : null);
        // Seen before anybody is asked for a passphrase.
        if (settings.Fault() is { } fault)
            throw new CommandFault(ExitCode.Usage, fault);
        var passphrase = Secrets.NewPassphrase(invocation, invocation.Get(Common.PassphraseFile), "station.key");
        var nextPassphrase = Secrets.InFile(invocation.Get(CardCommands.NextPassphraseFile)) ?? passphrase;
        var options = new InitOptions(settings, passphrase, invocation.Get(NextKeyFile), nextPassphrase);
        var made = Invocation.Need(FolderInit.Init(directory, options, TimeProvider.System));
        SqliteStore.Create(made.Folder.Path).Dispose();
        Tell(invocation, directory, made, passphrase is not null);
        return Task.CompletedTask;
    }

    private static void Tell(Invocation invocation, string directory, NewStation made, bool isProtected)
    {
        var screen = invocation.Screen;
        screen.Line($"The station of {made.Chain.Party} is set up in {made.Folder.Path}.");
        screen.Line($"Its digits: {made.Chain.DigitsToCompare}");
        screen.Line($"Its next key: {made.NextKeyFile} - move it to a safe place away from this machine.");
        if (!isProtected)
            screen.Line("station.key has no passphrase: whoever can read it can speak as you. See: parley keys passphrase --help");
        screen.Line($"Next: parley officer add {directory} NAME --roles watch,release,charter   then   parley run {directory}");
    }

    private static Dictionary<string, string> Names(string[] given)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in given)
        {
            var (tag, text) = Split(name);
            if (!names.TryAdd(tag, text))
                throw new CommandFault(ExitCode.Usage, $"two names for the language {tag}; give one for each language, as --name " +
                    $"{tag}=\"{text}\"");
        }

        return names;
    }

    private static (string Tag, string Text) Split(string name)
    {
        var equals = name.IndexOf('=');
        var isTagged = equals is > 1 and <= Lines.Bounds.LanguageTagLength &&
            name.AsSpan(0, equals).IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") < 0;
        return isTagged ? (name[..equals], name[(equals + 1)..].Trim()) : ("en", name.Trim());
    }
}
