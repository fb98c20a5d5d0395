using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control.Observations;

namespace Parley.Cli.Commands;

/// <summary><c>parley explain</c>: what was seen beside what was announced, and how a party stands.</summary>
internal static class ExplainCommands
{
    private const string Such = "A day such as 2026-11-25, or a time with its zone such as 2026-11-25T14:05Z";

    private static readonly Argument<int?> Number = new("NUMBER")
    {
        Description = "One observation, with all that was weighed for it. Left out: all of a time, the newest first.", Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Argument<string> Who = new("PARTY") { Description = "The party, by its id as 'parley peer list' shows it." };

    private static readonly Option<string?> From = May("--from", "TIME", $"Seen from then on. {Such}. Default: 14 days before --to.");
    private static readonly Option<string?> To = May("--to", "TIME", $"Seen until then. {Such}. Default: now.");
    private static readonly Option<string?> Party = May("--party", "PARTY", "Only what is taken to be that party's.");
    private static readonly Option<string?> AsOf = May("--as-of", "TIME", $"By what had been entered and announced until then. {Such}. Default: by what is known now.");
    private static readonly Option<bool> Unexplained = new("--unexplained") { Description = "Only what no notice explains." };
    private static readonly Option<bool> Exercise = new("--exercise") { Description = "What is played in exercises, in place of what is real. The two never stand together." };
    private static readonly Option<string?> Since = May("--since", "TIME", $"What changed since then. {Such}. Default: since we last talked with it.");

    public static Command Build()
    {
        var explain = new Command(
            "explain", "What was seen beside all that was announced, each with its verdict then and now. It says what fits and why, and never what it means.").Does(
            [Common.Directory, Number, From, To, Party, AsOf, Unexplained, Exercise, Common.TokenFile, Common.Json], Explain);
        explain.Validators.Add(result =>
        {
            if (result.GetResult(Number)?.Tokens.Count > 0 && new Option[] { From, To, Party, AsOf, Unexplained, Exercise }.Any(o => result.GetResult(o) is { Implicit: false }))
                result.AddError("NUMBER shows one observation by itself: leave --from, --to, --party, --as-of, --unexplained and --exercise out");
        });
        explain.Add(new Command(
            "posture",
            "What a party declared, what was seen of it and what of that nothing explains, our own activities beside it, and what changed since we last talked. It is written: " +
            "parley explain posture DIR PARTY.").Does(
            [Common.Directory, Who, Since, Exercise, Common.TokenFile, Common.Json], Posture));
        return explain;
    }

    private static async Task Explain(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        if (invocation.Find(Number) is { } number)
        {
            var one = await invocation.Do(station.Control, new ShowObservation(number));
            invocation.Show(one, (screen, view) => screen.Lines(ObservationLines.Full(view, invocation.Get(Common.Directory))));
            return;
        }

        var list = await invocation.Do(station.Control, new ExplainObservations(
            invocation.Get(From), invocation.Get(To), invocation.Get(Party), invocation.Get(AsOf), invocation.Get(Unexplained), invocation.Get(Exercise)));
        invocation.Show(list, (screen, view) => screen.Lines(TranscriptText.Marked(view.Mode, ExplanationLines.List(view))));
    }

    private static async Task Posture(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        var board = await invocation.Do(station.Control, new ShowPosture(invocation.Get(Who), invocation.Get(Since), invocation.Get(Exercise)));
        invocation.Show(board, (screen, view) => screen.Lines(TranscriptText.Marked(view.Mode, PostureLines.Of(view, invocation.Get(Common.Directory)))));
    }

    private static Option<string?> May(string name, string help, string description) => new(name) { Description = description, HelpName = help };
}
