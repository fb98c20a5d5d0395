using Parley.Console.Calls;
using Parley.Console.Contacts;
using Parley.Console.Observations;
using Parley.Console.Overlaps;
using Parley.Console.Words;
using Parley.Control.Activities;
using Parley.Control.Calls;
using Parley.Control.Contacts;
using Parley.Control.Messages;
using Parley.Control.Questions;
using Parley.Control.Silence;
using Parley.Control.Stations;
using Parley.Lines.Charters;
using Parley.Lines.Questions;

namespace Parley.Console.Board;

/// <summary>What the board was told, at one moment.</summary>
/// <param name="Calls">One list a line with counterparts.</param>
/// <param name="Contacts">One board a line with counterparts.</param>
internal sealed record BoardState(
    StationStatus Status,
    IReadOnlyList<SilenceView> Silences,
    IReadOnlyList<QuestionListView> Questions,
    IReadOnlyList<DraftView> Drafts,
    IReadOnlyList<CallListView> Calls,
    IReadOnlyList<ContactBoardView> Contacts)
{
    /// <summary>One list a line on which activities overlap.</summary>
    public IReadOnlyList<OverlapListView> Overlaps { get; init; } = [];
}

/// <summary>Whose move it is: what is ours to do, and what we wait for. Deciding code without a page.</summary>
internal static class Needs
{
    /// <summary>Ours, the most pressing first.</summary>
    public static IReadOnlyList<Need> Ours(BoardState state, string officer, bool mayRelease, DateTimeOffset now, Language say) =>
    [
        .. Station(state, say)
            .Concat(state.Drafts.Select(d => Draft(d, officer, mayRelease, say)))
            .Concat(state.Questions.SelectMany(q => q.Questions.SelectMany(one => Question(q, one, now, say))))
            .Concat(CallNeeds.Ours(state.Calls, state.Status.Party, now, say))
            .Concat(OverlapNeeds.Ours(state.Overlaps, state.Status.Party, say))
            .Concat((state.Status.Attention ?? []).Where(a => a.About != AttentionKind.Overlap).Select(Seen))
            .Concat(ContactNeeds.Ours(state.Contacts, state.Status.Party, say))
            .Concat(state.Status.Lines.SelectMany(l => Checks(l)))
            .Concat(state.Silences.Where(s => s.IsOursToMove && !HasQuestion(state, s)).Select(s =>
                new Need(Press.Now, s.Handle, s.Mode == LineMode.Exercise, say["need.answer", s.Party], LineLink(s.Handle))))
            .OrderBy(n => n.Press).ThenBy(n => n.Due ?? DateTimeOffset.MaxValue),
    ];

    /// <summary>What the others have to do, the longest overdue first.</summary>
    public static IReadOnlyList<Need> Theirs(BoardState state, DateTimeOffset now, Language say)
    {
        var waits = new List<Need>();
        foreach (var list in state.Questions)
        {
            foreach (var question in list.Questions.Where(q => q.IsOpen && q.Standing == QuestionStanding.Asked))
            {
                var waited = question.Legs.Where(l => l.Next == QuestionStep.Wait || (question.Party == state.Status.Party && l.Outcome == QuestionOutcome.None));
                waits.AddRange(waited.Select(l => new Need(
                    question.Due < now ? Press.Overdue : Press.Later, list.Line, list.Mode == LineMode.Exercise,
                    l.Party == state.Status.Party ? say["wait.judge", question.Party] : say["wait.question", l.Party], EntryLink(list.Line, question.Entry), question.Due)));
            }
        }

        waits.AddRange(CallNeeds.Theirs(state.Calls, state.Status.Party, now, say));
        waits.AddRange(OverlapNeeds.Theirs(state.Overlaps, state.Status.Party, say));
        foreach (var line in state.Status.Lines.Where(l => l.Unreceived > 0))
            waits.Add(new Need(Press.Later, line.Handle, line.Mode == LineMode.Exercise, say["wait.unreceived", say.Number(line.Unreceived)], LineLink(line.Handle)));
        foreach (var line in state.Status.Lines.Where(l => l.Missing > 0))
            waits.Add(new Need(Press.Now, line.Handle, line.Mode == LineMode.Exercise, say["wait.missing", say.Number(line.Missing)], LineLink(line.Handle)));
        return [.. waits.OrderBy(n => n.Press).ThenBy(n => n.Due ?? DateTimeOffset.MaxValue)];
    }

