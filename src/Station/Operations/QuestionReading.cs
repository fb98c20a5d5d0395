using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Questions;
using Parley.Lines.Transcripts;
using Parley.Station.State;

namespace Parley.Station.Operations;

/// <summary>What a line's questions need of the feeds. The loop takes what it knows at one moment (<see cref="LineGlance"/>); the store is read by the asker's own
/// thread.</summary>
internal sealed class QuestionReading(StationMemory memory, LineGlance glance, Timestamp now)
{
    private const int Page = 64;

    // Of one question: a party may say as much as it likes, and takes no room from the words of the others.
    private const int MostOfOne = 256;
    private const int MostLookedAt = 4096;
    private const int MostOlder = 512;

    public LineGlance Glance => glance;

    public Timestamp Now => now;

    /// <summary>One question with every answer and word; null when that entry is none, or cannot be read here.</summary>
    /// <param name="next">A word of ours that was not said yet, to see what it would do.</param>
    public QuestionRecord? One(EntryRef question, QuestionEntry? next = null)
    {
        if (Question(question) is not { } asked)
            return null;
        List<QuestionEntry> entries = [.. Ordered(Entries(asked))];
        if (next is not null)
            entries.Add(next);
        return QuestionFold.Of(Source(entries), now).Questions.FirstOrDefault(q => q.Question == question);
    }

    /// <summary>Questions of which something was said since; and from when on that is so.</summary>
    /// <param name="most">Entries of the line that are looked at.</param>
    public (QuestionReport Report, Timestamp From) Since(Timestamp from, int most = Bounds.ScannedEntries)
    {
        var (found, since) = LineScan.All(memory, glance, from, QuestionFold.Reads, most);
        var has = found.Select(f => f.Header.Ref).ToHashSet();
        // What was asked before, and answered or judged since, is read as a whole.
        var older = found.SelectMany(f => f.Header.Regards).Where(r => !has.Contains(r)).Distinct().Take(MostOlder).Select(Question).OfType<ScannedHeader>().ToList();
        var before = older.SelectMany(Entries).Where(e => !has.Contains(e.Header.Ref));
        return (QuestionFold.Of(Source([.. Ordered(Concerned(found, older).Concat(before))]), now), since);
    }

    /// <summary>Of what was found: questions, what regards one, corrections of that, and words on questions that are not known here.</summary>
    private static List<ScannedHeader> Concerned(List<ScannedHeader> found, List<ScannedHeader> older)
    {
        var questions = older.Concat(found.Where(f => QuestionFold.Asking(f.Header.Kind, f.Content) is not null)).Select(q => q.Header.Ref).ToHashSet();
        var about = found.Where(f => f.Header.Regards.Any(questions.Contains)).Select(f => f.Header.Ref).ToHashSet();
        return found.FindAll(f => questions.Contains(f.Header.Ref) || about.Contains(f.Header.Ref) || f.Header.Kind == EntryKind.QuestionWord ||
            (f.Header.Kind == EntryKind.Correction && f.Header.Regards.Any(about.Contains)));
    }

    private QuestionSource Source(IReadOnlyList<QuestionEntry> entries) => new(entries, glance.Parties, glance.ByHand);

    private ScannedHeader? Question(EntryRef entry) =>
        memory.Store.Entry(entry.Feed(glance.Line), entry.Index) is { } stored && ScannedHeader.Of(memory, stored) is { } scanned &&
        QuestionFold.Asking(scanned.Header.Kind, scanned.Content) is not null
            ? scanned
            : null;

    private IEnumerable<ScannedHeader> Entries(ScannedHeader question)
    {
        yield return question;
        foreach (var said in Regarding(question.Header.Ref))
        {
            yield return said;
            foreach (var correction in QuestionFold.IsReply(said.Header.Kind) ? Regarding(said.Header.Ref).Where(c => c.Header.Kind == EntryKind.Correction) : [])
                yield return correction;
        }
    }

    private IEnumerable<ScannedHeader> Regarding(EntryRef entry)
    {
        TranscriptPosition? after = null;
        var said = new Dictionary<PartyId, int>();
        for (var read = 0; read < MostLookedAt && memory.Store.Regarding(glance.Line, entry, after, Page) is { Count: > 0 } page; read += Page)
        {
            foreach (var one in page)
            {
                after = one.Position;
                if (EntryHeader.Parse(one.Header) is not { } header || !QuestionFold.Reads(header.Kind))
                    continue;
                var count = said[one.Feed.Party] = said.GetValueOrDefault(one.Feed.Party) + 1;
                if (count <= MostOfOne && ScannedHeader.Of(memory, one) is { } scanned)
                    yield return scanned;
            }
        }
    }

    private IEnumerable<QuestionEntry> Ordered(IEnumerable<ScannedHeader> entries) =>
        entries.DistinctBy(e => e.Header.Ref).OrderBy(e => e.Stored.Position).Select(e => new QuestionEntry(
            e.Header.Ref, e.Header.Kind, e.At, e.Header.Status, e.Header.Regards, e.Content, glance.RecordedAt(e.Stored)));
}
