using Parley.Ledger;
using Parley.Lines.ByHand;
using Parley.Lines.Corrections;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Notices;
using Parley.Lines.Parties;

namespace Parley.Lines.Questions;

/// <summary>What became of each question, from the feeds and the time alone. Each word counts for its author and nobody else: the asked answers or contests, the asker
/// judges, and no station can make another's record say otherwise. No answer is never an answer.</summary>
public static class QuestionFold
{
    /// <summary>Kinds that answer a question which they regard.</summary>
    public static bool IsReply(string kind) => kind is EntryKind.Message or EntryKind.Code or EntryKind.Attachment or EntryKind.Posture or EntryKind.Notice;

    /// <summary>Kinds of which a question's record is made.</summary>
    public static bool Reads(string kind) => IsReply(kind) || kind is EntryKind.QuestionWord or EntryKind.ByHand or EntryKind.Correction;

    /// <summary>What a message or a notice asks for; null for one that asks for no answer, or whose words cannot be read here.</summary>
    public static AskedWords? Asking(string kind, Content? content) => content is null ? null : kind switch
    {
        EntryKind.Message when MessageContent.From(content) is { Wish: { } wish } message => new AskedWords(message.Text, message.Language, wish.From, wish.By, 0),
        EntryKind.Notice when NoticeContent.From(content) is { Wish: { } wish } notice =>
            new AskedWords($"NOTICE {notice.Format.Id}", notice.Notice.Language, wish.From, null, wish.Minutes),
        _ => null,
    };

    public static QuestionReport Of(QuestionSource source, Timestamp now)
    {
        var asked = source.Entries.Select(e => (Entry: e, Words: Asking(e.Kind, e.Content))).Where(q => q.Words is not null).ToList();
        var known = asked.Select(q => q.Entry.Entry).ToHashSet();
        var about = new Dictionary<EntryRef, List<QuestionEntry>>();
        foreach (var entry in source.Entries)
        {
            foreach (var question in entry.Regards.Where(known.Contains))
            {
                if (!about.TryGetValue(question, out var all))
                    about[question] = all = [];
                all.Add(entry);
            }
        }

        var corrected = source.Entries.Where(e => e.Kind == EntryKind.Correction).SelectMany(Corrected).ToHashSet();
        List<QuestionRecord> records = [.. asked.Select(q => new OneQuestion(source, q.Entry, q.Words!, corrected, now).Record(about.GetValueOrDefault(q.Entry.Entry) ?? []))];
        var strays = source.Entries.Where(e => e.Kind == EntryKind.QuestionWord && !e.Regards.Any(known.Contains));
        return new QuestionReport(records, [.. strays.Select(s => new QuestionStray(s.Entry, s.At, s.Regards, What(s)))]);
    }

    internal static QuestionWordContent? What(QuestionEntry entry) => entry.Content is { } content ? QuestionWordContent.From(content) : null;

    // Nobody takes back the words of another.
    private static IEnumerable<EntryRef> Corrected(QuestionEntry entry) =>
        entry.Content is { } content && CorrectionContent.From(content) is { } said && said.Wrong.Party == entry.By ? [said.Wrong] : [];
}

/// <summary>One question, entry by entry.</summary>
internal sealed class OneQuestion
{
    private readonly QuestionSource source;
    private readonly QuestionEntry question;
    private readonly AskedWords words;
    private readonly Timestamp due;
    private readonly HashSet<EntryRef> corrected;
    private readonly Timestamp now;
    private readonly List<PartyId> asked;
    private readonly List<(PartyId Party, QuestionReply Reply)> replies = [];
    private readonly List<QuestionWord> said = [];

    public OneQuestion(QuestionSource source, QuestionEntry question, AskedWords words, HashSet<EntryRef> corrected, Timestamp now)
    {
        (this.source, this.question, this.words, this.corrected, this.now) = (source, question, words, corrected, now);
        due = words.Due(question.At);
        // Who asks himself, or a party that is not on the line, is asked by nobody.
        asked = [.. words.From.Where(p => p != question.By && source.Parties.Contains(p))];
    }

    public QuestionRecord Record(List<QuestionEntry> about)
    {
        var standing = asked.Count == 0 ? QuestionStanding.NobodyAsked
            : due <= question.At ? QuestionStanding.DueBeforeAsked
            : corrected.Contains(question.Entry) || about.Exists(Replaces) ? QuestionStanding.Withdrawn
            : QuestionStanding.Asked;
        foreach (var entry in about.Where(e => e.Entry != question.Entry))
        {
            if (entry.Kind == EntryKind.QuestionWord)
                said.Add(Word(entry, standing));
            else if (Author(entry) is { } party)
                replies.Add((party, Reply(entry, null)));
        }

        return new QuestionRecord(
            question.Entry, question.At, question.Status, words.Text, words.Language, due, standing, [.. asked.Select(Leg)], said);
    }

