using Parley.Control.Questions;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Questions;

namespace Parley.Station.Operations;

/// <summary>Questions as officers see them.</summary>
internal static class QuestionViews
{
    private const int MostWarnings = 8;

    public static QuestionListView Of(LineGlance glance, QuestionReport report, Timestamp from, Timestamp now, PartyId own, bool open) => new(
        glance.Mode,
        glance.Handle,
        from.ToDateTimeOffset(),
        [.. report.Questions.Where(q => !open || q.IsOpen).Select(q => Of(glance, q, now, own))],
        [.. (open ? [] : report.Strays).Select(s => new QuestionStrayView(
            s.Entry.ToString(), s.Entry.Party.ToString(), s.At.ToDateTimeOffset(), s.What?.Judgement, [.. s.Regards.Select(r => r.ToString())]))]);

    public static QuestionView Of(LineGlance glance, QuestionRecord question, Timestamp now, PartyId own) => new(
        glance.Mode,
        glance.Handle,
        question.Question.ToString(),
        question.By.ToString(),
        question.Status,
        question.AskedAt.ToDateTimeOffset(),
        question.Due.ToDateTimeOffset(),
        (question.Due - now).TotalSeconds,
        question.Standing,
        question.IsOpen,
        question.Language,
        question.Text,
        [.. question.Legs.Select(l => Of(question, l, own))],
        [.. question.Words.Select(w => new QuestionWordView(
            w.Entry.ToString(), w.By.ToString(), w.At.ToDateTimeOffset(), w.What?.Judgement, w.About?.ToString(), w.What?.Note?.Language, w.What?.Note?.Text, w.Effect))]);

    /// <summary>What of a line's questions an officer must see at a glance: ours without an answer at the due time, those that wait for our answer, and answers that wait
    /// for our word. Tests are left out.</summary>
    public static IEnumerable<string> Attention(LineGlance glance, QuestionReport report, Timestamp now, PartyId own)
    {
        var all = report.Questions.Where(q => q.IsOpen && q.Status == Status.Actual).SelectMany(q => q.Legs.Select(l => Sentence(q, l, now, own))).OfType<string>().ToList();
        var where = $"{(glance.Mode == LineMode.Exercise ? "EXERCISE " : "")}{glance.Handle}";
        foreach (var sentence in all.Take(MostWarnings))
            yield return $"{where}: {sentence}";
        if (all.Count > MostWarnings)
            yield return $"{where}: {all.Count - MostWarnings} more questions wait. 'parley questions --open' lists them.";
    }

    private static string? Sentence(QuestionRecord question, QuestionLeg leg, Timestamp now, PartyId own)
    {
        var due = EntryText.Clock(question.Due);
        if (question.By == own)
        {
            return leg.Outcome switch
            {
                QuestionOutcome.None => $"{leg.Party} has not answered our question, due {due}. 'parley questions' offers the next step: {question.Question}",
                QuestionOutcome.Answered or QuestionOutcome.Late or QuestionOutcome.Contested =>
                    $"{leg.Party} {Did(leg.Outcome)} our question, and the answer waits for our word ('parley question'): {question.Question}",
                _ => null,
            };
        }

        return leg.Party != own ? null : leg.Outcome switch
        {
            QuestionOutcome.Open => $"{question.By} asks for an answer by {due}, in {Span(question.Due - now)}: {question.Question}",
            QuestionOutcome.None => $"OVERDUE: {question.By} asked for an answer by {due}, {Span(now - question.Due)} ago: {question.Question}",
            QuestionOutcome.Insufficient => $"{question.By} says that our answer is not enough: {question.Question}",
            _ => null,
        };
    }

    private static string Did(QuestionOutcome outcome) => outcome switch
    {
        QuestionOutcome.Late => "answered, late,",
        QuestionOutcome.Contested => "contests",
        _ => "answered",
    };

    /// <summary>Such as <c>3 h 05 min</c>.</summary>
    private static string Span(TimeSpan span) => span.TotalMinutes < 1 ? "less than a minute"
        : span.TotalHours < 1 ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes} min")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h {span.Minutes:D2} min");

    private static QuestionLegView Of(QuestionRecord question, QuestionLeg leg, PartyId own)
    {
        var next = QuestionNext.Of(question, leg, own);
        return new QuestionLegView(
            leg.Party.ToString(),
            leg.Outcome,
            leg.AnsweredAt?.ToDateTimeOffset(),
            leg.IsContested,
            leg.Judged,
            [.. leg.Replies.Select(r => new QuestionReplyView(
                r.Entry.ToString(), r.At.ToDateTimeOffset(), r.Recorded?.ToDateTimeOffset(), r.IsContest, r.IsReadable, r.IsByHand, r.IsWithdrawn, r.IsLate,
                !r.IsLate && r.Recorded > question.Due, r.Judged))],
            next.Step,
            next.Words);
    }
}
