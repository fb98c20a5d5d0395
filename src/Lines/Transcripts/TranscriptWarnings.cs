using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Transcripts;

/// <summary>What a reader must know of a file although every proof in it holds.</summary>
internal static class TranscriptWarnings
{
    public static IReadOnlyList<TranscriptWarning> Of(TranscriptFile file, TranscriptProof proof) =>
    [
        .. Forks(file), .. RevokedKeys(file, proof), .. RevokedReceipts(file, proof), .. Incomplete(file), .. NotReceived(file), .. Withheld(file),
        .. WeakSuites(file), .. Parties(file, proof), .. OneSided(file),
    ];

    private static IEnumerable<TranscriptWarning> Forks(TranscriptFile file) =>
        from feed in file.Feeds
        where feed.Forks.Count > 0
        select new TranscriptWarning(
            TranscriptWarningKind.Fork,
            $"{feed.Id.Party} signed two histories of {Short(feed)}; the file holds one and the proof of the other");

    private static IEnumerable<TranscriptWarning> RevokedKeys(TranscriptFile file, TranscriptProof proof) =>
        from feed in file.Feeds
        let keys = proof.FeedKeys[feed.Id]
        where keys.Spans.Any(s => s.Found is { } key && keys.Party.IsRevoked(key))
        let others = feed.Cosignatures.Where(c => c.Value.By != feed.Id.Party && !proof.Doubtful.Contains(c.Value)).Select(c => c.Value.Head.Size).DefaultIfEmpty().Max()
        select new TranscriptWarning(
            TranscriptWarningKind.RevokedKey,
            $"{feed.Id.Party} revoked the key that signs {Short(feed)}; "
            + $"what others received stands, the first {others} of {feed.Entries.Count} entries");

    /// <summary>A thief can cosign too. Stations sign anew what they had received; where that is not in the file, only the doubtful receipt is.</summary>
    private static IEnumerable<TranscriptWarning> RevokedReceipts(TranscriptFile file, TranscriptProof proof) =>
        from feed in file.Feeds
        from member in feed.Cosignatures.Select(c => c.Value.By).Distinct().Order()
        let doubtful = Greatest(feed, member, proof.Doubtful.Contains)
        where doubtful > Greatest(feed, member, c => !proof.Doubtful.Contains(c))
        select new TranscriptWarning(
            TranscriptWarningKind.RevokedKey,
            $"{member} revoked the key that signs its receipts for the first {doubtful} entries of {Short(feed)}; "
            + $"its later keys vouch for {Greatest(feed, member, c => !proof.Doubtful.Contains(c))}");

    private static long Greatest(TranscriptFeed feed, PartyId member, Predicate<SignedCosignature> which) =>
        feed.Cosignatures.Where(c => c.Value.By == member && which(c.Value)).Select(c => c.Value.Head.Size).DefaultIfEmpty().Max();

    /// <summary>What authors stated to have recorded or shown and what the file lacks. It is no failure: of a line of three, an honest
    /// exporter can hold less of one member's feed than another member does.</summary>
    private static IEnumerable<TranscriptWarning> Incomplete(TranscriptFile file)
    {
        var sizes = file.Feeds.ToDictionary(f => f.Id, f => (long)f.Entries.Count);
        var stated = new SortedDictionary<FeedId, (long Size, EntryRef By)>();
        foreach (var header in file.Feeds.SelectMany(f => f.Entries).Select(e => e.Header))
        {
            foreach (var row in header.Held.Rows.Concat(header.Seen.Rows))
            {
                State(header, row, Lane.Urgent);
                State(header, row, Lane.Ordinary);
            }
        }

        return stated.Select(s => new TranscriptWarning(
            TranscriptWarningKind.Incomplete,
            $"{Short(s.Value.By)} states {s.Value.Size} entries of {TranscriptRecord.Short(s.Key)}; "
            + $"the file holds {sizes.GetValueOrDefault(s.Key)}"));

        void State(EntryHeader header, HeadRow row, Lane lane)
        {
            var feed = new FeedId(header.Feed.Line, row.Party, row.Generation, lane);
            if (row.Size(lane) > Math.Max(sizes.GetValueOrDefault(feed), stated.GetValueOrDefault(feed).Size))
                stated[feed] = (row.Size(lane), header.Ref);
        }
    }

