using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Parley.Crypto;

/// <summary>The text of a file that holds one secret. ASCII, every line ended by one line feed, nothing before or after:
/// <code>
/// parley-key/1 KIND
/// protection none                        or   protection pbkdf2-sha384 ITERATIONS
///                                             salt BASE64 (16 bytes)
/// BASE64 (secret, then 16 bytes of check)
/// </code>
/// Under a passphrase the body is AES-256-GCM with a nonce of zeros (the key serves once: its salt is new) under 32 bytes of
/// PBKDF2-HMAC-SHA384 (RFC 8018, section 5.2) of the passphrase in UTF-8; the lines before the body are the associated data. Without
/// one the check is the start of SHA-384 over those lines and the secret: a damaged file must not become another key unnoticed.</summary>
public static class KeyFile
{
    private const int SaltSize = 16;
    private const int CheckSize = Aes256Gcm.TagSize;
    private const string Magic = "parley-key/1 ";
    private const string Unprotected = "protection none";
    private const string Protected = "protection pbkdf2-sha384 ";
    private const string Salt = "salt ";

    /// <summary>The file for a secret of 1 to <see cref="Bounds.KeyFileSecretBytes"/> bytes.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="kind">What the secret is: 1 to 32 of a-z, 0-9 and dash.</param>
    /// <param name="passphrase">Null for a file that whoever reads it can use; not empty.</param>
    /// <param name="random">Where the salt comes from.</param>
    /// <exception cref="ArgumentException">Secret, kind or passphrase are not as said above.</exception>
    public static byte[] Encode(ReadOnlySpan<byte> secret, string kind, string? passphrase, Suite random) =>
        Encode(secret, kind, passphrase, random, Bounds.KeyFileIterations);

    /// <summary>As above with fewer or more rounds, so that tests need not wait.</summary>
    internal static byte[] Encode(ReadOnlySpan<byte> secret, string kind, string? passphrase, Suite random, int iterations)
    {
        ArgumentNullException.ThrowIfNull(random);
        if (secret.Length is 0 or > Bounds.KeyFileSecretBytes || !IsKind(kind) || passphrase is "")
        {
            throw new ArgumentException("a key file needs a secret within bounds, a kind of a-z, 0-9 and dash, no empty passphrase");
        }

        if (passphrase is null)
        {
            var open = Encoding.ASCII.GetBytes($"{Magic}{kind}\n{Unprotected}\n");
            return Join(open, [.. secret, .. Check(open, secret)]);
        }

        var salt = new byte[SaltSize];
        random.FillRandom(salt);
        var header = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture, $"{Magic}{kind}\n{Protected}{iterations}\n{Salt}{Convert.ToBase64String(salt)}\n"));
        var key = Derive(passphrase, salt, iterations);
        var body = Aes256Gcm.Seal(key, Aes256Gcm.ZeroNonce, header, secret);
        CryptographicOperations.ZeroMemory(key);
        return Join(header, body);
    }

    /// <summary>Reads a key file; only bytes that <see cref="Encode(ReadOnlySpan{byte}, string, string?, Suite)"/> could have written are
    /// accepted. A passphrase given for an unprotected file is passed over; an empty one counts as none.</summary>
    public static KeyFileResult Decode(ReadOnlySpan<byte> file, string expectedKind, string? passphrase)
    {
        if (file.Length > Bounds.KeyFileBytes || KeyFileLines.Split(file) is not { } lines || KindIn(lines[0]) is not { } kind)
        {
            return new KeyFileResult.Malformed();
        }

        if (kind != expectedKind)
        {
            return new KeyFileResult.WrongKind(kind);
        }

        var body = KeyFileLines.Base64(lines[^1]);
        if (body is null || body.Length is <= CheckSize or > Bounds.KeyFileSecretBytes + CheckSize)
        {
            return new KeyFileResult.Malformed();
        }

        var header = file[..^(lines[^1].Length + 1)];
        return lines.Length == 3 ? DecodeUnprotected(header, lines[1], body) : DecodeProtected(header, lines, body, passphrase);
    }

    private static KeyFileResult DecodeUnprotected(ReadOnlySpan<byte> header, string protection, byte[] body)
    {
        var secret = body[..^CheckSize];
        var fits = protection == Unprotected
            && CryptographicOperations.FixedTimeEquals(Check(header, secret), body.AsSpan(secret.Length));
        CryptographicOperations.ZeroMemory(body);
        return fits ? new KeyFileResult.Ok(secret) : new KeyFileResult.Malformed();
    }

    private static KeyFileResult DecodeProtected(ReadOnlySpan<byte> header, string[] lines, byte[] body, string? passphrase)
    {
        if (!lines[1].StartsWith(Protected, StringComparison.Ordinal)
            || KeyFileLines.Number(lines[1][Protected.Length..]) is not { } iterations
            || iterations is < Bounds.KeyFileLeastIterations or > Bounds.KeyFileMostIterations
            || !lines[2].StartsWith(Salt, StringComparison.Ordinal)
            || KeyFileLines.Base64(lines[2][Salt.Length..]) is not { Length: SaltSize } salt)
        {
            return new KeyFileResult.Malformed();
        }

        if (string.IsNullOrEmpty(passphrase))
        {
            return new KeyFileResult.PassphraseNeeded();
        }

        var key = Derive(passphrase, salt, iterations);
        var secret = Aes256Gcm.Open(key, Aes256Gcm.ZeroNonce, header, body);
        CryptographicOperations.ZeroMemory(key);
        return secret is null ? new KeyFileResult.WrongPassphrase() : new KeyFileResult.Ok(secret);
    }

    private static byte[] Derive(string passphrase, byte[] salt, int iterations)
    {
        var bytes = Encoding.UTF8.GetBytes(passphrase);
        var key = Rfc2898DeriveBytes.Pbkdf2(bytes, salt, iterations, HashAlgorithmName.SHA384, Aes256Gcm.KeySize);
        CryptographicOperations.ZeroMemory(bytes);
        return key;
    }

    private static byte[] Check(ReadOnlySpan<byte> header, ReadOnlySpan<byte> secret)
    {
        byte[] input = [.. header, .. secret];
        var hash = SHA384.HashData(input);
        CryptographicOperations.ZeroMemory(input);
        return hash[..CheckSize];
    }

    private static byte[] Join(byte[] header, byte[] body)
    {
        byte[] file = [.. header, .. Encoding.ASCII.GetBytes(Convert.ToBase64String(body)), (byte)'\n'];
        CryptographicOperations.ZeroMemory(body);
        return file;
    }

    private static string? KindIn(string line) =>
        line.StartsWith(Magic, StringComparison.Ordinal) && IsKind(line[Magic.Length..]) ? line[Magic.Length..] : null;

    private static bool IsKind(string kind) =>
        kind.Length is > 0 and <= Bounds.KeyFileKindCharacters
        && kind.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
