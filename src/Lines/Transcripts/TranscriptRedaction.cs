using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Transcripts;

/// <summary>Takes fields out of an export, so that it can be shown to people who may not read everything. What is left still verifies: only
/// the commitments of the fields taken out remain.</summary>
public static class TranscriptRedaction
{
    /// <summary>Writes the file anew without the fields for which <paramref name="hidden"/> holds, sealed by the party that
    /// redacts.</summary>
    /// <param name="file">What to redact.</param>
    /// <param name="hidden">Whether that field of that entry is to be taken out; asked for whole contents and shown fields.</param>
    /// <param name="by">A party with cards in the file.</param>
    /// <param name="time">When.</param>
    /// <param name="suite">Suite of the key.</param>
    /// <param name="key">The key of that party's newest card in the file.</param>
    /// <param name="sink">Takes the new file.</param>
    public static void Redact(
        TranscriptFile file,
        Func<EntryHeader, string, bool> hidden,
        PartyId by,
        Timestamp time,
        SuiteId suite,
        SigningKey key,
        Action<ReadOnlySpan<byte>> sink)
    {
        var writer = new TranscriptWriter(sink, new TranscriptHead(file.Head.Line, by, time, suite));
        foreach (var (chain, _) in file.Chains)
            writer.Cards(chain);
        foreach (var (charter, _) in file.Charters)
            writer.Charter(charter);
        foreach (var feed in file.Feeds)
        {
            writer.Feed(
                feed.Id,
                feed.Entries.Select(e => (e.Header, Without(e, hidden))),
                feed.Checkpoints.Select(c => c.Value),
                feed.Cosignatures.Select(c => c.Value),
                feed.Forks.Select(c => c.Value));
        }

        writer.Seal(key);
    }

    // A content of which nothing is taken out stays whole.
    private static TranscriptContent Without(TranscriptEntry entry, Func<EntryHeader, string, bool> hidden) =>
        entry.Content is TranscriptContent.Whole whole && !whole.Content.Fields.Any(f => hidden(entry.Header, f.Name))
            ? entry.Content
            : entry.Content.Without(name => hidden(entry.Header, name));
}
