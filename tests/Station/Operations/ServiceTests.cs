using Parley.Control;
using Parley.Control.Checks;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Postures;
using Parley.Control.Service;
using Parley.Control.Stations;
using Parley.Lines.Checks;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Service;

namespace Parley.Station.Tests.Operations;

/// <summary>Crew to crew: on operator lines alone, and what the folds make of it.</summary>
public sealed class ServiceTests
{
    private const string AtAstra = "operator:boreal";
    private const string AtBoreal = "operator:astra";

    [Fact]
    public void Service_messages_and_leaders_words_have_lines_of_their_own()
    {
        var (astra, boreal, _) = Desk.Pair();
        var heads = astra.Line().Heads;
        var now = astra.Now.ToDateTimeOffset();

        Assert.Equal(Refusal.WrongLineKind, astra.Refusal(new AskPresence("hot")));
        Assert.Equal(Refusal.WrongLineKind, astra.Refusal(new AnnounceMaintenance("hot", now, now.AddHours(1))));
        Assert.Equal(Refusal.WrongLineKind, astra.Refusal(new TellCircuits("hot")));
        Assert.Equal(Refusal.WrongLineKind, astra.Refusal(new ListService("hot")));
        Assert.Equal(heads, astra.Line().Heads);
        Assert.Equal(Refusal.WrongLineKind, astra.Refusal(new StatePosture(AtAstra, Precedence.Routine, "Patrols", "the minister", "en", "Not aimed at you.")));
        // Crews talk on their line as before.
        Assert.NotNull(astra.Say("Good morning.", line: AtAstra).Released);
        Desk.Settle(astra, boreal);
        Assert.Equal("Good morning.", boreal.Entry("Good morning.", AtBoreal).Text);
    }

    [Fact]
    public void A_service_message_that_stands_on_a_leaders_line_all_the_same_is_shown_as_such_and_not_counted()
    {
        var (astra, boreal, _) = Desk.Pair();
        // As a station of another make would: no operation of ours writes such a draft.
        var window = new MaintenanceService(ServiceScope.Station, null, boreal.Now, boreal.Now + TimeSpan.FromDays(1));
        var draft = new Draft(new string('a', 32), boreal.Line().Id, "ann", boreal.Now, Precedence.Priority, Status.Actual, [], window.ToWords(), []);
        boreal.Memory.Drafts[draft.Id] = draft;
        var said = boreal.Do(new ApproveDraft(draft.Id, draft.Revision().ToString())).Released!;
        Desk.Settle(astra, boreal);

        Assert.StartsWith("NOT COUNTED", astra.Do(new ReadEntry("hot", said)).Text, StringComparison.Ordinal);
        Assert.All(astra.Do(new ListService()), b => Assert.Empty(b.Maintenance));
    }

    [Fact]
    public void Announced_maintenance_of_a_line_excuses_its_checks_and_that_of_a_circuit_does_not()
    {
        var (astra, boreal, _) = Desk.Pair();
        astra.Do(new AmendLine("hot", new TermsView(Checks: "hourly")));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine("hot"));
        Desk.Settle(astra, boreal);
        var start = new Parley.Ledger.Timestamp(((astra.Now.UnixMilliseconds / 7_200_000) + 1) * 7_200_000);
        astra.Now = boreal.Now = start - TimeSpan.FromMinutes(10);
        boreal.Do(new AnnounceMaintenance(AtBoreal, start.ToDateTimeOffset().AddMinutes(-5), start.ToDateTimeOffset().AddMinutes(90), AboutLine: "hot"));
        boreal.Do(new AnnounceMaintenance(AtBoreal, start.ToDateTimeOffset(), start.ToDateTimeOffset().AddHours(9), Circuit: "second"));
        Desk.Exchange(astra, boreal);
        astra.Now = boreal.Now = start + TimeSpan.FromMinutes(150);
        Desk.Exchange(astra, boreal);

        foreach (var desk in new[] { astra, boreal })
        {
            var turns = desk.Do(new ListChecks("hot")).Turns.TakeLast(3).ToList();
            Assert.Equal([CheckStanding.Excused, CheckStanding.Excused, CheckStanding.Overdue], turns.Select(t => t.Standing));
            Assert.Contains("boreal announced maintenance", turns[0].Excuse, StringComparison.Ordinal);
        }

