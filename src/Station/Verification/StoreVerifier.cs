using Parley.Station.Keys;
using Parley.Station.Storage;

namespace Parley.Station.Verification;

/// <summary>Looks at every record of a station's store and proves it: by the station's key where it rests under it, by its author's signature where it
/// has one, and otherwise by what it must follow from. Needs no network. Entries, receipts and the journal are read a page at a time.</summary>
public static class StoreVerifier
{
    /// <param name="store">Nothing may be committed to it meanwhile; of a running station take a snapshot.</param>
    /// <param name="keys">The station's own keys.</param>
    /// <exception cref="StoreFault">The store cannot be read at all, or not now.</exception>
    public static StoreReport Verify(IStationStore store, StationKeys keys, CancellationToken cancel = default)
    {
        var check = new Verification(store, keys, cancel);
        var documents = new DocumentCheck(check);
        var stored = documents.Run();
        foreach (var line in check.Lines.Values)
        {
            check.Counts.Lines++;
            foreach (var feed in line.Feeds.Values)
            {
                var before = check.Failed;
                new FeedCheck(check, line, feed).Run();
                new ReceiptCheck(check, feed).Run(isSound: check.Failed == before);
                if (check.Failed != before)
                    check.FailedLines.Add(line.Id);
            }
        }

        KeyCheck.Run(check);
        foreach (var line in check.Lines.Values)
            new LineCheck(check, line).Run();
        new JournalCheck(check).Run();
        documents.CheckSums(stored);
        return check.Report();
    }
}
