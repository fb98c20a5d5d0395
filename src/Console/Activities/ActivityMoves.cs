using Parley.Control.Activities;
using Parley.Lines.Activities;

namespace Parley.Console.Activities;

/// <summary>What can be said of an activity next. The station tries every word again; a page only leaves out what would be refused, or what nobody means.</summary>
internal static class ActivityMoves
{
    /// <summary>Steps of its author, in the order in which they come in a life; empty once it has ended.</summary>
    public static IReadOnlyList<ActivityStep> Steps(ActivityRowView row) => !row.IsOurs
        ? []
        : row.State switch
        {
            ActivityState.Reserved => [ActivityStep.Confirm, ActivityStep.Amend, ActivityStep.Cancel, ActivityStep.Deviate, ActivityStep.Emergency],
            ActivityState.Planned => [ActivityStep.Activate, ActivityStep.Amend, ActivityStep.End, ActivityStep.Cancel, ActivityStep.Deviate, ActivityStep.Emergency],
            ActivityState.Active => [ActivityStep.Amend, ActivityStep.End, ActivityStep.Deviate, ActivityStep.Emergency],
            ActivityState.Deviating or ActivityState.Emergency => [ActivityStep.Activate, ActivityStep.Amend, ActivityStep.End, ActivityStep.Deviate, ActivityStep.Emergency],
            _ => [],
        };

    /// <summary>Whether its form asks for volumes, though not every such step must have some.</summary>
    public static bool AsksForVolumes(ActivityStep step) => step is ActivityStep.Amend or ActivityStep.Deviate or ActivityStep.Emergency;

    /// <summary>Words on a site or movement of another party; empty for everything else.</summary>
    public static IReadOnlyList<AidWord> AidWordsOn(ActivityRowView row) => row.IsOurs || !row.Kind.IsHumanitarian()
        ? []
        : [AidWord.Noted, AidWord.RouteConcern, AidWord.TimeConcern, AidWord.CannotGuarantee];
}
