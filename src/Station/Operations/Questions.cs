using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Questions;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Lines.Questions;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Messages that ask for an answer by a time, and what is said of the answers. A word of ours is tried by the fold by which everybody reads it.</summary>
internal static class Questions
{
    private const int MostDays = 366;
    private const int GlanceDays = 31;
    private const int GlanceEntries = 2048;
    private const string NoQuestion = "There is no such question on this line: a message that asks for an answer by a time. 'parley questions' lists them.";

    public static Outcome<DraftView> Judge(OperationContext context, JudgeAnswer operation)
    {
        if (Messages.Repeated(context, operation.Key) is { } before)
            return before;
        if (Find(context, operation, out var line, out var refused) is not { } question)
            return refused;
        if (!Writing.Note(operation.Text, operation.Language, out var note) || (!operation.IsEnough && note is null))
            return Refuse(Refusal.Malformed, operation.IsEnough ? Writing.NoteRule : $"That an answer is not enough needs words that say why. {Writing.NoteRule}");
        if (question.By != context.Memory.Own)
            return Refuse(Refusal.NotOurStep, "The question is not ours: its asker says whether an answer is enough. We can answer it, or contest it.");
        if (Answer(question, operation, out var answer) is { } none)
            return none;
        var word = new QuestionWordContent(operation.IsEnough ? QuestionJudgement.Satisfactory : QuestionJudgement.Insufficient, note);
        return Say(context, line, question, [question.Question, answer], word, operation.Key);
    }

    public static Outcome<DraftView> Contest(OperationContext context, ContestQuestion operation)
    {
        if (Messages.Repeated(context, operation.Key) is { } before)
            return before;
        if (Find(context, operation, out var line, out var refused) is not { } question)
            return refused;
        return Writing.Note(operation.Text, operation.Language, out var note)
            ? Say(context, line, question, [question.Question], new QuestionWordContent(QuestionJudgement.Contested, note), operation.Key)
            : Refuse(Refusal.Malformed, Writing.NoteRule);
    }

    public static object List(OperationContext context, ListQuestions operation)
    {
        if (operation.Days is < 1 or > MostDays)
            return new Refused<IReadOnlyList<QuestionListView>>(Refusal.Malformed, "Questions are read from the last 1 to 366 days.");
        var (memory, now) = (context.Memory, context.Step.Now);
        List<LineState> lines = [.. memory.Lines.Values.Where(l => l.Fold.InForce.Count > 0)];
        if (operation.Line is { } name)
        {
            if (LineNames.Find(memory, name, out var refused) is not { } only)
                return new Refused<IReadOnlyList<QuestionListView>>(refused.Why, refused.Detail);
            lines = [only];
        }

        var (own, from) = (memory.Own, now - TimeSpan.FromDays(operation.Days));
        var readings = lines.Select(l => Reading(context, l)).ToList();
        return new Deferred(() => new Done<IReadOnlyList<QuestionListView>>([.. readings
            .Select(r => (Reading: r, Read: r.Since(from)))
            .Select(r => QuestionViews.Of(r.Reading.Glance, r.Read.Report, r.Read.From, now, own, operation.Open))
            .Where(v => operation.Line is not null || v.Questions.Count + v.Strays.Count > 0)]));
    }

    /// <summary>What is to be read of a line's questions for the station at a glance; null for a line on which nothing is said any more.</summary>
    public static Func<IEnumerable<string>>? Attention(OperationContext context, LineState line)
    {
        if (line.Fold.InForce.Count == 0 || line.Fold.IsClosed || line.Fold.LeftBy.Contains(context.Memory.Own))
            return null;
        var (reading, own, now) = (Reading(context, line), context.Memory.Own, context.Step.Now);
        return () => QuestionViews.Attention(reading.Glance, reading.Since(now - TimeSpan.FromDays(GlanceDays), GlanceEntries).Report, now, own);
    }

