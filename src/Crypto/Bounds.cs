namespace Parley.Crypto;

/// <summary>Every bound of this project, with its unit.</summary>
public static class Bounds
{
    /// <summary>Sealings under one at-rest key with random nonces (NIST SP 800-38D, section 8.3).</summary>
    public const long SealingsPerAtRestKey = 1L << 32;

    /// <summary>Longest card chain in a TLS certificate, in bytes: a TLS session ticket must hold it in less than 64 KB.</summary>
    public const int CardChainBytes = 32 * 1024;

    /// <summary>Longest secret in a key file, in bytes.</summary>
    public const int KeyFileSecretBytes = 16 * 1024;

    /// <summary>Longest key file, in bytes: headers and the secret in base64.</summary>
    public const int KeyFileBytes = 24 * 1024;

    /// <summary>Longest kind of a key file, in characters.</summary>
    public const int KeyFileKindCharacters = 32;

    /// <summary>PBKDF2 iterations used when writing a key file.</summary>
    public const int KeyFileIterations = 600_000;

    /// <summary>Fewest PBKDF2 iterations accepted when reading a key file.</summary>
    public const int KeyFileLeastIterations = 10_000;

    /// <summary>Most PBKDF2 iterations accepted when reading a key file; some seconds of work.</summary>
    public const int KeyFileMostIterations = 10_000_000;

    /// <summary>PBKDF2 iterations used for a new PIN.</summary>
    public const int PinIterations = 600_000;

    /// <summary>Fewest PBKDF2 iterations of a PIN.</summary>
    public const int PinLeastIterations = 1_000;

    /// <summary>Most PBKDF2 iterations of a PIN; some seconds of work.</summary>
    public const int PinMostIterations = 10_000_000;
}