    private bool Replaces(QuestionEntry entry) =>
        entry.By == question.By && entry.Kind == EntryKind.Message && entry.Content is { } content && MessageContent.From(content)?.Supersedes == question.Entry;

    /// <summary>The asked party of which an entry is an answer; null when it is none. What officers enter by hand is an answer only of who has no station.</summary>
    private PartyId? Author(QuestionEntry entry)
    {
        if (entry.Status != question.Status)
            return null;
        if (entry.Kind == EntryKind.ByHand)
        {
            return entry.Content is { } content && ByHandContent.From(content) is { } said && source.ByHand.Contains(said.Party) && asked.Contains(said.Party)
                ? said.Party
                : null;
        }

        return QuestionFold.IsReply(entry.Kind) && asked.Contains(entry.By) ? entry.By : null;
    }

    private QuestionReply Reply(QuestionEntry entry, Note? contest) => new(
        entry.Entry, entry.At, entry.Recorded, entry.Kind == EntryKind.QuestionWord, entry.Content is not null, entry.Kind == EntryKind.ByHand,
        corrected.Contains(entry.Entry), entry.At > due, null, contest);

    private QuestionWord Word(QuestionEntry entry, QuestionStanding standing)
    {
        var what = QuestionFold.What(entry);
        EntryRef? about = entry.Regards.Count == 2 ? entry.Regards.First(r => r != question.Entry) : null;
        var effect = Effect(entry, what, about, standing);
        if (effect != QuestionEffect.Took)
            return new QuestionWord(entry.Entry, entry.At, what, about, effect);
        if (what!.Judgement == QuestionJudgement.Contested)
        {
            replies.Add((entry.By, Reply(entry, what.Note)));
        }
        else
        {
            var at = replies.FindIndex(r => r.Reply.Entry == about);
            replies[at] = (replies[at].Party, replies[at].Reply with { Judged = what.Judgement });
        }

        return new QuestionWord(entry.Entry, entry.At, what, about, effect);
    }

    private QuestionEffect Effect(QuestionEntry entry, QuestionWordContent? what, EntryRef? about, QuestionStanding standing)
    {
        if (entry.By != question.By && !asked.Contains(entry.By))
            return QuestionEffect.NotConcerned;
        if (what is null)
            return QuestionEffect.Unreadable;
        if (entry.Status != question.Status)
            return QuestionEffect.OtherStatus;
        if ((what.Judgement == QuestionJudgement.Contested) == (entry.By == question.By))
            return QuestionEffect.NotTheirs;
        if (standing is not QuestionStanding.Asked)
            return QuestionEffect.NotAsked;
        return what.Judgement == QuestionJudgement.Contested
            ? entry.Regards.Count == 1 ? QuestionEffect.Took : QuestionEffect.NoAnswer
            : about is { } answer && replies.Exists(r => r.Reply.Entry == answer) ? QuestionEffect.Took : QuestionEffect.NoAnswer;
    }

    private QuestionLeg Leg(PartyId party)
    {
        List<QuestionReply> all = [.. replies.Where(r => r.Party == party).Select(r => r.Reply)];
        var standing = all.FindAll(r => !r.IsWithdrawn);
        var isContested = standing.Exists(r => r.IsContest);
        var last = standing.FindLastIndex(r => r.Judged is not null);
        return new QuestionLeg(
            party, Outcome(standing, last), all, standing.Count > 0 ? standing[0].At : null, isContested, last < 0 ? null : standing[last].Judged);
    }

    /// <summary>What is answered after the last answer that was judged waits for a judgement of its own. That one was enough stands until the asker says otherwise of it.</summary>
    private QuestionOutcome Outcome(List<QuestionReply> standing, int last)
    {
        if (standing.Exists(r => r.Judged == QuestionJudgement.Satisfactory))
            return QuestionOutcome.Satisfactory;
        var since = standing.Skip(last + 1).ToList();
        if (since.Count == 0)
            return last >= 0 ? QuestionOutcome.Insufficient : due < now ? QuestionOutcome.None : QuestionOutcome.Open;
        return since.Exists(r => r.IsContest) ? QuestionOutcome.Contested : since[0].IsLate ? QuestionOutcome.Late : QuestionOutcome.Answered;
    }
}
