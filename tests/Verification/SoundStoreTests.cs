using Parley.Station.Verification;
using Parley.Storage.Sqlite;

namespace Parley.Verification.Tests;

public sealed class SoundStoreTests
{
    [Fact]
    public void A_store_after_a_conversation_verifies_and_says_what_it_holds()
    {
        using var talk = Conversation.Held();
        foreach (var station in new[] { talk.Astra, talk.Boreal })
        {
            using var store = SqliteStore.OpenSnapshot(station.Folder);
            var report = StoreVerifier.Verify(store, station.Keys, TestContext.Current.CancellationToken);

            Assert.True(report.Ok, string.Join('\n', report.ToText()));
            Assert.Empty(StoreCheck.CheckIntegrity(station.Folder));
            Assert.Equal(3, report.Counts.Lines);
            Assert.True(report.Counts.Entries > 10 && report.Counts.Contents == report.Counts.Entries);
            Assert.True(report.Counts.Checkpoints > 0 && report.Counts.Cosignatures > 0 && report.Counts.JournalRecords > 0);
            Assert.Equal("VERIFIED: every record in the store holds.", report.ToText()[^1]);
            Assert.Contains(report.ToText(), l => l.Contains(talk.Boreal.Keys.Chain.DigitsToCompare, StringComparison.Ordinal));
        }
    }
}