    /// <summary>Standing warnings, without those of calls, contacts, questions, notices and activities: they stand among the moves, with a way to each.</summary>
    public static IReadOnlyList<string> Warnings(BoardState state) => [.. state.Status.Warnings.Except(state.Status.Waiting ?? [])];

    public static string LineLink(string handle) => $"lines/{Uri.EscapeDataString(handle)}";

    public static string EntryLink(string handle, string entry) => $"{LineLink(handle)}?entry={Uri.EscapeDataString(entry)}";

    private static IEnumerable<Need> Station(BoardState state, Language say)
    {
        if (state.Status.Store.Length > 0)
            yield return new Need(Press.Wrong, "", false, say["need.store", state.Status.Store], null);
        foreach (var warning in Warnings(state))
            yield return new Need(Press.Wrong, "", false, warning, null);
    }

    private static Need Draft(DraftView draft, string officer, bool mayRelease, Language say)
    {
        var exercise = draft.Mode == LineMode.Exercise;
        var waitsForMe = mayRelease && !draft.ApprovedBy.Contains(officer);
        return new Need(
            waitsForMe ? Press.Now : Press.Later, draft.Line, exercise,
            waitsForMe ? say["need.approve", say["precedence." + draft.Precedence.ToString().ToLowerInvariant()], draft.Author] : say["need.other-officer", draft.Author],
            $"drafts#{draft.Id}");
    }

    private static IEnumerable<Need> Question(QuestionListView list, QuestionView question, DateTimeOffset now, Language say)
    {
        if (question.Standing != QuestionStanding.Asked)
            yield break;
        foreach (var leg in question.Legs)
        {
            var text = leg.Next switch
            {
                QuestionStep.Answer => say["need.question", question.Party],
                QuestionStep.Judge => say["need.judge", leg.Party],
                QuestionStep.AskAgain => say["need.ask-again", leg.Party],
                _ => null,
            };
            if (text is null)
                continue;
            var press = question.Due < now ? Press.Overdue : Press.Now;
            yield return new Need(press, list.Line, list.Mode == LineMode.Exercise, text, EntryLink(list.Line, question.Entry), question.Due);
        }
    }

    /// <summary>What the station says of notices, sites and movements; overlaps on one line are counted by themselves.</summary>
    private static Need Seen(AttentionView seen) => new(
        seen.IsPressing ? Press.Overdue : Press.Now, seen.Line, seen.Mode == LineMode.Exercise, seen.Text,
        seen.About switch
        {
            AttentionKind.Notice => Parley.Console.Notices.NoticeLinks.Inbox(seen.Line, open: true),
            AttentionKind.Across => OverlapLinks.Across,
            AttentionKind.Observation => ObservationLinks.All(new SeenFilter(Exercise: seen.Mode == LineMode.Exercise)),
            _ => Parley.Console.Activities.ActivityLinks.All(seen.Line),
        },
        Language: "en");

    private static IEnumerable<Need> Checks(LineStatus line) =>
        (line.Checks?.Attention ?? []).Select(a => new Need(Press.Now, line.Handle, line.Mode == LineMode.Exercise, a, $"checks?line={Uri.EscapeDataString(line.Handle)}"));

    // Their question with its clock says it better.
    private static bool HasQuestion(BoardState state, SilenceView silence) => state.Questions.Any(q =>
        q.Line == silence.Handle && q.Questions.Any(one => one.Party == silence.Party && one.Legs.Any(l => l.Next == QuestionStep.Answer)));
}
