using Parley.Crypto;

namespace Parley.Station.Folders;

/// <summary>Reading of key files, with words for everything that can be wrong with one.</summary>
internal static class SecretFile
{
    /// <summary>The secret, which the caller clears.</summary>
    public static FolderResult<byte[]> Read(string path, string kind, string? passphrase)
    {
        if (!File.Exists(path))
            return new FolderProblem(FolderRefusal.Missing, $"there is no key file {path}");
        if (PrivateFile.IsOpenToOthers(path))
            return new FolderProblem(FolderRefusal.ReadableByOthers, $"others can read {path}; find out who did, then close it with: " +
                $"chmod 600 {path}");
        if (new FileInfo(path).Length > Crypto.Bounds.KeyFileBytes)
            return new FolderProblem(FolderRefusal.KeyFileMalformed, $"{path} is too long to be a key file");
        return KeyFile.Decode(File.ReadAllBytes(path), kind, passphrase) switch
        {
            KeyFileResult.Ok ok => ok.Secret,
            KeyFileResult.PassphraseNeeded => new FolderProblem(
                FolderRefusal.PassphraseNeeded,
                $"{path} is under a passphrase; give it with --passphrase-file FILE, in PARLEY_PASSPHRASE, or at the prompt of a terminal"),
            KeyFileResult.WrongPassphrase => new FolderProblem(FolderRefusal.WrongPassphrase, $"that passphrase does not open {path}"),
            KeyFileResult.WrongKind wrong => new FolderProblem(
                FolderRefusal.KeyFileMalformed, $"{path} is a key file of kind '{wrong.Found}'; one of kind '{kind}' is needed"),
            _ => new FolderProblem(FolderRefusal.KeyFileMalformed, $"{path} is damaged or no key file; bring it back from its backup"),
        };
    }
}
