using Parley.Ledger;

namespace Parley.Lines.Silence;

/// <summary>What of our own station is tested. Closed.</summary>
public enum SelfTestPart
{
    /// <summary>Each address that we listen on, reached from here through its own door.</summary>
    Circuits = 0,

    /// <summary>The clock: not set by hand since the last test, and not apart from the others' clocks.</summary>
    Clock = 1,

    /// <summary>The store takes what is written.</summary>
    Store = 2,

    /// <summary>Our card is valid today.</summary>
    Keys = 3,
}

/// <summary>Something that failed, and why in plain words.</summary>
public sealed record SelfTestFailure(SelfTestPart Part, string Why);

/// <summary>One test of ourselves. Saved as [time, [[part, why] …]]; nothing of it leaves the station.</summary>
/// <param name="At">When it ended.</param>
public sealed record SelfTest(Timestamp At, IReadOnlyList<SelfTestFailure> Failures)
{
    private const int MaxBytes = 8 * 1024;

    public bool IsPassed => Failures.Count == 0;

    public byte[] Encode() => Cbor.Encode(this, static (writer, test) =>
    {
        writer.WriteStartArray(2);
        writer.WriteUInt64((ulong)test.At.UnixMilliseconds);
        writer.WriteStartArray(test.Failures.Count);
        foreach (var failure in test.Failures)
        {
            writer.WriteStartArray(2);
            writer.WriteUInt32((uint)failure.Part);
            writer.WriteTextString(failure.Why);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
    });

    public static SelfTest? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, MaxBytes, static reader =>
    {
        reader.ArrayOf(2);
        var at = reader.Time();
        var failures = new SelfTestFailure[reader.ArrayUpTo(Bounds.SelfTestFailures)];
        for (var i = 0; i < failures.Length; i++)
        {
            reader.ArrayOf(2);
            failures[i] = new SelfTestFailure((SelfTestPart)reader.UpTo((int)SelfTestPart.Keys), reader.Text(Bounds.ShortText));
            reader.ReadEndArray();
        }

        reader.ReadEndArray();
        reader.ReadEndArray();
        return new SelfTest(at, failures);
    });
}
