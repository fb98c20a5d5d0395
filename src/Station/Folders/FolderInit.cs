using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Parties;
using Parley.Station.Keys;

namespace Parley.Station.Folders;

/// <summary>What a new station is.</summary>
/// <param name="Settings">Party, names, addresses.</param>
/// <param name="Passphrase">For <c>station.key</c>; null leaves it unprotected.</param>
/// <param name="NextKeyFile">Where the next key goes; null: beside the folder.</param>
/// <param name="NextPassphrase">For the next key's file.</param>
public sealed record InitOptions(StationSettings Settings, string? Passphrase, string? NextKeyFile, string? NextPassphrase);

/// <summary>What was set up.</summary>
public sealed record NewStation(StationFolder Folder, CardChain Chain, string NextKeyFile);

/// <summary>The founding of a station: keys, first card, settings.</summary>
public static class FolderInit
{
    /// <summary>How long a card is valid.</summary>
    public static TimeSpan Validity { get; } = TimeSpan.FromDays(730);

    /// <summary>Makes the folder with fresh keys. <c>station.key</c> is written last: with it the station exists.</summary>
    public static FolderResult<NewStation> Init(string directory, InitOptions options, TimeProvider time)
    {
        if (options.Settings.Fault() is { } fault)
            return new FolderProblem(FolderRefusal.Malformed, fault);
        var folder = StationFolder.At(directory);
        if (folder.HasStation())
            return new FolderProblem(FolderRefusal.Exists, $"{directory} holds a station already; name another folder");
        if (Directory.Exists(folder.Path) && Directory.EnumerateFileSystemEntries(folder.Path).Any())
            return new FolderProblem(FolderRefusal.Exists, $"{directory} is not empty; name another folder");
        PrivateFile.MakeFolder(folder.Path);
        var suite = SuiteOne.Instance;
        var nextFile = Path.GetFullPath(options.NextKeyFile ?? NextKey.DefaultFile(directory, cardVersion: 1));
        if (!NextKey.Create(folder, nextFile, options.NextPassphrase, suite).Is(out var next, out var problem))
            return problem;
        using (next)
        using (var keys = Generate(suite, options.Settings, next, Timestamp.From(time.GetUtcNow())))
        {
            folder.WriteSettings(options.Settings);
            folder.WriteKeys(keys, options.Passphrase);
            return new NewStation(folder, keys.Chain, nextFile);
        }
    }

    internal static StationKeys Generate(Suite suite, StationSettings settings, SigningKey next, Timestamp now)
    {
        var identity = suite.GenerateSigningKey();
        var live = suite.GenerateKemKey();
        var exercise = suite.GenerateKemKey();
        var card = new Card(
            PartyId.Parse(settings.Party)!.Value,
            1,
            CardStep.First,
            null,
            [.. settings.Names.OrderBy(n => n.Key, StringComparer.Ordinal)],
            now,
            Timestamp.From(now.ToDateTimeOffset() + Validity),
            suite.Id,
            identity.PublicKey,
            identity.PublicKey,
            Digest.Of(next.PublicKey),
            live.PublicKey,
            exercise.PublicKey,
            settings.CardAddresses());
        return new StationKeys(suite, identity, null, live, exercise, AtRestKey.Generate(suite), CardChain.Found(card, identity));
    }
}
