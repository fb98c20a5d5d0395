namespace Parley.Crypto;

/// <summary>What reading a key file came to: the secret, or a refusal.</summary>
public abstract record KeyFileResult
{
    private KeyFileResult()
    {
    }

    /// <summary>The file was read.</summary>
    /// <param name="Secret">The secret bytes, which the caller clears after use.</param>
    public sealed record Ok(byte[] Secret) : KeyFileResult;

    /// <summary>The file is under a passphrase and none was given.</summary>
    public sealed record PassphraseNeeded : KeyFileResult;

    /// <summary>The passphrase does not open the file; one that was altered after it was written looks the same.</summary>
    public sealed record WrongPassphrase : KeyFileResult;

    /// <summary>The bytes are not a key file, or an unprotected one that was altered.</summary>
    public sealed record Malformed : KeyFileResult;

    /// <summary>A key file of another kind.</summary>
    /// <param name="Found">The kind that the file names.</param>
    public sealed record WrongKind(string Found) : KeyFileResult;
}
