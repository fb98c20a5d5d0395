using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Transcripts;

/// <summary>What comparing two transcripts of a line came to.</summary>
public enum TranscriptVerdict
{
    /// <summary>The same entries and contents on both sides, and receipts that prove the same.</summary>
    Same = 0,

    /// <summary>Nothing contradicts; one holds something that the other lacks.</summary>
    SameSoFar = 1,

    /// <summary>They contradict each other.</summary>
    Different = 2,

    /// <summary>One of them fails by itself, or they are of different lines.</summary>
    NotComparable = 3,
}

/// <summary>One feed on both sides.</summary>
/// <param name="Feed">Which.</param>
/// <param name="FirstSize">Entries in the first file.</param>
/// <param name="SecondSize">Entries in the second file.</param>
/// <param name="FirstDifference">The first index at which the author's words differ; null when they are the same as far as both go.</param>
/// <param name="ShownInFirstOnly">Common entries whose content the first file shows whole and the second does not.</param>
/// <param name="ShownInSecondOnly">The other way round.</param>
/// <param name="ShownDifferently">Common entries of which both show something, and not the same fields.</param>
/// <param name="ReceiptsInFirstOnly">Cosignatures that the second file lacks, and no later one of the same party there proves as much.</param>
/// <param name="ReceiptsInSecondOnly">The other way round.</param>
/// <param name="OvertakenInFirstOnly">Cosignatures that the second file lacks and does not need: a later one of the same party there covers all that they
/// cover. A station that was away is sent the newest alone.</param>
/// <param name="OvertakenInSecondOnly">The other way round.</param>
public sealed record TranscriptFeedComparison(
    FeedId Feed,
    long FirstSize,
    long SecondSize,
    long? FirstDifference,
    RangeSet ShownInFirstOnly,
    RangeSet ShownInSecondOnly,
    RangeSet ShownDifferently,
    int ReceiptsInFirstOnly,
    int ReceiptsInSecondOnly,
    int OvertakenInFirstOnly,
    int OvertakenInSecondOnly)
{
    /// <summary>Nothing that proves anything is on one side only, and nothing differs.</summary>
    public bool IsSame =>
        FirstSize == SecondSize && FirstDifference is null && ReceiptsInFirstOnly == 0 && ReceiptsInSecondOnly == 0 &&
        ShownInFirstOnly.Count == 0 && ShownInSecondOnly.Count == 0 && ShownDifferently.Count == 0;
}

/// <summary>Two transcripts side by side.</summary>
public sealed class TranscriptComparison
{
    internal TranscriptComparison(
        TranscriptReport first,
        TranscriptReport second,
        TranscriptVerdict verdict,
        IReadOnlyList<TranscriptFeedComparison> feeds,
        IReadOnlyList<string> notes) =>
        (First, Second, Verdict, Feeds, Notes) = (first, second, verdict, feeds, notes);

    public TranscriptReport First { get; }

    public TranscriptReport Second { get; }

    public TranscriptVerdict Verdict { get; }

    /// <summary>Every feed that one of the files holds, by id.</summary>
    public IReadOnlyList<TranscriptFeedComparison> Feeds { get; }

    /// <summary>What differs in cards and charters, one clause each.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Whether each party's words are the same on both sides as far as both go: for every party that has a feed in
    /// either.</summary>
    public IReadOnlyDictionary<PartyId, bool> SameWords =>
        new SortedDictionary<PartyId, bool>(Feeds.GroupBy(f => f.Feed.Party)
            .ToDictionary(g => g.Key, g => g.All(f => f.FirstDifference is null)));

    /// <summary>The comparison for reading, line by line. Every block of an exercise line's comparison says EXERCISE.</summary>
    public IReadOnlyList<string> ToText() => TranscriptComparisonText.Of(this);
}

/// <summary>Compares two parties' exports of one line.</summary>
public static class TranscriptCompare
{
    /// <summary>Verifies both files, then compares every feed, content and receipt.</summary>
    public static TranscriptComparison Compare(
        ReadOnlyMemory<byte> first,
        ReadOnlyMemory<byte> second,
        Func<SuiteId, Suite?> suites,
        IReadOnlyList<TrustedCard>? trusted = null)
    {
        var (a, b) = (TranscriptVerifier.Verify(first, suites, trusted), TranscriptVerifier.Verify(second, suites, trusted));
        if (!a.Ok || !b.Ok || a.Head!.Line != b.Head!.Line)
            return new TranscriptComparison(a, b, TranscriptVerdict.NotComparable, [], []);
        var ids = a.File.Feeds.Concat(b.File.Feeds).Select(f => f.Id).Distinct().Order();
        var feeds = ids.Select(id => Feed(id, Find(a, id), Find(b, id))).ToArray();
        var notes = new List<string>();
        var contradicts = AddCards(notes, a.File, b.File) | AddCharters(notes, a.File, b.File);
        return new TranscriptComparison(a, b, VerdictOf(feeds, notes, contradicts), feeds, notes);
    }

    private static TranscriptVerdict VerdictOf(TranscriptFeedComparison[] feeds, List<string> notes, bool contradicts)
    {
        if (contradicts || feeds.Any(f => f.FirstDifference is not null))
            return TranscriptVerdict.Different;
        return notes.Count == 0 && feeds.All(f => f.IsSame) ? TranscriptVerdict.Same : TranscriptVerdict.SameSoFar;
    }

