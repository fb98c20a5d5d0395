using Parley.Control.Observations;
using Parley.Lines.Observations;

namespace Parley.Console.Observations;

/// <summary>What officers may do about an observation. The station tries each again; a page only leaves out what would be refused.</summary>
internal static class SeenMoves
{
    private static readonly (OptionKind Option, ReactionChoice Choice)[] Deciding =
    [
        (OptionKind.Nothing, ReactionChoice.Nothing), (OptionKind.Posture, ReactionChoice.Posture), (OptionKind.Pause, ReactionChoice.Pause),
        (OptionKind.Mirror, ReactionChoice.Mirror),
    ];

    /// <summary>What can be chosen, to do nothing first. Mirroring an alert stands last.</summary>
    public static IReadOnlyList<ReactionChoice> Choices(ExplainedView view) =>
        view.Seen.SupersededBy is null ? [.. Deciding.Where(d => view.Options.Any(o => o.Kind == d.Option)).Select(d => d.Choice)] : [];

    /// <summary>Whether that officer may be the second person: he is not the one who proposed it.</summary>
    public static bool MaySecond(ExplainedView view, string officer) => view.Waiting is { } waiting && waiting.Officer != officer;
}
