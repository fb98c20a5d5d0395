using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Checks;

/// <summary>What became of each check, from the charters, the feeds and the time alone.</summary>
public static class CheckFold
{
    private const int ComingTimes = 6;

    /// <param name="from">Times before it are left out.</param>
    public static CheckReport Of(CheckRecord record, Timestamp from, Timestamp now)
    {
        var turns = new List<CheckTurn>();
        var beside = new List<CheckSent>();
        var answers = record.Answers.ToLookup(a => a.Check);
        for (var i = 0; i < record.Schedules.Count; i++)
        {
            var since = Later(from, record.Schedules[i].From);
            var until = i + 1 < record.Schedules.Count ? record.Schedules[i + 1].From : Timestamp.MaxValue;
            if (record.Schedules[i].Schedule is not { } schedule)
                continue;
            var checks = record.Checks.Where(c => c.At >= record.Schedules[i].From && c.At < until).ToList();
            Take(record, schedule, (from, since, until, now), checks, answers, turns, beside);
        }

        var last = record.Schedules.Count > 0 ? record.Schedules[^1].Schedule : null;
        return new CheckReport(from, turns, beside, Coming(record, last, now), [.. record.Parties.Select(p => Count(p, turns, beside))]);
    }

    private static void Take(
        CheckRecord record, CheckSchedule schedule, (Timestamp From, Timestamp Since, Timestamp Until, Timestamp Now) times, List<CheckSaid> checks,
        ILookup<EntryRef, CheckAnswered> answers, List<CheckTurn> turns, List<CheckSent> beside)
    {
        var (from, since, until, now) = times;
        var taken = new SortedDictionary<long, CheckSent>();
        foreach (var check in checks)
        {
            var due = schedule.Last(check.At + TimeSpan.FromMinutes(CheckSchedule.EarlyMinutes));
            var isOfSchedule = due is { } of && of.At >= since;
            // Of a time before those that are asked for.
            if (!isOfSchedule && since == from)
                continue;
            var sent = new CheckSent(check, Replies(record, schedule, check, [.. answers[check.Entry]], now));
            if (isOfSchedule && schedule.Turn(due!.Value, record.Parties) == check.By && taken.TryAdd(due.Value.Number, sent))
                continue;
            beside.Add(sent);
        }

        foreach (var due in schedule.Between(since, Earlier(until, now + TimeSpan.FromMilliseconds(1))))
            turns.Add(Turn(record, schedule, due, taken.GetValueOrDefault(due.Number), now));
        // Sent some minutes before its time, which is still to come.
        foreach (var (number, early) in taken.Where(t => !turns.Exists(u => u.Due.Number == t.Key && u.Sent == t.Value)))
        {
            if (schedule.Next(now) is { } next && next.Number == number)
                turns.Add(Turn(record, schedule, next, early, now));
        }
    }

    private static CheckTurn Turn(CheckRecord record, CheckSchedule schedule, CheckDue due, CheckSent? sent, Timestamp now)
    {
        var turn = schedule.Turn(due, record.Parties);
        var limit = due.At + TimeSpan.FromMinutes(schedule.AnswerMinutes);
        if (sent is not null)
            return new CheckTurn(due, turn, sent.Said.At > limit ? CheckStanding.SentLate : CheckStanding.Sent, sent, null);
        PartyId? other = record.Parties.Count == 2 ? record.Parties[record.Parties[0] == turn ? 1 : 0] : null;
        if (Excuse(record, due.At, turn, other) is { } excuse)
            return new CheckTurn(due, turn, CheckStanding.Excused, null, excuse);
        var standing = now <= limit ? CheckStanding.Due
            : schedule.Next(due.At) is { } next && next.At <= now ? CheckStanding.Missed
            : CheckStanding.Overdue;
        return new CheckTurn(due, turn, standing, null, null);
    }

    private static List<CheckReply> Replies(CheckRecord record, CheckSchedule schedule, CheckSaid check, CheckAnswered[] answers, Timestamp now)
    {
        var replies = new List<CheckReply>();
        var limit = check.At + TimeSpan.FromMinutes(schedule.AnswerMinutes);
        foreach (var party in record.Parties.Where(p => p != check.By))
        {
            var own = answers.Where(a => a.Entry.Party == party).ToList();
            var received = own.Count > 0 || record.IsReceived(check.Entry, party);
            if (own is [var first, ..])
            {
                replies.Add(new CheckReply(
                    party, first.At > limit ? CheckAnswerStanding.AnsweredLate : CheckAnswerStanding.Answered, limit, received, first,
                    (first.At - check.At).TotalMinutes, [.. own.Skip(1).Select(a => a.Entry)], null));
                continue;
            }

            var excuse = Excuse(record, check.At, party, check.By);
            var standing = excuse is not null ? CheckAnswerStanding.Excused
                : now <= limit ? CheckAnswerStanding.Waiting
                : received ? CheckAnswerStanding.NotAnswered
                : CheckAnswerStanding.NotReceived;
            replies.Add(new CheckReply(party, standing, limit, received, null, null, [], excuse));
        }

        return replies;
    }

    private static CheckExcuse? Excuse(CheckRecord record, Timestamp due, PartyId party, PartyId? other) =>
        record.Excuses.FirstOrDefault(e => e.Covers(due, party, other));

    private static List<(CheckDue Due, PartyId Turn)> Coming(CheckRecord record, CheckSchedule? schedule, Timestamp now)
    {
        var coming = new List<(CheckDue, PartyId)>();
        for (var due = schedule?.Next(now); due is { } next && coming.Count < ComingTimes; due = schedule!.Next(next.At))
            coming.Add((next, schedule!.Turn(next, record.Parties)));
        return coming;
    }

    private static CheckStatistics Count(PartyId party, List<CheckTurn> turns, List<CheckSent> beside)
    {
        var own = turns.Where(t => t.Turn == party && t.Standing is not (CheckStanding.Excused or CheckStanding.Due)).ToList();
        var replies = turns.Select(t => t.Sent).OfType<CheckSent>().Concat(beside).SelectMany(s => s.Replies)
            .Where(r => r.Party == party && r.Standing is not (CheckAnswerStanding.Waiting or CheckAnswerStanding.Excused)).ToList();
        double[] minutes = [.. replies.Select(r => r.Minutes).OfType<double>().Order()];
        return new CheckStatistics(
            party,
            own.Count,
            own.Count(t => t.Standing == CheckStanding.SentLate),
            own.Count(t => t.Standing is CheckStanding.Missed or CheckStanding.Overdue),
            replies.Count,
            replies.Count(r => r.Standing == CheckAnswerStanding.AnsweredLate),
            replies.Count(r => r.Standing == CheckAnswerStanding.NotAnswered),
            replies.Count(r => r.Standing == CheckAnswerStanding.NotReceived),
            minutes.Length == 0 ? null : (minutes[(minutes.Length - 1) / 2] + minutes[minutes.Length / 2]) / 2,
            minutes.Length == 0 ? null : minutes[^1]);
    }

    private static Timestamp Later(Timestamp one, Timestamp other) => one > other ? one : other;

    private static Timestamp Earlier(Timestamp one, Timestamp other) => one < other ? one : other;
}
