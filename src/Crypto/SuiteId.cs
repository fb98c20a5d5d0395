namespace Parley.Crypto;

/// <summary>Number of a cryptographic suite, one byte in every signed or sealed context. 0 is the simulator's, 1 is ECDSA P-384 with
/// HPKE DHKEM(P-384), 2 the hybrid with ML-DSA-87 and MLKEM1024-P384.</summary>
public readonly record struct SuiteId(byte Number)
{
    /// <summary>ECDSA P-384/SHA-384, HPKE DHKEM(P-384, HKDF-SHA384), AES-256-GCM.</summary>
    public static SuiteId One { get; } = new(1);

    /// <inheritdoc/>
    public override string ToString() => Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
