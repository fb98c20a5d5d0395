using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control.ByHand;
using Parley.Lines.ByHand;
using Parley.Lines.Charters;
using Parley.Lines.Handling;

namespace Parley.Cli.Commands;

/// <summary><c>parley by-hand</c>: a party without a station. What is read out to it, who did it when, and what it says of it.</summary>
internal static class ByHandCommands
{
    private static readonly Option<string> Party = new("--party") { Description = "The party without a station.", HelpName = "PARTY", Required = true };
    private static readonly Option<bool> All = new("--all") { Description = "Also what was read out before, with who did it when." };
    private static readonly Option<string?> Text = new("--text") { Description = "What they said with it.", HelpName = "TEXT" };
    private static readonly Option<string?> Addressee = new("--addressee") { Description = "The action addressee of theirs that it is about.", HelpName = "ROLE" };

    private static readonly Option<string> Stage = new Option<string>("--stage")
    {
        Description = "read, sight, passed, rough, certified, acknowledged, acted, relayed, confirmed, stopped.",
        HelpName = "STAGE",
        Required = true,
    }.AcceptOnlyFromAmong([.. HandlingStages.All.Select(s => s.Name())]);

    public static Command Build() => Common.Group(
        "by-hand",
        "Parties without a station: what is read out to them, and what they say. One-sided and unauthenticated, under your name.",
        new Command("out", "Our words that are still to be read out or handed over, with their check groups.").Does(
            [Common.Directory, Common.Line, All, Common.TokenFile, Common.Json], Out),
        Deed("sent", "You have read a message out to them, or handed it over.", ByHandDeed.Sent),
        Deed("received", "They say that they have it.", ByHandDeed.Received),
        Deed("refused", "They would not take it.", ByHandDeed.Refused),
        Deed("handled", "They say what they have done with it.", ByHandDeed.Handled, Stage, Addressee));

    private static Command Deed(string name, string about, ByHandDeed deed, params IReadOnlyList<Symbol> more) => new Command(name, about).Does(
        [Common.Directory, Common.Line, Common.Entry, Party, VoiceCommands.MeansOption, VoiceCommands.At, .. more, Common.Language, Text, Common.TokenFile, Common.Json],
        i => Record(i, deed));

    private static async Task Out(Invocation invocation)
    {
        var line = invocation.Need(Common.Line);
        await using var station = await OpenStation.ToSpeak(invocation);
        var waiting = await invocation.Do(station.Control, new ListByHandOut(line, invocation.Get(All)));
        var (text, _) = await ReadCommands.TextOf(invocation, station.Control, line);
        var view = await ReadCommands.LineOf(invocation, station.Control, line);
        invocation.Show(waiting, (screen, all) =>
        {
            foreach (var one in all)
            {
                var state = one.IsSent ? "read out" : "TO BE READ OUT";
                screen.Lines(text.Marked([new($"{state} to {SafeText.Line(one.Party)}: {SafeText.Line(one.Entry)}", one.IsSent ? Tint.Quiet : Tint.Warning)]));
                VoiceCommands.Show(screen, one.ReadOut, view.Mode == LineMode.Exercise);
                screen.Lines(text.Marked([.. one.Deeds.Select(TranscriptText.Deed), new("")]));
            }

            if (all.Count == 0)
                screen.Lines(text.Marked([new("nothing waits to be read out")]));
        });
    }

    private static async Task Record(Invocation invocation, ByHandDeed deed)
    {
        var line = invocation.Need(Common.Line);
        var operation = new RecordByHand(
            line,
            invocation.Need(Common.Entry),
            invocation.Need(Party),
            deed,
            Common.Chosen<Means>(invocation.Need(VoiceCommands.MeansOption)),
            invocation.Get(VoiceCommands.At) is { } time ? UtcTime.Past("--at", time) : null,
            deed == ByHandDeed.Handled ? HandlingStages.Parse(invocation.Need(Stage)) : null,
            deed == ByHandDeed.Handled ? invocation.Get(Addressee) : null,
            invocation.Get(Common.Language),
            invocation.Get(Text));
        await using var station = await OpenStation.ToSpeak(invocation);
        var entry = await invocation.Do(station.Control, operation);
        var (text, _) = await ReadCommands.TextOf(invocation, station.Control, line);
        invocation.Show(entry, (screen, e) => screen.Lines(text.Update(e)));
    }
}
