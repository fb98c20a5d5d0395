using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Tests.Samples;
using Parley.Lines.Transcripts;

namespace Parley.Lines.Tests.Transcripts;

public sealed class TranscriptVerifierTests
{
    [Fact]
    public void A_line_with_rotations_generations_and_both_lanes_verifies_from_either_side()
    {
        var line = Conversations.Long();
        foreach (var member in line.Members)
        {
            var report = Verify(line.Export(member));
            Assert.Null(report.Fault);
            Assert.Equal(8, report.Feeds.Count);
            Assert.Equal(line.Members.Sum(m => m.Feeds.Sum(f => f.Entries.Count)), report.Entries);
            Assert.All(report.Feeds, f => Assert.Equal(f.Head.Size, f.Shown));
            Assert.All(report.Feeds, f => Assert.Equal(f.Head.Size, Assert.Single(f.Received).Entries.Count));
        }
    }

    [Fact]
    public void The_report_says_which_card_signed_what()
    {
        var report = Verify(Conversations.Long().Export(Conversations.Long()["astra"]));
        var astra = report.Parties[0];
        Assert.Equal(["First", "Rotate", "Revoke"], astra.Cards.Select(c => c.Step.ToString()));
        Assert.All(astra.Cards, c => Assert.NotEmpty(c.Signed));
        Assert.All(astra.Cards, c => Assert.Equal(Digits.Of(c.Hash), c.Digits));
        var boreal = report.Parties[1];
        Assert.Equal([true, false, true], boreal.Cards.Select(c => c.Signed.Count > 0));
        Assert.All(report.Parties, p => Assert.Contains(p.Cards, c => c.Receipts > 0));
    }

    [Fact]
    public void Suite_1_verifies_too()
    {
        var line = Conversations.Long(SuiteOne.Instance);
        Assert.Null(Verify(line.Export(line["boreal"])).Fault);
    }

    [Fact]
    public void A_suite_that_the_reader_does_not_accept_is_named()
    {
        var line = Conversations.Short();
        var report = TranscriptVerifier.Verify(line.Export(line["astra"]), id => id == SuiteId.One ? SuiteOne.Instance : null);
        Assert.Equal((TranscriptFailure.UnknownSuite, "card of astra"), (report.Fault!.How, report.Fault.Record));
    }

    [Fact]
    public void A_trusted_card_must_be_among_the_partys_cards()
    {
        var line = Conversations.Long();
        var file = line.Export(line["astra"]);
        var boreal = line["boreal"].Party;
        var good = Verify(file, new TrustedCard(boreal, line["boreal"].Cards.Cards[1].Card.Hash()));
        Assert.True(good.Ok);
        Assert.Equal([false, true], good.Parties.Select(p => p.Trusted));
        Assert.Equal([false, true, false], good.Parties[1].Cards.Select(c => c.Trusted));
        var bad = Verify(file, new TrustedCard(boreal, line["astra"].Cards.Current.Hash()));
        Assert.Equal(TranscriptFailure.CardNotTrusted, bad.Fault!.How);
        Assert.Equal("card of boreal", bad.Fault.Record);
    }

    [Fact]
    public void Received_is_what_a_receipt_covers_and_does_not_name()
    {
        var line = Conversations.Short();
        var (astra, boreal) = (line["astra"], line["boreal"]);
        var first = line.Say(astra, "one");
        var second = line.Say(astra, "two");
        line.Carry(astra, boreal, RangeSet.Empty.Add(second.Index, second.Index + 1));
        var third = line.Say(astra, "three");
        var report = Verify(line.Export(astra));
        Assert.Equal(boreal.Party, Assert.Single(report.ReceivedBy(first)).By);
        Assert.Empty(report.ReceivedBy(second));
        Assert.Empty(report.ReceivedBy(third));
        Assert.Contains(report.Warnings, w => w.Kind == TranscriptWarningKind.NotReceived &&
            w.Words.EndsWith($": {second.Index}-{third.Index}"));
    }

