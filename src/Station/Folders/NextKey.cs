using Parley.Crypto;

namespace Parley.Station.Folders;

/// <summary>The identity key that comes after the one in force, in a file of its own that lives offline, never in the station's
/// folder.</summary>
public static class NextKey
{
    private const string Kind = "next";

    /// <summary>Where the next key goes when nothing is said: beside the folder, <c>DIR.next.key</c>, later
    /// <c>DIR.next-VERSION.key</c>.</summary>
    public static string DefaultFile(string directory, int cardVersion)
    {
        var folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        return cardVersion == 1 ? $"{folder}.next.key" : $"{folder}.next-{cardVersion}.key";
    }

    /// <summary>Writes a new next key to a file that must not exist and answers with the key. The file is on the disk before any card names
    /// the key: a card whose next key is lost could never be rotated.</summary>
    internal static FolderResult<SigningKey> Create(StationFolder folder, string file, string? passphrase, Suite suite)
    {
        if (folder.Holds(file))
        {
            return new FolderProblem(
                FolderRefusal.NextKeyInFolder, $"{file} lies in the station's folder; the next key must outlive the folder, name a " +
                    $"file elsewhere");
        }

        var key = suite.GenerateSigningKey();
        var secret = key.ExportPrivateKey();
        var written = PrivateFile.TryCreate(file, KeyFile.Encode(secret, Kind, passphrase, suite));
        secret.AsSpan().Clear();
        if (written)
            return key;
        key.Dispose();
        return new FolderProblem(FolderRefusal.Exists, $"{file} exists; it may be a next key that is still needed, name another file");
    }

    /// <summary>Reads the next key and sees that it is the one of that hash.</summary>
    internal static FolderResult<SigningKey> Read(string file, string? passphrase, Suite suite, Digest named)
    {
        if (!SecretFile.Read(file, Kind, passphrase).Is(out var secret, out var problem))
            return problem;
        var key = suite.ImportSigningKey(secret);
        secret.AsSpan().Clear();
        if (key is not null && Digest.Of(key.PublicKey) == named)
            return key;
        key?.Dispose();
        return new FolderProblem(FolderRefusal.WrongNextKey, $"{file} is not the next key that our card in force names; find the one " +
            $"that is");
    }
}
