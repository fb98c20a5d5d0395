namespace Parley.Crypto;

/// <summary>A private key that signs. May be used from several threads. Dispose clears the private part.</summary>
public abstract class SigningKey : IDisposable
{
    /// <summary>The public key in the form that <see cref="Suite.ImportVerifyingKey"/> takes.</summary>
    public abstract byte[] PublicKey { get; }

    /// <summary>Signs the message; the result has the suite's signature size.</summary>
    public abstract byte[] Sign(ReadOnlySpan<byte> message);

    /// <summary>The private key in the form that <see cref="Suite.ImportSigningKey"/> takes. The caller clears the array.</summary>
    public abstract byte[] ExportPrivateKey();

    /// <inheritdoc/>
    public abstract void Dispose();
}

/// <summary>A public key that verifies. May be used from several threads.</summary>
public abstract class VerifyingKey : IDisposable
{
    /// <summary>The key in the form that <see cref="Suite.ImportVerifyingKey"/> takes.</summary>
    public abstract byte[] PublicKey { get; }

    /// <summary>True if the signature over the message is of this key; false for every other input.</summary>
    public abstract bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature);

    /// <inheritdoc/>
    public abstract void Dispose();
}

/// <summary>A private key to which others seal. May be used from several threads. Dispose clears the private part.</summary>
public abstract class KemKey : IDisposable
{
    /// <summary>The public key in the form that <see cref="Suite.Seal"/> takes.</summary>
    public abstract byte[] PublicKey { get; }

    /// <summary>The private key in the form that <see cref="Suite.ImportKemKey"/> takes. The caller clears the array after use.</summary>
    public abstract byte[] ExportPrivateKey();

    /// <inheritdoc/>
    public abstract void Dispose();
}
