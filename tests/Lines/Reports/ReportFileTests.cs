using System.Text;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Checks;
using Parley.Lines.Contacts;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Lines.Reports;
using Parley.Lines.Tests.Samples;
using Parley.Lines.Transcripts;

namespace Parley.Lines.Tests.Reports;

/// <summary>A silence report: what it claims, what it shows of words, and that nothing in it can be changed or left out unseen.</summary>
public sealed class ReportFileTests
{
    [Fact]
    public void It_says_who_asked_and_what_was_not_answered_on_both_sides()
    {
        var sample = new ReportSample();
        var (ours, theirs, declined) = sample.Play();
        var line = Line(sample.Make());
        Assert.Equal([ours, theirs, declined], line.Requests.Select(r => r.Entry));
        Assert.Equal([RequestOutcome.Unacknowledged, RequestOutcome.Unacknowledged, RequestOutcome.Declined], line.Requests.Select(r => r.Outcome));
        var leg = Assert.Single(line.Requests[0].Legs);
        Assert.True(leg.IsSilent);
        Assert.NotNull(leg.ReceivedAt);
        // The proof that there is no answer: how far their feeds go.
        Assert.Contains(leg.AsOf, h => h.Feed.Party == sample.Boreal.Party && h.Feed.Lane == Lane.Ordinary && h.Size == sample.Boreal.Size(Lane.Ordinary));
        Assert.Equal("boreal", line.Requests[1].Entry.Party.ToString());
        Assert.True(line.Requests[1].Legs[0].IsSilent);
        Assert.False(line.Requests[2].Legs[0].IsSilent);
        var pair = Assert.Single(line.Pairs);
        Assert.Equal(sample.Day(3.5), pair.Last);
        Assert.Equal(2, pair.Sides.Single(s => s.Party == sample.Astra.Party).Asked.Count);
    }

    [Fact]
    public void Words_and_topics_are_not_in_it_unless_they_may_be()
    {
        var sample = new ReportSample();
        sample.Play();
        foreach (var secret in (string[])[ReportSample.OurTopic, ReportSample.TheirTopic, ReportSample.TheirWords, "an aide in a hurry"])
            Assert.False(IsIn(sample.Make(), secret), secret);
        var open = sample.Make(sample.Frame(words: true));
        Assert.True(IsIn(open, ReportSample.OurTopic));
        Assert.False(IsIn(open, ReportSample.TheirTopic));
        Assert.False(IsIn(open, ReportSample.TheirWords));
        var allowed = new ReportSample(publication: true);
        allowed.Play();
        var line = Line(allowed.Make());
        Assert.True(line.ShowsTheirWords);
        Assert.Equal([null, ReportSample.TheirTopic, null], line.Requests.Select(r => r.Topic));
        Assert.Equal(ReportSample.TheirWords, line.Requests[2].Steps[0].Text);
    }

    [Fact]
    public void What_came_after_the_period_is_neither_told_nor_shown()
    {
        var sample = new ReportSample();
        var (ours, _, _) = sample.Play();
        sample.Step(sample.Boreal, ours, new AcknowledgedStep());
        sample.Line.Say(sample.Boreal, "much later");
        sample.Until(12);
        var line = Line(sample.Make());
        Assert.True(line.Requests[0].Legs[0].IsSilent);
        Assert.Empty(line.Requests[0].Steps);
        // That their next entry came after the period can be seen, and not what it says.
        var file = TranscriptFile.Read(line.Input.Proof, out _)!;
        var after = file.Feeds.SelectMany(f => f.Entries).Where(e => e.Header.Time > sample.Day(9)).ToList();
        Assert.NotEmpty(after);
        Assert.All(after, e => Assert.IsType<TranscriptContent.Absent>(e.Content));
        Assert.Equal(RequestOutcome.Undated, Line(sample.Make(sample.Frame(until: 11))).Requests[0].Outcome);
    }

    [Fact]
    public void Requests_of_before_stand_in_it_while_they_wait_and_not_when_they_were_over()
    {
        var sample = new ReportSample();
        var (ours, theirs, _) = sample.Play();
        Assert.Equal([ours, theirs], Line(sample.Make(sample.Frame(from: 8))).Requests.Select(r => r.Entry));
        Assert.Equal(2, Line(sample.Make(sample.Frame(from: 8))).Pairs[0].Sides.Sum(s => s.Asked.Count));
    }

