using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Lines.Parties;
using Parley.Lines.Tests.Samples;
using Parley.Lines.Transcripts;

namespace Parley.Lines.Tests.Transcripts;

/// <summary>Files that are in order, undamaged and sealed by their exporter, and untrue.</summary>
public sealed class DishonestExportTests
{
    private readonly SampleLine line = Conversations.Long();

    [Fact]
    public void Changed_words_do_not_fit_the_signed_commitment() => Fails(
        TranscriptFailure.ContentMismatch,
        "^entry astra/.*/ordinary/0$",
        facts =>
        {
            var entries = facts.Feed("astra", Lane.Ordinary).Entries;
            var content = ((TranscriptContent.Whole)entries[0].Content).Content;
            entries[0] = (entries[0].Header,
                TranscriptContent.Of(Content.Of(content.Seed, ContentField.OfText("text", "We surrender."), content.Fields[1])));
        });

    [Fact]
    public void A_changed_header_does_not_fit_the_root() => Fails(
        TranscriptFailure.RootMismatch,
        "^checkpoint of astra/.*/ordinary, size 1$",
        facts =>
        {
            var entries = facts.Feed("astra", Lane.Ordinary).Entries;
            entries[0] = (entries[0].Header with { Status = Status.Test }, entries[0].Content);
        });

    [Fact]
    public void A_swapped_pair_of_entries_stands_in_the_wrong_order() => FailsToWrite(facts =>
    {
        var entries = facts.Feed("astra", Lane.Ordinary).Entries;
        (entries[0], entries[1]) = (entries[1], entries[0]);
    });

    [Fact]
    public void Entries_beyond_the_last_checkpoint_cannot_be_written() =>
        FailsToWrite(facts => facts.Feed("astra", Lane.Ordinary)
            .Checkpoints.RemoveAt(facts.Feed("astra", Lane.Ordinary).Checkpoints.Count - 1));

    [Fact]
    public void A_checkpoint_of_a_foreign_key_is_refused() => Fails(
        TranscriptFailure.WrongSignature,
        "^checkpoint of astra/.*/ordinary, size 1$",
        facts => Resign(facts, "astra", 0, line["boreal"].Key));

    [Fact]
    public void The_new_key_may_not_sign_what_comes_before_its_rotation() => Fails(
        TranscriptFailure.WrongSignature,
        "^checkpoint of astra/.*/ordinary, size 2$",
        facts => Resign(facts, "astra", 1, KeyAfterRotation()));

    [Fact]
    public void The_old_key_may_not_sign_what_comes_after_its_rotation()
    {
        // The feed's third entry is the first after the rotation.
        Assert.Equal(EntryKind.Rotation, line["astra"].Feeds[1].Entries[1].Header.Kind);
        var old = Conversations.Short()["astra"].Key;
        Fails(TranscriptFailure.WrongSignature, "^checkpoint of astra/.*/ordinary, size 3$", facts => Resign(facts, "astra", 2, old));
    }

    [Fact]
    public void A_forged_receipt_is_refused() => Fails(
        TranscriptFailure.WrongSignature,
        "^cosignature of boreal over astra/.*/ordinary, size 1$",
        facts =>
        {
            var receipts = facts.Feed("astra", Lane.Ordinary).Cosignatures;
            receipts[0] = receipts[0] with { Time = new Timestamp(1) };
        });

    [Fact]
    public void A_receipt_over_another_history_is_refused() => Fails(
        TranscriptFailure.RootMismatch,
        "^cosignature of boreal over astra/.*/ordinary, size 1$",
        facts =>
        {
            var receipts = facts.Feed("astra", Lane.Ordinary).Cosignatures;
            receipts[0] = receipts[0] with { Head = new LogHead(1, Digest.Of([7])) };
        });

    [Fact]
    public void A_stranger_has_no_words_and_no_receipts_here()
    {
        var other = new SampleLine(new Parley.Testing.Suites.SuiteZero(9), LineMode.Live, "astra", "corvia");
        Fails(
            TranscriptFailure.NotAMember,
            "^cosignature of corvia over astra/.*/urgent, size 2$",
            facts =>
            {
                facts.Chains.Add(other["corvia"].Cards);
                var feed = facts.Feed("astra", Lane.Urgent);
                feed.Cosignatures.Add(SignedCosignature.Sign(
                    feed.Checkpoints[1], other["corvia"].Party, line.Now, other["corvia"].Own, RangeSet.Empty, new SuiteId(0),
                        other["corvia"].Key));
            });
    }

    [Fact]
    public void A_party_without_cards_proves_nothing() =>
        Fails(TranscriptFailure.NoCard, "^cosignature of boreal over astra", facts => facts.Chains.RemoveAt(1));