        var board = astra.Do(new ListService()).Single(b => b.Line == AtAstra);
        Assert.Equal([("hot", MaintenanceStanding.Over), ("second", MaintenanceStanding.Open)], board.Maintenance.Select(m => (m.Name!, m.Standing)));
    }

    [Fact]
    public void A_window_is_over_when_its_author_says_so()
    {
        var (astra, boreal, _) = Desk.Pair();
        var now = boreal.Now.ToDateTimeOffset();
        var window = boreal.Do(new AnnounceMaintenance(AtBoreal, now, now.AddDays(2)));
        Desk.Settle(astra, boreal);
        Assert.Equal(MaintenanceStanding.Open, astra.Do(new ListService(AtAstra)).Single().Maintenance.Single().Standing);
        Assert.Equal(Refusal.UnknownEntry, astra.Refusal(new EndMaintenance(AtAstra, window.Entry)));
        boreal.Do(new EndMaintenance(AtBoreal, window.Entry));
        Desk.Settle(astra, boreal);
        Assert.Equal(MaintenanceStanding.Over, astra.Do(new ListService(AtAstra)).Single().Maintenance.Single().Standing);
    }

    [Fact]
    public void Presence_is_asked_and_answered_once()
    {
        var (astra, boreal, _) = Desk.Pair();
        var asked = astra.Do(new AskPresence(AtAstra, "en", "Night watch?")).Entry;
        Assert.False(Asked(astra, AtAstra).Received);
        Desk.Settle(astra, boreal);
        Assert.Equal((true, null), (Asked(astra, AtAstra).Received, Asked(astra, AtAstra).Answer));

        boreal.Do(new AnswerServiceMessage(AtBoreal, asked, ServiceAnswer.Present) { Key = "once" });
        boreal.Do(new AnswerServiceMessage(AtBoreal, asked, ServiceAnswer.Present) { Key = "once" });
        Assert.Equal(Refusal.AlreadyAnswered, boreal.Refusal(new AnswerServiceMessage(AtBoreal, asked, ServiceAnswer.Present), "bob"));
        Assert.Contains(boreal.Do(new ReadJournal(Limit: 500)), j => j is { Act: "Refused", Officer: "bob", Note: "service/answer AlreadyAnswered" });
        Desk.Settle(astra, boreal);
        Assert.Equal(ServiceAnswer.Present, Asked(astra, AtAstra).Answer);
    }

    [Fact]
    public void Words_that_cannot_be_read_are_asked_for_and_said_again()
    {
        var (astra, boreal, _) = Desk.Pair();
        var word = astra.Say("Lost words.").Released!;
        Desk.Settle(astra, boreal);
        Assert.Equal(Refusal.ReadableHere, boreal.Refusal(new RequestResend(AtBoreal, "hot", word)));
        var entry = EntryRef.Parse(word)!.Value;
        boreal.Line().Feeds[entry.Feed(boreal.Line().Id)].Unreadable = Ledger.RangeSet.Empty.Add(entry.Index, entry.Index + 1);

        var asked = boreal.Do(new RequestResend(AtBoreal, "hot", word)).Entry;
        Desk.Exchange(astra, boreal);
        var there = Asked(astra, AtAstra);
        Assert.Equal((word, "hot", false), (there.About, there.AboutLine, there.StillLacking));
        Assert.True(Asked(boreal, AtBoreal).StillLacking);
        Assert.Equal(Refusal.Malformed, astra.Refusal(new AnswerServiceMessage(AtAstra, asked, ServiceAnswer.Present)));
        astra.Do(new AnswerServiceMessage(AtAstra, asked, ServiceAnswer.Resent));
        Desk.Exchange(astra, boreal);
        Assert.Equal(ServiceAnswer.Resent, Asked(boreal, AtBoreal).Answer);
    }

    [Fact]
    public void Circuits_are_told_as_they_are_here()
    {
        var (astra, boreal, wire) = Desk.Pair();
        astra.Do(new TellCircuits(AtAstra));
        Desk.Settle(astra, boreal);
        var told = boreal.Do(new ListService(AtBoreal)).Single().Circuits.Single();
        Assert.Equal("astra", told.Party);
        Assert.Contains(told.Circuits, c => c.IsOpen);
        Desk.Cut(wire);
        astra.Do(new TellCircuits(AtAstra));
        Assert.DoesNotContain(astra.Do(new ListService(AtAstra)).Single().Circuits.Single().Circuits, c => c.IsOpen);
    }

    [Fact]
    public void What_cannot_be_is_refused_by_name()
    {
        var (astra, boreal, _) = Desk.Pair();
        var asked = astra.Do(new AskPresence(AtAstra)).Entry;
        var said = astra.Say("Good morning.", line: AtAstra).Released!;
        Desk.Settle(astra, boreal);
        var now = astra.Now.ToDateTimeOffset();

        Assert.Equal(Refusal.Malformed, astra.Refusal(new AnnounceMaintenance(AtAstra, now, now.AddHours(-1))));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new AnnounceMaintenance(AtAstra, now, now.AddDays(8))));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new AnnounceMaintenance(AtAstra, now.AddDays(15), now.AddDays(16))));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new AnnounceMaintenance(AtAstra, now.AddHours(-3), now.AddHours(-2))));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new AnnounceMaintenance(AtAstra, now, now.AddHours(1), "hot", "first")));
        Assert.Equal(Refusal.Malformed, astra.Refusal(new AnnounceMaintenance(AtAstra, now, now.AddHours(1), Circuit: "")));
        Assert.Equal(Refusal.UnknownLine, astra.Refusal(new AnnounceMaintenance(AtAstra, now, now.AddHours(1), AboutLine: "cold")));
        Assert.Equal(Refusal.UnknownLine, astra.Refusal(new AnnounceMaintenance("operator:boreal:exercise", now, now.AddHours(1), AboutLine: "hot")));
        Assert.Equal(Refusal.UnknownEntry, astra.Refusal(new RequestResend(AtAstra, "hot", "nothing")));
        Assert.Equal(Refusal.NotTheirs, astra.Refusal(new AnswerServiceMessage(AtAstra, asked, ServiceAnswer.Present)));
        Assert.Equal(Refusal.UnknownEntry, boreal.Refusal(new AnswerServiceMessage(AtBoreal, said, ServiceAnswer.Present)));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new AnswerServiceMessage(AtBoreal, asked, ServiceAnswer.Resent)));
        Assert.Equal(Refusal.UnknownEntry, boreal.Refusal(new EndMaintenance(AtBoreal, asked)));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new AskPresence(AtBoreal, "en")));
        Assert.Equal(Refusal.Malformed, boreal.Refusal(new ListService(Days: 0)));
        Assert.Equal(Refusal.NotAllowed, boreal.Refusal(new AskPresence(AtBoreal), "cho", Roles.Audit));
    }

    private static ServiceAskedView Asked(Desk desk, string line) => desk.Do(new ListService(line)).Single().Asked.Single();
}
