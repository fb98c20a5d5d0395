using Parley.Lines.Entries;

namespace Parley.Circuits.Link;

/// <summary>The kinds of record.</summary>
public enum LinkKind
{
    Fragment,
    Acknowledgment,
    Ping,
    Pong,
    Bye,
}

/// <summary>One record of the link protocol, version 1. After the hellos the two byte streams inside TLS are records without gaps:
/// <code>
/// fragment        1PPFLAnn nnnnnnnn payload   PP precedence (0 flash .. 3 routine), F first and L last of its frame,
///                                             A acknowledge at once, n length of the payload less one, 0 to 1023
/// acknowledgment  00000001 varint             fragment bytes, headers included, received since the acknowledgment before;
///                                             LEB128, shortest form, 1 to 2^28-1
/// ping            00000010 token              answered by a pong with the same token, one byte
/// pong            00000011 token
/// bye             00000100 why                the last record: the sender closes; <see cref="LinkBye"/>, one byte
/// </code>
/// A frame is sent as fragments of one precedence in order, all but the last of 1,024 bytes; fragments of different precedences
/// interleave freely, so at most four frames are under way. Anything else is malformed and ends the circuit.</summary>
public readonly ref struct LinkRecord
{
    private const byte FragmentBit = 0x80;
    private const byte FirstBit = 0x10;
    private const byte LastBit = 0x08;
    private const byte AcknowledgeBit = 0x04;
    private const byte AcknowledgmentByte = 1;
    private const byte PingByte = 2;
    private const byte PongByte = 3;
    private const byte ByeByte = 4;
    private const int MostVarint = 4;

    /// <summary>Bytes of the longest record that is not a fragment.</summary>
    public const int MostControl = 1 + MostVarint;

    private LinkRecord(LinkKind kind, int value)
    {
        Kind = kind;
        Value = value;
    }

    public LinkKind Kind { get; }

    /// <summary>Bytes acknowledged, a token or a reason.</summary>
    public int Value { get; }

    public Precedence Precedence { get; private init; }

    public bool First { get; private init; }

    public bool Last { get; private init; }

    /// <summary>The sender waits for an acknowledgment.</summary>
    public bool AcknowledgeAtOnce { get; private init; }

    /// <summary>1 to 1,024 bytes of the frame.</summary>
    public ReadOnlySpan<byte> Payload { get; private init; }

    public static LinkRecord Fragment(Precedence precedence, bool first, bool last, bool acknowledgeAtOnce, ReadOnlySpan<byte> payload) =>
        new(LinkKind.Fragment, 0)
        {
            Precedence = precedence,
            First = first,
            Last = last,
            AcknowledgeAtOnce = acknowledgeAtOnce,
            Payload = payload,
        };

    public static LinkRecord Acknowledgment(int bytes) => new(LinkKind.Acknowledgment, bytes);

    public static LinkRecord Ping(byte token) => new(LinkKind.Ping, token);

    public static LinkRecord Pong(byte token) => new(LinkKind.Pong, token);

    public static LinkRecord Bye(LinkBye why) => new(LinkKind.Bye, (int)why);

    /// <summary>Writes the record to the front of <paramref name="output"/>, which has room, and tells how many bytes it took.</summary>
    public int Write(Span<byte> output)
    {
        switch (Kind)
        {
            case LinkKind.Fragment:
                var less = Payload.Length - 1;
                output[0] = (byte)(FragmentBit | ((int)Precedence << 5) | (First ? FirstBit : 0) | (Last ? LastBit : 0) |
                    (AcknowledgeAtOnce ? AcknowledgeBit : 0) | (less >> 8));
                output[1] = (byte)less;
                Payload.CopyTo(output[Bounds.FragmentHeader..]);
                return Bounds.FragmentHeader + Payload.Length;
            case LinkKind.Acknowledgment:
                output[0] = AcknowledgmentByte;
                return 1 + WriteVarint(output[1..], Value);
            default:
                output[0] = Kind switch { LinkKind.Ping => PingByte, LinkKind.Pong => PongByte, _ => ByeByte };
                output[1] = (byte)Value;
                return 2;
        }
    }

    /// <summary>Reads one record from the front of <paramref name="input"/>.</summary>
    /// <param name="input">What came so far; the record's payload is a part of it.</param>
    /// <param name="record">The record when it is whole.</param>
    /// <param name="used">Bytes that it took.</param>
    public static LinkRead TryRead(ReadOnlySpan<byte> input, out LinkRecord record, out int used)
    {
        record = default;
        used = 0;
        if (input.IsEmpty)
            return LinkRead.Short;
        if ((input[0] & FragmentBit) != 0)
            return ReadFragment(input, out record, out used);
        return input[0] switch
        {
            AcknowledgmentByte => ReadAcknowledgment(input, out record, out used),
            PingByte => ReadByte(input, LinkKind.Ping, byte.MaxValue, out record, out used),
            PongByte => ReadByte(input, LinkKind.Pong, byte.MaxValue, out record, out used),
            ByeByte => ReadByte(input, LinkKind.Bye, (byte)LinkBye.Last, out record, out used),
            _ => LinkRead.Malformed,
        };
    }

    private static LinkRead ReadFragment(ReadOnlySpan<byte> input, out LinkRecord record, out int used)
    {
        record = default;
        used = 0;
        if (input.Length < Bounds.FragmentHeader)
            return LinkRead.Short;
        var length = (((input[0] & 3) << 8) | input[1]) + 1;
        var last = (input[0] & LastBit) != 0;
        if (!last && length != Bounds.FragmentSize)
            return LinkRead.Malformed;
        if (input.Length < Bounds.FragmentHeader + length)
            return LinkRead.Short;
        used = Bounds.FragmentHeader + length;
        record = Fragment(
            (Precedence)((input[0] >> 5) & 3), (input[0] & FirstBit) != 0, last, (input[0] & AcknowledgeBit) != 0,
            input[Bounds.FragmentHeader..used]);
        return LinkRead.Whole;
    }

    private static LinkRead ReadAcknowledgment(ReadOnlySpan<byte> input, out LinkRecord record, out int used)
    {
        record = default;
        used = 0;
        var value = 0;
        for (var i = 0; i < MostVarint; i++)
        {
            if (input.Length < i + 2)
                return LinkRead.Short;
            var next = input[i + 1];
            value |= (next & 0x7f) << (7 * i);
            if (next >= 0x80)
                continue;
            if (next == 0)
                return LinkRead.Malformed;
            used = i + 2;
            record = Acknowledgment(value);
            return LinkRead.Whole;
        }

        return LinkRead.Malformed;
    }

    private static LinkRead ReadByte(ReadOnlySpan<byte> input, LinkKind kind, byte most, out LinkRecord record, out int used)
    {
        record = default;
        used = 0;
        if (input.Length < 2)
            return LinkRead.Short;
        if (input[1] > most)
            return LinkRead.Malformed;
        used = 2;
        record = new LinkRecord(kind, input[1]);
        return LinkRead.Whole;
    }

    private static int WriteVarint(Span<byte> output, int value)
    {
        var used = 0;
        for (; value >= 0x80; value >>= 7)
            output[used++] = (byte)(value | 0x80);
        output[used++] = (byte)value;
        return used;
    }
}
