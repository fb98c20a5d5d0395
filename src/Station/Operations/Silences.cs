using Parley.Control;
using Parley.Control.Silence;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Service;
using Parley.Lines.Silence;
using Parley.Station.Silence;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>What the evidence leaves possible of each silence, as of the moment of asking, and what past silences turned out to be.</summary>
internal static class Silences
{
    public static object List(OperationContext context, ListSilence operation)
    {
        var memory = context.Memory;
        LineState? only = null;
        if (operation.Line is { } name && (only = LineNames.Find(memory, name, out var refused)) is null)
            return new Refused<IReadOnlyList<SilenceView>>(refused.Why, refused.Detail);
        var reading = SilenceReading.Asked(context, only);
        var notes = memory.Silence.Notes.ToDictionary(n => (n.Line, n.Party));
        var lines = memory.Lines.Values.Select(l => new OneLine(l.Id, LineNames.HandleOf(memory, l), l.Mode)).ToDictionary(l => l.Line);
        var operators = memory.Lines.Values.Where(l => l.Fold.Founding?.Kind == LineKind.Operator)
            .Select(l => (l.Mode, Glance: LineGlance.Of(context, l), Parties: l.Fold.Founding!.Parties.Select(p => p.Party).ToList())).ToList();
        return new Deferred(() =>
        {
            var views = new List<SilenceView>();
            foreach (var one in reading.Read().All.Where(w => only is null || w.Line == only.Id))
            {
                var note = notes.GetValueOrDefault((one.Line, one.Party));
                var said = note is { Past.Count: > 0 }
                    ? operators.Where(o => o.Mode == lines[one.Line].Mode && o.Parties.Contains(one.Party))
                        .Select(o => Said(memory, o.Glance, note.Past[0].From, one.Line)).ToList()
                    : [];
                views.Add(View(memory, lines[one.Line], one, note, [.. said.SelectMany(s => s.Stations)], [.. said.SelectMany(s => s.Crews)]));
            }

            return new Done<IReadOnlyList<SilenceView>>([.. views.OrderBy(v => v.Mode).ThenBy(v => v.Handle, StringComparer.Ordinal).ThenBy(v => v.Party, StringComparer.Ordinal)]);
        });
    }

    /// <summary>What was last judged, for the station at a glance.</summary>
    public static SilenceGlance Glance(SilenceNote note) => new(
        note.Party.ToString(), SilenceText.Title(note.Causes, note.Agreement, note.Machine, note.Observed), [.. note.Causes.Select(c => c.Name())],
        note.Since.ToDateTimeOffset());

    public static Outcome<SelfTestView> SelfTest(OperationContext context) => new Done<SelfTestView>(
        context.Memory.Silence.OwnTest is { } test
            ? new SelfTestView(test.At.ToDateTimeOffset(), [.. test.Failures.Select(f => f.Why)], context.Core.Weighing.Rhythm.Excludes(test, context.Step.Now))
            : new SelfTestView(null, [], false));

    /// <summary>What both stations and both crews said of silences of that line from that time on.</summary>
    private static (List<OutageSaid> Stations, List<SilenceExplained> Crews) Said(StationMemory memory, LineGlance glance, Timestamp from, LineId line)
    {
        var (stations, crews) = (new List<OutageSaid>(), new List<SilenceExplained>());
        foreach (var entry in LineScan.Of(memory, glance, from, static k => k is EntryKind.Outage or EntryKind.Service).Entries)
        {
            if (entry.Header.Kind == EntryKind.Outage && OutageContent.Of(entry.Content) is { } outage)
                stations.Add(new OutageSaid(entry.Header.Ref, outage));
            else if (entry.Header.Kind == EntryKind.Service && ServiceContent.From(entry.Content) is ExplanationService why && (why.Line is null || why.Line == line))
                crews.Add(new SilenceExplained(entry.Header.Ref, why));
        }

        return (stations, crews);
    }

    private sealed record OneLine(LineId Line, string Handle, LineMode Mode);

    private static SilenceView View(StationMemory memory, OneLine line, Weighed one, SilenceNote? note, List<OutageSaid> said, List<SilenceExplained> explained)
    {
        var verdict = one.Verdict;
        var isSame = note is not null && verdict.Causes.SequenceEqual(note.Causes);
        return new SilenceView(
            line.Mode,
            line.Line.ToString(),
            line.Handle,
            one.Party.ToString(),
            SilenceText.Title(verdict),
            [.. verdict.Causes.Select(c => c.Name())],
            verdict.Agreement,
            verdict.Line,
            verdict.Declared,
            verdict.Observed,
            verdict.Causes.Count == 0 ? null : (note?.From ?? one.From)?.ToDateTimeOffset(),
            isSame ? note!.Since.ToDateTimeOffset() : null,
            verdict.OwnTest?.ToDateTimeOffset(),
            verdict.IsOursToMove,
            [.. one.Pairs.Select(p => Pair(one, p))],
            [.. verdict.Evidence.Select(e => new SilenceItemView(e.Kind, e.At?.ToDateTimeOffset(), e.Cite, e.Text))],
            [.. (note?.Past ?? []).Select(p => View(memory, one, p, said, explained))]);
    }

    /// <summary>The same for one pair of counterparts: the line is as it is for all of them, the calls are its own.</summary>
    private static PairSilenceView Pair(Weighed one, string pair)
    {
        var verdict = SilenceRules.Of(one.Evidence with { Calls = [.. one.Evidence.Calls.Where(c => c.Pair == pair)] });
        return new PairSilenceView(pair, SilenceText.Title(verdict), [.. verdict.Causes.Select(c => c.Name())], verdict.IsOursToMove);
    }

    private static PastSilenceView View(StationMemory memory, Weighed one, PastSilence past, List<OutageSaid> said, List<SilenceExplained> explained)
    {
        var why = SilenceExplanation.Of(memory.Own, one.Party, past.From, past.Until, past.Causes, past.Last, said, explained);
        return new PastSilenceView(
            past.From.ToDateTimeOffset(), past.Until.ToDateTimeOffset(), [.. past.Causes.Select(c => c.Name())], why.Named?.Name(), why.Why, why.Cite?.ToString());
    }
}
