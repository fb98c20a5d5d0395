using System.Globalization;
using Parley.Control.Messages;
using Parley.Control.Questions;
using Parley.Lines.Entries;
using Parley.Lines.Questions;

namespace Parley.Cli.Rendering;

/// <summary>Questions for people: the clock, what became of it with each asked party in the words of both sides, and the next step.</summary>
internal static class QuestionLines
{
    private const string Indent = "    ";

    public static void Show(Screen screen, QuestionListView list)
    {
        var mark = TranscriptText.Mark(list.Mode);
        screen.Line($"{mark}{SafeText.Line(list.Line)}: questions, read from {TranscriptText.Time(list.From)}", Tint.Quiet);
        if (list.Questions.Count == 0)
            screen.Line($"{mark}none");
        screen.Lines(list.Questions.SelectMany(One).Concat(list.Strays.Select(Stray)).Select(l => l with { Text = mark + l.Text }));
    }

    /// <summary>What is shown at a message that asks for an answer; nothing for others.</summary>
    public static IEnumerable<TintedLine> At(EntryView entry) => entry.Question is { } question ? Body(question) : [];

    private static IEnumerable<TintedLine> One(QuestionView question)
    {
        var test = question.Status == Status.Test ? "TEST  " : "";
        yield return new(SafeText.Line($"{TranscriptText.Time(question.AskedAt)}  {test}{question.Party} asks ({question.Language}):"));
        foreach (var line in SafeText.Lines(question.Text).Take(4))
            yield return new(Indent + line);
        foreach (var line in Body(question))
            yield return line;
        foreach (var word in question.Words)
            yield return Word(word);
        yield return new($"{Indent}ref {SafeText.Line(question.Entry)}", Tint.Quiet);
    }

    /// <summary>The clock of a question and what became of it.</summary>
    public static IEnumerable<TintedLine> Of(QuestionView question) => Body(question);

    private static IEnumerable<TintedLine> Body(QuestionView question)
    {
        var clock = question.Standing switch
        {
            QuestionStanding.Withdrawn => "WITHDRAWN by its author",
            QuestionStanding.DueBeforeAsked => "NOT COUNTED: that time was past when it was asked",
            QuestionStanding.NobodyAsked => "NOT COUNTED: it asks no other party of the line",
            _ => question.SecondsLeft >= 0 ? $"{Span(question.SecondsLeft)} left" : $"the time was over {Span(-question.SecondsLeft)} ago",
        };
        var overdue = question.SecondsLeft < 0 && question.IsOpen;
        yield return new($"{Indent}ANSWER ASKED FOR by {TranscriptText.Time(question.Due)}: {clock}", overdue ? Tint.Warning : Tint.Plain);
        foreach (var line in question.Standing == QuestionStanding.Asked ? question.Legs.SelectMany(Leg) : [])
            yield return line;
    }

    private static IEnumerable<TintedLine> Leg(QuestionLegView leg)
    {
        var tint = leg.Outcome switch
        {
            QuestionOutcome.Satisfactory => Tint.Good,
            QuestionOutcome.None or QuestionOutcome.Late or QuestionOutcome.Insufficient or QuestionOutcome.Contested => Tint.Warning,
            _ => Tint.Plain,
        };
        var contested = leg.IsContested && leg.Outcome != QuestionOutcome.Contested ? "; the asked side contests that the question applies" : "";
        yield return new(SafeText.Line($"{Indent}{leg.Party}: {Name(leg)}{contested}"), tint);
        foreach (var reply in leg.Replies)
            yield return Reply(reply);
        if (leg.Next != QuestionStep.Nothing)
            yield return new(SafeText.Line($"{Indent}{Indent}next: {leg.NextWords}"), Tint.Quiet);
    }

    private static string Name(QuestionLegView leg) => leg.Outcome switch
    {
        QuestionOutcome.Open => "OPEN, not answered yet",
        QuestionOutcome.None => "NO ANSWER at the due time, which is neither yes nor no",
        QuestionOutcome.Answered => "ANSWERED in time; the asker has not judged it",
        QuestionOutcome.Late => "ANSWERED LATE; the asker has not judged it",
        QuestionOutcome.Insufficient => "INSUFFICIENT: answered, and the asker says that it is not enough",
        QuestionOutcome.Contested => "CONTESTED: the asked side says that the question does not apply; the asker has not judged that",
        _ => "SATISFACTORY: answered, and the asker says that it is enough",
    };

    private static TintedLine Reply(QuestionReplyView reply)
    {
        var words = new List<string> { $"{(reply.IsContest ? "contested" : "answered")} {TranscriptText.Time(reply.At)}" };
        if (reply.IsLate)
            words.Add("LATE");
        if (reply.CameLate && reply.RecordedAt is { } came)
            words.Add($"in time by its author's clock, but it CAME HERE AFTER THE DUE TIME, {TranscriptText.Time(came, reply.At)}");
        if (reply.IsByHand)
            words.Add("entered by hand: ONE-SIDED, unauthenticated");
        if (!reply.IsReadable)
            words.Add("its words cannot be read here");
        if (reply.IsWithdrawn)
            words.Add("CORRECTED by its author: it does not count");
        if (reply.Judged is { } judged)
            words.Add($"the asker says: {judged.ToString().ToLowerInvariant()}");
        return new(SafeText.Line($"{Indent}{Indent}{string.Join("; ", words)}  ref {reply.Entry}"), Tint.Quiet);
    }

    private static TintedLine Word(QuestionWordView word)
    {
        var effect = word.Effect switch
        {
            QuestionEffect.Took => "",
            QuestionEffect.Unreadable => " UNREADABLE HERE",
            QuestionEffect.NotTheirs => " NOT COUNTED: not its author's to say",
            QuestionEffect.NotConcerned => " NOT COUNTED: the question is neither by its author nor to it",
            QuestionEffect.NoAnswer => " NOT COUNTED: it names no answer to this question",
            QuestionEffect.OtherStatus => " NOT COUNTED: one of the two is a test",
            _ => " NOT COUNTED: the question's clock does not run",
        };
        var text = word.Text is { } said ? $" ({word.Language}) {said}" : "";
        return new(
            SafeText.Line($"{Indent}{TranscriptText.Time(word.At)}  {word.Party} says: {word.Judgement?.ToString().ToLowerInvariant() ?? "something"}{effect}{text}"),
            word.Effect == QuestionEffect.Took ? Tint.Plain : Tint.Warning);
    }

    private static TintedLine Stray(QuestionStrayView stray) => new(
        SafeText.Line($"{TranscriptText.Time(stray.At)}  {stray.Party} judges something that is no question here: NOT COUNTED  ref {stray.Entry}"), Tint.Warning);

    /// <summary>Such as <c>2 d 03 h</c>, <c>3 h 05 min</c>, <c>12 min</c> or <c>less than a minute</c>.</summary>
    private static string Span(double seconds)
    {
        var span = TimeSpan.FromSeconds(Math.Min(seconds, TimeSpan.MaxValue.TotalSeconds / 2));
        return span.TotalDays >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalDays} d {span.Hours:D2} h")
            : span.TotalHours >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalHours} h {span.Minutes:D2} min")
            : span.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{(int)span.TotalMinutes} min")
            : "less than a minute";
    }
}
