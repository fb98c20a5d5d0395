using System.Text.Json.Nodes;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Tests.Samples;
using Parley.Lines.Transcripts;

namespace Parley.Vectors.Tests;

public sealed class TranscriptVectors
{
    [Fact]
    public void Hold()
    {
        foreach (var c in VectorFile.Cases("transcript", 10))
        {
            var report = Verify(Convert.FromBase64String(c.Text("file")));
            Assert.True((report.Fault?.How.ToString() ?? "Verified") == c.Text("expected"), c.Text("name"));
            if (report.Fault is { } fault)
            {
                Assert.Equal((c.Text("record"), c.GetProperty("offset").GetInt64()), (fault.Record, fault.Offset));
                continue;
            }

            Assert.Equal(c.Text("line"), report.Head!.Line.ToString());
            Assert.Equal(c.GetProperty("entries").GetInt64(), report.Entries);
            Assert.Equal(c.GetProperty("roots").EnumerateArray().Select(r => r.GetString()),
                report.Feeds.Select(f => f.Head.Root.ToString()));
        }
    }

    internal static IEnumerable<JsonObject> Cases()
    {
        var line = Conversations.Short(SuiteOne.Instance);
        var astra = line["astra"];
        var good = line.Export(astra);
        yield return Case("two parties, a few words", good);
        yield return Case("as an exercise", Exercise());
        yield return Case("with the text of every message taken out", Redacted(line));
        yield return Case("with a rotation on both sides, a restore and a revocation", LongOne());
        yield return Case("a flipped byte in the middle", Flipped(good, good.Length / 2));
        yield return Case("a flipped byte in the seal", Flipped(good, good.Length - 20));
        yield return Case("the last byte missing", good[..^1]);
        yield return Case("something after the seal", [.. good, 0]);
        yield return Case("other words under the same header", line.Export(astra, change: facts =>
        {
            var entries = facts.Feed("astra", Lane.Urgent).Entries;
            var content = Content.Of(line.Random(Content.SeedSize), ContentField.OfText("text", "They are not ours."));
            entries[1] = (entries[1].Header, TranscriptContent.Of(content));
        }));
        yield return Case("a receipt with another time", line.Export(astra, change: facts =>
        {
            var receipts = facts.Feed("astra", Lane.Urgent).Cosignatures;
            receipts[0] = receipts[0] with { Time = new Timestamp(1_700_000_000_000) };
        }));
        yield return Case("another header under the same root", line.Export(astra, change: facts =>
        {
            var entries = facts.Feed("astra", Lane.Urgent).Entries;
            entries[1] = (entries[1].Header with { Status = Status.Test }, entries[1].Content);
        }));
        yield return Case("sealed by another key", line.Export(astra, change: facts => facts.Key = line["boreal"].Key));
    }

    private static byte[] Exercise()
    {
        var line = Conversations.Short(SuiteOne.Instance, LineMode.Exercise);
        return line.Export(line["boreal"]);
    }

    private static byte[] LongOne()
    {
        var line = Conversations.Long(SuiteOne.Instance);
        return line.Export(line["boreal"]);
    }

    private static byte[] Redacted(SampleLine line)
    {
        var boreal = line["boreal"];
        using var sink = new MemoryStream();
        TranscriptRedaction.Redact(
            TranscriptFile.Read(line.Export(boreal), out _)!, (_, field) => field == "text", boreal.Party, line.Now, SuiteId.One,
                boreal.Key, sink.Write);
        return sink.ToArray();
    }

    private static byte[] Flipped(byte[] file, int at)
    {
        var flipped = (byte[])file.Clone();
        flipped[at] ^= 1;
        return flipped;
    }

    private static TranscriptReport Verify(byte[] file) =>
        TranscriptVerifier.Verify(file, id => id == SuiteId.One ? SuiteOne.Instance : null);

    private static JsonObject Case(string name, byte[] file)
    {
        var report = Verify(file);
        var result = new JsonObject { ["name"] = name, ["expected"] = report.Fault?.How.ToString() ?? "Verified" };
        if (report.Fault is { } fault)
        {
            result["record"] = fault.Record;
            result["offset"] = fault.Offset;
        }
        else
        {
            result["line"] = report.Head!.Line.ToString();
            result["entries"] = report.Entries;
            result["roots"] = new JsonArray([.. report.Feeds.Select(f => JsonValue.Create(f.Head.Root.ToString()))]);
        }

        result["file"] = Convert.ToBase64String(file);
        return result;
    }
}
