using Parley.Control;
using Parley.Control.Corrections;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Ledger;
using Parley.Lines.Corrections;
using Parley.Lines.Entries;
using Parley.Station.Journals;

namespace Parley.Station.Operations;

/// <summary>Taking back: an alarm that was false, words that were wrong. One officer, at once.</summary>
internal static class Corrections
{
    public static Outcome<IReadOnlyList<SaidOn>> FalseAlarm(OperationContext context, DeclareFalseAlarm operation)
    {
        var memory = context.Memory;
        if (LineNames.Find(memory, operation.Line, out var refused) is not { } line)
            return Refuse<IReadOnlyList<SaidOn>>(refused.Why, refused.Detail);
        if (operation.Key is { } key && memory.Remembered.TryGetValue(key, out var made) && made.Split(' ') is ["entry", _, var before, ..])
            return new Done<IReadOnlyList<SaidOn>>([new SaidOn(line.Mode, LineNames.HandleOf(memory, line), before)]);
        if (Writing.NotOpen(context, line) is { } closed)
            return Refuse<IReadOnlyList<SaidOn>>(closed.Refusal, closed.Detail);
        if (Content(context, operation, out var why) is not { } content)
            return Refuse<IReadOnlyList<SaidOn>>(Refusal.Malformed, why);
        var words = content.ToWords();
        var first = Writing.Say(context, line, Precedence.Flash, Status.Actual, [], words, operation.Key);
        var said = new List<SaidOn> { new(line.Mode, LineNames.HandleOf(memory, line), first.ToString()) };
        // Never from an exercise to a live line, nor the other way.
        foreach (var ally in memory.Lines.Values.Where(l => l.Allies && l.Id != line.Id && l.Mode == line.Mode && Writing.NotOpen(context, l) is null).ToList())
        {
            var told = Writing.Say(context, ally, Precedence.Flash, Status.Actual, [], words, null);
            said.Add(new SaidOn(ally.Mode, LineNames.HandleOf(memory, ally), told.ToString()));
        }

        return new Done<IReadOnlyList<SaidOn>>(said);
    }

    private static FalseAlarmContent? Content(OperationContext context, DeclareFalseAlarm operation, out string why)
    {
        why = "The start has passed, the end (if it is over) is not before it; times are UTC. The cause is unknown, exercise, sensor, computer, person or harmless.";
        Timestamp end = default;
        if (!Timestamp.TryFrom(operation.Start.ToUnixTimeMilliseconds(), out var start) || start > context.Step.Now + TimeSpan.FromMinutes(1) ||
            (operation.End is { } over && (!Timestamp.TryFrom(over.ToUnixTimeMilliseconds(), out end) || end < start)) || !Enum.IsDefined(operation.Cause))
            return null;
        why = Writing.NoteRule;
        return Writing.Note(operation.Text, operation.Language, out var note)
            ? new FalseAlarmContent(
                start, operation.End is null ? null : end, operation.Cause, operation.ForcesMoved, operation.ForcesReturned, operation.LeadersInformed, note)
            : null;
    }

    public static object Correct(OperationContext context, CorrectWords operation)
    {
        var memory = context.Memory;
        if (LineNames.Find(memory, operation.Line, out var refused) is not { } line)
            return Refuse<EntryView>(refused.Why, refused.Detail);
        if (EntryRef.Parse(operation.Entry) is not { } entry || !line.Heads.Covers(entry) ||
            memory.HeaderOf(entry.Feed(line.Id), entry.Index) is not { } wrong || entry.Party != memory.Own || !EntryKind.IsWords(wrong.Kind))
            return Refuse<EntryView>(Refusal.UnknownEntry, "There are no such words of ours on this line.");
        if (!Writing.Note(operation.Text, operation.Language, out var note) || note is null)
            return Refuse<EntryView>(Refusal.Malformed, Writing.NoteRule);
        return Writing.SayAlone(context, operation.Line, wrong.Precedence, [entry], new CorrectionContent(entry, note).ToWords(), operation.Key);
    }

    public static Outcome<LineView> Mark(OperationContext context, MarkAllies operation)
    {
        if (LineNames.Find(context.Memory, operation.Line, out var refused) is not { } line)
            return Refuse<LineView>(refused.Why, refused.Detail);
        line.Allies = operation.Allies;
        context.Step.Changed(line);
        context.Step.Journal(JournalAct.LineMarked, line.Id, note: operation.Allies ? "allies" : "not allies");
        return new Done<LineView>(Lines.View(context, line));
    }

    private static Refused<TAnswer> Refuse<TAnswer>(Refusal why, string detail) => new(why, detail);
}
