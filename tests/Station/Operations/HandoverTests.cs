using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Questions;
using Parley.Control.Shifts;
using Parley.Control.Stations;
using Parley.Lines.Alarms;
using Parley.Lines.Entries;
using Parley.Station.Tests.Alarms;
using Parley.Station.Verification;

namespace Parley.Station.Tests.Operations;

/// <summary>A shift is handed over by one text that two officers sign.</summary>
public sealed class HandoverTests
{
    private readonly Desk desk = new("astra", 1);

    public HandoverTests()
    {
        desk.Outlets = new HandOutlets("bell");
        desk.Start();
    }

    [Fact]
    public void The_next_officer_signs_the_same_text_and_is_on_duty_with_an_alarm_test()
    {
        desk.Do(new StartShift(), "ann");
        desk.Do(new AddWatchNote("The line of the ministry was noisy."), "cho");
        var draft = desk.Do(new DraftHandover(), "ann");
        Assert.Contains(draft.Happened, i => i.Text.Contains("WITHOUT HANDOVER", StringComparison.Ordinal));
        Assert.Contains(draft.Happened, i => i.Text == "Watch log, cho: The line of the ministry was noisy.");
        Assert.Contains(draft.Owed, i => i.Text.Contains("NOT CONFIRMED", StringComparison.Ordinal));

        var signed = desk.Do(Of(draft, "Keys are in the drawer.") with { Interpreters = [new("ru", "Sokolova, tel. 12")] }, "ann");
        Assert.Equal((1, HandoverState.Waits, "ann"), (signed.Number, signed.State, signed.Officer));
        desk.Start();
        var waiting = Assert.Single(desk.Do(new ListHandovers(), "bob"));
        Assert.Equal(signed.Digest, waiting.Digest);
        Assert.Equal(signed.Happened, waiting.Happened);
        Assert.Equal("Sokolova, tel. 12", waiting.Interpreters.Single().Name);

        desk.Now += TimeSpan.FromMinutes(1);
        var taken = desk.Do(new TakeOver(1, waiting.Digest), "bob");
        Assert.Equal((HandoverState.Taken, "bob"), (taken.State, taken.TakenBy));
        var board = desk.Do(new ShowShift());
        Assert.Equal(("bob", true), (board.OnDuty.Single().Officer, board.OnDuty.Single().IsHandedOver));
        Assert.Equal(("bob", null), (board.Test!.By, board.Test.ConfirmedBy));
        Assert.Empty(board.Notes!);
        var next = desk.Do(new DraftHandover(), "bob");
        Assert.Contains(next.Happened, i => i.Text == "bob went on duty as watch, after ann, by handover 1.");
        Assert.DoesNotContain(next.Happened, i => i.Text.StartsWith("Watch log", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_but_the_officer_on_duty_hands_over_and_he_does_not_take_over_from_himself()
    {
        var empty = new HandOver(AlarmLevel.Watch, [], []);
        Assert.Equal(Refusal.NotOnDuty, desk.Refusal(empty, "ann"));
        Assert.Equal(Refusal.NotOnDuty, desk.Refusal(new DraftHandover(), "ann"));
        Assert.Equal(Refusal.NotOnDuty, desk.Refusal(new AddWatchNote("Nobody is here."), "ann"));
        desk.Do(new StartShift(), "ann");
        Assert.Equal(Refusal.NotOnDuty, desk.Refusal(empty, "bob"));
        Assert.Equal(Refusal.NotOnDuty, desk.Refusal(empty with { Level = AlarmLevel.Deputy }, "ann"));
        var signed = desk.Do(empty, "ann");
        Assert.Equal(Refusal.AlreadyApproved, desk.Refusal(new TakeOver(1, signed.Digest), "ann"));
        Assert.Equal(Refusal.NotOnDuty, desk.Refusal(new WithdrawHandover(1), "bob"));
        Assert.Equal(Refusal.UnknownHandover, desk.Refusal(new TakeOver(2, signed.Digest), "bob"));
    }

    [Fact]
    public void A_text_that_was_signed_anew_must_be_read_anew()
    {
        desk.Do(new StartShift(), "ann");
        var first = desk.Do(new HandOver(AlarmLevel.Watch, [], [], "First."), "ann");
        var second = desk.Do(new HandOver(AlarmLevel.Watch, [], [], "Second."), "ann");
        Assert.Equal(first.Number, second.Number);
        Assert.Equal(Refusal.HandoverChanged, desk.Refusal(new TakeOver(1, first.Digest), "bob"));
        Assert.Equal("ann", desk.Do(new ShowShift()).OnDuty.Single().Officer);
        Assert.Equal("Second.", desk.Do(new TakeOver(1, second.Digest), "bob").Notes);
        Assert.Equal(Refusal.UnknownHandover, desk.Refusal(new TakeOver(1, second.Digest), "cho"));
    }

    [Fact]
    public void A_handover_is_taken_back_or_passed_over_and_a_post_given_back_leaves_it_waiting()
    {
        desk.Do(new StartShift(), "ann");
        var empty = new HandOver(AlarmLevel.Watch, [], []);
        desk.Do(empty, "ann");
        Assert.Equal(HandoverState.Withdrawn, desk.Do(new WithdrawHandover(1), "ann").State);
        desk.Do(empty, "ann");
        desk.Do(new StartShift(), "bob");
        Assert.All(desk.Do(new ListHandovers()), h => Assert.Equal(HandoverState.Withdrawn, h.State));
        Assert.Contains(desk.Do(new DraftHandover(), "bob").Happened, i => i.Text.Contains("WITHOUT HANDOVER", StringComparison.Ordinal));

        var last = desk.Do(empty, "bob");
        desk.Do(new EndShift(), "bob");
        Assert.Equal("ann", desk.Do(new TakeOver(last.Number, last.Digest), "ann").TakenBy);
    }

    [Fact]
    public void The_same_key_signs_once_also_after_a_restart()
    {
        desk.Do(new StartShift(), "ann");
        var sign = new HandOver(AlarmLevel.Watch, [], [], "Once.") { Key = "a" };
        var first = desk.Do(sign, "ann");
        desk.Start();
        Assert.Equal(first.Digest, desk.Do(sign, "ann").Digest);
        var take = new TakeOver(1, first.Digest) { Key = "b" };
        desk.Do(take, "bob");
        desk.Start();
        Assert.Equal("bob", desk.Do(take, "bob").TakenBy);
        Assert.Equal(
            ["HandoverSigned ann watch, handed over", "HandoverSigned bob watch, taken over"],
            desk.Do(new ReadJournal(0, 500)).Where(j => j.Act == "HandoverSigned").Select(j => $"{j.Act} {j.Officer} {j.Note!.Split(':')[0]}"));
    }

    [Fact]
    public void What_is_over_a_bound_is_refused_and_old_handovers_make_room()
    {
        desk.Do(new StartShift(), "ann");
        HandoverItem item = new(null, null, "It was quiet.", null, null);
        Assert.Equal(Refusal.TooMany, desk.Refusal(new HandOver(AlarmLevel.Watch, [.. Enumerable.Repeat(item, 201)], []), "ann"));
        Assert.Equal(Refusal.TooLong, desk.Refusal(new HandOver(AlarmLevel.Watch, [], [], new string('x', 8001)), "ann"));
        Assert.Equal(Refusal.Malformed, desk.Refusal(new HandOver(AlarmLevel.Watch, [item with { Text = new string('x', 401) }], []), "ann"));
        Assert.Equal(Refusal.Malformed, desk.Refusal(new HandOver(AlarmLevel.Watch, [], [], null, [new("r u", "x")]), "ann"));
        Assert.Equal(Refusal.TooLong, desk.Refusal(new AddWatchNote(new string('x', 301)), "ann"));
        Assert.Equal(Refusal.Malformed, desk.Refusal(new AddWatchNote("two\nlines"), "ann"));
        for (var i = 0; i < Bounds.WatchNotesPerShift; i++)
            desk.Do(new AddWatchNote($"{i}"), "ann");
        Assert.Equal(Refusal.TooMany, desk.Refusal(new AddWatchNote("one more"), "ann"));

        for (var i = 0; i < 70; i++)
        {
            desk.Do(new HandOver(AlarmLevel.Watch, [], []), "ann");
            desk.Do(new WithdrawHandover(i + 1), "ann");
        }

        Assert.Equal(60, desk.Do(new ListHandovers(60)).Count);
        Assert.Equal(70, desk.Do(new ListHandovers(1)).Single().Number);
    }

    [Fact]
    public void What_happened_on_lines_and_what_is_owed_stand_in_the_draft()
    {
        var (astra, boreal, _) = Desk.Pair();
        astra.Do(new StartShift(), "ann");
        astra.Now += TimeSpan.FromSeconds(1);
        boreal.Now = astra.Now;
        boreal.Do(new SendMessage("hot", Precedence.Routine, "en", "Is it yours?", Answer: new AnswerWishInput(Minutes: 30)));
        astra.Do(new DraftMessage("hot", Precedence.Flash, "en", "It is not."));
        Desk.Exchange(astra, boreal);
        var draft = astra.Do(new DraftHandover(), "ann");
        Assert.Contains(draft.Happened, i => i.Line == "hot" && i.Text == "Words said: 1, of us 0, of others 1; flashes among them: 0.");
        Assert.Contains(draft.Happened, i => i.Line == "hot" && i.Text.StartsWith("boreal asked for an answer by", StringComparison.Ordinal) && i.Entry is not null);
        var owed = Assert.Single(draft.Owed, i => i.Text.StartsWith("We owe boreal an answer", StringComparison.Ordinal));
        Assert.NotNull(owed.At);
        Assert.Contains(draft.Owed, i => i.Text.StartsWith("A draft of ann (flash", StringComparison.Ordinal));

        astra.Now += TimeSpan.FromHours(1);
        draft = astra.Do(new DraftHandover(), "ann");
        Assert.Contains(draft.Owed, i => i.Text.StartsWith("OVERDUE: we owe boreal", StringComparison.Ordinal));
        Assert.Contains(draft.Happened, i => i.Text.StartsWith("NO ANSWER: astra", StringComparison.Ordinal));
        var signed = astra.Do(Of(draft, ""), "ann");
        Assert.Equal(draft.Owed, signed.Owed);
    }

    [Fact]
    public void A_signature_that_the_journal_does_not_hold_is_found()
    {
        desk.Do(new StartShift(), "ann");
        desk.Do(new HandOver(AlarmLevel.Watch, [], [], "As it was."), "ann");
        Assert.Empty(StoreVerifier.Verify(desk.Store, desk.Keys).Findings);
        var book = desk.Memory.Watch;
        var other = book.Handovers[1];
        desk.Core.Memory.Watch.Handovers[1] = other with { Text = other.Text with { Notes = "As it was not." } };
        Assert.Equal(Refusal.HandoverChanged, desk.Refusal(new TakeOver(1, other.Text.Digest().ToString()), "bob"));
        desk.Do(new WithdrawHandover(1), "ann");
        var finding = Assert.Single(StoreVerifier.Verify(desk.Store, desk.Keys).Findings);
        Assert.Equal(StoreFailure.JournalMismatch, finding.How);
    }

    private static HandOver Of(HandoverDraft draft, string notes) => new(draft.Level, draft.Happened, draft.Owed, notes);
}
