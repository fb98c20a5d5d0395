using System.CommandLine;
using System.Globalization;
using Parley.Cli.Rendering;
using Parley.Control.Peers;
using Parley.Lines.Parties;

namespace Parley.Cli.Commands;

/// <summary><c>parley peer</c>: other parties. The digits of a card just received are never shown: who could read them off the screen would
/// not need the telephone.</summary>
internal static class PeerCommands
{
    private static readonly Argument<string> Card = new("CARD") { Description = "The card file that the other side handed over." };

    private static readonly Option<string?> DigitsRead = new("--digits")
    {
        Description = "The digits of the card as the other side read them out by voice. Without it you are asked for " +
            "them.",
        HelpName = "DIGITS",
    };

    private static readonly Argument<string> Id = new("PARTY") { Description = "Its id: 1 to 32 of a-z, 0-9 and dash." };
    private static readonly Option<string> Name = new("--name") { Description = "Its name.", HelpName = "NAME", Required = true };

    private static readonly Option<string> Contact = new("--contact")
    {
        Description = "How it is reached: a telephone number, an office.",
        HelpName = "TEXT",
        Required = true,
    };

    public static Command Build()
    {
        Symbol[] symbols = [Common.Directory, Card, DigitsRead, Common.TokenFile, Common.PassphraseFile, Common.Json];
        return Common.Group(
            "peer",
            "Other parties and their cards.",
            new Command("add", "Take a party's card, and trust it when the digits that its owner reads out by voice are the card's.")
                .Does(symbols, i => Take(i, (card, digits) => new AddPeer(card, digits))),
            new Command("update", "Take a newer card of a known party, or compare digits that were not compared before.")
                .Does(symbols, i => Take(i, (card, digits) => new UpdatePeer(card, digits))),
            new Command("add-by-hand", "Add a party without a station: what goes to it is read out, what it says is entered by an officer.")
                .Does([Common.Directory, Id, Name, Contact, Common.TokenFile, Common.Json], AddByHand),
            new Command("list", "All parties known here, their cards and circuits.")
                .Does([Common.Directory, Common.TokenFile, Common.PassphraseFile, Common.Json], List));
    }

    private static async Task Take(Invocation invocation, Func<string, string?, Control.Operation<PeerView>> operation)
    {
        var file = invocation.Get(Card);
        var text = await File.ReadAllTextAsync(file, invocation.Cancel);
        if (CardChain.ParseFile(text) is not { } chain)
            throw new CommandFault(ExitCode.Refused, $"{file} is no card file, or it is damaged; ask the other side for it again");
        await using var station = await OpenStation.ToManage(invocation);
        var digits = invocation.Get(DigitsRead) ?? invocation.Terminal.Ask(
            $"Call {chain.Party} on a number you trust and have them read their digits to you.\nDigits of {chain.Party} (empty: leave " +
                $"unverified): ");
        var peer = await invocation.Do(station.Control, operation(text, digits));
        invocation.Show(peer, static (screen, p) =>
        {
            if (p.Verified)
                screen.Line($"{p.Party} is verified, card {p.CardVersion}.", Tint.Good);
            else
                screen.Line($"{p.Party} is known and NOT verified: no line opens before digits are compared, with: parley peer update " +
                    $"DIR CARD", Tint.Warning);
        });
    }

    private static async Task AddByHand(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var peer = await invocation.Do(station.Control, new AddByHandPeer(invocation.Get(Id), invocation.Need(Name), invocation.Need(Contact)));
        invocation.Show(peer, static (screen, p) =>
            screen.Line($"{p.Party} is known as a party without a station; what it says will stand as one-sided and unauthenticated.", Tint.Warning));
    }

    private static async Task List(Invocation invocation)
    {
        await using var station = await OpenStation.ToManage(invocation);
        invocation.Show(await invocation.Do(station.Control, new ListPeers()), static (screen, peers) => Table(screen, peers));
    }

    /// <summary>Parties and their circuits.</summary>
    public static void Table(Screen screen, IReadOnlyList<PeerView> peers)
    {
        screen.Table(
            ["party", "name", "digits compared", "card", "valid until, contact", "circuits", "last heard", "clock"],
            peers.Select(p => (string[])
            [
                SafeText.Line(p.Party),
                SafeText.Line(p.Name),
                p.ByHand is not null ? "BY HAND" : p.Verified ? "yes" : "NO",
                p.ByHand is not null ? "" : p.CardVersion.ToString(CultureInfo.InvariantCulture),
                p.ByHand is { } contact ? SafeText.Line(contact) : TranscriptText.Time(p.ValidUntil) + (p.Expired ? " EXPIRED" : ""),
                string.Join(", ", p.Circuits.Select(c => SafeText.Line(c.Name))),
                p.LastHeard is { } heard ? TranscriptText.Time(heard) : "",
                TranscriptText.Clock(p.ClockAheadSeconds),
            ]));
        foreach (var peer in peers)
        {
            foreach (var circuit in peer.Circuits)
                Refused(screen, $"{SafeText.Line(peer.Party)} on {SafeText.Line(circuit.Name)}", circuit.Refusals);
            if (peer.RefusedBefore is { } before)
                Refused(screen, $"{SafeText.Line(peer.Party)} on circuits that have ended", before);
        }
    }

    private static void Refused(Screen screen, string from, IReadOnlyDictionary<string, long> refusals)
    {
        var counts = refusals.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => $"{r.Key} {r.Value}");
        if (refusals.Count > 0)
            screen.Line($"frames refused from {from}: {string.Join(", ", counts)}", Tint.Warning);
    }
}
