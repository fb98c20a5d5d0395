using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Peers;
using Parley.Control.Stations;
using Parley.Lines.Charters;

namespace Parley.Cli.Commands;

/// <summary>What the bench asks of a station through its face, wherever that is: in the same process or over HTTP.</summary>
internal sealed class BenchDesk(IControl control, BenchLoad load)
{
    /// <summary>The line over which the bench speaks.</summary>
    public const string Line = "bench";

    private static readonly TimeSpan Asking = TimeSpan.FromMilliseconds(20);

    /// <summary>Answers one ask.</summary>
    public async Task<BenchAnswer> Answer(BenchAsk ask, CancellationToken cancel)
    {
        switch (ask.Do)
        {
            case "card":
                var card = await load.Ask(new ShowCard());
                return new BenchAnswer(Text: card.CardFile, Digits: card.Digits);
            case "peer":
                await load.Ask(new AddPeer(ask.Text!, ask.Digits));
                return new BenchAnswer();
            case "propose":
                await load.Ask(new ProposeLine(Line, LineKind.Hot, LineMode.Exercise, [ask.Text!], null));
                return new BenchAnswer();
            case "accept":
                await Until(async () => await control.Do(new AcceptLine(Line), cancel) is Done<LineView>, cancel);
                return new BenchAnswer();
            case "open":
                await Until(async () => (await load.Ask(new ListLines())).Any(l => l is { Name: Line, State: LineState.Open }), cancel);
                return new BenchAnswer();
            case "circuits":
                await Until(async () => (await load.Ask(new ListPeers())).Sum(p => p.Circuits.Count) >= ask.Count, cancel);
                return new BenchAnswer();
            case "alone":
                await Until(async () => (await load.Ask(new ListPeers())).Sum(p => p.Circuits.Count) == 1, cancel);
                return new BenchAnswer();
            case "frames":
                return new BenchAnswer(Bytes: (await load.Ask(new ListPeers())).Sum(p => p.Circuits.Sum(c => c.FramesOut)));
            default:
                return await Measure(ask, cancel);
        }
    }

    private async Task<BenchAnswer> Measure(BenchAsk ask, CancellationToken cancel)
    {
        switch (ask.Do)
        {
            case "settle":
                await Until(async () => (await load.Ask(new ShowStatus())).Lines.All(l => l.Unreceived == 0), cancel);
                return new BenchAnswer(Bytes: (await load.Ask(new ShowStatus())).Lines.Sum(l => l.Entries));
            case "single":
                return new BenchAnswer(Milliseconds: await load.Single(ask));
            case "stream":
                return new BenchAnswer(Milliseconds: await load.Stream(ask));
            case "backlog":
                return new BenchAnswer(Milliseconds: await load.Backlog(ask), Bytes: await Unreceived());
            case "load":
                return new BenchAnswer(Seconds: (await load.Run(ask)).TotalSeconds);
            default:
                return new BenchAnswer($"'{ask.Do}' is nothing that the bench asks");
        }
    }

    private async Task<long> Unreceived() => (await load.Ask(new ShowStatus())).Lines.Sum(l => l.Unreceived);

    private static async Task Until(Func<Task<bool>> question, CancellationToken cancel)
    {
        while (!await question())
            await Task.Delay(Asking, cancel);
    }
}
