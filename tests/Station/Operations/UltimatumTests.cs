using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.Control.Ultimatums;
using Parley.Lines.Entries;

namespace Parley.Station.Tests.Operations;

/// <summary>A message that demands something under a threat: marked here alone, acknowledged with prepared words, recorded apart.</summary>
public sealed class UltimatumTests
{
    [Fact]
    public void A_mark_never_leaves_and_survives_a_start()
    {
        var (astra, boreal, demand) = Demanded();
        var heads = boreal.Line().Heads;
        var deadline = boreal.Now.ToDateTimeOffset().AddHours(10);

        var marked = boreal.Do(new MarkUltimatum("hot", demand, deadline, "ten hours"));
        Desk.Settle(astra, boreal);
        boreal.Start();

        Assert.Equal(heads, boreal.Line().Heads);
        Assert.Equal((true, deadline, false), (marked.IsUltimatum, marked.Deadline, marked.Past));
        var kept = Assert.Single(boreal.Do(new ListUltimatums()));
        Assert.Equal(("Leave the port.", "ten hours", "ann"), (kept.Message.Text, kept.Marks.Single().Note, kept.Marks.Single().Officer));
        Assert.Empty(astra.Do(new ListUltimatums()));
        Assert.Contains(boreal.Do(new ReadJournal(Limit: 500)), j => j.Act == "UltimatumMarked" && j.Entry == demand && j.Officer == "ann");
        boreal.Now += TimeSpan.FromHours(11);
        Assert.True(boreal.Do(new ListUltimatums("hot")).Single().Past);
    }

    [Fact]
    public void The_prepared_acknowledgment_goes_by_the_release_rule_and_is_recorded_apart_from_the_answer()
    {
        var (astra, boreal, demand) = Demanded();
        boreal.Do(new MarkUltimatum("hot", demand, boreal.Now.ToDateTimeOffset().AddHours(10)));

        var draft = boreal.Do(new AcknowledgeUltimatum("hot", demand) { Key = "once" });
        Assert.Equal((null, 2, 0, Precedence.Flash), (draft.Released, draft.ApprovalsNeeded, draft.ApprovedBy.Count, draft.Precedence));
        Assert.Equal(draft.Id, boreal.Do(new AcknowledgeUltimatum("hot", demand) { Key = "once" }).Id);
        Assert.Equal(draft.Id, boreal.Do(new AcknowledgeUltimatum("hot", demand)).Id);
        Assert.Equal(draft.Id, boreal.Do(new ListUltimatums()).Single().Draft);
        boreal.Do(new ApproveDraft(draft.Id, draft.Revision));
        var released = boreal.Do(new ApproveDraft(draft.Id, draft.Revision), "bob").Released!;
        boreal.Do(new SendMessage("hot", Precedence.Routine, "en", "We shall answer tomorrow.", Regards: [demand]));
        Desk.Settle(astra, boreal);

        var record = boreal.Do(new ListUltimatums()).Single();
        Assert.Equal((released, true, null), (record.Acknowledged!.Entry, record.Acknowledged.Received, record.Draft));
        Assert.Equal(["We shall answer tomorrow."], record.Answers.Select(a => a.Text!));
        var there = astra.Do(new ReadEntry("hot", released));
        Assert.Contains("agrees to nothing", there.Text, StringComparison.Ordinal);
        Assert.Equal([demand], there.Regards);
        Assert.Equal(Refusal.AlreadyAnswered, boreal.Refusal(new AcknowledgeUltimatum("hot", demand)));
        Assert.Contains(boreal.Do(new ReadJournal(Limit: 500)), j => j is { Act: "Refused", Note: "ultimatum/acknowledge AlreadyAnswered" });
    }

    [Fact]
    public void The_language_is_one_of_the_line_that_has_a_text()
    {
        var (astra, boreal, demand) = Demanded();
        boreal.Do(new MarkUltimatum("hot", demand, boreal.Now.ToDateTimeOffset().AddHours(10)));
        Assert.Equal(Refusal.NoPreparedText, boreal.Refusal(new AcknowledgeUltimatum("hot", demand, "fr")));
        astra.Do(new AmendLine("hot", new TermsView(Languages: ["fr", "ru"])));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine("hot"));
        Desk.Settle(astra, boreal);
        Assert.Equal("ru", boreal.Do(new AcknowledgeUltimatum("hot", demand)).Language);
    }

    [Fact]
    public void A_mark_is_changed_and_taken_away_and_nothing_of_it_is_lost()
    {
        var (_, boreal, demand) = Demanded();
        var soon = boreal.Now.ToDateTimeOffset().AddHours(1);
        boreal.Do(new MarkUltimatum("hot", demand, soon) { Key = "once" });
        boreal.Do(new MarkUltimatum("hot", demand, soon) { Key = "once" });
        boreal.Step(
            new OfficerAsks(new MarkUltimatum("hot", demand, soon.AddHours(1)), new Actor("ann", Roles.Watch), _ => { }),
            new OfficerAsks(new MarkUltimatum("hot", demand, soon.AddHours(2)), new Actor("bob", Roles.Watch), _ => { }));
        var view = boreal.Do(new UnmarkUltimatum("hot", demand, "A translation that was wrong."));

        Assert.Equal([1, 2, 3, 4], view.Marks.Select(m => m.Number));
        Assert.Equal((false, soon.AddHours(2)), (view.IsUltimatum, view.Deadline));
        Assert.Equal(Refusal.NotMarked, boreal.Refusal(new UnmarkUltimatum("hot", demand)));
        Assert.Equal(Refusal.NotMarked, boreal.Refusal(new AcknowledgeUltimatum("hot", demand)));
    }

    [Fact]
    public void What_cannot_be_is_refused_by_name()
    {
        var (astra, boreal, demand) = Demanded();
        var then = boreal.Now.ToDateTimeOffset().AddHours(1);

        Assert.Equal(Refusal.UnknownLine, boreal.Refusal(new MarkUltimatum("cold", demand, then)));
        Assert.Equal(Refusal.UnknownEntry, boreal.Refusal(new MarkUltimatum("hot", "nothing", then)));
        Assert.Equal(Refusal.NotTheirs, astra.Refusal(new MarkUltimatum("hot", demand, then)));
        Assert.Equal(Refusal.NotMarked, boreal.Refusal(new AcknowledgeUltimatum("hot", demand)));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new MarkUltimatum("hot", demand, then, "")));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new MarkUltimatum("hot", demand, new DateTimeOffset(1960, 1, 1, 0, 0, 0, TimeSpan.Zero))));
        Assert.Equal(Refusal.NotAllowed, boreal.Refusal(new MarkUltimatum("hot", demand, then), "cho", Roles.Audit));
        Assert.Equal(Refusal.UnknownLine, boreal.Refusal(new ListUltimatums("cold")));
        Assert.Empty(boreal.Do(new ListUltimatums(), "cho"));
    }

    private static (Desk Astra, Desk Boreal, string Demand) Demanded()
    {
        var (astra, boreal, _) = Desk.Pair();
        var draft = astra.Say("Leave the port.", Precedence.Flash);
        var demand = astra.Do(new ApproveDraft(draft.Id, draft.Revision), "bob").Released!;
        Desk.Settle(astra, boreal);
        return (astra, boreal, demand);
    }
}