    [Fact]
    public void Checks_of_both_sides_are_counted_and_announced_maintenance_excuses()
    {
        var sample = new ReportSample(checks: CheckSchedule.Read("06:00,18:00;answer=10", PartyId.Parse("astra")));
        var due = CheckSchedule.Read("06:00,18:00;answer=10", PartyId.Parse("astra"))!.Next(sample.Day(2))!.Value;
        var (sender, other) = due.Number % 2 == 0 ? (sample.Astra, sample.Boreal) : (sample.Boreal, sample.Astra);
        sample.Line.Wait(due.At - sample.Line.Now);
        var check = sample.Say(sender, new CheckContent("en", "Winds are light.").ToWords(), Status.Test);
        sample.Until(10);
        var checks = Line(sample.Make(sample.Frame(from: 1, until: 4))).Checks!;
        Assert.Contains(checks.Missed, m => m.Check == check && m.Party == other.Party && m.What == "not answered");
        Assert.Equal(5, checks.Parties.Sum(p => p.Missed));
        Assert.Equal(1, checks.Parties.Single(p => p.Party == other.Party).NotAnswered);
        var window = new StatedMaintenance(sample.Boreal.Party, sample.Day(0), sample.Day(0), null);
        Assert.Equal(0, Line(sample.Make(sample.Frame(from: 1, until: 4), maintenance: [window])).Checks!.Parties.Sum(p => p.Missed));
    }

    [Fact]
    public void An_exercise_says_so_first_and_last()
    {
        var sample = new ReportSample(LineMode.Exercise);
        sample.Play();
        var text = Encoding.UTF8.GetString(sample.Make());
        Assert.Contains("\"mode\": \"exercise\"", text[..300]);
        Assert.Contains("\"exercise\": true", text[^600..]);
    }

    [Fact]
    public void Any_changed_byte_is_found()
    {
        var sample = new ReportSample();
        sample.Play();
        var good = sample.Make(silences: [new StatedSilence(sample.Boreal.Party, sample.Day(1), null, ["circuits cut"])]);
        Assert.Null(ReportSample.Verify(good).Fault);
        for (var i = 0; i < good.Length; i += i < 200 || i > good.Length - 200 ? 1 : 41)
        {
            var bad = (byte[])good.Clone();
            bad[i] ^= 1;
            Assert.False(ReportSample.Verify(bad).Ok, $"byte {i}");
        }

        for (var cut = 0; cut < good.Length; cut += 101)
            Assert.False(ReportSample.Verify(good[..cut]).Ok);
        Assert.False(ReportSample.Verify([.. good, (byte)'\n']).Ok);
    }

    [Fact]
    public void A_maker_cannot_claim_what_does_not_follow()
    {
        var sample = new ReportSample();
        sample.Play();
        var text = Encoding.UTF8.GetString(sample.Make());
        var bad = text.Replace("\"outcome\": \"declined\"", "\"outcome\": \"unacknowledged\"", StringComparison.Ordinal);
        Assert.NotEqual(text, bad);
        var fault = ReportSample.Verify(Encoding.UTF8.GetBytes(bad)).Fault!;
        Assert.Equal(ReportFailure.Claims, fault.How);
        var place = text[..text.IndexOf("\"outcome\": \"declined\"", StringComparison.Ordinal)].Count(c => c == '\n') + 1;
        Assert.Equal($"line {place} of the file", fault.Where);
    }

    [Fact]
    public void A_maker_cannot_leave_an_answer_out()
    {
        var sample = new ReportSample();
        sample.Play();
        var frame = sample.Frame();
        // Without the words of the step it still shows that something was said, so nothing is called unanswered.
        var hidden = Line(Made(sample, frame, e => e.Header.Kind == EntryKind.CallStep ? TranscriptContent.None : e.Content)).Requests[2].Legs[0];
        Assert.True(hidden.IsUnread);
        Assert.False(hidden.IsSilent);
        // What the step was may not be withheld.
        var fault = ReportSample.Verify(Made(sample, frame, e => e.Header.Kind == EntryKind.CallStep ? e.Content.Without(n => n == "reason") : e.Content)).Fault!;
        Assert.Equal(ReportFailure.Withheld, fault.How);
        Assert.StartsWith("line strait: call-step boreal/", fault.Where, StringComparison.Ordinal);
    }

