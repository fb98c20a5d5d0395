using Parley.Control;
using Parley.Control.ByHand;
using Parley.Control.Handling;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Peers;
using Parley.Control.Stations;
using Parley.Lines.ByHand;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Transcripts;

namespace Parley.Station.Tests.Operations;

/// <summary>A station is of use on the day when one party alone has it: the others are reached by hand, and what is known of them stands as no more than that.</summary>
public sealed class ByHandPeerTests
{
    [Fact]
    public void A_line_with_parties_by_hand_alone_is_in_force_at_once_and_holds_to_its_release_rule()
    {
        var astra = Alone();
        var view = astra.Do(new ListLines()).Single();
        Assert.Equal((Parley.Control.Lines.LineState.Open, 1), (view.State, view.CharterVersion));
        Assert.Equal(["celt"], view.ByHand);
        Assert.Empty(view.Missing);
        Assert.NotNull(astra.Say("One officer.").Released);
        Assert.Null(astra.Say("Two officers.", Precedence.Flash).Released);

        astra.Do(new AmendLine("hot", new TermsView(Languages: ["en", "ga"])));
        Assert.Equal(2, astra.Line().Fold.InForce.Count);
        astra.Start();
        Assert.True(astra.Line().Fold.IsOpen);
        Assert.Equal("+1 555 0100", astra.Do(new ListPeers()).Single().ByHand);
        Assert.Equal(0, astra.Do(new ShowStatus()).Lines.Single().Unreceived);
    }

    [Fact]
    public void What_goes_out_waits_to_be_read_out_and_who_did_it_when_is_kept()
    {
        var astra = Alone();
        var entry = astra.Say("Not ours. We ask for the position of your patrol at noon.").Released!;

        var waiting = Assert.Single(astra.Do(new ListByHandOut("hot")));
        Assert.Equal((entry, "celt", false), (waiting.Entry, waiting.Party, waiting.IsSent));
        Assert.Equal(2, waiting.ReadOut.Lines.Count);
        astra.Do(new RecordByHand("hot", entry, "celt", ByHandDeed.Sent, Means.Telephone), "chen");
        astra.Do(new RecordByHand("hot", entry, "celt", ByHandDeed.Received, Means.Telephone, Language: "en", Text: "Understood."), "chen");
        Assert.Empty(astra.Do(new ListByHandOut("hot")));

        var done = Assert.Single(astra.Do(new ListByHandOut("hot", All: true)));
        Assert.Equal([(ByHandDeed.Sent, "chen"), (ByHandDeed.Received, "chen")], done.Deeds.Select(d => (d.Deed, d.Officer)));
        var read = astra.Do(new ReadEntry("hot", entry));
        Assert.Empty(read.Receipts);
        Assert.Equal(2, read.Deeds!.Count);
        Assert.DoesNotContain(astra.Do(new ReadTranscript("hot")).Entries, e => e.Kind == EntryKind.ByHandDeed);
    }

    [Fact]
    public void Handling_and_action_addressees_work_and_say_that_they_are_one_sided()
    {
        var astra = Alone(new TermsView(Addressees: ["celt:coast guard"]));
        var sent = astra.Do(new SendMessage("hot", Precedence.Immediate, "en", "Launch.", Addressees: [new("celt:coast guard", 30)])).Released!;
        var at = astra.Now.ToDateTimeOffset();
        astra.Now += TimeSpan.FromMinutes(10);
        astra.Do(new RecordByHand("hot", sent, "celt", ByHandDeed.Sent, Means.Radio, at.AddMinutes(2)));
        astra.Do(new RecordByHand("hot", sent, "celt", ByHandDeed.Handled, Means.Radio, at.AddMinutes(5), HandlingStage.Confirmed, "coast guard"));

        var read = astra.Do(new ReadEntry("hot", sent));
        var stage = Assert.Single(read.Handling);
        Assert.Equal(("celt", HandlingStage.Confirmed, true, true), (stage.Party, stage.Stage, stage.OneSided, stage.TheyReport));
        Assert.Equal(3, stage.Minutes, 1);
        var addressee = Assert.Single(read.Addressees);
        Assert.Equal((false, false), (addressee.Received, addressee.Late));
        Assert.NotNull(addressee.Confirmed);
    }