    private static TranscriptFeed? Find(TranscriptReport report, FeedId id) => report.File.Feeds.FirstOrDefault(f => f.Id == id);

    private static TranscriptFeedComparison Feed(FeedId id, TranscriptFeed? a, TranscriptFeed? b)
    {
        IReadOnlyList<TranscriptEntry> first = a?.Entries ?? [];
        IReadOnlyList<TranscriptEntry> second = b?.Entries ?? [];
        var common = Math.Min(first.Count, second.Count);
        long? difference = null;
        for (var i = 0; i < common && difference is null; i++)
        {
            if (!first[i].Header.Equals(second[i].Header))
                difference = i;
        }

        var same = (int)(difference ?? common);
        var (inFirst, inSecond, otherwise) = (new List<long>(), new List<long>(), new List<long>());
        for (var i = 0; i < same; i++)
            Sort(first[i].Content, second[i].Content, i, inFirst, inSecond, otherwise);
        var (mine, theirs) = (Receipts(a), Receipts(b));
        var (missing, overtaken) = Lacking(mine, theirs);
        var (missingHere, overtakenHere) = Lacking(theirs, mine);
        return new TranscriptFeedComparison(
            id, first.Count, second.Count, difference, Ranges(inFirst), Ranges(inSecond), Ranges(otherwise), missing, missingHere, overtaken, overtakenHere);
    }

    /// <summary>How many of these receipts the other side lacks, and how many more it does without: another of the same party there proves all that they prove.</summary>
    private static (int Missing, int Overtaken) Lacking(HashSet<SignedCosignature> held, HashSet<SignedCosignature> there)
    {
        var lacking = held.Except(there).ToList();
        // The greatest first: nearly always it is the one that covers the others.
        var newest = there.OrderByDescending(c => c.Head.Size).ThenBy(c => c.Lacks.Count).ToLookup(c => c.By);
        var missing = lacking.Count(one => !newest[one.By].Any(other => Overtakes(other, one)));
        return (missing, lacking.Count - missing);
    }

    /// <summary>Whether a receipt covers as much as that one of the same party and names no content that it did not name.</summary>
    private static bool Overtakes(SignedCosignature other, SignedCosignature one) =>
        other.Head.Size >= one.Head.Size && other.Lacks.Intersect(RangeSet.Empty.Add(0, one.Head.Size)).Except(one.Lacks).Count == 0;

    // Both verify against one header, so that what both show whole is the same.
    private static void Sort(
        TranscriptContent a, TranscriptContent b, long index, List<long> inFirst, List<long> inSecond, List<long> otherwise)
    {
        switch (a, b)
        {
            case (TranscriptContent.Whole, TranscriptContent.Whole) or (TranscriptContent.Absent, TranscriptContent.Absent):
                break;
            case (TranscriptContent.Whole, _) or (_, TranscriptContent.Absent):
                inFirst.Add(index);
                break;
            case (_, TranscriptContent.Whole) or (TranscriptContent.Absent, _):
                inSecond.Add(index);
                break;
            case (TranscriptContent.Redacted x, TranscriptContent.Redacted y)
                when !x.Fields.Select(f => f.Shown is null).SequenceEqual(y.Fields.Select(f => f.Shown is null)):
                otherwise.Add(index);
                break;
        }
    }

    private static RangeSet Ranges(List<long> indexes)
    {
        var (set, from) = (RangeSet.Empty, 0);
        for (var i = 1; i <= indexes.Count; i++)
        {
            if (i < indexes.Count && indexes[i] == indexes[i - 1] + 1)
                continue;
            set = set.Add(indexes[from], indexes[i - 1] + 1);
            from = i;
        }

        return set;
    }

    private static HashSet<SignedCosignature> Receipts(TranscriptFeed? feed) => [.. feed?.Cosignatures.Select(c => c.Value) ?? []];

    private static bool AddCards(List<string> notes, TranscriptFile a, TranscriptFile b)
    {
        var contradicts = false;
        foreach (var party in a.Chains.Concat(b.Chains).Select(c => c.Value.Party).Distinct().Order())
        {
            var first = a.Chains.FirstOrDefault(c => c.Value.Party == party).Value;
            var second = b.Chains.FirstOrDefault(c => c.Value.Party == party).Value;
            if (first is null || second is null)
            {
                notes.Add($"only the {(first is null ? "second" : "first")} file holds cards of {party}");
                continue;
            }

            if (first.Cards.Count != second.Cards.Count)
                notes.Add($"cards of {party}: {first.Cards.Count} in the first file, {second.Cards.Count} in the second");
            if (first.IsPrefixOf(second) || second.IsPrefixOf(first))
                continue;
            notes.Add($"THE CARDS OF {party} CONTRADICT EACH OTHER");
            contradicts = true;
        }

        return contradicts;
    }

    private static bool AddCharters(List<string> notes, TranscriptFile a, TranscriptFile b)
    {
        if (a.Charters.Count != b.Charters.Count)
            notes.Add($"charter: version {a.Charters.Count} in the first file, {b.Charters.Count} in the second");
        var index = a.Charters.Zip(b.Charters).ToList().FindIndex(p => !p.First.Value.Equals(p.Second.Value));
        if (index < 0)
            return false;
        notes.Add($"THE CHARTERS CONTRADICT EACH OTHER FROM VERSION {index + 1} ON");
        return true;
    }
}
