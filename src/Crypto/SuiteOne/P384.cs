using System.Security.Cryptography;

namespace Parley.Crypto;

/// <summary>Points and scalars of the curve P-384 (FIPS 186-5; encodings of SEC 1, section 2.3, uncompressed points only).</summary>
internal static class P384
{
    /// <summary>Length of a scalar or coordinate in bytes.</summary>
    public const int ScalarSize = 48;

    /// <summary>Length of an uncompressed point in bytes: 0x04, x, y.</summary>
    public const int PointSize = 1 + 2 * ScalarSize;

    private const byte Uncompressed = 0x04;

    /// <summary>Order of the group, big-endian (NIST SP 800-186, section 3.2.1.4).</summary>
    private static ReadOnlySpan<byte> Order =>
    [
        0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff,
        0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xc7, 0x63, 0x4d, 0x81, 0xf4, 0x37, 0x2d, 0xdf,
        0x58, 0x1a, 0x0d, 0xb2, 0x48, 0xb0, 0xa7, 0x7a, 0xec, 0xec, 0x19, 0x6a, 0xcc, 0xc5, 0x29, 0x73,
    ];

    /// <summary>True if the bytes have the form of a point. Whether it lies on the curve is found on import.</summary>
    public static bool HasPointForm(ReadOnlySpan<byte> point) => point.Length == PointSize && point[0] == Uncompressed;

    /// <summary>True for 48 bytes that are at least 1 and less than the order.</summary>
    public static bool IsScalar(ReadOnlySpan<byte> scalar) =>
        scalar.Length == ScalarSize && scalar.ContainsAnyExcept((byte)0) && scalar.SequenceCompareTo(Order) < 0;

    /// <summary>Parameters of a public key; the caller has checked the form.</summary>
    public static ECParameters PublicParameters(ReadOnlySpan<byte> point) => new()
    {
        Curve = ECCurve.NamedCurves.nistP384,
        Q = new ECPoint { X = point.Slice(1, ScalarSize).ToArray(), Y = point[(1 + ScalarSize)..].ToArray() },
    };

    /// <summary>Parameters of a private key, to be cleared with <see cref="Clear"/>; the library computes the public point.</summary>
    public static ECParameters PrivateParameters(ReadOnlySpan<byte> scalar) =>
        new() { Curve = ECCurve.NamedCurves.nistP384, D = scalar.ToArray() };

    /// <summary>The public point of the parameters in 97 bytes.</summary>
    public static byte[] Encode(in ECParameters parameters)
    {
        var point = new byte[PointSize];
        point[0] = Uncompressed;
        parameters.Q.X!.CopyTo(point, 1);
        parameters.Q.Y!.CopyTo(point, 1 + ScalarSize);
        return point;
    }

    /// <summary>The private scalar out of the parameters, which are left to the caller.</summary>
    public static byte[] Scalar(in ECParameters parameters) =>
        parameters.D ?? throw new ArgumentException("the key has no private part", nameof(parameters));

    /// <summary>Clears the private scalar, if there is one.</summary>
    public static void Clear(in ECParameters parameters) => CryptographicOperations.ZeroMemory(parameters.D);
}