    /// <summary>What a message asks for; a null wish where it asks for nothing. A refusal when that cannot be asked.</summary>
    public static Refused<DraftView>? Wish(OperationContext context, LineState line, AnswerWishInput? input, out AnswerWish? wish)
    {
        wish = null;
        if (input is null)
            return null;
        if (By(context.Step.Now, input, out var by) is { } wrong)
            return wrong;
        var own = context.Memory.Own;
        SortedSet<PartyId> others = [.. line.Fold.Members.Concat(line.Fold.Founding?.ByHand ?? []).Where(p => p != own)];
        SortedSet<PartyId> from = [];
        foreach (var name in input.From ?? [])
        {
            if (PartyId.Parse(name) is not { } party || !others.Contains(party))
                return Refuse(Refusal.UnknownPeer, $"'{name}' is no other party of this line; an answer is asked of {string.Join(", ", others)}.");
            from.Add(party);
        }

        if (input.From is null)
            from = others;
        if (from.Count == 0)
            return Refuse(Refusal.Malformed, "Nobody would be asked: name a party, or none for all of them.");
        wish = new AnswerWish(by, [.. from]);
        return null;
    }

    /// <summary>Why a draft can no longer leave as it was written: the time of its question is past, or its word on one would change nothing. Null when it can, and for
    /// drafts of other kinds.</summary>
    public static Refused<DraftView>? Overtaken(OperationContext context, LineState line, Draft draft)
    {
        var content = draft.Words.ToContent(new byte[Content.SeedSize]);
        if (QuestionFold.Asking(draft.Words.Kind, content) is { } asks)
            return asks.By <= context.Step.Now ? Refuse(Refusal.TimePast, "The time by which the draft asks for an answer is past. Discard it and ask anew.") : null;
        return draft.Words.Kind == EntryKind.QuestionWord && QuestionWordContent.From(content) is { } word ? Barred(context, line, draft.Regards, draft.Status, word) : null;
    }

    private static Refused<DraftView>? By(Timestamp now, AnswerWishInput input, out Timestamp by)
    {
        by = default;
        if (input.By is null == input.Minutes is null)
            return Refuse(Refusal.Malformed, "An answer is asked for by a time, or within a number of minutes: one of the two.");
        if (input.Minutes is { } minutes)
        {
            by = minutes is < 1 or > MostDays * 24 * 60 ? default : now + TimeSpan.FromMinutes(minutes);
            return by == default ? Refuse(Refusal.Malformed, "An answer is asked for within 1 to 527040 minutes.") : null;
        }

        var text = input.By!;
        if (LocalClocks.Read(text) is not { } read)
        {
            var (why, detail) = LocalClocks.Wrong(text);
            return Refuse(why, detail);
        }

        by = read;
        return read <= now ? Refuse(Refusal.TimePast, "The time by which an answer is asked for is past.")
            : read - now > TimeSpan.FromDays(MostDays) ? Refuse(Refusal.Malformed, "An answer is asked for within 366 days.")
            : null;
    }

    private static QuestionReading Reading(OperationContext context, LineState line) => new(context.Memory, LineGlance.Of(context, line), context.Step.Now);

    private static QuestionRecord? Find(OperationContext context, IAboutEntry operation, out LineState line, out Refused<DraftView> why)
    {
        line = LineNames.Find(context.Memory, operation.Line, out var refused)!;
        why = line is null ? Refuse(refused.Why, refused.Detail) : Refuse(Refusal.UnknownEntry, NoQuestion);
        return line is not null && EntryRef.Parse(operation.Entry) is { } entry && line.Heads.Covers(entry) ? Reading(context, line).One(entry) : null;
    }

