using System.Globalization;
using Parley.Control;
using Parley.Control.Observations;
using Parley.Control.Stations;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Observations;
using Parley.Lines.Parties;
using Parley.Station.Observations;

namespace Parley.Station.Operations;

/// <summary>What was seen in a time, how a party stands, and what of it must be seen at a glance.</summary>
internal static class Explanations
{
    private const int MostSentences = 8;
    private const int MostUnseen = 64;
    private const int MostTrends = 64;
    private const int MostPoints = 200;

    public static object List(OperationContext context, ExplainObservations operation)
    {
        var now = context.Step.Now;
        if (Time(operation.To, now, toEnd: true, out var to) is { } wrongEnd)
            return new Refused<ExplanationListView>(wrongEnd.Why, wrongEnd.Detail);
        if (Time(operation.From, now, toEnd: false, out var from) is { } wrong)
            return new Refused<ExplanationListView>(wrong.Why, wrong.Detail);
        if (Time(operation.AsOf, now, toEnd: true, out var asOf) is { } wrongThen)
            return new Refused<ExplanationListView>(wrongThen.Why, wrongThen.Detail);
        var end = to ?? now;
        var begin = from ?? end - TimeSpan.FromDays(Bounds.ObservationDays);
        if (begin > end || end - begin > TimeSpan.FromDays(Bounds.ObservationMostDays))
            return new Refused<ExplanationListView>(Refusal.Malformed, "A time begins before it ends, and has at most 366 days.");
        if (asOf > now)
            return new Refused<ExplanationListView>(Refusal.TimeAhead, "It is told what was known; that time lies ahead.");
        if (operation.Party is { } party && PartyId.Parse(party) is null)
            return new Refused<ExplanationListView>(Refusal.UnknownPeer, $"'{party}' is no party.");
        var reading = ObservationReading.Of(context, Observations.ModeOf(operation.Exercise));
        return new Deferred(() => new Done<ExplanationListView>(
            List(reading.Between(begin, end, asOf), begin, end, asOf, operation.Party, operation.Unexplained)));
    }

    /// <summary>The newest first.</summary>
    public static ExplanationListView List(Seen seen, Timestamp from, Timestamp to, Timestamp? asOf, string? party, bool unexplained)
    {
        var all = seen.Now.Verdicts.Where(v => party is null || v.Observation.Party?.ToString() == party).ToList();
        var listed = all.Where(v => !unexplained || v.Kind != VerdictKind.ConsistentWith)
            .OrderByDescending(v => v.Observation.Span.From).ThenByDescending(v => v.Observation.Number).ToList();
        var views = new ObservationViews(seen);
        return new ExplanationListView(
            from.ToDateTimeOffset(),
            to.ToDateTimeOffset(),
            asOf?.ToDateTimeOffset(),
            [.. listed.Take(Bounds.ObservationsTold).Select(v => views.Of(v, isWhole: false))],
            Math.Max(0, listed.Count - Bounds.ObservationsTold),
            [.. all.GroupBy(v => v.Kind).OrderBy(g => g.Key).Select(g => new VerdictCountView(g.Key, g.Count()))],
            [.. Trend.Of(all.Select(v => v.Observation)).Take(MostTrends).Select(Of)],
            [.. seen.Now.Unseen.Where(u => IsTold(seen, u) && (party is null || u.Announced.Party == party)).Take(MostUnseen).Select(u => u.Sentence)],
            NotRead(seen),
            seen.Reading.Mode);
    }

    /// <summary>Of public warnings nobody expects that all they say is seen: those alone are told of which we know whose they are.</summary>
    private static bool IsTold(Seen seen, Unseen unseen) => seen.Announced.SourceOf(unseen.Announced).Warning is null || unseen.Announced.Party.Length > 0;

    public static object Risk(OperationContext context, ShowRisk operation)
    {
        if (!context.Core.RiskViews)
            return new Refused<RiskView>(Refusal.TurnedOff, "Terms of risk are turned off. Who keeps the station can turn them on: \"riskViews\": true in parley.json.");
        if (operation.Weeks is < 1 or > Bounds.RiskWeeks)
            return new Refused<RiskView>(Refusal.Malformed, "Terms of risk go back 1 to 104 weeks.");
        var reading = ObservationReading.Of(context, LineMode.Live);
        return new Deferred(() => new Done<RiskView>(RiskTerms.Of(reading, operation.Weeks)));
    }

