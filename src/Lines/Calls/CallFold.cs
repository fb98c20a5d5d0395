using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Calls;

/// <summary>What became of each request for a call, from the feeds, the receipts and the time alone. Each step counts for its author and nobody else: no station can make
/// another's record say that the other answered.</summary>
public static class CallFold
{
    // The furthest that any asked party has come; ends only where all have come to one.
    private static readonly CallState[] Furthest =
    [
        CallState.Held, CallState.Scheduled, CallState.Countered, CallState.Acknowledged, CallState.Received, CallState.Requested, CallState.Expired, CallState.Declined,
        CallState.Cancelled,
    ];

    public static CallReport Of(CallSource source, Timestamp now)
    {
        var calls = source.Entries.Where(e => e.Kind == EntryKind.Call).ToList();
        var known = calls.Select(c => c.Entry).ToHashSet();
        var steps = new Dictionary<EntryRef, List<CallEntry>>();
        var strays = new List<CallStray>();
        foreach (var step in source.Entries.Where(e => e.Kind == EntryKind.CallStep))
        {
            if (step.Regards is not [var about] || !known.Contains(about))
            {
                strays.Add(new CallStray(step.Entry, step.At, step.Regards, What(step)));
                continue;
            }

            if (!steps.TryGetValue(about, out var all))
                steps[about] = all = [];
            all.Add(step);
        }

        return new CallReport([.. calls.Select(c => Of(source, c, steps.GetValueOrDefault(c.Entry) ?? [], now))], strays);
    }

    private static CallRecord Of(CallSource source, CallEntry call, List<CallEntry> said, Timestamp now)
    {
        var what = call.Content is { } content ? CallContent.From(content) : null;
        // Who asks himself is asked by nobody.
        List<LegFold> legs = [.. (what?.With ?? []).Where(p => p != call.By).Select(p => new LegFold(call, what!, p, source.Received(call.Entry, p)))];
        var readouts = new SortedDictionary<PartyId, CallReadout>();
        var steps = new List<CallStep>();
        foreach (var step in said)
        {
            var (content2, effect) = (What(step), CallEffect.Unreadable);
            if (step.By != call.By && what is not null && legs.TrueForAll(l => l.Party != step.By))
                effect = CallEffect.NotConcerned;
            else if (content2 is null || what is null)
                Unread(legs, step);
            else if (content2 is ReadoutStep readout)
                effect = Readout(legs, step, readout, readouts);
            else
                effect = Took(legs, step, content2);
            steps.Add(new CallStep(step.Entry, step.At, step.Recorded, content2, effect));
        }

        List<CallLeg> told = [.. legs.Select(l => l.ToLeg(now))];
        var terms = source.Terms(call.CharterVersion);
        var table = what is null ? null : terms?.Counterparts.FirstOrDefault(c => c.Pair == what.Pair);
        return new CallRecord(
            call.Entry,
            call.At,
            call.Precedence,
            call.Status,
            what,
            table is not null && legs.Count == what!.With.Count && table.Of(call.By) is not null && legs.TrueForAll(l => table.Of(l.Party) is not null),
            what?.AnswerBy ?? (terms?.AnswerMinutes[(int)call.Precedence] is > 0 and var minutes ? call.At + TimeSpan.FromMinutes(minutes) : null),
            told.Count == 0 ? CallState.Requested : Furthest.First(s => told.Exists(l => l.State == s)),
            told,
            steps,
            [.. readouts.Values],
            legs.Max(l => l.LastProposed));
    }

    private static CallStepContent? What(CallEntry step) => step.Content is { } content ? CallStepContent.From(content) : null;

    private static void Unread(List<LegFold> legs, CallEntry step)
    {
        foreach (var leg in legs.Where(l => l.Party == step.By))
            leg.IsUnread = true;
    }

    /// <summary>It took effect when it did with any of those whom it is about: of an asker all the asked, of an asked party itself.</summary>
    private static CallEffect Took(List<LegFold> legs, CallEntry step, CallStepContent what)
    {
        var effects = legs.Where(l => l.Concerns(step.By)).Select(l => l.Take(step, what)).ToList();
        return effects.Contains(CallEffect.Took) || effects.Count == 0 ? CallEffect.Took : effects[0];
    }

    private static CallEffect Readout(List<LegFold> legs, CallEntry step, ReadoutStep readout, SortedDictionary<PartyId, CallReadout> readouts)
    {
        if (!legs.Exists(l => l.Concerns(step.By) && l.IsHeld))
            return CallEffect.NotHeld;
        readouts[step.By] = new CallReadout(step.By, step.At, readout.Language, readout.Agreed, readout.Own);
        return CallEffect.Took;
    }
}
