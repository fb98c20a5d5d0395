using Parley.Lines.Tests.Samples;
using Parley.Lines.Transcripts;

namespace Parley.Lines.Tests.Transcripts;

/// <summary>No byte of a transcript stands outside a proof.</summary>
public sealed class TranscriptFlipTests
{
    private static readonly SampleLine Line = Conversations.Short();
    private static readonly byte[] File = Line.Export(Line["astra"]);

    [Fact]
    public void Every_flipped_byte_is_found_and_the_record_named()
    {
        var offsets = Records();
        for (var i = 0; i < File.Length; i++)
        {
            var flipped = (byte[])File.Clone();
            flipped[i] ^= (byte)(1 << (i % 8));
            var fault = TranscriptVerifierTests.Verify(flipped).Fault;
            Assert.True(fault is not null, $"byte {i} is outside every proof");
            var record = offsets.Last(o => o <= i);
            Assert.True(fault.Offset == record, $"byte {i} of the record at {record}: {fault}");
            Assert.NotEmpty(fault.Record);
        }
    }

    [Fact]
    public void Every_truncation_and_every_trailing_byte_is_found()
    {
        for (var length = 0; length < File.Length; length++)
            Assert.False(TranscriptVerifierTests.Verify(File[..length]).Ok);
        Assert.Equal(TranscriptFailure.TrailingBytes, TranscriptVerifierTests.Verify([.. File, .. File[^12..]]).Fault!.How);
        Assert.Equal(TranscriptFailure.TrailingBytes, TranscriptVerifierTests.Verify([.. File, 0]).Fault!.How);
    }

    [Fact]
    public void Every_record_taken_out_or_doubled_is_found_at_its_place()
    {
        var offsets = Records();
        for (var i = 1; i < offsets.Count; i++)
        {
            var end = i + 1 < offsets.Count ? offsets[i + 1] : File.Length;
            byte[] without = [.. File[..offsets[i]], .. File[end..]];
            byte[] twice = [.. File[..end], .. File[offsets[i]..]];
            Assert.Equal(offsets[i], TranscriptVerifierTests.Verify(without).Fault!.Offset);
            Assert.Equal(end, TranscriptVerifierTests.Verify(twice).Fault!.Offset);
        }
    }

    [Fact]
    public void A_flipped_entry_is_named_by_its_place()
    {
        var entry = TranscriptFile.Read(File, out _)!.Feeds[1].Entries[0];
        var flipped = (byte[])File.Clone();
        flipped[entry.Offset + 40] ^= 1;
        var fault = TranscriptVerifierTests.Verify(flipped).Fault!;
        Assert.Equal(TranscriptFailure.Damaged, fault.How);
        Assert.Matches("^entry astra/[0-9a-f]{8}…/ordinary/0$", fault.Record);
    }

    // Where each record begins, the first line counted as one.
    private static List<int> Records()
    {
        var file = TranscriptFile.Read(File, out _)!;
        var offsets = new List<long> { 0, 20 };
        offsets.AddRange(file.Chains.Select(c => c.Offset));
        offsets.AddRange(file.Charters.Select(c => c.Offset));
        foreach (var feed in file.Feeds)
        {
            offsets.Add(feed.Offset);
            offsets.AddRange(feed.Entries.Select(e => e.Offset));
            offsets.AddRange(feed.Checkpoints.Select(c => c.Offset));
            offsets.AddRange(feed.Cosignatures.Select(c => c.Offset));
        }

        // The seal: an array of two, 2 + 4 + 32 bytes in a byte string of two bytes of head, 9 bytes of check.
        offsets.Add(File.Length - 1 - 2 - (2 + 2 + 32) - 9);
        return [.. offsets.Select(o => (int)o)];
    }
}
