using Parley.Control;
using Parley.Control.Codes;
using Parley.Control.Handling;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.Lines.Entries;

namespace Parley.Station.Tests.Operations;

/// <summary>Whatever an officer may not do is in the journal, by the names of operation and refusal, and nothing else of it is anywhere.</summary>
public sealed class RefusedTests
{
    [Fact]
    public void What_is_refused_is_journalled_with_officer_line_and_entry_and_without_what_was_typed()
    {
        var (astra, boreal, _) = Desk.Pair();
        var entry = astra.Say("hello").Released!;
        Desk.Settle(astra, boreal);
        var heads = astra.Line().Heads;

        Assert.Equal(Refusal.NotAllowed, astra.Refusal(new SendMessage("hot", Precedence.Routine, "en", "SECRET"), "eve", Roles.Audit));
        Assert.Equal(Refusal.UnknownCodebook, astra.Refusal(new SendCode("hot", 7, [new BlankInput("SECRET", "SECRET")], Precedence.Routine)));
        Assert.Equal(Refusal.UnknownAddressee, astra.Refusal(
            new SendMessage("hot", Precedence.Routine, "en", "x", Addressees: [new AddresseeInput("boreal:SECRET", 5)])));
        Assert.Equal(Refusal.NotTheirs, astra.Refusal(new RecordHandling("hot", entry, Parley.Lines.Handling.HandlingStage.Read, "duty officer")));
        Assert.Equal(Refusal.UnknownLine, astra.Refusal(new SendMessage("SECRET", Precedence.Routine, "en", "x")));

        var journal = astra.Do(new ReadJournal(Limit: 500));
        var id = astra.Line().Id.ToString();
        Assert.Equal(
            [
                ("eve", id, "", "message/send NotAllowed"),
                ("ann", id, "", "code/send UnknownCodebook"),
                ("ann", id, "", "message/send UnknownAddressee"),
                ("ann", id, entry, "handling/record NotTheirs"),
                ("ann", "", "", "message/send UnknownLine"),
            ],
            journal.Where(j => j.Act == "Refused").Select(j => (j.Officer ?? "", j.Line ?? "", j.Entry ?? "", j.Note ?? "")));
        Assert.DoesNotContain(journal, j => $"{j.Line} {j.Entry} {j.Note}".Contains("SECRET", StringComparison.Ordinal));
        Assert.Equal(heads, astra.Line().Heads);
        Assert.Empty(astra.Memory.Drafts);
    }

    [Fact]
    public void Who_only_asks_to_see_leaves_no_trace()
    {
        var (astra, _, _) = Desk.Pair();
        Assert.Equal(Refusal.UnknownLine, astra.Refusal(new ReadEntry("cold", "astra/0")));
        Assert.DoesNotContain(astra.Do(new ReadJournal(Limit: 500)), j => j.Act == "Refused");
    }

    [Fact]
    public void A_key_that_was_refused_is_not_taken_for_done_after_a_restart()
    {
        var (astra, _, _) = Desk.Pair();
        Assert.Equal(Refusal.UnknownLine, astra.Refusal(new SendMessage("cold", Precedence.Routine, "en", "x") { Key = "once" }));
        astra.Start();
        Assert.NotNull(astra.Do(new SendMessage("hot", Precedence.Routine, "en", "x") { Key = "once" }).Released);
    }
}
