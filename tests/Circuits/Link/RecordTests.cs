using Parley.Circuits.Link;
using Parley.Lines.Entries;

namespace Parley.Circuits.Tests.Link;

public sealed class RecordTests
{
    private const int Rounds = 200_000;

    [Fact]
    public void Fragments_have_two_bytes_of_header()
    {
        var bytes = new byte[2000];
        var size = LinkRecord.Fragment(Precedence.Priority, true, true, true, new byte[500]).Write(bytes);
        Assert.Equal(502, size);
        Assert.Equal([0xdd, 0xf3], bytes[..2]);
    }

    [Fact]
    public void The_example_of_the_format_page_is_what_is_written()
    {
        Assert.Equal("50524C5901010800000000" + "00000000", Convert.ToHexString(new LinkHello(1, 1, 0).Encode()));
        var bytes = new byte[100];
        var size = LinkRecord.Acknowledgment(4).Write(bytes);
        size += LinkRecord.Fragment(Precedence.Flash, true, true, false, "hi"u8).Write(bytes.AsSpan(size));
        Assert.Equal("010498016869", Convert.ToHexString(bytes.AsSpan(0, size)));
    }

    [Theory]
    [InlineData(new byte[] { 1, 0x7f }, LinkKind.Acknowledgment, 127)]
    [InlineData(new byte[] { 1, 0x80, 0x01 }, LinkKind.Acknowledgment, 128)]
    [InlineData(new byte[] { 1, 0xff, 0xff, 0xff, 0x7f }, LinkKind.Acknowledgment, Bounds.AcknowledgmentSize)]
    [InlineData(new byte[] { 2, 9 }, LinkKind.Ping, 9)]
    [InlineData(new byte[] { 3, 9 }, LinkKind.Pong, 9)]
    [InlineData(new byte[] { 4, 1 }, LinkKind.Bye, 1)]
    public void Controls_are_read_and_written(byte[] bytes, LinkKind kind, int value)
    {
        for (var i = 0; i < bytes.Length; i++)
            Assert.Equal(LinkRead.Short, LinkRecord.TryRead(bytes.AsSpan(0, i), out _, out _));
        Assert.Equal(LinkRead.Whole, LinkRecord.TryRead(bytes, out var record, out var used));
        Assert.Equal((kind, value, bytes.Length), (record.Kind, record.Value, used));
        Assert.Equal(bytes, Written(record));
    }

    [Theory]
    [InlineData(new byte[] { 0 })]
    [InlineData(new byte[] { 5 })]
    [InlineData(new byte[] { 0x7f })]
    [InlineData(new byte[] { 1, 0 })]
    [InlineData(new byte[] { 1, 0x80, 0 })]
    [InlineData(new byte[] { 1, 0x80, 0x80, 0x80, 0x80 })]
    [InlineData(new byte[] { 4, 7 })]
    [InlineData(new byte[] { 0x90, 0 })]
    public void What_is_no_record_is_refused(byte[] bytes) =>
        Assert.Equal(LinkRead.Malformed, LinkRecord.TryRead(bytes, out _, out _));

    [Fact]
    public void Whatever_is_accepted_encodes_to_the_same_bytes()
    {
        var chance = new Chance(1);
        var bytes = new byte[1100];
        var accepted = 0;
        for (var round = 0; round < Rounds; round++)
        {
            chance.Fill(bytes.AsSpan(0, 8));
            if ((round & 1) == 0)
                bytes[0] &= 7;
            var length = chance.Next(bytes.Length);
            if (LinkRecord.TryRead(bytes.AsSpan(0, length), out var record, out var used) != LinkRead.Whole)
            {
                Assert.Equal(0, used);
                continue;
            }

            accepted++;
            Assert.Equal(bytes[..used], Written(record));
        }

        Assert.True(accepted > 1000);
    }

    [Fact]
    public void Whatever_hello_is_accepted_encodes_to_the_same_bytes()
    {
        var chance = new Chance(2);
        var accepted = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var bytes = new LinkHello(1, (byte)(1 + chance.Next(9)), (ulong)round, new byte[chance.Next(20)]).Encode();
            for (var flips = chance.Next(3); flips > 0; flips--)
                bytes[chance.Next(bytes.Length)] = (byte)chance.Next(256);
            var length = chance.Next(bytes.Length + 1);
            if (LinkHello.TryRead(bytes.AsSpan(0, length), out var hello, out var used) != LinkRead.Whole)
                continue;
            accepted++;
            Assert.Equal(bytes[..used], hello!.Encode());
            Assert.True(hello.Lowest >= 1 && hello.Lowest <= hello.Highest);
        }

        Assert.True(accepted > 1000);
    }

    [Theory]
    [InlineData(1, 1, 1, 1, 1)]
    [InlineData(1, 2, 2, 3, 2)]
    [InlineData(2, 5, 1, 3, 3)]
    [InlineData(1, 1, 2, 3, null)]
    [InlineData(3, 4, 1, 2, null)]
    public void The_highest_common_version_is_spoken(byte lowest, byte highest, byte otherLowest, byte otherHighest, int? common)
    {
        var (one, other) = (new LinkHello(lowest, highest, 0), new LinkHello(otherLowest, otherHighest, 0));
        Assert.Equal((byte?)common, one.CommonWith(other));
        Assert.Equal((byte?)common, other.CommonWith(one));
    }

    [Theory]
    [InlineData("X")]
    [InlineData("PRLZ")]
    [InlineData("PRLY\u0000\u0001\u0008")]
    [InlineData("PRLY\u0002\u0001\u0008")]
    [InlineData("PRLY\u0001\u0001\u0007")]
    public void A_foreign_hello_is_refused_at_its_first_wrong_byte(string text) =>
        Assert.Equal(LinkRead.Malformed, LinkHello.TryRead(System.Text.Encoding.Latin1.GetBytes(text), out _, out _));

    private static byte[] Written(LinkRecord record)
    {
        var bytes = new byte[1100];
        return bytes[..record.Write(bytes)];
    }
}
