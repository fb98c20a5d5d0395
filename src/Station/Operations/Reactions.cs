using Parley.Control;
using Parley.Control.Observations;
using Parley.Lines.Messages;
using Parley.Lines.Observations;
using Parley.Station.Journals;

namespace Parley.Station.Operations;

/// <summary>What our party does about another one that prepares itself. The station notes what officers chose; whatever is said or ordered is done by them.</summary>
internal static class Reactions
{
    public static object Decide(OperationContext context, DecideReaction operation)
    {
        if (Observations.Kept(context, operation.Key) is { } before)
            return Observations.Explained(context, before);
        if (Observations.Bar(context, operation.Number) is { } barred)
            return barred;
        var reason = operation.Reason ?? "";
        if (!Enum.IsDefined(operation.Choice) || (reason.Length > 0 && (reason.Length > Parley.Lines.Bounds.ObservationText || !MessageContent.IsText(reason))))
            return Refuse(Refusal.Malformed, "The choice is nothing, posture, pause or mirror; a reason has at most 4,000 characters.");
        if (operation.Choice == ReactionChoice.Mirror && string.IsNullOrWhiteSpace(reason))
            return Refuse(Refusal.Malformed, "Proposing to mirror an alert needs a written reason, and a second officer after that.");
        var (book, step) = (context.Memory.Observations, context.Step);
        var note = book.Of(operation.Number);
        if (note.Decisions.Count >= Parley.Lines.Bounds.ReactionDecisions)
            return Refuse(Refusal.TooMany, "At most 32 choices are kept about one observation.");
        // A proposal that waits is over once something else is chosen; what stood stays written.
        List<ReactionDecision> kept = [.. note.Decisions.Where(d => d.IsMade)];
        book.Keep(step, note with { Decisions = [.. kept, new ReactionDecision(operation.Choice, reason, context.Actor.Name, step.Now, "", null)] });
        Observations.Done(context, JournalAct.ReactionChosen, operation.Number, operation.Choice.ToString(), operation.Key);
        return Observations.Explained(context, operation.Number);
    }

    public static object Second(OperationContext context, SecondReaction operation)
    {
        if (Observations.Kept(context, operation.Key) is { } before)
            return Observations.Explained(context, before);
        if (Observations.Bar(context, operation.Number) is { } barred)
            return barred;
        var (book, step) = (context.Memory.Observations, context.Step);
        var note = book.Of(operation.Number);
        if (note.Waiting is not { } waiting)
            return Refuse(Refusal.NothingToSecond, "Nothing about this observation waits for a second person.");
        if (waiting.Officer == context.Actor.Name)
            return Refuse(Refusal.NothingToSecond, "You have proposed this; another officer must second it.");
        book.Keep(step, note with { Decisions = [.. note.Decisions.SkipLast(1), waiting with { Second = context.Actor.Name, SecondedAt = step.Now }] });
        Observations.Done(context, JournalAct.ReactionSeconded, operation.Number, waiting.Choice.ToString(), operation.Key);
        return Observations.Explained(context, operation.Number);
    }

    private static Refused<ExplainedView> Refuse(Refusal why, string detail) => new(why, detail);
}
