using Parley.Control;
using Parley.Control.Lines;
using Parley.Lines.Entries;
using Parley.Station.Journals;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Charter words on a line whose release rule asks for two officers: the first one's wish is journalled, kept in the store and waits; a second
/// officer who asks for the same word releases it.</summary>
internal static class CharterApprovals
{
    /// <summary>Whether the word may be said now. Otherwise the officer's wish is kept, or it is refused.</summary>
    public static bool Enough(OperationContext context, LineState line, string kind, string subject, out Refused<LineView>? refused)
    {
        refused = null;
        var (memory, step) = (context.Memory, context.Step);
        var rule = (line.Fold.Current ?? line.Fold.Founding!).Terms.Release;
        var id = new CharterWishId(line.Id, kind, subject);
        var first = memory.CharterWishes.GetValueOrDefault(id);
        if (rule.Required(Precedence.Immediate, kind) < 2 || (first is not null && first.Officer != context.Actor.Name))
        {
            CharterWishes.Remove(step, id);
            return true;
        }

        if (first is not null)
            refused = new Refused<LineView>(Refusal.AlreadyApproved, "You have asked for this already; another officer must ask for the same.");
        else if (memory.CharterWishes.Count >= Bounds.CharterWishes)
            refused = new Refused<LineView>(Refusal.TooMany, "Too many words on charters wait for a second officer. 'line list' shows them.");
        if (refused is not null)
            return false;
        CharterWishes.Put(step, id, new CharterWish(context.Actor.Name, step.Now, line.Fold.InForce.Count));
        step.Journal(JournalAct.Approved, line.Id, note: kind);
        step.Note(ChangeKind.Line, line.Id, text: $"{kind} waits");
        return false;
    }

    /// <summary>What waits for a second officer, in words.</summary>
    public static IEnumerable<string> Waiting(StationMemory memory, LineState line) => memory.CharterWishes
        .Where(w => w.Key.Line == line.Id)
        .Select(w => $"'{w.Key.Kind}' by {w.Value.Officer} waits for a second officer to ask for the same.");
}
