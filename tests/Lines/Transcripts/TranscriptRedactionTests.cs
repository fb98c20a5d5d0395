using System.Text;
using Parley.Lines.Entries;
using Parley.Lines.Tests.Samples;
using Parley.Lines.Transcripts;

namespace Parley.Lines.Tests.Transcripts;

public sealed class TranscriptRedactionTests
{
    private const string Secret = "Details follow.";

    private readonly SampleLine line = Conversations.Short();

    [Fact]
    public void A_field_is_gone_and_the_rest_still_verifies()
    {
        var redacted = Redact(line.Export(line["astra"]), (_, field) => field == "text");
        Assert.Equal(-1, redacted.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Secret)));
        var report = TranscriptVerifierTests.Verify(redacted);
        Assert.Null(report.Fault);
        Assert.Equal(3, report.Feeds.Sum(f => f.Redacted));
        Assert.Contains(report.Warnings, w => w.Kind == TranscriptWarningKind.Redacted);
        var message = Messages(redacted).First();
        Assert.Null(message["text"]);
        Assert.Equal("en", message["language"]!.Text);
        Assert.Equal("boreal", report.Head!.Exporter.ToString());
    }

    [Fact]
    public void Nothing_else_changes()
    {
        var file = line.Export(line["astra"]);
        var report = TranscriptVerifierTests.Verify(Redact(file, (_, _) => false));
        Assert.Equal(0, report.Feeds.Sum(f => f.Redacted));
        var comparison = TranscriptCompare.Compare(file, Redact(file, (h, f) => h.Index == 0 && f == "text"), Conversations.Suites);
        Assert.Equal(TranscriptVerdict.SameSoFar, comparison.Verdict);
        Assert.Equal(2, comparison.Feeds.Sum(f => f.ShownInFirstOnly.Count));
    }

    [Fact]
    public void More_can_be_taken_out_and_nothing_comes_back()
    {
        var once = Redact(line.Export(line["astra"]), (_, field) => field == "text");
        var twice = Redact(once, (_, field) => field == "language");
        Assert.Null(TranscriptVerifierTests.Verify(twice).Fault);
        Assert.All(Messages(twice), m => Assert.Equal(2, Assert.IsType<TranscriptContent.Redacted>(m).Withheld));
        var comparison = TranscriptCompare.Compare(once, twice, Conversations.Suites);
        Assert.Equal(3, comparison.Feeds.Sum(f => f.ShownDifferently.Count));
    }

    [Fact]
    public void A_changed_value_in_a_redacted_content_is_found()
    {
        var content = Content.Of(new byte[16], ContentField.OfText("a", "1"), ContentField.OfText("b", "2"));
        var shown = (TranscriptContent.Redacted)TranscriptContent.Of(content).Without(f => f == "a");
        Assert.Equal(content.Commitment(), shown.Commitment());
        var other = Content.Of(new byte[16], ContentField.OfText("a", "1"), ContentField.OfText("b", "3"));
        Assert.NotEqual(content.Commitment(), TranscriptContent.Of(other).Without(f => f == "a").Commitment());
    }

    private static TranscriptContent[] Messages(byte[] file) =>
        [.. TranscriptFile.Read(file, out _)!.Feeds.SelectMany(f => f.Entries).Where(e => e.Header.Kind == EntryKind.Message)
            .Select(e => e.Content)];

    private byte[] Redact(byte[] file, Func<EntryHeader, string, bool> hidden)
    {
        var boreal = line["boreal"];
        using var sink = new MemoryStream();
        var read = TranscriptFile.Read(file, out _)!;
        TranscriptRedaction.Redact(read, hidden, boreal.Party, line.Now, boreal.Cards.Current.Suite, boreal.Key, sink.Write);
        return sink.ToArray();
    }
}
