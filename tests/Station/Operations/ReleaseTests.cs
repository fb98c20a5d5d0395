using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Officers;
using Parley.Control.Stations;
using Parley.Lines.Entries;
using Parley.Station.Journals;
using Parley.Testing.Storage;

namespace Parley.Station.Tests.Operations;

/// <summary>Nothing leaves without the approvals that the charter asks for, and nothing leaves twice.</summary>
public sealed class ReleaseTests
{
    [Fact]
    public void One_officer_releases_where_one_is_enough()
    {
        var (astra, boreal, _) = Desk.Pair();

        Assert.NotNull(astra.Say("routine words").Released);

        Desk.Settle(astra, boreal);
        Assert.Equal(["routine words"], boreal.Texts());
        Assert.True(astra.Entry("routine words").Receipts.Single().Received);
    }

    [Fact]
    public void Two_distinct_officers_release_a_flash()
    {
        var (astra, boreal, _) = Desk.Pair();
        var draft = astra.Say("flash words", Precedence.Flash);
        Assert.Null(draft.Released);
        Assert.Equal(Refusal.AlreadyApproved, astra.Refusal(new ApproveDraft(draft.Id, draft.Revision), "ann"));
        Desk.Settle(astra, boreal);
        Assert.Empty(boreal.Texts());

        Assert.NotNull(astra.Do(new ApproveDraft(draft.Id, draft.Revision), "bob").Released);
        Desk.Settle(astra, boreal);
        Assert.Equal(["flash words"], boreal.Texts());
        Assert.Empty(astra.Do(new ListDrafts()));
    }

    [Fact]
    public void An_approval_of_an_officer_who_was_revoked_does_not_count()
    {
        var (astra, boreal, _) = Desk.Pair();
        foreach (var name in new[] { "ann", "bob", "eve" })
            astra.Do(new AddOfficer(name, Roles.Watch | Roles.Release), "owner");
        var draft = astra.Say("flash words", Precedence.Flash);
        astra.Do(new RevokeOfficer("ann"), "owner");
        Assert.Empty(astra.Do(new ListDrafts(), "bob").Single().ApprovedBy);
        Assert.Contains(astra.Store.Journal(0, 10_000), r => JournalTrail.Open(astra.Keys, r) is { Act: JournalAct.ApprovalVoided, Note: "ann" });
        astra.Start();

        Assert.Null(astra.Do(new ApproveDraft(draft.Id, draft.Revision), "bob").Released);
        Assert.Equal(["bob"], astra.Do(new ListDrafts(), "bob").Single().ApprovedBy);
        // One who comes later under the name has approved nothing.
        astra.Do(new AddOfficer("ann", Roles.Watch | Roles.Release), "owner");
        Assert.NotNull(astra.Do(new ApproveDraft(draft.Id, draft.Revision), "eve").Released);
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.Equal(["flash words"], boreal.Texts());
    }

    [Fact]
    public void Who_was_revoked_while_his_request_waited_does_nothing_more()
    {
        var (astra, _, _) = Desk.Pair();
        astra.Do(new AddOfficer("ann", Roles.Watch | Roles.Release), "owner");
        astra.Do(new RevokeOfficer("ann"), "owner");

        Assert.Equal(Refusal.NotSignedIn, astra.Refusal(new SendMessage("hot", Precedence.Routine, "en", "words")));
        Assert.Empty(astra.Do(new ListDrafts(), "bob"));
    }

    [Fact]
    public void Only_the_text_that_was_shown_can_be_approved()
    {
        var (astra, _, _) = Desk.Pair();
        var draft = astra.Do(new DraftMessage("hot", Precedence.Routine, "en", "words"));

        Assert.Equal(Refusal.DraftChanged, astra.Refusal(new ApproveDraft(draft.Id, new string('0', 64)), "bob"));
        Assert.Equal(Refusal.UnknownDraft, astra.Refusal(new ApproveDraft("nothing", draft.Revision), "bob"));
    }

    [Fact]
    public void Approvals_survive_a_crash()
    {
        var (astra, _, _) = Desk.Pair();
        var draft = astra.Say("flash words", Precedence.Flash);

        astra.Start();

        Assert.Equal(["ann"], astra.Do(new ListDrafts()).Single().ApprovedBy);
        Assert.NotNull(astra.Do(new ApproveDraft(draft.Id, draft.Revision), "bob").Released);
    }

    [Fact]
    public void The_same_key_is_answered_and_not_done_again_not_even_after_a_restart()
    {
        var (astra, boreal, _) = Desk.Pair();
        var send = new SendMessage("hot", Precedence.Routine, "en", "once") { Key = "k1" };
        var first = astra.Do(send).Released;

        Assert.Equal(first, astra.Do(send).Released);
        astra.Start();
        Assert.Equal(first, astra.Do(send).Released);
        Desk.Connect(astra, boreal);
        Desk.Settle(astra, boreal);
        Assert.Equal(["once"], boreal.Texts());
    }

    [Theory]
    [InlineData(DiskFault.NotPersisted)]
    [InlineData(DiskFault.PersistedButFailed)]
    [InlineData(DiskFault.Full)]
    public void A_send_in_doubt_that_is_repeated_with_its_key_is_there_once(DiskFault fault)
    {
        var (astra, boreal, _) = Desk.Pair();
        var faults = 1;
        astra.Disk.Plan = _ => faults-- > 0 ? fault : DiskFault.None;
        var send = new SendMessage("hot", Precedence.Routine, "en", "once") { Key = "k1" };
        object? answer = null;
        astra.Step(new OfficerAsks(send, new Actor("ann", (Roles)31), a => answer = a));
        Assert.IsType<ControlFault>(answer);

        Assert.NotNull(astra.Do(send).Released);
        Desk.Settle(astra, boreal);
        Assert.Equal(["once"], astra.Texts());
        Assert.Equal(["once"], boreal.Texts());
    }

    [Fact]
    public void Every_operation_needs_one_of_its_roles()
    {
        var (astra, _, _) = Desk.Pair();
        Operation[] operations =
        [
            new SendMessage("hot", Precedence.Routine, "en", "x"), new DraftMessage("hot", Precedence.Routine, "en", "x"), new SuspendLine("hot"),
            new AddOfficer("eve", Roles.Watch), new ReadJournal(), new ExportLine("hot"), new ShowStatus(), new ReadTranscript("hot"),
        ];
        foreach (var operation in operations)
        {
            var needed = Catalogue.Of(operation).AnyOf;
            object? answer = null;
            astra.Step(new OfficerAsks(operation, new Actor("eve", (Roles)31 & ~needed), a => answer = a));
            Assert.Equal(Refusal.NotAllowed, (Refusal)answer!.GetType().GetProperty("Why")!.GetValue(answer)!);
        }
    }

    [Fact]
    public void A_suspended_line_carries_no_words_until_it_is_resumed()
    {
        var (astra, boreal, _) = Desk.Pair();
        boreal.Do(new SuspendLine("hot"));
        Desk.Settle(astra, boreal);
        Assert.Equal(Refusal.LineSuspended, astra.Refusal(new SendMessage("hot", Precedence.Routine, "en", "x")));

        boreal.Do(new ResumeLine("hot"));
        Desk.Settle(astra, boreal);
        Assert.NotNull(astra.Say("x").Released);
    }
}
