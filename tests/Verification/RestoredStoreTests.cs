using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Station.Verification;
using Parley.Storage.Sqlite;

namespace Parley.Verification.Tests;

/// <summary>A station that was set back to an old backup learns from its peer what it had said since, on the charter too; its store is as sound as any.</summary>
public sealed class RestoredStoreTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("parley-restored-").FullName;

    private string Backup => Path.Combine(folder, "backup.db");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static void IsSound(params Conversation.Station[] stations)
    {
        foreach (var station in stations)
        {
            using var store = SqliteStore.OpenSnapshot(station.Folder);
            var report = StoreVerifier.Verify(store, station.Keys, TestContext.Current.CancellationToken);
            Assert.True(report.Ok, $"{station.Keys.Party}: " + string.Join('\n', report.ToText()));
            Assert.Empty(StoreCheck.CheckIntegrity(station.Folder));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_store_that_relearned_its_words_and_its_charter_verifies(bool isProposer)
    {
        using var talk = Conversation.Held();
        var (one, other) = isProposer ? (talk.Astra, talk.Boreal) : (talk.Boreal, talk.Astra);
        one.CopyTo(Backup);
        Amend(talk, one, other);
        one.Do(new SendMessage("hot", Precedence.Flash, "en", "After the backup, in flash."));
        other.Do(new SendMessage("hot", Precedence.Routine, "en", "Heard."));
        talk.Run();
        one.Do(new SuspendLine("hot"));
        talk.Run();
        one.Do(new ResumeLine("hot"));
        talk.Run();
        IsSound(one, other);

        talk.Restore(one, Backup);
        talk.Wait(TimeSpan.FromMinutes(11));
        talk.Wait(TimeSpan.FromMinutes(11));
        IsSound(one, other);
        Assert.Equal(2, one.CharterOf("hot"));

        one.Do(new SendMessage("hot", Precedence.Routine, "en", "In the new generation."));
        other.Do(new SendMessage("hot", Precedence.Routine, "en", "Welcome back."));
        talk.Run();
        Amend(talk, other, one);
        IsSound(one, other);
        Assert.Equal(3, one.CharterOf("hot"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_store_from_before_a_line_was_accepted_relearns_that_it_is_open(bool isProposer)
    {
        using var talk = new Conversation();
        talk.Meet();
        talk.Astra.Do(new ProposeLine("hot", LineKind.Hot, LineMode.Exercise, ["boreal"], new TermsView(["en", "ru"], "flash=1")));
        talk.Run();
        var (one, other) = isProposer ? (talk.Astra, talk.Boreal) : (talk.Boreal, talk.Astra);
        one.CopyTo(Backup);
        talk.Boreal.Do(new AcceptLine("hot"));
        talk.Run();
        one.Do(new SendMessage("hot", Precedence.Flash, "en", "In flash."));
        talk.Run();
        Assert.Equal(1, one.CharterOf("hot"));

        talk.Restore(one, Backup);
        // What came back sealed to keys that are gone is asked for in beacons, which are hours apart here.
        for (var beacons = 0; beacons < 6; beacons++)
            talk.Wait(TimeSpan.FromHours(2));
        IsSound(one, other);
        Assert.Equal(1, one.CharterOf("hot"));
        one.Do(new SendMessage("hot", Precedence.Routine, "en", "Open again."));
        talk.Run();
        IsSound(one, other);
    }

    [Fact]
    public void A_store_that_was_set_back_twice_verifies()
    {
        using var talk = Conversation.Held();
        talk.Astra.CopyTo(Backup);
        for (var time = 0; time < 2; time++)
        {
            talk.Astra.Do(new SendMessage("hot", Precedence.Routine, "en", $"Before set-back {time}."));
            talk.Run();
            talk.Restore(talk.Astra, Backup);
            talk.Wait(TimeSpan.FromMinutes(11));
        }

        IsSound(talk.Astra, talk.Boreal);
    }

    private static void Amend(Conversation talk, Conversation.Station by, Conversation.Station other)
    {
        by.Do(new AmendLine("hot", new TermsView(SkewSeconds: by.CharterOf("hot") * 7)));
        talk.Run();
        other.Do(new AcceptLine("hot"));
        talk.Run();
    }
}
