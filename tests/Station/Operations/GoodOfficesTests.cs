using Parley.Control;
using Parley.Control.GoodOffices;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Postures;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.GoodOffices;
using Parley.Lines.Parties;
using Parley.Station.Operations;

namespace Parley.Station.Tests.Operations;

/// <summary>Boreal passes on to cassia what astra said to boreal, and says what it does itself.</summary>
public sealed class GoodOfficesTests
{
    private readonly Desk astra = new("astra", 1);
    private readonly Desk boreal = new("boreal", 2);
    private readonly Desk cassia = new("cassia", 3);

    public GoodOfficesTests()
    {
        foreach (var other in new[] { astra, cassia })
        {
            Desk.Introduce(boreal, other);
            Desk.Connect(boreal, other);
        }

        Open("hot", astra, "");
        Open("good", cassia, "priority=2");
    }

    [Fact]
    public void What_only_the_carrier_vouches_for_is_shown_as_its_claim()
    {
        var draft = boreal.Do(new RelayStatement("good", Precedence.Routine, "astra", boreal.Now.ToDateTimeOffset(), "en", "We have stopped."));
        Desk.Settle(boreal, cassia);
        var text = Text(cassia, draft.Released!);
        Assert.StartsWith("CLAIMED by boreal, who passes it on: astra said on ", text, StringComparison.Ordinal);
        Assert.EndsWith("We have stopped.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void With_its_authors_signature_it_is_the_authors_word_as_far_as_the_card_is_known()
    {
        var entry = Relay();
        var unknown = $"SIGNED by astra, whose card is NOT known here: compare {astra.Keys.Chain.DigitsToCompare}; passed on by boreal.";
        Assert.StartsWith(unknown, Text(cassia, entry), StringComparison.Ordinal);
        Desk.Introduce(cassia, astra);
        Assert.StartsWith("SIGNED by astra, whose card is known here; passed on by boreal. astra said on ", Text(cassia, entry), StringComparison.Ordinal);
        Assert.EndsWith("We stop at noon.", Text(cassia, entry), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_read_outside_the_loop_is_as_it_was_when_it_was_asked_for()
    {
        var entry = Relay();
        object? answer = null;
        cassia.Step(new OfficerAsks(new ReadEntry("good", entry), new Actor("ann", (Roles)31), a => answer = a));
        Desk.Introduce(cassia, astra);
        var view = Assert.IsType<Done<EntryView>>(Assert.IsType<Deferred>(answer).Read()).Answer;
        Assert.Contains("NOT known here", view.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_carrier_changes_the_signature_no_longer_stands_for_it()
    {
        var proved = Relayed(Relay());
        var other = Relayed(Relay("We go on."));
        Assert.Contains("SIGNED by astra", Shown(proved), StringComparison.Ordinal);
        RelayedContent[] changed =
        [
            proved with { Note = proved.Note with { Text = "We go on." } },
            proved with { Speaker = "dorn" },
            proved with { Said = proved.Said + TimeSpan.FromMinutes(1) },
            proved with { Proof = other.Proof },
            proved with { Proof = proved.Proof! with { Path = [] } },
            proved with { Proof = proved.Proof! with { Content = other.Proof!.Content } },
            proved with { Proof = proved.Proof! with { Chain = boreal.Keys.Chain } },
            proved with { Proof = proved.Proof! with { Checkpoint = proved.Proof.Checkpoint with { Signature = new byte[96] } } },
        ];
        Assert.All(changed, c => Assert.StartsWith("The proof that came with it does NOT hold. CLAIMED by boreal", Shown(c), StringComparison.Ordinal));
    }

    [Fact]
    public void A_proof_reads_back_to_the_same_bytes_and_damaged_bytes_do_not_verify_as_others()
    {
        var bytes = Relayed(Relay()).Proof!.Encode();
        Assert.Equal(bytes, StatementProof.Parse(bytes)!.Encode());
        for (var at = 0; at < bytes.Length; at += 7)
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 0x21;
            if (StatementProof.Parse(damaged) is { } parsed)
                Assert.Null(parsed.Verify(_ => cassia.Keys.Suite));
        }
    }

    [Fact]
    public void It_waits_for_the_second_officer_where_the_line_asks_for_two()
    {
        var until = boreal.Now.ToDateTimeOffset().AddHours(1);
        var draft = boreal.Do(
            new StatePosture("good", Precedence.Priority, "an exercise of our fleet", "Chief of Staff", "en", "It is not aimed at you.", until));
        Assert.Null(draft.Released);
        Assert.StartsWith(
            "POSTURE, not aimed at the reader: an exercise of our fleet. Said under the authority of Chief of Staff. Valid until ",
            draft.Text,
            StringComparison.Ordinal);
        var released = boreal.Do(new ApproveDraft(draft.Id, draft.Revision), "bob").Released!;
        Desk.Settle(boreal, cassia);
        Assert.Contains("Valid until", Text(cassia, released), StringComparison.Ordinal);
        cassia.Now += TimeSpan.FromHours(2);
        Assert.Contains("NO LONGER VALID", Text(cassia, released), StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_passed_on_is_refused_by_name()
    {
        var now = boreal.Now.ToDateTimeOffset();
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new RelayStatement("good", Precedence.Routine, "", now, "en", "x")));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new RelayStatement("good", Precedence.Routine, "astra", now.AddDays(1), "en", "x")));
        Assert.Equal(Refusal.UnknownLine, boreal.Refusal(new RelayEntry("good", Precedence.Routine, "cold", "astra/0")));
        Assert.Equal(Refusal.UnknownEntry, boreal.Refusal(new RelayEntry("good", Precedence.Routine, "hot", "astra/0")));
        var proposal = EntryRef.Of(boreal.OwnFeed(Lane.Urgent).Id, 0).ToString();
        Assert.Equal(Refusal.UnknownEntry, boreal.Refusal(new RelayEntry("good", Precedence.Routine, "hot", proposal)));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new StatePosture("good", Precedence.Routine, "a\nb", "x", "en", "x")));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new StatePosture("good", Precedence.Routine, "a", "x", "en", "x", now.AddDays(-1))));
        Assert.Equal(Refusal.NotAllowed, boreal.Refusal(new StatePosture("good", Precedence.Routine, "a", "x", "en", "x"), roles: Roles.Watch));
    }

    private void Open(string name, Desk other, string release)
    {
        boreal.Do(new ProposeLine(name, LineKind.Hot, LineMode.Live, [other.Party.ToString()], new TermsView(Release: release)));
        Desk.Settle(boreal, other);
        other.Do(new AcceptLine(name));
        Desk.Settle(boreal, other);
    }

    private string Relay(string text = "We stop at noon.")
    {
        var said = astra.Say(text).Released!;
        Desk.Settle(astra, boreal);
        var draft = boreal.Do(new RelayEntry("good", Precedence.Routine, "hot", said));
        Desk.Settle(boreal, cassia);
        return draft.Released!;
    }

    private RelayedContent Relayed(string entry)
    {
        var at = EntryRef.Parse(entry)!.Value;
        var stored = cassia.Store.Entry(at.Feed(cassia.Line("good").Id), at.Index)!;
        return RelayedContent.From(Content.Parse(Handover.OpenAtRest(cassia.Memory, stored)!)!)!;
    }

    private string Shown(RelayedContent relayed)
    {
        var content = relayed.ToWords().ToContent(new byte[Content.SeedSize]);
        var plain = EntryText.Of(EntryKind.Relayed, content, cassia.Now)!;
        var header = cassia.Memory.HeaderOf(cassia.Line("good").Feeds.Keys.First(f => f.Party == boreal.Party), 0)!;
        return RelayedText.Of(cassia.Keys.Suite, new Dictionary<PartyId, CardChain>(), header, RelayedContent.From(content)!, plain).Text;
    }

    private static string Text(Desk desk, string entry) => desk.Do(new ReadEntry("good", entry)).Text!;
}
