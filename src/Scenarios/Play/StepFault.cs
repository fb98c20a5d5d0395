using Parley.Control;

namespace Parley.Scenarios.Play;

/// <summary>Ends a step: an operation was refused, or something did not come about in its time. Seen by <see cref="ScenarioPlayer"/> alone.</summary>
internal sealed class StepFault(string message, Refusal? refusal = null) : Exception(message)
{
    public Refusal? Refusal { get; } = refusal;
}

/// <summary>Tells a line of the story.</summary>
internal delegate Task Telling(StoryKind kind, string? party, string text);

internal static class StageAsking
{
    /// <summary>Does an operation that must be done.</summary>
    public static async Task<TAnswer> Ask<TAnswer>(
        this IStage stage, string party, ScenarioOfficer? officer, Operation<TAnswer> operation, CancellationToken cancel) =>
        await stage.Do(party, officer, operation, cancel) switch
        {
            Done<TAnswer> done => done.Answer,
            Refused<TAnswer> refused => throw new StepFault($"{party} refused ({refused.Why}): {refused.Detail.ReplaceLineEndings(" ")}", refused.Why),
            _ => throw new StepFault($"{party} gave no answer that is known here"),
        };
}
