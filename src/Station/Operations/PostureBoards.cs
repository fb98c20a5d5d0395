using System.Globalization;
using Parley.Control;
using Parley.Control.Observations;
using Parley.Ledger;
using Parley.Lines.Contacts;
using Parley.Lines.Entries;
using Parley.Lines.Notices;
using Parley.Lines.Observations;
using Parley.Lines.Parties;
using Parley.Lines.Postures;
using Parley.Station.Observations;

namespace Parley.Station.Operations;

/// <summary>How a party stands: what it declared, what was seen of it, and our own doings beside it.</summary>
internal static class PostureBoards
{
    private const int MostTold = 200;
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(30);
    private static readonly TimeSpan Behind = TimeSpan.FromDays(7);
    private static readonly TimeSpan Contacts = TimeSpan.FromDays(366);

    public static object Show(OperationContext context, ShowPosture operation)
    {
        if (PartyId.Parse(operation.Party) is not { } party)
            return new Refused<PostureBoardView>(Refusal.UnknownPeer, $"'{operation.Party}' is no party.");
        if (Explanations.Time(operation.Since, context.Step.Now, toEnd: false, out var since) is { } wrong)
            return new Refused<PostureBoardView>(wrong.Why, wrong.Detail);
        if (since > context.Step.Now)
            return new Refused<PostureBoardView>(Refusal.TimeAhead, "What changed is told since a time that is past.");
        var mode = Observations.ModeOf(operation.Exercise);
        var reading = ObservationReading.Of(context, mode);
        List<CallReading> calls = since is not null ? [] :
        [
            .. context.Memory.Lines.Values.Where(l => l.Mode == mode && l.Fold.Current?.Terms.Counterparts.Count > 0 && l.Fold.Founding!.Parties.Any(p => p.Party == party))
                .Select(l => CallReading.Of(context, l)),
        ];
        return new Deferred(() =>
        {
            var contact = LastContact(calls, party);
            return new Done<PostureBoardView>(Of(reading, party.ToString(), since ?? contact, contact is not null));
        });
    }

    private static PostureBoardView Of(ObservationReading reading, string party, Timestamp? since, bool isContact)
    {
        var (now, days) = (reading.Now, TimeSpan.FromDays(Bounds.ObservationDays));
        var from = since is { } start && start < now - days ? Later(start, now - TimeSpan.FromDays(Bounds.ObservationMostDays)) : now - days;
        var seen = reading.Between(from, now, null);
        var at = now.ToDateTimeOffset();
        var time = new NoticeSpan(at - Behind, at + Ahead);
        bool IsNew(DateTimeOffset said) => since is { } then && said > then.ToDateTimeOffset();
        var declared = seen.Announced.Sources
            .Where(s => s.Party == party && s.Effect is null or NoticeEffect.Announces or NoticeEffect.Informs)
            .Where(s => s.Span is { } span ? span.Overlaps(time) : s.IsOpen)
            .Select(s => new DeclaredView(
                s.Line?.Handle ?? "", s.Entry?.ToString() ?? "", s.Number, s.Title, s.Effect, s.At, s.Span?.From, s.Span?.Until, IsNew(s.At), s.Warning))
            .Concat(reading.Lines.Where(l => l.IsWith(party)).SelectMany(l => l.Postures(now - days).Where(w => w.Header.Feed.Party.ToString() == party && Stands(w.What, now))
                .Select(w => new DeclaredView(
                    l.Handle, w.Header.Ref.ToString(), MessageNumber.Of(w.Header.Ref).ToString(), w.What.Conduct, null, w.Header.Time.ToDateTimeOffset(), null,
                    w.What.ValidUntil?.ToDateTimeOffset(), IsNew(w.Header.Time.ToDateTimeOffset())))))
            .OrderByDescending(d => d.At).ToList();
        var notRead = Explanations.NotRead(seen);
        if (declared.Count > MostTold)
            notRead.Add(string.Create(CultureInfo.InvariantCulture, $"Of what it declared the last {MostTold} are told, of {declared.Count}."));
        var observed = Explanations.List(seen, from, now, null, party, unexplained: false);
        return new PostureBoardView(
            party, at, since?.ToDateTimeOffset(), isContact, [.. declared.Take(MostTold)], observed,
            [.. seen.Ours.Where(o => o.Span.Overlaps(time)).Take(MostTold).Select(ObservationViews.Of)],
            since is { } changed ? [.. Changes(seen, party, changed, declared)] : [], notRead, reading.Mode);
    }

    private static IEnumerable<string> Changes(Seen seen, string party, Timestamp since, List<DeclaredView> declared)
    {
        var theirs = seen.Now.Verdicts.Where(v => v.Observation.Party?.ToString() == party).ToList();
        var fresh = theirs.Where(v => v.Observation.Entered > since).ToList();
        yield return string.Create(CultureInfo.InvariantCulture, $"Declared since: {declared.Count(d => d.IsNew)}. Entered since: {fresh.Count}, of them explained by no notice: {
            fresh.Count(v => v.Kind != VerdictKind.ConsistentWith)}.");
        foreach (var verdict in theirs.Where(v => v.Observation.Entered <= since && v.About is { IsAfterwards: true }))
            yield return string.Create(CultureInfo.InvariantCulture, $"Observation {verdict.Observation.Number}: {verdict.About!.Sentence}");
        foreach (var trend in Trend.Of(theirs.Select(v => v.Observation)).Where(t => t.Points[^1].At > since && t.Direction is not TrendDirection.Steady))
            yield return trend.Sentence;
    }

    /// <summary>When the two last talked, by what either side states; null: not in the last year.</summary>
    private static Timestamp? LastContact(IEnumerable<CallReading> calls, PartyId party)
    {
        Timestamp? last = null;
        foreach (var line in calls)
        {
            var read = line.Read(line.Now - Contacts);
            foreach (var pair in ContactFold.Of(new ContactSource(read.Table, read.Source, null, read.From), line.Now).Pairs.Where(p => p.Sides.Any(s => s.Party == party)))
                last = Latest(Latest(last, pair.Last), pair.LastOneSided);
        }

        return last;
    }

    private static bool Stands(PostureContent what, Timestamp now) => what.ValidUntil is not { } until || until > now;

    private static Timestamp? Latest(Timestamp? one, Timestamp? other) => one is null || other > one ? other ?? one : one;

    private static Timestamp Later(Timestamp one, Timestamp other) => one > other ? one : other;
}
