using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Transcripts;

/// <summary>A card that the reader of a transcript trusts already, because its digits were compared.</summary>
/// <param name="Party">Whose.</param>
/// <param name="Card"><see cref="Parties.Card.Hash"/>.</param>
public sealed record TrustedCard(PartyId Party, Digest Card);

/// <summary>Checkpoints of a feed from size <paramref name="From"/> to <paramref name="To"/> that one key signed.</summary>
public sealed record TranscriptKeyUse(FeedId Feed, long From, long To, int Checkpoints);

/// <summary>A card of a party, and what its key signed in this file. <paramref name="Digits"/> are for comparing by voice.</summary>
public sealed record TranscriptCard(
    int Version, CardStep Step, Digest Hash, string Digits, bool Trusted, IReadOnlyList<TranscriptKeyUse> Signed, int Receipts);

/// <summary>A party's cards. <paramref name="Trusted"/>: one of them was given as trusted, and the rest follow from it.</summary>
public sealed record TranscriptParty(PartyId Party, bool Trusted, IReadOnlyList<TranscriptCard> Cards);

/// <summary>What one party's cosignatures prove: that it received these entries of the feed, the last of them known at that time.</summary>
public sealed record TranscriptReceived(PartyId By, RangeSet Entries, Timestamp Last);

/// <summary>One party's earliest receipt that covers an entry.</summary>
public sealed record TranscriptReceipt(PartyId By, Timestamp Time);

/// <summary>What is proved of one feed: its size and root under its author's signature, how much of it is shown, who received it.</summary>
public sealed record TranscriptFeedReport(
    FeedId Feed,
    LogHead Head,
    long Shown,
    long Redacted,
    long NotShown,
    int Checkpoints,
    int Cosignatures,
    int SecondHistories,
    IReadOnlyList<TranscriptReceived> Received);

/// <summary>What a reader must know although every proof holds.</summary>
public enum TranscriptWarningKind
{
    /// <summary>A party signed two histories.</summary>
    Fork = 0,

    /// <summary>Entries for which a member's receipt is missing.</summary>
    NotReceived = 1,

    /// <summary>A party none of whose cards was given as trusted.</summary>
    UnverifiedParty = 2,

    /// <summary>Fields that were taken out.</summary>
    Redacted = 3,

    /// <summary>Contents that the file does not show at all.</summary>
    NotShown = 4,

    /// <summary>Entries that an author held or showed, and that the file does not hold.</summary>
    Incomplete = 5,

    /// <summary>Words under a key that its party revoked.</summary>
    RevokedKey = 6,

    /// <summary>A card that had expired when the file was written.</summary>
    ExpiredCard = 7,

    /// <summary>A suite weaker than the charter asks for.</summary>
    WeakSuite = 8,

    /// <summary>A party without a station, and words and deeds of others that a member's officer entered: nothing but his word stands for them.</summary>
    OneSided = 9,
}

/// <summary>One warning, in words.</summary>
public sealed record TranscriptWarning(TranscriptWarningKind Kind, string Words);

/// <summary>What verifying a transcript came to: every proof holds, or the first record that fails and how.</summary>
public sealed class TranscriptReport
{
    internal TranscriptReport(TranscriptFile file, TranscriptFault? fault)
    {
        File = file;
        Fault = fault;
    }

    /// <summary>Every proof holds. Warnings may remain.</summary>
    public bool Ok => Fault is null;

    /// <summary>The first record that fails; null when all hold.</summary>
    public TranscriptFault? Fault { get; }

    /// <summary>What the file says about itself; null when not even that can be read.</summary>
    public TranscriptHead? Head => File.MaybeHead?.Value;

    /// <summary>The newest charter in the file; null when there is none.</summary>
    public Charter? Charter => File.Charters.Count == 0 ? null : File.Charters[^1].Value;

    /// <summary>Whether the line is an exercise line, so that nothing in the file is meant.</summary>
    public bool IsExercise => Charter?.Mode == LineMode.Exercise;

    /// <summary>The parties whose keys were relied on. Empty unless <see cref="Ok"/>.</summary>
    public IReadOnlyList<TranscriptParty> Parties { get; internal init; } = [];

    /// <summary>The feeds, by id. Empty unless <see cref="Ok"/>.</summary>
    public IReadOnlyList<TranscriptFeedReport> Feeds { get; internal init; } = [];

    /// <summary>What a reader must know although every proof holds.</summary>
    public IReadOnlyList<TranscriptWarning> Warnings { get; internal init; } = [];

    /// <summary>Entries in all feeds.</summary>
    public long Entries => Feeds.Sum(f => f.Head.Size);

    internal TranscriptFile File { get; }

    /// <summary>Who is proved to have received that entry, each with its earliest receipt; empty when nobody, or unless
    /// <see cref="Ok"/>.</summary>
    public IReadOnlyList<TranscriptReceipt> ReceivedBy(EntryRef entry)
    {
        var feed = Ok ? File.Feeds.FirstOrDefault(f => f.Id.Line == Head?.Line && EntryRef.Of(f.Id, entry.Index) == entry) : null;
        if (feed is null)
            return [];
        var receipts = new SortedDictionary<PartyId, TranscriptReceipt>();
        foreach (var (cosignature, _) in feed.Cosignatures)
        {
            if (cosignature.Head.Size <= entry.Index || cosignature.Lacks.Contains(entry.Index))
                continue;
            if (!receipts.TryGetValue(cosignature.By, out var earlier) || cosignature.Time < earlier.Time)
                receipts[cosignature.By] = new TranscriptReceipt(cosignature.By, cosignature.Time);
        }

        return [.. receipts.Values];
    }

    /// <summary>The report for reading, line by line. Every block of an exercise line's report says EXERCISE.</summary>
    public IReadOnlyList<string> ToText() => TranscriptReportText.Of(this);
}