    /// <summary>The answer that is judged: the one that is named, or the last that stands of the one party that answered, or of the party that is named.</summary>
    private static Refused<DraftView>? Answer(QuestionRecord question, JudgeAnswer operation, out EntryRef answer)
    {
        answer = default;
        var legs = question.Legs.Where(l => operation.Party is null || l.Party.ToString() == operation.Party).ToList();
        if (legs.Count == 0)
            return Refuse(Refusal.UnknownPeer, $"'{operation.Party}' is not asked; {string.Join(", ", question.Legs.Select(l => l.Party))} is.");
        if (operation.Answer is { } named)
        {
            if (EntryRef.Parse(named) is not { } entry || !legs.Exists(l => l.Replies.Any(r => r.Entry == entry && !r.IsWithdrawn)))
                return Refuse(Refusal.NotAnswered, $"'{named}' is no answer to this question that stands. 'parley questions' shows them.");
            answer = entry;
            return null;
        }

        var answered = legs.Where(l => l.AnsweredAt is not null).ToList();
        if (answered.Count == 0)
            return Refuse(Refusal.NotAnswered, "Nothing was answered yet, so there is nothing to judge. That no answer came is shown by itself when the time is over.");
        if (answered.Count > 1)
            return Refuse(Refusal.Malformed, $"{string.Join(", ", answered.Select(l => l.Party))} answered; say whose answer is meant.");
        answer = answered[0].Replies.Last(r => !r.IsWithdrawn).Entry;
        return null;
    }

    private static Outcome<DraftView> Say(
        OperationContext context, LineState line, QuestionRecord question, IReadOnlyList<EntryRef> regards, QuestionWordContent word, string? key)
    {
        if (Barred(context, line, regards, question.Status, word) is { } why)
            return why;
        var precedence = context.Memory.HeaderOf(question.Question.Feed(line.Id), question.Question.Index)!.Precedence;
        var frame = new Writing.Frame(line.Id.ToString(), precedence, question.Status, [.. regards.Select(r => r.ToString())]);
        return Calls.Say(context, frame, word.ToWords(), key);
    }

    /// <summary>Why that word of ours would change nothing, by the rules by which everybody reads it; null when it would count.</summary>
    private static Refused<DraftView>? Barred(OperationContext context, LineState line, IReadOnlyList<EntryRef> regards, Status status, QuestionWordContent word)
    {
        var (reading, own) = (Reading(context, line), context.Memory.Own);
        var question = regards.Select(r => reading.One(r)).OfType<QuestionRecord>().FirstOrDefault(q => word.Judgement == QuestionJudgement.Contested || q.By == own);
        if (question is null)
            return Refuse(Refusal.UnknownEntry, NoQuestion);
        // After everything that is recorded: no entry of ours has this place.
        var next = new EntryRef(own, line.OwnGeneration ?? default, Lane.Ordinary, Parley.Lines.Bounds.FeedSize);
        var entry = new QuestionEntry(next, EntryKind.QuestionWord, context.Step.Now, status, regards, word.ToWords().ToContent(new byte[Content.SeedSize]));
        var tried = reading.One(question.Question, entry)!.Words[^1];
        return tried.Effect switch
        {
            QuestionEffect.Took => IsSaid(question, tried, own)
                ? Refuse(Refusal.AlreadyAnswered, "Our side has said this already.")
                : null,
            QuestionEffect.NotTheirs => Refuse(Refusal.NotOurStep, "The question is our own; the asked side contests it, and we judge its answers."),
            QuestionEffect.NotConcerned => Refuse(Refusal.NotOurStep, "The question is neither ours nor to us."),
            QuestionEffect.NoAnswer => Refuse(Refusal.NotAnswered, "That is no answer to this question."),
            _ => Refuse(Refusal.QuestionOver, "This question was withdrawn or its clock never ran; nothing that is said of it counts."),
        };
    }

    private static bool IsSaid(QuestionRecord question, QuestionWord tried, PartyId own) => tried.About is { } answer
        ? question.Legs.SelectMany(l => l.Replies).FirstOrDefault(r => r.Entry == answer)?.Judged == tried.What!.Judgement
        : question.Legs.Any(l => l.Party == own && l.IsContested);

    private static Refused<DraftView> Refuse(Refusal why, string detail) => new(why, detail);
}
