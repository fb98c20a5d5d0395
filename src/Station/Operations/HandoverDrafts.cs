using Parley.Control;
using Parley.Control.Shifts;
using Parley.Control.Stations;
using Parley.Ledger;
using Parley.Lines.Alarms;
using Parley.Lines.Charters;
using Parley.Station.Alarms;
using Limits = Parley.Control.Bounds;

namespace Parley.Station.Operations;

/// <summary>Composes what an officer will sign from what the station knows: what happened in his shift, and what is owed. The loop takes what it knows at one moment;
/// lines are read by the asker's own thread.</summary>
internal static class HandoverDrafts
{
    private const string More = "… ";

    public static object Draft(OperationContext context, DraftHandover operation)
    {
        var (memory, now) = (context.Memory, context.Step.Now);
        if (!Enum.IsDefined(operation.Level))
            return new Refused<HandoverDraft>(Refusal.Malformed, Shifts.LevelRule);
        if (memory.Alarms.Duty.At(operation.Level) is not { } duty)
        {
            return new Refused<HandoverDraft>(
                Refusal.NotOnDuty, $"Nobody is on duty as {operation.Level.Name()}, so there is no shift to hand over. 'shift start' begins one.");
        }

        var lines = memory.Lines.Values.Where(l => l.Fold.Founding is not null).OrderBy(l => l.Mode).ThenBy(l => LineNames.HandleOf(memory, l), StringComparer.Ordinal)
            .Select(l => new HandoverLine(context, l, duty.Since)).ToList();
        List<HandoverItem> happened = [.. Station(context, duty)];
        List<HandoverItem> owed = [.. HandoverDebts.OfStation(context)];
        var seen = new[] { LineMode.Live, LineMode.Exercise }.Select(m => Explanations.Attention(context, m)).OfType<Func<IEnumerable<AttentionView>>>().ToList();
        return new Deferred(() =>
        {
            foreach (var line in lines)
            {
                line.Read();
                happened.AddRange(line.Happened);
                owed.AddRange(line.Owed);
            }

            owed.AddRange(seen.SelectMany(s => s()).Select(a => new HandoverItem(a.Mode, null, Short(a.Text), null, null)));
            if (lines.TrueForAll(l => l.Words == 0))
                happened.Add(new HandoverItem(null, null, "No words were said on any line.", null, null));
            return new Done<HandoverDraft>(new HandoverDraft(
                operation.Level,
                duty.Officer,
                duty.Since.ToDateTimeOffset(),
                now.ToDateTimeOffset(),
                Bounded(happened.OrderBy(i => i.Exercise).ThenBy(i => i.At ?? DateTimeOffset.MinValue)),
                Bounded(owed.OrderBy(i => i.Exercise).ThenBy(i => i.At ?? DateTimeOffset.MaxValue).ThenBy(i => i.Line is null)),
                [.. lines.Select(l => l.NotRead).OfType<string>()]));
        });
    }

    /// <summary>One item, cut where it is too long to be kept.</summary>
    public static HandoverItem Item(string text, Timestamp? at = null) => new(null, null, Short(text), at?.ToDateTimeOffset(), null);

    /// <summary>As much of a text as a handover holds.</summary>
    public static string Short(string text)
    {
        if (text.Length <= Limits.HandoverItemLength)
            return text;
        var end = Limits.HandoverItemLength - More.Length;
        return (char.IsHighSurrogate(text[end - 1]) ? text[..(end - 1)] : text[..end]) + More.TrimEnd();
    }

    /// <summary>What happened at the station itself since the shift began.</summary>
    private static IEnumerable<HandoverItem> Station(OperationContext context, DutyOfficer duty)
    {
        var (memory, from) = (context.Memory, duty.Since);
        yield return Item(
            memory.Watch.Behind(duty) is { } behind
                ? $"{duty.Officer} went on duty as {duty.Level.Name()}, after {behind.Text.Officer}, by handover {behind.Text.Number}."
                : $"{duty.Officer} went on duty as {duty.Level.Name()} WITHOUT HANDOVER: nobody signed what was owed before.",
            from);
        if (context.Core.Since > from)
            yield return Item("Our station started anew.", context.Core.Since);
        if (memory.Alarms.Test is { } test && test.At >= from)
            yield return Item(Test(test), test.At);
        foreach (var note in memory.Watch.Since(duty.Level))
            yield return Item($"Watch log, {note.Officer}: {note.Text}", note.At);
        foreach (var peer in memory.Peers.Values)
        {
            var links = context.Links.Of(peer.Party);
            foreach (var (way, at) in links.Lost.All.Where(l => l.Value >= from))
                yield return Item($"A circuit to {peer.Party} was lost: {way}.", at);
            foreach (var loss in links.Losses.Where(l => l.Until >= from))
                yield return Item($"No sign of life of {peer.Party} came from {EntryText.Clock(loss.From)} to {EntryText.Clock(loss.Until)}.", loss.From);
        }
    }

    private static string Test(AlarmTest test)
    {
        if (test.ConfirmedAt is null)
            return $"{test.By} rang an alarm test, which is NOT CONFIRMED.";
        var missed = test.Outlets.Where(o => o.Heard != true).Select(o => o.Name).ToList();
        return $"{test.By} rang an alarm test, confirmed by {test.ConfirmedBy}: " + (test.Outlets.Count == 0 ? "there is no outlet."
            : missed.Count == 0 ? "every outlet was heard." : $"NOT heard: {string.Join(", ", missed)}.");
    }

    /// <summary>As many as a handover holds; of more, that they are left out is the last.</summary>
    private static List<HandoverItem> Bounded(IEnumerable<HandoverItem> items)
    {
        var all = items.ToList();
        if (all.Count <= Limits.HandoverItems)
            return all;
        var left = all.Count - Limits.HandoverItems + 1;
        return [.. all.Take(Limits.HandoverItems - 1), Item($"{left} more are not listed here: 'parley timeline' and 'parley status' show them.")];
    }
}