    /// <summary>What nothing explains and nobody has taken up, of the last days; null: nothing was entered, or the officer may not see it.</summary>
    public static Func<IEnumerable<AttentionView>>? Attention(OperationContext context, LineMode mode)
    {
        if (context.Memory.Observations.Last == 0 || (Catalogue.Of(new ExplainObservations()).AnyOf & context.Actor.Roles) == 0)
            return null;
        var (book, state) = (context.Memory.Observations, GlancedState.Of(context.Memory, mode, context.Step.Now));
        if (book.Glanced.TryGetValue(mode, out var glanced) && glanced.State.Equals(state))
            return () => glanced.Attention;
        var reading = ObservationReading.Of(context, mode);
        return () =>
        {
            List<AttentionView> seen = [.. Attention(reading)];
            book.Glanced[mode] = new GlancedObservations(state, seen);
            return seen;
        };
    }

    private static IEnumerable<AttentionView> Attention(ObservationReading reading)
    {
        var seen = reading.Between(reading.Now - TimeSpan.FromDays(Bounds.ObservationGlanceDays), reading.Now, null, Bounds.ObservationsGlanced);
        var open = seen.Now.Verdicts.Where(v => v.Kind != VerdictKind.ConsistentWith && reading.Notes.GetValueOrDefault(v.Observation.Number)?.IsTaken != true)
            .OrderByDescending(v => v.Observation.Number).ToList();
        foreach (var sentence in House(seen))
            yield return Glance(reading.Mode, sentence, isPressing: true);
        foreach (var verdict in open.Take(MostSentences))
            yield return Glance(reading.Mode, Sentence(verdict), verdict.Kind == VerdictKind.Unexplained);
        if (open.Count > MostSentences)
        {
            var more = string.Create(CultureInfo.InvariantCulture, $"{open.Count - MostSentences} more observations");
            yield return Glance(reading.Mode, $"{more} that no notice explains. 'parley explain --unexplained' lists them.", isPressing: false);
        }
    }

    /// <summary>A launch or track that a notice explains which our own house has not acknowledged: whoever watches does not know of it.</summary>
    private static IEnumerable<string> House(Seen seen)
    {
        var views = new ObservationViews(seen);
        return seen.Now.Verdicts.Where(v => v.Kind == VerdictKind.ConsistentWith && v.Observation.Kind.IsMoment()).DistinctBy(v => v.About!.Announced).Take(MostSentences)
            .Select(v => (v.Observation, Missing: views.Of(v.About!).Unacknowledged)).Where(v => v.Missing.Length > 0)
            .Select(v => $"{v.Missing} {Name(v.Observation)} fits it.");
    }

    /// <summary>A day, or a time with its zone.</summary>
    public static (Refusal Why, string Detail)? Time(string? text, Timestamp now, bool toEnd, out Timestamp? time)
    {
        time = text is null ? null : LocalClocks.ReadDay(text, toEnd, now);
        return text is null || time is not null ? null : LocalClocks.Wrong(text, mayBeDay: true);
    }

    public static List<string> NotRead(Seen seen)
    {
        List<string> said = [.. seen.Announced.NotRead];
        if (seen.From is { } since)
            said.Add($"Observations entered before {EntryText.Clock(since)} were not read: there are too many.");
        if (seen.Damaged > 0)
            said.Add(string.Create(CultureInfo.InvariantCulture, $"Observations that are damaged and cannot be read: {seen.Damaged}. Run 'parley verify'."));
        return said;
    }

    private static AttentionView Glance(LineMode mode, string sentence, bool isPressing) => new(mode, "", AttentionKind.Observation, sentence, isPressing);

    private static string Sentence(Verdict verdict)
    {
        var name = Name(verdict.Observation);
        var ask = verdict.Kind == VerdictKind.Unexplained ? "UNEXPLAINED, ASK NOW. " : "";
        return string.Create(CultureInfo.InvariantCulture, $"{ask}{name}. {verdict.Reason} 'parley explain {verdict.Observation.Number}' says what can be done.");
    }

    private static string Name(Observation seen) => string.Create(
        CultureInfo.InvariantCulture, $"Observation {seen.Number}, {seen.Kind.Name()}{(seen.Party is { } party ? $" of {party}" : "")}, {EntryText.Clock(seen.Span.From)}");

    private static TrendView Of(Trend trend) => new(
        trend.Party?.ToString(), trend.Kind, trend.Unit, trend.Direction, trend.Sentence,
        [.. trend.Points.TakeLast(MostPoints).Select(p => new TrendPointView(p.Observation, p.At.ToDateTimeOffset(), p.Strength.Lower, p.Strength.Upper))]);
}
