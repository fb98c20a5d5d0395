using Parley.Control;
using Parley.Control.ByHand;
using Parley.Control.Codes;
using Parley.Control.Messages;
using Parley.Control.Voice;
using Parley.Lines.ByHand;
using Parley.Lines.Entries;

namespace Parley.Station.Tests.Operations;

/// <summary>Words that came by other means than a circuit: one officer's word, and never more.</summary>
public sealed class ByHandTests
{
    [Fact]
    public void Words_that_were_read_out_are_entered_with_their_groups_and_stand_as_one_sided()
    {
        var (astra, boreal, _) = Desk.Pair();
        var said = boreal.Say("Not ours.\nAsk again at noon, when the duty officer has the charts.").Released!;
        var read = boreal.Do(new ReadOutEntry("hot", said));

        var entered = astra.Do(
            new EnterByHand(
                "hot", "boreal", Means.Telephone, Precedence.Flash, astra.Now.ToDateTimeOffset(), "en", string.Join('\n', read.Lines.Select(l => l.Words)),
                Checks: [.. read.Lines.Select(l => l.Check), read.Closing]),
            "chen");
        Assert.Equal((EntryKind.ByHand, "astra", Lane.Urgent), (entered.Kind, entered.Party, entered.Lane));
        Assert.Equal(("boreal", Means.Telephone, "chen", true), (entered.ByHand!.Party, entered.ByHand.Means, entered.ByHand.Officer, entered.ByHand.Checked));
        Desk.Settle(astra, boreal);
        Assert.Equal(entered.ByHand, boreal.Do(new ReadEntry("hot", entered.Entry)).ByHand);
    }

    [Fact]
    public void A_misheard_line_is_named_and_nothing_is_entered()
    {
        var (astra, boreal, _) = Desk.Pair();
        var read = boreal.Do(new ReadOutEntry("hot", boreal.Say("Hill 230.\nStop.").Released!));
        var size = astra.Line().Heads;
        string[] groups = [.. read.Lines.Select(l => l.Check), read.Closing];
        Refused<EntryView> Enter(string text, params string[] checks) =>
            Assert.IsType<Refused<EntryView>>(astra.Ask(new EnterByHand("hot", "boreal", Means.Radio, Precedence.Immediate, null, "en", text, Checks: checks)));

        var misheard = Enter("Hill 320.\nStop.", groups);
        Assert.Equal(Refusal.ChecksDiffer, misheard.Why);
        Assert.Contains("line 1 'Hill 320.'", misheard.Detail, StringComparison.Ordinal);
        Assert.Equal(Refusal.ChecksDiffer, Enter("Hill 230.", groups).Why);
        Assert.Equal(Refusal.ChecksDiffer, Enter("Hill 230.\nStop.", groups[0], groups[1], "00000").Why);
        Assert.Equal(size, astra.Line().Heads);
        Assert.False(astra.Do(new EnterByHand("hot", "boreal", Means.Fax, Precedence.Routine, null, "en", "Hill 230.")).ByHand!.Checked);
    }

    [Fact]
    public void A_code_that_was_read_out_is_entered_by_its_number_and_what_was_heard()
    {
        var (astra, boreal) = Books.Agreed();
        var draft = boreal.Do(new SendCode("coded", 21, [new("boats", "3"), new("place", "Gull Bay"), new("until", "2026-11-22T12:00Z")], Precedence.Immediate));
        var read = boreal.Do(new ReadOutEntry("coded", boreal.Do(new ApproveDraft(draft.Id, draft.Revision), "bob").Released!));
        string[] groups = [.. read.Lines.Select(l => l.Check), read.Closing];
        BlankInput[] heard = [new("until", read.Lines[1].Words), new("place", read.Lines[2].Words), new("boats", read.Lines[3].Words)];

        var entered = astra.Do(new EnterByHand("coded", "boreal", Means.Telephone, Precedence.Immediate, Code: 21, Blanks: heard, Checks: groups));
        Assert.Equal(("Boats: 3. At “Gull Bay” until 2026-11-22 12:00:00 UTC.", 21), (entered.Text, entered.Code!.Number));
        Assert.Equal(Refusal.ChecksDiffer, astra.Refusal(new EnterByHand(
            "coded", "boreal", Means.Telephone, Precedence.Immediate, Code: 21, Blanks: [heard[0], heard[1], new("boats", "4")], Checks: groups)));
        Assert.Equal(Refusal.UnknownCode, astra.Refusal(new EnterByHand("coded", "boreal", Means.Telephone, Precedence.Immediate, Code: 9)));
    }

    [Fact]
    public void What_cannot_be_is_refused_by_name()
    {
        var (astra, _, _) = Desk.Pair();
        Refusal Enter(
            string party = "boreal", string? text = "x", string? language = "en", DateTimeOffset? at = null, string[]? regards = null,
            Precedence precedence = Precedence.Routine) =>
            astra.Refusal(new EnterByHand("hot", party, Means.Mail, precedence, at, language, text, Regards: regards));

        Assert.Equal(Refusal.UnknownPeer, Enter("astra"));
        Assert.Equal(Refusal.UnknownPeer, Enter("celt"));
        Assert.Equal(Refusal.Malformed, Enter(text: null));
        Assert.Equal(Refusal.Malformed, Enter(language: null));
        Assert.Equal(Refusal.Malformed, Enter(at: astra.Now.ToDateTimeOffset().AddHours(1)));
        Assert.Equal(Refusal.Malformed, Enter(precedence: (Precedence)9));
        Assert.Equal(Refusal.RegardsUnknown, Enter(regards: ["nothing"]));
        Assert.Equal(Refusal.NotAllowed, astra.Refusal(new EnterByHand("hot", "boreal", Means.Mail, Precedence.Routine, null, "en", "x"), "cho", Roles.Audit));
    }
}
