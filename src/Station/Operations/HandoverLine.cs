using Parley.Control.Shifts;
using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Entries;
using Parley.Lines.Questions;
using Parley.Station.Silence;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>What a handover says of one line. Built in the loop, read by the asker's own thread.</summary>
internal sealed class HandoverLine
{
    // What was asked earlier and is still open is in the timeline.
    private static readonly TimeSpan Back = TimeSpan.FromDays(120);
    private readonly StationMemory memory;
    private readonly Timestamp from;
    private readonly Timestamp now;
    private readonly LineGlance glance;
    private readonly CallReading calls;
    private readonly CheckReading? checks;
    private readonly Func<Parley.Control.Checks.CheckGlance>? check;
    private readonly List<SilenceNote> silences;
    private readonly bool isOver;
    private readonly List<HandoverItem> happened = [];

    /// <param name="from">When the shift began.</param>
    public HandoverLine(OperationContext context, LineState line, Timestamp from)
    {
        (memory, this.from, now) = (context.Memory, from, context.Step.Now);
        glance = LineGlance.Of(context, line);
        calls = CallReading.Of(context, line);
        checks = line.Fold.InForce.Any(c => c.Terms.Checks is not null) ? CheckReading.Of(context, line) : null;
        check = Checks.Glance(context, line);
        silences = [.. memory.Silence.Notes.Where(n => n.Line == line.Id)];
        isOver = line.Fold.IsClosed || line.Fold.LeftBy.Contains(memory.Own);
    }

    public IReadOnlyList<HandoverItem> Happened => happened;

    public IReadOnlyList<HandoverItem> Owed { get; private set; } = [];

    /// <summary>Entries of officers since the shift began.</summary>
    public int Words { get; private set; }

    /// <summary>That something older is missing, in words; null when all is there.</summary>
    public string? NotRead { get; private set; }

    public void Read()
    {
        var (found, since) = LineScan.All(memory, glance, from, static k => EntryKind.IsTalk(k) || EntryKind.IsCharter(k));
        if (since > from)
            NotRead = $"{glance.Handle}: so much was said that what is older than {EntryText.Clock(since)} was not read.";
        Count(found);
        foreach (var entry in found)
        {
            if (Notable(entry.Header) is { } text)
                Add(text, entry.At, entry.Header.Ref);
        }

        var back = now - Back < from ? now - Back : from;
        var asked = new QuestionReading(memory, glance, now).Since(back).Report;
        var called = calls.Since(back).Report;
        Questions(asked);
        Calls(called);
        Computed(asked, called);
        Owed = isOver ? [] : [.. new HandoverDebts(glance, memory.Own, now).Of(asked, called, check?.Invoke())];
    }

    private void Count(List<ScannedHeader> found)
    {
        var said = found.Where(f => EntryKind.IsTalk(f.Header.Kind)).ToList();
        Words = said.Count;
        if (Words == 0)
            return;
        var own = said.Count(s => s.Header.Feed.Party == memory.Own);
        var flashes = said.Count(s => s.Header is { Precedence: Precedence.Flash, Status: Status.Actual });
        Add($"Words said: {Words}, of us {own}, of others {Words - own}; flashes among them: {flashes}.", null, null);
    }

    /// <summary>What the next officer must know of an entry, whatever it says; null for most.</summary>
    private static string? Notable(EntryHeader header)
    {
        var who = $"{header.Feed.Party}, {MessageNumber.Of(header.Ref)}";
        return header.Kind switch
        {
            _ when header.Status == Status.Test => null,
            EntryKind.Alert => $"ALERT of {who}.",
            EntryKind.FalseAlarm => $"FALSE ALARM, said by {who}.",
            EntryKind.Correction => $"CORRECTION of {who}: words before it do not hold.",
            EntryKind.Suspend => $"LINE SUSPENDED by {header.Feed.Party}.",
            EntryKind.Resume => $"Line resumed by {header.Feed.Party}.",
            EntryKind.Leave => $"{header.Feed.Party} LEFT the line.",
            EntryKind.Propose => $"{header.Feed.Party} proposed terms of the line.",
            EntryKind.Adopt => "Terms of the line came into force.",
            _ when header.Precedence == Precedence.Flash && EntryKind.IsTalk(header.Kind) => $"FLASH of {who}.",
            _ => null,
        };
    }

    private void Questions(QuestionReport report)
    {
        foreach (var question in report.Questions.Where(q => q.Standing == QuestionStanding.Asked && q.Status == Status.Actual))
        {
            var number = MessageNumber.Of(question.Question);
            if (question.AskedAt >= from)
                Add($"{question.By} asked for an answer by {EntryText.Clock(question.Due)}: {number}.", question.AskedAt, question.Question);
            foreach (var leg in question.Legs)
            {
                if (leg.AnsweredAt is { } at && at >= from)
                    Add($"{leg.Party} answered the question {number} of {question.By}{(at > question.Due ? ", LATE" : "")}.", at, question.Question);
            }
        }
    }

    private void Calls(CallReport report)
    {
        foreach (var call in report.Calls.Where(c => c.Status == Status.Actual))
        {
            if (call.RequestedAt >= from)
                Add($"{call.From} asked for a call ({call.Pair}).", call.RequestedAt, call.Call);
            foreach (var step in call.Steps.Where(s => s.At >= from && !s.IsOutOfOrder))
                Add($"Call ({call.Pair}) asked for by {call.From}: {step.What?.Name ?? "something that cannot be read here"}, says {step.By}.", step.At, call.Call);
        }
    }

    /// <summary>What did not come, and silences by our own judgement: as the timeline says it.</summary>
    private void Computed(QuestionReport asked, CallReport called)
    {
        var items = TimelineItems.Unacknowledged(glance.Handle, called, now)
            .Concat(TimelineItems.Unanswered(glance.Handle, asked, now))
            .Concat(checks is null ? [] : TimelineItems.Missed(glance.Handle, checks.Report(from)))
            .Concat(silences.SelectMany(n => TimelineItems.Of(glance.Handle, n)));
        foreach (var item in items.Where(i => i.At >= from && i.At <= now))
            Add(item.Text, item.At, item.Entry);
    }

    private void Add(string text, Timestamp? at, EntryRef? entry) =>
        happened.Add(new HandoverItem(glance.Mode, glance.Handle, HandoverDrafts.Short(text), at?.ToDateTimeOffset(), entry?.ToString()));
}
