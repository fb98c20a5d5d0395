using Parley.Lines.Entries;
using Parley.Station.Journals;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Charter words on a line whose release rule asks for two officers: the first one's wish is journalled and waits, a second officer who asks for
/// the same word releases it. What waits is forgotten when the station stops.</summary>
internal static class CharterApprovals
{
    /// <summary>Whether the word may be written now; notes the officer's wish when another is needed.</summary>
    public static bool Enough(OperationContext context, LineState line, string kind, string subject)
    {
        var rule = (line.Fold.Current ?? line.Fold.Founding!).Terms.Release;
        if (rule.Required(Precedence.Immediate, kind) < 2)
            return true;
        var word = (line.Id, kind, subject);
        if (context.Memory.CharterApprovals.TryGetValue(word, out var first) && first != context.Actor.Name)
        {
            context.Memory.CharterApprovals.Remove(word);
            return true;
        }

        context.Memory.CharterApprovals[word] = context.Actor.Name;
        context.Step.Journal(JournalAct.Approved, line.Id, note: kind);
        return false;
    }

    /// <summary>What waits for a second officer, in words.</summary>
    public static IEnumerable<string> Waiting(StationMemory memory, LineState line) => memory.CharterApprovals
        .Where(w => w.Key.Line == line.Id)
        .Select(w => $"'{w.Key.Kind}' by {w.Value} waits for a second officer to ask for the same.");
}
