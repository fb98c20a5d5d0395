using Parley.Control.Messages;
using Parley.Lines.Attachments;
using Parley.Lines.Entries;
using Parley.Station.Frames;
using Parley.Testing.Suites;

namespace Parley.Station.Tests.Frames;

/// <summary>Frames as stations send them: what is accepted is encoded again to the same bytes.</summary>
public sealed class FrameTests
{
    private const int Mutations = 20_000;

    /// <summary>Frames of every type, out of a real conversation.</summary>
    private static List<byte[]> Heard()
    {
        var (astra, boreal, wire) = Desk.Pair();
        astra.Say("one");
        astra.Say(new string('x', 60_000), Precedence.Priority);
        astra.Do(new SendMessage("hot", Precedence.Routine, "en", new string('y', 50_000)));
        boreal.Say("two");
        var heard = new List<byte[]>();
        for (var round = 0; round < 6; round++)
        {
            astra.Now += TimeSpan.FromSeconds(10);
            astra.Step();
            foreach (var end in new[] { wire, wire.Other })
            {
                while (end.Waiting.TryDequeue(out var frame))
                {
                    heard.Add(frame);
                    end.Other.Owner.Receive(end.Other, frame);
                }
            }
        }

        var feed = astra.OwnFeed(Lane.Ordinary);
        heard.Add(new ContentsFrame(feed.Id, [new(1, [1, 2, 3]), new(7, new byte[300])]).Encode());
        heard.Add(new HandoverFrame(feed.Id, Crypto.Digest.Of([1]), [new(0, [9]), new(2, new byte[40])]).Encode());
        heard.Add(new CosignatureFrame(feed.Id, Inbound.LastReceipt(astra.Memory, feed, boreal.Party)!).Encode());
        var attachment = new AttachmentId(feed.Id.Line, Crypto.Digest.Of([2]), 20_000);
        heard.Add(new WantFrame(attachment, 0, 2).Encode());
        heard.Add(new ChunkFrame(attachment, 1, new byte[attachment.ChunkSize(1)]).Encode());
        heard.Add(new ChunkFrame(attachment, 0, []).Encode());
        heard.Add(new ThrottleFrame(feed.Id.Line, astra.Party, astra.Now, 200, 262_144).Encode());
        return heard;
    }

    [Fact]
    public void Frames_of_every_type_are_read_and_written_to_the_same_bytes()
    {
        var types = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var bytes in Heard())
        {
            var frame = Frame.Parse(bytes, out _);
            Assert.NotNull(frame);
            Assert.Equal(bytes, frame.Encode());
            types.Add(frame.GetType().Name);
        }

        Assert.Equal(
            ["BatchFrame", "BeaconFrame", "ChunkFrame", "ContentsFrame", "CosignatureFrame", "HandoverFrame", "ReceiptFrame", "ThrottleFrame", "WantFrame"],
            types);
    }

    [Fact]
    public void What_is_accepted_of_damaged_frames_is_encoded_to_the_same_bytes()
    {
        var chance = new SeededBytes(7);
        var heard = Heard().Where(f => f.Length < 4_000).ToList();
        var accepted = 0;
        for (var n = 0; n < Mutations; n++)
        {
            var bytes = (byte[])heard[n % heard.Count].Clone();
            for (var flips = 1 + (int)(chance.Next() % 3); flips > 0; flips--)
                bytes[(int)(chance.Next() % (ulong)bytes.Length)] = (byte)chance.Next();
            if (chance.Next() % 8 == 0)
                bytes = bytes[..(int)(chance.Next() % (ulong)bytes.Length)];
            if (Frame.Parse(bytes, out _) is not { } frame)
                continue;
            accepted++;
            Assert.Equal(bytes, frame.Encode());
        }

        Assert.InRange(accepted, 1, Mutations);
    }

    [Fact]
    public void A_frame_with_bytes_after_its_end_is_refused()
    {
        foreach (var bytes in Heard())
        {
            Assert.Null(Frame.Parse((byte[])[.. bytes, 0], out var refusal));
            Assert.Equal(FrameRefusal.Malformed, refusal);
        }
    }

    [Fact]
    public void What_is_ordinary_is_seen_from_the_first_bytes()
    {
        foreach (var bytes in Heard())
        {
            var lane = Frame.Parse(bytes, out _) switch { BatchFrame b => b.Feed.Lane, ContentsFrame c => c.Feed.Lane, _ => Lane.Urgent };
            Assert.Equal(lane == Lane.Ordinary, Frame.IsOrdinary(bytes));
        }

        var batch = Heard().First(b => Frame.IsOrdinary(b));
        for (var length = 0; length < 80; length++)
            Assert.Equal(length >= 60, Frame.IsOrdinary(batch.AsSpan(0, length)));
    }

    [Fact]
    public void A_throttle_says_both_rates_or_neither()
    {
        var line = new Lines.Charters.LineId(Crypto.Digest.Of([1]));
        foreach (var (entries, bytes) in new[] { (0, 1), (1, 0) })
            Assert.Null(Frame.Parse(new ThrottleFrame(line, Lines.Parties.PartyId.Parse("astra")!.Value, default, entries, bytes).Encode(), out _));
        Assert.True(Assert.IsType<ThrottleFrame>(Frame.Parse(new ThrottleFrame(line, Lines.Parties.PartyId.Parse("astra")!.Value, default, 0, 0).Encode(), out _)).IsOver);
    }

    [Fact]
    public void Chunks_and_wants_that_no_attachment_of_that_size_has_are_refused()
    {
        var id = new AttachmentId(new Lines.Charters.LineId(Crypto.Digest.Of([1])), Crypto.Digest.Of([2]), 20_000);
        Frame[] wrong =
        [
            new WantFrame(id, 0, 0), new WantFrame(id, 0, 3), new WantFrame(id, 2, 1), new WantFrame(id, 1, 2), new WantFrame(id with { Size = 0 }, 0, 1),
            new WantFrame(id with { Size = Lines.Bounds.AttachmentSize + 1 }, 0, 1), new ChunkFrame(id, 2, []), new ChunkFrame(id, 0, new byte[16_383]),
            new ChunkFrame(id, 1, new byte[16_384]), new ChunkFrame(id with { Size = 100_000 }, 1, new byte[16_385]),
        ];
        foreach (var frame in wrong)
        {
            Assert.Null(Frame.Parse(frame.Encode(), out var refusal));
            Assert.Equal(FrameRefusal.Malformed, refusal);
        }
    }
}