    [Fact]
    public void Their_answer_is_entered_handled_here_and_taken_into_account()
    {
        var astra = Alone();
        var question = astra.Say("Is it yours?").Released!;
        var answer = astra.Do(new EnterByHand("hot", "celt", Means.Telephone, Precedence.Immediate, null, "en", "No.", Regards: [question]), "chen");
        Assert.Equal(("celt", "chen"), (answer.ByHand!.Party, answer.ByHand.Officer));
        Assert.Equal([question], answer.Regards);

        var handled = astra.Do(new RecordHandling("hot", answer.Entry, HandlingStage.Passed, "aide"));
        Assert.Null(Assert.Single(handled.Handling).Told);
        Assert.Equal(Refusal.NotTheirs, astra.Refusal(new RecordHandling("hot", question, HandlingStage.Passed, "aide")));
        var second = astra.Do(new EnterByHand("hot", "celt", Means.Fax, Precedence.Immediate, null, "en", "Or yes.")).Entry;
        Assert.Equal([second], astra.Do(new DraftMessage("hot", Precedence.Routine, "en", "In reply.", Regards: [answer.Entry])).SpokenSince);
    }

    [Fact]
    public void The_transcript_verifies_and_says_which_words_are_one_sided()
    {
        var astra = Alone();
        var question = astra.Say("Is it yours?").Released!;
        astra.Do(new EnterByHand("hot", "celt", Means.Telephone, Precedence.Immediate, null, "en", "No.", Regards: [question]));
        astra.Do(new RecordByHand("hot", question, "celt", ByHandDeed.Refused, Means.Courier));
        var file = astra.Do(new ExportLine("hot"));

        var trusted = new TrustedCard(astra.Party, astra.Keys.Chain.Current.Hash());
        var report = TranscriptVerifier.Verify(file.Bytes, id => id == astra.Keys.Suite.Id ? astra.Keys.Suite : null, [trusted]);
        Assert.True(report.Ok, report.Fault?.ToString());
        var oneSided = report.Warnings.Where(w => w.Kind == TranscriptWarningKind.OneSided).Select(w => w.Words).ToList();
        Assert.Equal(2, oneSided.Count);
        Assert.Contains("celt has no station", oneSided[0], StringComparison.Ordinal);
        Assert.Contains("2 entries", oneSided[1], StringComparison.Ordinal);
        Assert.DoesNotContain(report.Warnings, w => w.Kind == TranscriptWarningKind.NotReceived);
        Assert.Contains(report.ToText(), l => l.Contains("astra, celt (by hand)", StringComparison.Ordinal));
    }

    [Fact]
    public void Members_with_stations_and_a_party_by_hand_share_one_line()
    {
        var (astra, boreal) = (new Desk("astra", 1), new Desk("boreal", 2));
        Desk.Introduce(astra, boreal);
        Desk.Connect(astra, boreal);
        astra.Do(new AddByHandPeer("celt", "Celt", "+1 555 0100"));
        astra.Do(new ProposeLine("hot", LineKind.Hot, LineMode.Live, ["boreal", "celt"], null));
        Desk.Settle(astra, boreal);
        Assert.False(astra.Line().Fold.IsOpen);
        Assert.Equal(["celt"], boreal.Do(new ListLines(Pending: true)).Single().ByHand);
        boreal.Do(new AcceptLine("hot"));
        Desk.Settle(astra, boreal);
        Assert.All([astra, boreal], d => Assert.True(d.Line().Fold.IsOpen));

        var sent = astra.Say("To both.").Released!;
        Desk.Settle(astra, boreal);
        Assert.Equal(("boreal", true), astra.Do(new ReadEntry("hot", sent)).Receipts.Select(r => (r.Party, r.Received)).Single());
        boreal.Do(new RecordByHand("hot", sent, "celt", ByHandDeed.Sent, Means.Telephone));
        Desk.Settle(astra, boreal);
        Assert.Equal("boreal", Assert.Single(astra.Do(new ReadEntry("hot", sent)).Deeds!).By);
        Assert.Empty(astra.Do(new ListByHandOut("hot")));
        boreal.Do(new LeaveLine("hot"));
        Desk.Settle(astra, boreal);
        Assert.True(astra.Line().Fold.IsOpen);
    }