    private static IEnumerable<TranscriptWarning> NotReceived(TranscriptFile file)
    {
        foreach (var feed in file.Feeds)
        {
            var received = TranscriptFindings.ReceivedOf(feed).ToDictionary(r => r.By, r => r.Entries);
            foreach (var party in file.Charters[0].Value.Parties.Where(p => !p.IsByHand && p.Party != feed.Id.Party).Select(p => p.Party))
            {
                var missing = RangeSet.Empty.Add(0, feed.Entries.Count).Except(received.GetValueOrDefault(party, RangeSet.Empty));
                if (missing.Count > 0)
                {
                    yield return new TranscriptWarning(
                        TranscriptWarningKind.NotReceived,
                        $"no receipt of {party} for {TranscriptReportText.Count(missing.Count)} of {Short(feed)}: {missing}");
                }
            }
        }
    }

    private static IEnumerable<TranscriptWarning> Withheld(TranscriptFile file)
    {
        foreach (var feed in file.Feeds)
        {
            var redacted = feed.Entries.Count(e => e.Content is TranscriptContent.Redacted);
            var absent = feed.Entries.Count(e => e.Content is TranscriptContent.Absent);
            if (redacted > 0)
            {
                yield return new TranscriptWarning(
                    TranscriptWarningKind.Redacted, $"fields were taken out of {TranscriptReportText.Count(redacted)} of {Short(feed)}");
            }

            if (absent > 0)
            {
                yield return new TranscriptWarning(
                    TranscriptWarningKind.NotShown, $"{TranscriptReportText.Count(absent)} of {Short(feed)} without content");
            }
        }
    }

    private static IEnumerable<TranscriptWarning> WeakSuites(TranscriptFile file)
    {
        foreach (var feed in file.Feeds)
        {
            var weak = feed.Checkpoints.Select(c => c.Value)
                .FirstOrDefault(c => c.Suite.Number < TermsAt(file, feed, c.Head.Size).LeastSuite.Number);
            if (weak is not null)
            {
                yield return new TranscriptWarning(
                    TranscriptWarningKind.WeakSuite,
                    $"{Short(feed)} is signed under suite {weak.Suite} at size {weak.Head.Size}; the charter asks for suite "
                    + TermsAt(file, feed, weak.Head.Size).LeastSuite);
            }
        }
    }

    private static CharterTerms TermsAt(TranscriptFile file, TranscriptFeed feed, long size) =>
        file.Charters[feed.Entries[(int)size - 1].Header.CharterVersion - 1].Value.Terms;

    private static IEnumerable<TranscriptWarning> Parties(TranscriptFile file, TranscriptProof proof)
    {
        foreach (var (chain, _) in file.Chains)
        {
            if (proof.Trusted.All(t => t.Party != chain.Party))
            {
                yield return new TranscriptWarning(
                    TranscriptWarningKind.UnverifiedParty,
                    $"nothing but the file vouches for {chain.Party}: compare the digits of its card");
            }

            if (chain.Current.ValidUntil < file.Head.Time)
            {
                yield return new TranscriptWarning(
                    TranscriptWarningKind.ExpiredCard, $"the card of {chain.Party} was valid until {chain.Current.ValidUntil}");
            }
        }
    }

    private static IEnumerable<TranscriptWarning> OneSided(TranscriptFile file)
    {
        foreach (var party in file.Charters[0].Value.ByHand)
            yield return new TranscriptWarning(TranscriptWarningKind.OneSided, $"{party} has no station: it has signed neither the charter nor anything else in the file");
        foreach (var feed in file.Feeds)
        {
            var byHand = RangeSet.Empty;
            foreach (var header in feed.Entries.Select(e => e.Header).Where(h => h.Kind is EntryKind.ByHand or EntryKind.ByHandDeed))
                byHand = byHand.Add(header.Index, header.Index + 1);
            if (byHand.Count > 0)
            {
                yield return new TranscriptWarning(
                    TranscriptWarningKind.OneSided,
                    $"one-sided, unauthenticated: {TranscriptReportText.Count(byHand.Count)} of {Short(feed)} tell what others said or did "
                    + $"by the word of {feed.Id.Party} alone: {byHand}");
            }
        }
    }

    private static string Short(TranscriptFeed feed) => TranscriptRecord.Short(feed.Id);

    private static string Short(EntryRef entry) => $"{TranscriptRecord.Short(entry.Feed(default))}/{entry.Index}";
}
