using Parley.Crypto;
using Parley.Station.Keys;

namespace Parley.Station.Folders;

/// <summary>The folder of one station. It holds <c>station.key</c> (all secrets outside the store), <c>parley.json</c> (settings), the
/// store,
/// the instance file, and <c>run.json</c> while the station runs. The next identity key is never in it: it lies in a file of its own that
/// is
/// taken elsewhere, for it must survive the theft of the folder.</summary>
public sealed class StationFolder
{
    internal const string KeyKind = "station";
    private const string KeyName = "station.key";
    private const string SettingsName = "parley.json";
    private const string RunName = "run.json";
    private const int SettingsSize = 256 * 1024;

    private StationFolder(string path) => Path = path;

    /// <summary>The folder, as an absolute path.</summary>
    public string Path { get; }

    private string KeyPath => System.IO.Path.Combine(Path, KeyName);

    private string SettingsPath => System.IO.Path.Combine(Path, SettingsName);

    private string RunPath => System.IO.Path.Combine(Path, RunName);

    /// <summary>The folder of a station that was set up before.</summary>
    public static FolderResult<StationFolder> Open(string directory)
    {
        var folder = new StationFolder(System.IO.Path.GetFullPath(directory));
        foreach (var file in (string[])[folder.KeyPath, folder.SettingsPath])
        {
            if (!File.Exists(file))
                return new FolderProblem(FolderRefusal.Missing, $"{directory} holds no station ({System.IO.Path.GetFileName(file)} is " +
                    $"missing); set one up with: parley init {directory} --party ID --name NAME");
        }

        return folder;
    }

    /// <summary>The suites of every real station.</summary>
    public static Suite? Suites(SuiteId id) => id == SuiteId.One ? SuiteOne.Instance : null;

    public FolderResult<StationSettings> ReadSettings()
    {
        var bytes = File.ReadAllBytes(SettingsPath);
        return bytes.Length > SettingsSize
            ? new FolderProblem(FolderRefusal.SettingsMalformed, $"{SettingsPath} is too long")
            : StationSettings.Parse(bytes);
    }

    public void WriteSettings(StationSettings settings) => PrivateFile.Write(SettingsPath, settings.ToJson());

    /// <summary>Whether the key file asks for a passphrase.</summary>
    public bool IsProtected() => KeyFile.Decode(File.ReadAllBytes(KeyPath), KeyKind, null) is KeyFileResult.PassphraseNeeded;

    /// <summary>The station's secrets. The caller disposes them.</summary>
    public FolderResult<StationKeys> ReadKeys(string? passphrase)
    {
        if (!SecretFile.Read(KeyPath, KeyKind, passphrase).Is(out var secret, out var problem))
            return problem;
        var keys = StationKeys.Parse(secret, Suites);
        secret.AsSpan().Clear();
        return keys is null
            ? new FolderProblem(FolderRefusal.KeyFileMalformed, $"{KeyPath} does not hold the keys of a station; bring it back from " +
                $"its backup")
            : keys;
    }

    /// <summary>Puts these secrets in place of those that are there, under the passphrase or (null) unprotected.</summary>
    public void WriteKeys(StationKeys keys, string? passphrase)
    {
        var secret = keys.Encode();
        var file = KeyFile.Encode(secret, KeyKind, passphrase, keys.Suite);
        secret.AsSpan().Clear();
        PrivateFile.Write(KeyPath, file);
        file.AsSpan().Clear();
    }

    /// <summary>Takes the key before the one in force out of the key file. The file is left as it is when it holds another identity key by now, or cannot be read
    /// with that passphrase: the next start does it.</summary>
    public void ForgetRetiring(byte[] identity, string? passphrase)
    {
        if (!ReadKeys(passphrase).Is(out var kept, out _))
            return;
        using (kept)
        {
            if (kept.Retiring is not null && kept.Identity.PublicKey.AsSpan().SequenceEqual(identity))
            {
#pragma warning disable CA2000 // The same keys; those that were read are disposed.
                WriteKeys(kept with { Retiring = null }, passphrase);
#pragma warning restore CA2000
            }
        }
    }

    /// <summary>Says in the folder that a station runs, and where its officers reach it.</summary>
    public void WriteRun(Uri api) =>
        PrivateFile.Write(RunPath, new RunFile(api.GetLeftPart(UriPartial.Authority), Environment.ProcessId).ToJson());

    /// <summary>What the running station wrote; null when none did.</summary>
    public RunFile? ReadRun() => File.Exists(RunPath) ? RunFile.Parse(File.ReadAllBytes(RunPath)) : null;

    public void RemoveRun() => File.Delete(RunPath);

    /// <summary>Whether a path lies in this folder, links followed.</summary>
    public bool Holds(string file) => IsWithin(file, Path);

    internal static StationFolder At(string directory) => new(System.IO.Path.GetFullPath(directory));

    internal bool HasStation() => File.Exists(KeyPath) || File.Exists(SettingsPath);

    private static bool IsWithin(string file, string folder)
    {
        var parent = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file));
        var inner = Real(parent ?? file);
        var outer = Real(folder);
        return inner == outer || inner.StartsWith(outer + System.IO.Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    // Each part of the path may be a link.
    private static string Real(string folder)
    {
        var full = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(folder));
        if (System.IO.Path.GetDirectoryName(full) is not { } parent)
            return full;
        var here = System.IO.Path.Combine(Real(parent), System.IO.Path.GetFileName(full));
        var target = new DirectoryInfo(here) is { Exists: true } info ? info.ResolveLinkTarget(returnFinalTarget: true) : null;
        return target is null ? here : Real(target.FullName);
    }
}