    [Fact]
    public void Cards_with_a_foreign_link_are_refused() => Fails(
        TranscriptFailure.CardsDoNotFollow,
        "^card of boreal$",
        facts => facts.Chains[1] = facts.Chains[1].Extend(facts.Chains[1].Current with { Version = 4, Step = CardStep.Update }, null,
            line["astra"].Key));

    [Fact]
    public void The_founding_charter_is_the_one_whose_hash_is_the_line() => Fails(
        TranscriptFailure.CharterDoesNotFollow, "^charter, version 1$", facts =>
            facts.Charters[0] = facts.Charters[0] with { Name = "other" });

    [Fact]
    public void An_amendment_names_the_one_before() => Fails(
        TranscriptFailure.CharterDoesNotFollow,
        "^charter, version 2$",
        facts => facts.Charters[1] = facts.Charters[1] with { Predecessor = Digest.Of([1]) });

    [Fact]
    public void A_header_under_a_charter_that_is_not_there_is_refused() =>
        Fails(TranscriptFailure.UnknownCharter, "^entry (astra|boreal)/", facts => facts.Charters.RemoveAt(1));

    [Fact]
    public void A_charter_names_the_cards_of_its_parties()
    {
        var stranger = new SampleLine(new Parley.Testing.Suites.SuiteZero(10), LineMode.Live, "astra", "boreal");
        Fails(TranscriptFailure.CardNotNamed, "^charter, version 1$", facts => facts.Chains[1] = stranger["boreal"].Cards);
    }

    [Fact]
    public void The_seal_is_the_exporters() =>
        Fails(TranscriptFailure.WrongSignature, "^seal of the file$", facts => facts.Key = line["boreal"].Key);

    [Fact]
    public void The_exporter_is_a_member() => Fails(
        TranscriptFailure.NotAMember, "^head of the file$", facts =>
            facts.Head = facts.Head with { Exporter = PartyId.Parse("corvia")!.Value });

    [Fact]
    public void A_rotation_to_cards_that_are_not_the_partys_is_refused()
    {
        var other = Conversations.Long(77);
        Fails(
            TranscriptFailure.RotationDoesNotFollow,
            "^entry astra/.*/urgent/2$",
            facts =>
            {
                var entries = facts.Feed("astra", Lane.Urgent).Entries;
                var content = new RotationContent(other["astra"].Cards).ToContent(new byte[Content.SeedSize]);
                Assert.Equal(EntryKind.Rotation, entries[2].Header.Kind);
                entries[2] = (entries[2].Header with { Commitment = content.Commitment() }, TranscriptContent.Of(content));
            });
    }

    [Fact]
    public void After_a_revocation_the_old_key_opens_no_generation()
    {
        var before = Conversations.Short(5);
        var old = before["astra"].Key;
        before["astra"].Rotate(CardStep.Revoke);
        before.Open(before["astra"], GenerationReason.Revoked);
        Assert.Null(TranscriptVerifierTests.Verify(before.Export(before["astra"])).Fault);
        var fault = TranscriptVerifierTests.Verify(before.Export(before["astra"], change: facts =>
        {
            var feed = facts.Feeds.Single(f => f.Id.Generation == before["astra"].Generation);
            feed.Checkpoints[0] = SignedCheckpoint.Sign(feed.Id, new SuiteId(0), feed.Checkpoints[0].Head, LogHead.Empty, old);
        })).Fault;
        Assert.Equal(TranscriptFailure.WrongSignature, fault!.How);
    }

    private SigningKey KeyAfterRotation()
    {
        var again = Conversations.Short();
        again.Rotate(again["astra"]);
        Assert.Equal(line["astra"].Cards.Cards[1].Card.Key, again["astra"].Key.PublicKey);
        return again["astra"].Key;
    }

    private static void Resign(TranscriptFacts facts, string party, int checkpoint, SigningKey key)
    {
        var feed = facts.Feed(party, Lane.Ordinary);
        var old = feed.Checkpoints[checkpoint];
        feed.Checkpoints[checkpoint] = SignedCheckpoint.Sign(feed.Id, old.Suite, old.Head, old.Journal, key);
    }

    // The exporter's own feeds and those of others alike are chosen by party and lane: the first generation of each.
    private void Fails(TranscriptFailure how, string record, Action<TranscriptFacts> change)
    {
        Assert.Null(TranscriptVerifierTests.Verify(line.Export(line["astra"])).Fault);
        var fault = TranscriptVerifierTests.Verify(line.Export(line["astra"], change: change)).Fault;
        Assert.NotNull(fault);
        Assert.Equal(how, fault.How);
        Assert.Matches(record, fault.Record);
    }

    private void FailsToWrite(Action<TranscriptFacts> change) =>
        Assert.Throws<InvalidOperationException>(() => line.Export(line["astra"], change: change));
}