    [Fact]
    public void Contents_can_be_left_out_and_it_is_said()
    {
        var line = Conversations.Short();
        var report = Verify(line.Export(line["astra"], without: h => h.Kind == EntryKind.Message));
        Assert.True(report.Ok);
        Assert.Equal(3, report.Feeds.Sum(f => f.NotShown));
        Assert.Contains(report.Warnings, w => w.Kind == TranscriptWarningKind.NotShown);
    }

    [Fact]
    public void A_rotation_whose_content_is_left_out_still_leads_to_a_key_of_the_chain()
    {
        var line = Conversations.Long();
        Assert.Null(Verify(line.Export(line["astra"], without: h => h.Kind == EntryKind.Rotation)).Fault);
    }

    [Fact]
    public void A_file_that_holds_less_than_its_entries_state_says_so()
    {
        var line = Conversations.Short();
        var file = line.Export(line["astra"], change: facts => facts.Feeds.Remove(facts.Feed("boreal", Lane.Ordinary)));
        Assert.True(Verify(file).Ok);
        line.Say(line["astra"], "After boreal's words.");
        file = line.Export(line["astra"], change: facts => facts.Feeds.Remove(facts.Feed("boreal", Lane.Ordinary)));
        var warning = Verify(file).Warnings.Single(w => w.Kind == TranscriptWarningKind.Incomplete);
        Assert.Contains("states 1 entries of boreal/", warning.Words);
    }

    [Fact]
    public void A_second_history_is_evidence_when_it_contradicts_and_a_failure_when_it_does_not()
    {
        var line = Conversations.Short();
        var astra = line["astra"];
        var feed = astra.Feed(line.Line, Lane.Urgent);
        var other = SignedCheckpoint.Sign(
            feed.Id, astra.Cards.Current.Suite, new LogHead(2, Digest.Of([1])), LogHead.Empty, astra.Key);
        var report = Verify(line.Export(astra, change: f => f.Feed("astra", Lane.Urgent).Forks.Add(other)));
        Assert.True(report.Ok);
        Assert.Contains(report.Warnings, w => w.Kind == TranscriptWarningKind.Fork);
        var same = Verify(line.Export(astra, change: f => f.Feed("astra", Lane.Urgent).Forks.Add(feed.Checkpoints[1])));
        Assert.Equal(TranscriptFailure.NoContradiction, same.Fault!.How);
    }

    [Fact]
    public void Every_block_of_an_exercise_says_so()
    {
        var line = Conversations.Short(mode: LineMode.Exercise);
        var file = line.Export(line["astra"]);
        AssertExercise(Verify(file).ToText());
        file[^1] ^= 1;
        AssertExercise(Verify(file).ToText());
        Assert.DoesNotContain(Verify(Conversations.Short().Export(line["astra"])).ToText(), l => l.Contains("EXERCISE"));
    }

    [Fact]
    public void A_long_transcript_is_no_trouble()
    {
        var line = Conversations.Short();
        var astra = line["astra"];
        for (var i = 0; i < 100_000; i++)
            line.Say(astra, "Nothing to report.");
        Conversations.Exchange(line);
        var feed = astra.Feed(line.Line, Lane.Ordinary);
        feed.Checkpoints.RemoveRange(1, feed.Checkpoints.Count - 2);
        feed.Cosignatures.RemoveAll(c => c.Head.Size < feed.Entries.Count);
        var report = Verify(line.Export(astra));
        Assert.Null(report.Fault);
        Assert.True(report.Entries > 100_000);
    }

    internal static TranscriptReport Verify(byte[] file, params TrustedCard[] trusted) =>
        TranscriptVerifier.Verify(file, Conversations.Suites, trusted);

    private static void AssertExercise(IReadOnlyList<string> text)
    {
        var starts = text.Where((l, i) => i == 0 || text[i - 1].Length == 0).ToArray();
        Assert.True(starts.Length > 1);
        Assert.All(starts, l => Assert.StartsWith("EXERCISE", l));
        Assert.StartsWith("EXERCISE", text[^1]);
    }
}
