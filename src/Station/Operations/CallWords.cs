using System.Globalization;
using Parley.Lines.Calls;
using Parley.Lines.Entries;

namespace Parley.Station.Operations;

/// <summary>Calls in sentences. What a step says is its author's word, and no more.</summary>
internal static class CallWords
{
    public static string Of(CallContent call)
    {
        var times = call.Times.Count == 0 ? "as soon as it can be" : $"proposed {string.Join("; ", call.Times.Select(EntryText.Clock))}";
        var by = call.AnswerBy is { } at ? $"; acknowledgment asked for by {EntryText.Clock(at)}" : "";
        return $"CALL REQUESTED: {call.Pair}, with {string.Join(", ", call.With)}, by {MeansOf(call.Means)}, {Minutes(call.Minutes)}, {times}{by}.\n{call.Topic}";
    }

    public static string Of(CallStepContent step) => step switch
    {
        AcknowledgedStep => "CALL ACKNOWLEDGED: the author's staff has the request. This agrees to nothing.",
        CounteredStep counter => $"CALL COUNTERED: the author proposes {string.Join("; ", counter.Times.Select(EntryText.Clock))}, {Minutes(counter.Minutes)}.",
        ScheduledStep schedule => $"CALL SCHEDULED: the author accepts {EntryText.Clock(schedule.At)}.",
        HeldStep held => $"CALL HELD, by the author's word: {EntryText.Clock(held.Start)} to {EntryText.Clock(held.End)}.",
        ReadoutStep readout => $"CALL READOUT ({readout.Language}), by the author's word." + (readout.Agreed is { } agreed ? $"\nAgreed text as the author has it: {agreed}" : "") +
            (readout.Own is { } own ? $"\nThe author's own: {own}" : ""),
        DeclinedStep declined => $"CALL DECLINED: {declined.Reason.Words}.",
        _ => "CALL CANCELLED: the asker takes the request back.",
    };

    /// <summary>That a step counts for nothing, where its header and kind alone show it; null otherwise. The rest is judged by the whole call.</summary>
    public static string? Misplaced(EntryHeader header, Content content) => header.Regards switch
    {
        not [_] => "NOT COUNTED: a step of a call regards one request.",
        [var call] when CallStepContent.From(content) is { } step && !step.IsFor(isAsker: call.Party == header.Feed.Party) =>
            call.Party == header.Feed.Party ? "NOT COUNTED: an asker does not answer himself." : "NOT COUNTED: the asker alone cancels.",
        _ => null,
    };

    /// <summary>Why a step changed nothing.</summary>
    public static string Of(CallEffect effect) => effect switch
    {
        CallEffect.Took => "it counts",
        CallEffect.Unreadable => "its words cannot be read here",
        CallEffect.NotTheirs => "OUT OF ORDER: not its author's to say",
        CallEffect.NotConcerned => "OUT OF ORDER: the request is neither by its author nor to it",
        CallEffect.AfterEnd => "OUT OF ORDER: the call was over for its author",
        CallEffect.NotProposed => "OUT OF ORDER: the other side did not propose that time then",
        CallEffect.Past => "OUT OF ORDER: the time was past",
        CallEffect.Ahead => "OUT OF ORDER: it speaks of an end that lay ahead",
        _ => "OUT OF ORDER: nobody had said that the call was held",
    };

    public static string MeansOf(CallMeans means) => means switch
    {
        CallMeans.Text => "text conference",
        CallMeans.Voice => "voice",
        CallMeans.Video => "video",
        _ => "meeting",
    };

    private static string Minutes(int minutes) => string.Create(CultureInfo.InvariantCulture, $"about {minutes} min");
}
