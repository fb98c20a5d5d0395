using Parley.Ledger;
using Parley.Lines.Checks;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Silence;
using Parley.Station.Operations;
using Parley.Station.State;

namespace Parley.Station.Silence;

/// <summary>What the officers of another party did on a line of late, by its checks and by its words. What was missed while nothing could come or go says nothing of
/// people, also when it can again.</summary>
internal static class HumanReading
{
    // Times of the schedule that are read, and as many at most where nothing but missed ones is among them: how long it has been so is evidence.
    private const int Times = 6;
    private const int MostTimes = 6 * 4 * 4 * 4;
    private const int LastEntries = 64;

    /// <summary>And until when it stays so while nothing comes.</summary>
    /// <param name="longest">It counts no longer than that.</param>
    public static (HumanEvidence Human, Timestamp Until) Of(
        StationMemory memory, CheckReading reading, CheckSchedule? schedule, PartyId party, IReadOnlyList<Loss> losses, Timestamp now, TimeSpan longest)
    {
        var word = LastWord(memory, reading.Glance, party);
        if (schedule is null)
            return (new HumanEvidence(HumanState.NothingDue, LastWord: word?.At, Word: word?.Entry), now + longest);
        for (var times = Times; ; times *= 4)
        {
            var (report, read) = Read(reading, schedule, now, times);
            var human = Of(report, party, losses, TimeSpan.FromMinutes(schedule.AnswerMinutes), word);
            if (human.State != HumanState.Missed || human.MissedInARow < read || times >= MostTimes)
                return (human, Boundary(schedule, report, now, now + longest));
        }
    }

    /// <summary>And how many times of the schedule are in it.</summary>
    private static (CheckReport Report, int Times) Read(CheckReading reading, CheckSchedule schedule, Timestamp now, int times)
    {
        var (from, count) = (now, 0);
        for (; count < times && schedule.Last(from - TimeSpan.FromMilliseconds(1)) is { } due; count++)
            from = due.At;
        return (reading.Report(from), count);
    }

    private static HumanEvidence Of(CheckReport report, PartyId party, IReadOnlyList<Loss> losses, TimeSpan answer, (Timestamp At, EntryRef Entry)? word)
    {
        var seen = report.Turns.SelectMany(t => Seen(t, party))
            .Concat(report.Beside.SelectMany(s => s.Replies.Where(r => r.Party == party).Select(r => Seen(s, r))).OfType<One>())
            .Where(s => s.State != HumanState.Missed || !losses.Any(l => l.From <= s.Due + answer && s.Due <= l.Until))
            .OrderBy(s => s.Due).ToList();
        if (seen.Count == 0)
            return new HumanEvidence(HumanState.NothingDue, LastWord: word?.At, Word: word?.Entry);
        var missed = seen.AsEnumerable().Reverse().TakeWhile(s => s.State != HumanState.Answering).Where(s => s.State == HumanState.Missed).ToList();
        var state = missed.Count > 0 && !(word is { } since && since.At > missed[0].At) ? HumanState.Missed
            : seen[^1].State == HumanState.Excused ? HumanState.Excused : HumanState.Answering;
        return state != HumanState.Missed
            ? new HumanEvidence(state, LastWord: word?.At, Word: word?.Entry)
            : new HumanEvidence(
                state, missed.Count, missed[^1].Due, missed[0].Due, missed[^1].Entry, word?.At, word?.Entry, missed[0].IsRefused);
    }

    private sealed record One(Timestamp Due, HumanState State, Timestamp At, EntryRef? Entry, bool IsRefused = false);

    /// <summary>What a time of the schedule says of that party's people, if anything.</summary>
    private static IEnumerable<One> Seen(CheckTurn turn, PartyId party)
    {
        if (turn.Turn == party)
        {
            switch (turn.Standing)
            {
                case CheckStanding.Missed or CheckStanding.Overdue:
                    yield return new One(turn.Due.At, HumanState.Missed, turn.Due.At, null);
                    break;
                case CheckStanding.Sent or CheckStanding.SentLate:
                    yield return new One(turn.Due.At, HumanState.Answering, turn.Sent!.Said.At, turn.Sent.Said.Entry);
                    break;
                case CheckStanding.Excused:
                    yield return new One(turn.Due.At, HumanState.Excused, turn.Due.At, null);
                    break;
            }
        }
        else if (turn.Sent is { } sent && sent.Replies.FirstOrDefault(r => r.Party == party) is { } reply && Seen(sent, reply) is { } one)
        {
            yield return one;
        }
    }

    private static One? Seen(CheckSent sent, CheckReply reply) => reply.Standing switch
    {
        CheckAnswerStanding.Answered or CheckAnswerStanding.AnsweredLate => new One(sent.Said.At, HumanState.Answering, reply.Answer!.At, reply.Answer.Entry),
        CheckAnswerStanding.NotAnswered => new One(sent.Said.At, HumanState.Missed, reply.By, sent.Said.Entry),
        CheckAnswerStanding.NotReceived => new One(sent.Said.At, HumanState.Missed, reply.By, sent.Said.Entry, IsRefused: true),
        CheckAnswerStanding.Excused => new One(sent.Said.At, HumanState.Excused, sent.Said.At, null),
        _ => null,
    };

    /// <summary>When the next time of the schedule is, the time to send the last one is over, or that to answer one that was sent.</summary>
    private static Timestamp Boundary(CheckSchedule schedule, CheckReport report, Timestamp now, Timestamp longest)
    {
        var sent = report.Turns.Select(t => t.Sent).OfType<CheckSent>().Concat(report.Beside);
        IEnumerable<Timestamp> limits = sent.SelectMany(s => s.Replies).Where(r => r.Standing == CheckAnswerStanding.Waiting).Select(r => r.By);
        if (schedule.Last(now) is { } last)
            limits = limits.Append(last.At + TimeSpan.FromMinutes(schedule.AnswerMinutes));
        var until = limits.Where(l => l >= now).Select(l => l + TimeSpan.FromMilliseconds(1)).Append(longest).Min();
        return schedule.Next(now) is { } next && next.At < until ? next.At : until;
    }

    /// <summary>The last thing that an officer of that party did here, by its author's clock as ours has it, and no later than it was recorded here.</summary>
    private static (Timestamp At, EntryRef Entry)? LastWord(StationMemory memory, LineGlance glance, PartyId party)
    {
        (Timestamp At, EntryRef Entry)? last = null;
        foreach (var (feed, size) in glance.FeedsOf(party))
        {
            foreach (var stored in memory.Store.Entries(feed, Math.Max(0, size - LastEntries), LastEntries).Reverse())
            {
                if (EntryHeader.Parse(stored.Header) is not { } header || !EntryKind.IsWords(header.Kind) || header.Status == Status.System)
                    continue;
                var said = header.Time - glance.AheadOf(party);
                var at = glance.RecordedAt(stored) is { } recorded && recorded < said ? recorded : said;
                if (last is not { } known || at > known.At)
                    last = (at, header.Ref);
                break;
            }
        }

        return last;
    }
}
