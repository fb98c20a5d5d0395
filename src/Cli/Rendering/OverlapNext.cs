using Parley.Control.Activities;
using Parley.Lines.Activities;

namespace Parley.Cli.Rendering;

/// <summary>What an officer can do next about an overlap, as the command that does it. Nothing is done by itself.</summary>
internal static class OverlapNext
{
    /// <param name="place">The station, as commands name it.</param>
    public static IEnumerable<string> Of(OverlapView overlap, string place)
    {
        var (ours, theirs) = overlap.One.IsOurs ? (overlap.One, overlap.Other) : (overlap.Other, overlap.One);
        if (overlap.Severity is null || !ours.IsOurs)
            return [];
        var at = OverlapLines.Quoted(place);
        var line = $"--line {OverlapLines.Quoted(overlap.Line)}";
        if (ours.Kind.IsHumanitarian() || theirs.Kind.IsHumanitarian())
            return Aid(ours, theirs, at, line);
        if (overlap.Proposal is { } proposal)
            return Proposed(overlap, proposal, at, line);
        var pair = $"{at} {ours.Number} {theirs.Number} {line}";
        if (overlap.State == CoordinationState.Consented)
            return [];
        if (!HasSpoken(overlap, ours.Party))
            return [$"next: parley overlap acknowledge {pair}", "or instead of acknowledge: object, counter, consent"];
        return overlap.State == CoordinationState.ConsentedByOne && !Consents(overlap, ours.Party)
            ? [$"next, if you would have it so too: parley overlap consent {pair}"]
            : [$"next: {SafeText.Line(theirs.Party)} answers; or move ours: parley activity amend {at} {ours.Number} {line} ..."];
    }

    private static string[] Aid(ActivityRowView ours, ActivityRowView theirs, string at, string line) => !ours.Kind.IsHumanitarian()
        ? [$"next: move ours or end it: parley activity amend {at} {ours.Number} {line} ...",
            $"and read its place back: parley {theirs.Kind.Name()} read-back {at} {theirs.Number} {line} --at PLACE"]
        : theirs.Kind.IsHumanitarian() ? ["next: tell each other, by the contacts above"]
        : [$"next: reach {SafeText.Line(theirs.Party)} by the contact above; if life is at immediate risk: parley alert {at} {line} --place PLACE"];

    private static string[] Proposed(OverlapView overlap, OverlapProposalView proposal, string at, string line)
    {
        var number = overlap.Words.FirstOrDefault(w => w.Entry == proposal.Entry)?.Number ?? proposal.Entry;
        return proposal.ForUs
            ? [$"next: parley overlap agree {at} {number} {line}", "or object to it, or propose something else with: parley overlap counter"]
            : [$"next: the other side answers your proposal; take it back with: parley overlap withdraw {at} {number} {line}"];
    }

    private static bool HasSpoken(OverlapView overlap, string party) => overlap.Words.Any(w => w.Effect == ActivityEffect.Took && w.Party == party);

    private static bool Consents(OverlapView overlap, string party) =>
        overlap.Words.LastOrDefault(w => w.Effect == ActivityEffect.Took && w.Party == party)?.Word == OverlapWord.Consent;
}
