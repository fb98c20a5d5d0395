using Parley.Control.Observations;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Observations;
using Parley.Lines.Questions;
using Parley.Station.Operations;

namespace Parley.Station.Observations;

/// <summary>What became of questions about what was seen.</summary>
internal static class ObservationQuestions
{
    public static AskedView View(ObservationReading reading, ObservationAsked asked, string? party)
    {
        var line = reading.Lines.FirstOrDefault(l => l.Id == asked.Line);
        var handle = line?.Handle ?? asked.Line.ToString();
        if (asked.Entry is not { } entry)
        {
            return new AskedView(
                handle, asked.Draft, null, "", asked.Officer, asked.At.ToDateTimeOffset(), null, null, null,
                reading.Drafts.Contains(asked.Draft) ? $"Draft {asked.Draft} waits to be verified and released." : "Its draft is gone: nothing was asked.");
        }

        var number = MessageNumber.Of(entry).ToString();
        var question = line?.Questions.One(entry);
        var leg = Leg(question, party);
        return new AskedView(
            handle, null, entry.ToString(), number, asked.Officer, asked.At.ToDateTimeOffset(), leg?.Outcome, question?.Due.ToDateTimeOffset(),
            leg?.Replies.LastOrDefault(r => !r.IsWithdrawn)?.Entry.ToString(), question is null || leg is null ? $"{number} is about it." : Sentence(number, question, leg));
    }

    /// <summary>The question with the party that it is about, or else with the one that has come least far.</summary>
    public static QuestionLeg? Leg(QuestionRecord? question, string? party) =>
        question?.Legs.FirstOrDefault(l => l.Party.ToString() == party) ?? question?.Legs.OrderBy(l => l.AnsweredAt is not null).FirstOrDefault();

    private static string Sentence(string number, QuestionRecord question, QuestionLeg leg) => leg.Outcome switch
    {
        QuestionOutcome.Open => $"Asked as {number}; the answer is due {Clock(question.Due)}.",
        QuestionOutcome.None => $"Asked as {number}; NO ANSWER at the due time {Clock(question.Due)}.",
        QuestionOutcome.Answered => $"Asked as {number}; answered {Clock(leg.AnsweredAt)}. Say whether that is enough.",
        QuestionOutcome.Late => $"Asked as {number}; answered late, {Clock(leg.AnsweredAt)}. Say whether that is enough.",
        QuestionOutcome.Insufficient => $"Asked as {number}; the answer is not enough.",
        QuestionOutcome.Contested => $"Asked as {number}; they say that it does not apply.",
        _ => $"Asked as {number}; answered {Clock(leg.AnsweredAt)}, and that is enough.",
    };

    private static string Clock(Timestamp? at) => at is { } known ? EntryText.Clock(known) : "";
}
