using System.CommandLine;
using System.Text;
using Parley.Cli.Rendering;
using Parley.Control.Peers;
using Parley.Station.Folders;

namespace Parley.Cli.Commands;

/// <summary><c>parley card</c>: our own card, and the steps by which it changes. Those need the folder and a station that does not
/// run.</summary>
internal static class CardCommands
{
    /// <summary>The passphrase of next keys, when it is not that of <c>station.key</c>.</summary>
    public static Option<string?> NextPassphraseFile { get; } = new("--next-passphrase-file")
    {
        Description = "A file with the passphrase of the next key's file, when it is not that of station.key.",
        HelpName = "FILE",
    };

    private static readonly Option<string?> Output = new("--output", "-o")
    {
        Description = "Write the card to a file, to be handed to other parties. There is nothing secret in it.",
        HelpName = "FILE",
    };

    private static readonly Option<string> NextKeyFile = new("--next-key")
    {
        Description = "The next key, brought back from its safe place.",
        HelpName = "FILE",
        Required = true,
    };

    private static readonly Option<string?> NewNextKeyFile = new("--new-next-key")
    {
        Description = "Where the key after it is written. Default: beside DIR.",
        HelpName = "FILE",
    };

    private static readonly Option<string[]> Listen = new("--listen")
    {
        Description = "The addresses to listen on from now on, all of them. Without it they stay.",
        HelpName = "ADDRESS",
    };

    private static readonly Option<string[]> Advertise = new("--advertise")
    {
        Description = "The addresses for the card, when they are not those you listen on.",
        HelpName = "ADDRESS",
    };

    public static Command Build()
    {
        var card = new Command("card", "Your own card: show it, write it to a file, or change it with rotate, revoke or update.").Does(
            [Common.Directory, Output, Common.TokenFile, Common.PassphraseFile, Common.Json], Show);
        Option[] keys = [NextKeyFile, NewNextKeyFile, NextPassphraseFile, Common.PassphraseFile];
        card.Add(new Command("rotate", "The next key takes over in good order. Peers follow by themselves. The station must be stopped.")
            .Does(keys, i => Change(i, CardChange.Rotate)));
        card.Add(new Command("revoke", "The present key was lost or stolen: the next key alone speaks from now on. The station must " +
            "be stopped.")
            .Does(keys, i => Change(i, CardChange.Revoke)));
        card.Add(new Command("update", "A new card with the same keys: new addresses, names of parley.json, two more years. The " +
            "station must be stopped.")
            .Does([Listen, Advertise, Common.PassphraseFile], Update));
        return card;
    }

    private static async Task Show(Invocation invocation)
    {
        await using var station = await OpenStation.ToManage(invocation);
        var card = await invocation.Do(station.Control, new ShowCard());
        if (invocation.Get(Output) is { } file)
            await File.WriteAllTextAsync(file, card.CardFile, new UTF8Encoding(false), invocation.Cancel);
        invocation.Show(card, (screen, c) =>
        {
            screen.Line($"{c.Party}, card {c.Version}, valid until {TranscriptText.Time(c.ValidUntil)}");
            screen.Line($"digits, to be read to the other side by voice: {c.Digits}");
            screen.Line(invocation.Get(Output) is { } written ? $"the card is in {written}" : "to hand it over, write it to a file " +
                "with: -o FILE");
        });
    }

    private static async Task Change(
        Invocation invocation, Func<StationFolder, CardKeys, TimeProvider, FolderResult<NewCard>> step)
    {
        var folder = await Stopped(invocation);
        var passphrase = Secrets.Passphrase(invocation, folder);
        var nextPassphrase = Secrets.InFile(invocation.Get(NextPassphraseFile)) ?? passphrase;
        var keys = new CardKeys(passphrase, invocation.Need(NextKeyFile), nextPassphrase, invocation.Get(NewNextKeyFile), nextPassphrase);
        var made = Invocation.Need(step(folder, keys, TimeProvider.System));
        Tell(invocation, made);
        invocation.Screen.Line($"The key after it: {made.NextKeyFile} - move it to a safe place. {keys.NextKeyFile} is in use now; " +
            $"destroy that file.");
    }

    private static async Task Update(Invocation invocation)
    {
        var folder = await Stopped(invocation);
        var settings = Invocation.Need(folder.ReadSettings());
        if (invocation.Get(Listen) is { Length: > 0 } listen)
            settings = settings with { Listen = listen, Advertise = null };
        if (invocation.Get(Advertise) is { Length: > 0 } advertise)
            settings = settings with { Advertise = advertise };
        if (settings.Fault() is { } fault)
            throw new CommandFault(ExitCode.Usage, fault);
        var passphrase = Secrets.Passphrase(invocation, folder);
        folder.WriteSettings(settings);
        Tell(invocation, Invocation.Need(CardChange.Update(folder, passphrase, TimeProvider.System)));
    }

    private static void Tell(Invocation invocation, NewCard made) =>
        invocation.Screen.Line(
            $"Card {made.Chain.Current.Version} of {made.Chain.Party} is in force when the station starts; its digits: " +
                $"{made.Chain.DigitsToCompare}");

    private static async Task<StationFolder> Stopped(Invocation invocation)
    {
        var place = invocation.Get(Common.Directory);
        var folder = Invocation.Need(StationFolder.Open(place));
        return await OpenStation.Running(place, invocation.Cancel) is null
            ? folder
            : throw new CommandFault(ExitCode.Refused, $"the station in {place} runs; stop it first, for it reads its card when it starts");
    }
}
