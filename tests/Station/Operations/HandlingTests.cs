using Parley.Control;
using Parley.Control.Handling;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Lines.Entries;
using Parley.Lines.Handling;

namespace Parley.Station.Tests.Operations;

/// <summary>What our officers do with words of others, and what the others learn of it.</summary>
public sealed class HandlingTests
{
    [Fact]
    public void A_stage_that_the_charter_shows_reaches_the_other_side_as_its_report()
    {
        var (astra, boreal, message) = Received();

        var handled = boreal.Do(new RecordHandling("hot", message, HandlingStage.Read, "duty officer", boreal.Now.ToDateTimeOffset()));
        Desk.Settle(astra, boreal);

        var here = Assert.Single(handled.Handling);
        Assert.Equal((1, "ann", false), (here.Number, here.Officer, here.TheyReport));
        var there = Assert.Single(astra.Do(new ReadEntry("hot", message)).Handling);
        Assert.Equal((HandlingStage.Read, "boreal", "duty officer", null, true), (there.Stage, there.Party, there.Role, there.Officer, there.TheyReport));
        Assert.Equal(here.Told, there.Told);
    }

    [Fact]
    public void A_stage_that_it_does_not_show_stays_at_home()
    {
        var (astra, boreal, message) = Received();
        var before = boreal.Line().Heads;

        boreal.Do(new RecordHandling("hot", message, HandlingStage.Rough, "translator", Language: "ru", Text: "Черновик."));
        Desk.Settle(astra, boreal);

        Assert.Equal(before, boreal.Line().Heads);
        Assert.Empty(astra.Do(new ReadEntry("hot", message)).Handling);
        var kept = Assert.Single(boreal.Do(new ReadEntry("hot", message)).Handling);
        Assert.Equal(("ru", "Черновик.", null), (kept.Language, kept.Text, kept.Told));
    }

    [Fact]
    public void Stages_survive_a_start_and_count_on_also_within_one_step()
    {
        var (_, boreal, message) = Received();
        boreal.Step(
            new OfficerAsks(new RecordHandling("hot", message, HandlingStage.Read, "duty officer"), new Actor("ann", Roles.Watch), _ => { }),
            new OfficerAsks(new RecordHandling("hot", message, HandlingStage.Passed, "aide"), new Actor("bob", Roles.Watch), _ => { }));
        boreal.Start();
        boreal.Do(new RecordHandling("hot", message, HandlingStage.Acknowledged, "aide"));

        Assert.Equal(
            [(1, HandlingStage.Read), (2, HandlingStage.Passed), (3, HandlingStage.Acknowledged)],
            boreal.Do(new ReadEntry("hot", message)).Handling.Select(h => (h.Number, h.Stage)).Order());
    }

    [Fact]
    public void A_wrong_stage_is_put_right_on_both_sides()
    {
        var (astra, boreal, message) = Received();
        boreal.Do(new RecordHandling("hot", message, HandlingStage.Acted, "duty officer"));
        boreal.Do(new RecordHandling("hot", message, HandlingStage.Rough, "duty officer", Corrects: 1));
        Desk.Settle(astra, boreal);

        foreach (var desk in new[] { astra, boreal })
            Assert.Equal([true, false], desk.Do(new ReadEntry("hot", message)).Handling.OrderBy(h => h.Stage == HandlingStage.Rough).Select(h => h.Corrected));
        Assert.Equal(Refusal.UnknownEntry, boreal.Refusal(new RecordHandling("hot", message, HandlingStage.Read, "duty officer", Corrects: 9)));
    }

    [Fact]
    public void The_same_key_enters_a_stage_once()
    {
        var (_, boreal, message) = Received();
        var read = new RecordHandling("hot", message, HandlingStage.Read, "duty officer") { Key = "once" };
        boreal.Do(read);
        Assert.Single(boreal.Do(read).Handling);
        boreal.Start();
        Assert.Single(boreal.Do(read).Handling);
    }