    /// <summary>Found by a simulated world (seed 720018): the deed was taken, and nobody was ever shown it.</summary>
    [Fact]
    public void What_was_done_by_hand_with_a_party_that_has_left_stays_and_can_still_be_entered()
    {
        var (astra, boreal) = (new Desk("astra", 1), new Desk("boreal", 2));
        Desk.Introduce(astra, boreal);
        Desk.Connect(astra, boreal);
        astra.Do(new AddByHandPeer("celt", "Celt", "+1 555 0100"));
        astra.Do(new ProposeLine("hot", LineKind.Hot, LineMode.Live, ["boreal", "celt"], null));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine("hot"));
        Desk.Settle(astra, boreal);
        var sent = astra.Say("To both.").Released!;
        astra.Do(new RecordByHand("hot", sent, "boreal", ByHandDeed.Sent, Means.Telephone));

        boreal.Do(new LeaveLine("hot"));
        Desk.Settle(astra, boreal);
        Assert.Equal(ByHandDeed.Sent, Assert.Single(astra.Do(new ReadEntry("hot", sent)).Deeds!).Deed);

        var read = astra.Do(new RecordByHand("hot", sent, "boreal", ByHandDeed.Received, Means.Telephone));
        Assert.Equal([("boreal", ByHandDeed.Sent), ("boreal", ByHandDeed.Received)], read.Deeds!.Select(d => (d.Party, d.Deed)));
    }

    /// <summary>An officer of one member cannot say by hand that another, which has a station, has acknowledged.</summary>
    [Fact]
    public void Of_a_party_with_a_station_deeds_by_hand_complete_nothing()
    {
        var (astra, boreal, _) = Desk.Pair();
        astra.Do(new AmendLine("hot", new TermsView(Addressees: ["boreal:navy"])));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine("hot"));
        Desk.Settle(astra, boreal);
        var sent = astra.Do(new SendMessage("hot", Precedence.Immediate, "en", "Launch.", Addressees: [new("boreal:navy", 30)])).Released!;

        astra.Do(new RecordByHand("hot", sent, "boreal", ByHandDeed.Handled, Means.Telephone, null, HandlingStage.Confirmed, "navy"));
        var read = astra.Do(new ReadEntry("hot", sent));
        Assert.Null(Assert.Single(read.Addressees).Confirmed);
        Assert.Empty(read.Handling);
        Assert.Single(read.Deeds!);
        Assert.False(read.Receipts.Single().Received);
    }

    [Fact]
    public void What_cannot_be_is_refused_by_name()
    {
        var astra = Alone();
        var entry = astra.Say("x").Released!;
        Refusal Record(
            string party = "celt", ByHandDeed deed = ByHandDeed.Sent, HandlingStage? stage = null, string? addressee = null, string? of = null, DateTimeOffset? at = null) =>
            astra.Refusal(new RecordByHand("hot", of ?? entry, party, deed, Means.Telephone, at, stage, addressee));

        Assert.Equal(Refusal.PeerExists, astra.Refusal(new AddByHandPeer("celt", "Celt", "x")));
        Assert.Equal(Refusal.PeerExists, astra.Refusal(new AddByHandPeer("astra", "Astra", "x")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new AddByHandPeer("Celt!", "Celt", "x")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new AddByHandPeer("dune", "", "x")));
        Assert.Equal(Refusal.UnknownPeer, Record("dune"));
        Assert.Equal(Refusal.UnknownPeer, Record("astra"));
        Assert.Equal(Refusal.UnknownEntry, Record(of: "nothing"));
        Assert.Equal(Refusal.Malformed, Record(deed: ByHandDeed.Handled));
        Assert.Equal(Refusal.Malformed, Record(stage: HandlingStage.Read));
        Assert.Equal(Refusal.Malformed, Record(deed: ByHandDeed.Handled, stage: HandlingStage.Confirmed));
        Assert.Equal(Refusal.Malformed, Record(at: astra.Now.ToDateTimeOffset().AddHours(1)));
        Assert.Equal(Refusal.NotAllowed, astra.Refusal(new RecordByHand("hot", entry, "celt", ByHandDeed.Sent, Means.Fax), "cho", Roles.Audit));
        Assert.Empty(astra.Do(new ReadEntry("hot", entry)).Deeds!);
    }

    private static Desk Alone(TermsView? terms = null)
    {
        var astra = new Desk("astra", 1);
        astra.Do(new AddByHandPeer("celt", "Celt", "+1 555 0100"));
        astra.Do(new ProposeLine("hot", LineKind.Hot, LineMode.Live, ["celt"], (terms ?? new TermsView()) with { Release = "flash=2" }));
        return astra;
    }
}