    [Fact]
    public void The_signature_and_the_proofs_are_the_makers()
    {
        var sample = new ReportSample();
        sample.Play();
        var frame = sample.Frame();
        var input = new LineInput("strait", sample.Proof(frame), [], []);
        Assert.Equal(ReportFailure.Signature, ReportSample.Verify(ReportFile.Make(frame, [input], sample.Boreal.Key).Bytes).Fault!.How);
        Assert.Equal(ReportFailure.AnotherFrame, ReportSample.Verify(ReportFile.Make(frame with { By = sample.Boreal.Party }, [input], sample.Boreal.Key).Bytes).Fault!.How);
        Assert.Equal(
            ReportFailure.AnotherFrame,
            ReportSample.Verify(ReportFile.Make(frame with { Made = frame.Made + TimeSpan.FromSeconds(1) }, [input], sample.Astra.Key).Bytes).Fault!.How);
        Assert.Equal(ReportFailure.AnotherFrame, ReportSample.Verify(ReportFile.Make(frame, [input, input], sample.Astra.Key).Bytes).Fault!.How);
        var exercise = new ReportSample(LineMode.Exercise);
        exercise.Play();
        var other = new LineInput("drill", exercise.Proof(exercise.Frame() with { Made = frame.Made }), [], []);
        Assert.Equal(ReportFailure.AnotherFrame, ReportSample.Verify(ReportFile.Make(frame, [input, other], sample.Astra.Key).Bytes).Fault!.How);
    }

    [Fact]
    public void What_is_no_report_is_refused_without_a_fault()
    {
        var sample = new ReportSample();
        sample.Play();
        var good = sample.Make();
        var chance = sample.Line.Random(300 * 4);
        for (var i = 0; i < 300; i++)
        {
            var bad = (byte[])good.Clone();
            var at = ((chance[4 * i] * 256) + chance[(4 * i) + 1]) % Math.Min(bad.Length - 1, 4000);
            (bad[at], bad[at + 1]) = (chance[(4 * i) + 2], chance[(4 * i) + 3]);
            Assert.False(ReportSample.Verify(bad).Ok && !bad.AsSpan().SequenceEqual(good));
        }

        string[] none = ["", "{}", "[]", "null", "{\"report\": 1, \"signature\": \"\"}", "{\"report\": {\"lines\": []}, \"signature\": \"AA\"}", new string('[', 5000)];
        foreach (var text in none)
            Assert.Equal(ReportFailure.NotAReport, ReportSample.Verify(Encoding.UTF8.GetBytes(text)).Fault!.How);
    }

    private static LineClaims Line(byte[] bytes)
    {
        var verified = ReportSample.Verify(bytes);
        Assert.Null(verified.Fault);
        return Assert.Single(verified.Report!.Lines);
    }

    /// <summary>Whether a text stands in the claims or in what the proofs show.</summary>
    private static bool IsIn(byte[] report, string text)
    {
        var proof = Line(report).Input.Proof.Span;
        return Encoding.UTF8.GetString(report).Contains(text, StringComparison.Ordinal) || proof.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
    }

    /// <summary>A report by a maker who shows something else of the contents than he must.</summary>
    private static byte[] Made(ReportSample sample, ReportFrame frame, Func<TranscriptEntry, TranscriptContent> shown)
    {
        var file = TranscriptFile.Read(sample.Proof(frame), out _)!;
        using var sink = new MemoryStream();
        var writer = new TranscriptWriter(sink.Write, file.Head);
        foreach (var (chain, _) in file.Chains)
            writer.Cards(chain);
        foreach (var (charter, _) in file.Charters)
            writer.Charter(charter);
        foreach (var feed in file.Feeds)
        {
            writer.Feed(
                feed.Id, feed.Entries.Select(e => (e.Header, shown(e))), feed.Checkpoints.Select(c => c.Value), feed.Cosignatures.Select(c => c.Value),
                feed.Forks.Select(c => c.Value));
        }

        writer.Seal(sample.Astra.Key);
        return ReportFile.Make(frame, [new LineInput("strait", sink.ToArray(), [], [])], sample.Astra.Key).Bytes;
    }
}