    [Fact]
    public void An_addressee_is_complete_only_when_it_acknowledges_itself()
    {
        var (astra, boreal, _) = Received();
        var sent = astra.Do(new SendMessage("hot", Precedence.Immediate, "en", "Launch.", Addressees: [new("boreal:warning centre", 300), new("boreal:navy", 300)]));
        Desk.Settle(astra, boreal);
        boreal.Do(new RecordHandling("hot", sent.Released!, HandlingStage.Relayed, "gateway", Addressee: "navy"));
        boreal.Do(new RecordHandling("hot", sent.Released!, HandlingStage.Confirmed, "watch officer", Addressee: "navy"));
        boreal.Do(new RecordHandling("hot", sent.Released!, HandlingStage.Relayed, "gateway", Addressee: "warning centre"));
        Desk.Settle(astra, boreal);

        var states = astra.Do(new ReadEntry("hot", sent.Released!)).Addressees;
        Assert.Equal([("navy", true), ("warning centre", false)], states.Select(s => (s.Role, s.Confirmed is not null)));
        Assert.All(states, s => Assert.True(s.Received && s.Relayed is not null && !s.Late));
        astra.Now += TimeSpan.FromMinutes(301);
        astra.Step();
        Assert.Equal([false, true], astra.Do(new ReadEntry("hot", sent.Released!)).Addressees.Select(s => s.Late));
    }

    [Fact]
    public void What_cannot_be_is_refused_by_name()
    {
        var (astra, boreal, message) = Received();
        Refusal Handle(string entry, HandlingStage stage, string role = "duty officer", string? addressee = null, string? text = null, DateTimeOffset? at = null) =>
            boreal.Refusal(new RecordHandling("hot", entry, stage, role, at, addressee, null, text));

        Assert.Equal(Refusal.UnknownEntry, Handle("nothing", HandlingStage.Read));
        Assert.Equal(Refusal.NotTheirs, astra.Refusal(new RecordHandling("hot", message, HandlingStage.Read, "duty officer")));
        Assert.Equal(Refusal.Malformed, Handle(message, HandlingStage.Read, role: ""));
        Assert.Equal(Refusal.Malformed, Handle(message, HandlingStage.Read, text: "no language"));
        Assert.Equal(Refusal.Malformed, Handle(message, HandlingStage.Read, at: boreal.Now.ToDateTimeOffset().AddHours(1)));
        Assert.Equal(Refusal.UnknownAddressee, Handle(message, HandlingStage.Relayed));
        Assert.Equal(Refusal.UnknownAddressee, Handle(message, HandlingStage.Confirmed, addressee: "navy"));
        Assert.Equal(Refusal.NotAllowed, boreal.Refusal(new RecordHandling("hot", message, HandlingStage.Read, "x"), "cho", Roles.Audit));
        Assert.Equal(Refusal.UnknownAddressee, astra.Refusal(new SendMessage("hot", Precedence.Flash, "en", "x", Addressees: [new("boreal:brigade", 5)])));
        Assert.Equal(Refusal.UnknownAddressee, astra.Refusal(new SendMessage("hot", Precedence.Flash, "en", "x", Addressees: [new("navy", 5)])));
        Assert.Empty(boreal.Do(new ReadEntry("hot", message)).Handling);
    }

    [Fact]
    public void Reports_are_shown_with_their_message_and_not_among_the_words()
    {
        var (astra, boreal, message) = Received();
        boreal.Do(new RecordHandling("hot", message, HandlingStage.Read, "duty officer"));
        Desk.Settle(astra, boreal);

        Assert.DoesNotContain(astra.Do(new ReadTranscript("hot")).Entries, e => e.Kind == EntryKind.Handling);
        Assert.Contains(astra.Do(new ReadTranscript("hot", All: true)).Entries, e => e.Kind == EntryKind.Handling);
        Assert.Contains(astra.Notes, n => n.Kind == ChangeKind.Handled && n.Entry == message);
    }

    /// <summary>A line whose charter names two action addressees, and a message of astra's that boreal has.</summary>
    private static (Desk Astra, Desk Boreal, string Message) Received()
    {
        var (astra, boreal, _) = Desk.Pair();
        astra.Do(new AmendLine("hot", new TermsView(Addressees: ["boreal:navy", "boreal:warning centre"])));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine("hot"));
        Desk.Settle(astra, boreal);
        var message = astra.Say("What is this?").Released!;
        Desk.Settle(astra, boreal);
        return (astra, boreal, message);
    }
}
