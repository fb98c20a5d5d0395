using Parley.Lines.Parties;
using Parley.Station.Folders;

namespace Parley.Cli.Tests.Folders;

public sealed class FolderTests : IDisposable
{
    private static readonly StationSettings Settings = new(
        "astra", new Dictionary<string, string> { ["ru"] = "Астра", ["en"] = "Astra Republic" }, ["tls://127.0.0.1:7101"], "http://127.0.0.1:0");

    private readonly string root = System.IO.Directory.CreateTempSubdirectory("parley-test-").FullName;

    private string Dir => Path.Combine(root, "astra");

    public void Dispose() => System.IO.Directory.Delete(root, recursive: true);

    [Fact]
    public void A_new_station_reads_back_and_its_files_are_its_owners_alone()
    {
        var made = Init();
        using var keys = Value(made.Folder.ReadKeys(null));

        Assert.Equal("astra", keys.Party.ToString());
        Assert.True(keys.Chain.Verify(StationFolder.Suites));
        Assert.Equal(["en", "ru"], keys.Chain.Current.Names.Select(n => n.Key));
        Assert.Equal(TimeSpan.FromDays(730), keys.Chain.Current.ValidUntil.ToDateTimeOffset() - keys.Chain.Current.ValidFrom.ToDateTimeOffset());
        Assert.Equal(Settings.Listen, Value(made.Folder.ReadSettings()).Listen);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Dir));
            foreach (var file in (string[])[Path.Combine(Dir, "station.key"), Path.Combine(Dir, "parley.json"), made.NextKeyFile])
                Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }

        Assert.Equal(Dir + ".next.key", made.NextKeyFile);
        Assert.Equal(["parley.json", "station.key"], System.IO.Directory.EnumerateFiles(Dir).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void A_key_file_that_others_can_read_is_refused()
    {
        var made = Init();
        if (OperatingSystem.IsWindows())
            return;
        File.SetUnixFileMode(Path.Combine(Dir, "station.key"), UnixFileMode.UserRead | UnixFileMode.GroupRead);
        Assert.Equal(FolderRefusal.ReadableByOthers, made.Folder.ReadKeys(null).Problem?.Why);
    }

    [Fact]
    public void A_passphrase_is_asked_for_and_must_be_the_right_one()
    {
        var folder = Init("right").Folder;
        Assert.True(folder.IsProtected());
        Assert.Equal(FolderRefusal.PassphraseNeeded, folder.ReadKeys(null).Problem?.Why);
        Assert.Equal(FolderRefusal.WrongPassphrase, folder.ReadKeys("wrong").Problem?.Why);
        Value(folder.ReadKeys("right")).Dispose();
    }

    [Theory]
    [InlineData("astra/next.key")]
    [InlineData("astra/deeper/../next.key")]
    [InlineData("link/next.key")]
    public void The_next_key_is_refused_in_the_folder_also_through_a_link(string file)
    {
        System.IO.Directory.CreateSymbolicLink(Path.Combine(root, "link"), Dir);
        var result = FolderInit.Init(Dir, new InitOptions(Settings, null, Path.Combine(root, file), null), TimeProvider.System);
        Assert.Equal(FolderRefusal.NextKeyInFolder, result.Problem?.Why);
        Assert.Equal(FolderRefusal.Missing, StationFolder.Open(Dir).Problem?.Why);
    }

    [Fact]
    public void A_next_key_that_exists_is_not_written_over()
    {
        var file = Path.Combine(root, "next");
        File.WriteAllText(file, "precious");
        var result = FolderInit.Init(Dir, new InitOptions(Settings, null, file, null), TimeProvider.System);
        Assert.Equal(FolderRefusal.Exists, result.Problem?.Why);
        Assert.Equal("precious", File.ReadAllText(file));
    }

    [Fact]
    public void A_crash_in_the_middle_of_a_write_leaves_the_old_file()
    {
        var folder = Init().Folder;
        // What such a crash leaves: the unfinished file, open to others.
        File.WriteAllText(Path.Combine(Dir, "station.key.new"), "half");
        using var keys = Value(folder.ReadKeys(null));
        folder.WriteKeys(keys, "later");
        Value(folder.ReadKeys("later")).Dispose();
        Assert.False(PrivateFile.IsOpenToOthers(Path.Combine(Dir, "station.key")));
        Assert.False(File.Exists(Path.Combine(Dir, "station.key.new")));
    }

    [Fact]
    public void A_rotation_is_signed_by_both_keys_and_keeps_the_old_one()
    {
        var made = Init("p");
        using var before = Value(made.Folder.ReadKeys("p"));

        var card = Value(CardChange.Rotate(made.Folder, new CardKeys("p", made.NextKeyFile, "p", null, "p"), TimeProvider.System));

        using var after = Value(made.Folder.ReadKeys("p"));
        Assert.True(after.Chain.Verify(StationFolder.Suites));
        Assert.True(before.Chain.IsPrefixOf(after.Chain));
        Assert.Equal(CardStep.Rotate, after.Chain.Current.Step);
        Assert.Equal(before.Identity.PublicKey, after.Retiring?.PublicKey);
        Assert.Equal(before.Live.PublicKey, after.Live.PublicKey);
        Assert.NotEqual(before.Identity.PublicKey, after.Identity.PublicKey);

        // The key after it works in turn.
        Value(CardChange.Revoke(made.Folder, new CardKeys("p", card.NextKeyFile!, "p", null, "p"), TimeProvider.System));
        using var revoked = Value(made.Folder.ReadKeys("p"));
        Assert.True(revoked.Chain.Verify(StationFolder.Suites));
        Assert.Equal((3, CardStep.Revoke), (revoked.Chain.Current.Version, revoked.Chain.Current.Step));
        Assert.Null(revoked.Retiring);
        Assert.NotEqual(after.Live.PublicKey, revoked.Live.PublicKey);
        Assert.NotEqual(after.Exercise.PublicKey, revoked.Exercise.PublicKey);
    }

    [Fact]
    public void The_key_before_a_rotation_is_taken_out_of_the_file_and_nothing_else()
    {
        var made = Init("p");
        Value(CardChange.Rotate(made.Folder, new CardKeys("p", made.NextKeyFile, "p", null, "p"), TimeProvider.System));
        using var rotated = Value(made.Folder.ReadKeys("p"));

        // Another identity key, or a passphrase that was changed meanwhile: the file is left alone.
        made.Folder.ForgetRetiring([1, 2, 3], "p");
        made.Folder.ForgetRetiring(rotated.Identity.PublicKey, "other");
        using (var kept = Value(made.Folder.ReadKeys("p")))
            Assert.NotNull(kept.Retiring);

        made.Folder.ForgetRetiring(rotated.Identity.PublicKey, "p");
        using var left = Value(made.Folder.ReadKeys("p"));
        Assert.Null(left.Retiring);
        Assert.Equal(rotated.Chain.Encode(), left.Chain.Encode());
        Assert.Equal(rotated.Identity.PublicKey, left.Identity.PublicKey);
        Assert.Equal(rotated.AtRest.Export(), left.AtRest.Export());
    }

    [Fact]
    public void The_next_key_of_another_station_changes_nothing()
    {
        var made = Init();
        var other = Value(FolderInit.Init(Path.Combine(root, "other"), new InitOptions(Settings, null, null, null), TimeProvider.System));
        var result = CardChange.Rotate(made.Folder, new CardKeys(null, other.NextKeyFile, null, null, null), TimeProvider.System);
        Assert.Equal(FolderRefusal.WrongNextKey, result.Problem?.Why);
        using var keys = Value(made.Folder.ReadKeys(null));
        Assert.Equal(1, keys.Chain.Current.Version);
    }

    [Fact]
    public void An_update_takes_addresses_from_the_settings()
    {
        var folder = Init().Folder;
        folder.WriteSettings(Settings with { Listen = ["tls://0.0.0.0:7101"], Advertise = ["tls://192.0.2.1:7101"] });
        var made = Value(CardChange.Update(folder, null, TimeProvider.System));
        Assert.True(made.Chain.Verify(StationFolder.Suites));
        Assert.Equal(["tls://192.0.2.1:7101"], made.Chain.Current.Addresses);
    }

    [Fact]
    public void Where_the_station_runs_is_written_and_removed()
    {
        var folder = Init().Folder;
        Assert.Null(folder.ReadRun());
        folder.WriteRun(new Uri("http://127.0.0.1:7123/"));
        Assert.Equal(new RunFile("http://127.0.0.1:7123", Environment.ProcessId), folder.ReadRun());
        folder.RemoveRun();
        Assert.Null(folder.ReadRun());
    }

    [Theory]
    [InlineData("{}", "party")]
    [InlineData("""{"party":"astra","names":{"en":"A"},"listen":[],"api":"http://127.0.0.1:1","colour":"red"}""", "colour")]
    [InlineData("""{"party":"astra","party":"b","names":{"en":"A"},"listen":[],"api":"http://127.0.0.1:1"}""", "party")]
    [InlineData("""{"party":"Astra","names":{"en":"A"},"listen":[],"api":"http://127.0.0.1:1"}""", "party")]
    [InlineData("""{"party":"astra","names":{},"listen":[],"api":"http://127.0.0.1:1"}""", "names")]
    [InlineData("""{"party":"astra","names":{"en":"A"},"listen":["udp://a:1"],"api":"http://127.0.0.1:1"}""", "listen")]
    [InlineData("""{"party":"astra","names":{"en":"A"},"listen":[null],"api":"http://127.0.0.1:1"}""", "listen")]
    [InlineData("""{"party":"astra","names":{"en":"A"},"listen":[],"api":"ftp://127.0.0.1:1"}""", "api")]
    [InlineData("""{"party":"astra","names":{"en":"A"},"listen":[],"api":"http://127.0.0.1:1","beaconSeconds":0}""", "beaconSeconds")]
    [InlineData("""{"party":"astra","names":{"en":"A"},"listen":[],"api":"http://127.0.0.1:1","dial":{"boreal":["x"]}}""", "dial boreal")]
    public void Settings_that_are_not_of_their_form_are_refused_by_name(string json, string named)
    {
        var problem = StationSettings.Parse(System.Text.Encoding.UTF8.GetBytes(json)).Problem;
        Assert.Equal(FolderRefusal.SettingsMalformed, problem?.Why);
        Assert.Contains(named, problem?.Detail);
    }

    private NewStation Init(string? passphrase = null) =>
        Value(FolderInit.Init(Dir, new InitOptions(Settings, passphrase, null, passphrase), TimeProvider.System));

    private static T Value<T>(FolderResult<T> result)
        where T : class => result.Is(out var value, out var problem) ? value : throw new InvalidOperationException(problem.ToString());
}
