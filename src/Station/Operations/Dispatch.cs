using Parley.Control;
using Parley.Control.Activities;
using Parley.Control.Alarms;
using Parley.Control.Alerts;
using Parley.Control.Attachments;
using Parley.Control.ByHand;
using Parley.Control.Calls;
using Parley.Control.Checks;
using Parley.Control.Codebooks;
using Parley.Control.Codes;
using Parley.Control.Contacts;
using Parley.Control.Corrections;
using Parley.Control.GoodOffices;
using Parley.Control.Handling;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Notices;
using Parley.Control.Observations;
using Parley.Control.Officers;
using Parley.Control.Outside;
using Parley.Control.Peers;
using Parley.Control.Plans;
using Parley.Control.Postures;
using Parley.Control.Pouches;
using Parley.Control.PublicWarnings;
using Parley.Control.Queries;
using Parley.Control.Questions;
using Parley.Control.Reports;
using Parley.Control.Service;
using Parley.Control.Shifts;
using Parley.Control.Silence;
using Parley.Control.Stations;
using Parley.Control.Timelines;
using Parley.Control.Ultimatums;
using Parley.Control.Voice;
using Parley.Crypto;
using Parley.Lines.Entries;
using Parley.Station.Journals;
using Parley.Station.State;

namespace Parley.Station.Operations;

/// <summary>What an operation works with: the step it is part of and who asks.</summary>
internal sealed record OperationContext(Step Step, StationCore Core, LinkTable Links, Actor Actor)
{
    public StationMemory Memory => Step.Memory;

    /// <summary>Of <see cref="SetPin"/>; null when what was given has not the form of a PIN.</summary>
    public PinHash? Pin { get; init; }

    /// <summary>What this officer has been shown, where it is more than the line's transcript and its list of activities showed him: a warning told him of what overlaps.</summary>
    public Heads? Shown { get; init; }
}

/// <summary>A query whose reading of the store is done by the asker's own thread, over values that the loop took at one moment.</summary>
internal sealed record Deferred(Func<object> Read);

/// <summary>Does any operation of the catalogue, after checking the role. The answer is an outcome of the operation's answer type, or a
/// <see cref="Deferred"/> that yields one.</summary>
internal static class Dispatch
{
    public static object Do(OperationContext context, Operation operation)
    {
        var entry = Catalogue.Of(operation);
        var answer = Barred(context, entry, operation) ?? Again(context, entry, operation) ?? Act(context, entry, operation);
        // By name alone: what was typed stays out of the journal. Whoever only asks to see has asked for nothing to be done.
        if (!entry.IsQuery && answer is IRefused refused)
            Journal(context, operation, $"{entry.Name} {refused.Why}");
        // A warning quotes what it warns of.
        if (answer is not IRefused || answer is IRefused { Why: Refusal.Warned })
            AidReads.After(context, operation, entry.Name);
        return answer;
    }

    private static void Journal(OperationContext context, Operation operation, string refused)
    {
        var line = operation is IOnLine on ? LineNames.Find(context.Memory, on.Line, out _) : null;
        var about = line is not null && operation is IAboutEntry one ? EntryRef.Parse(one.Entry) : null;
        context.Step.Journal(JournalAct.Refused, line?.Id, about?.ToString() ?? "", refused);
    }

    private static object? Barred(OperationContext context, CatalogueEntry entry, Operation operation)
    {
        if ((entry.AnyOf & context.Actor.Roles) == 0)
            return Refuse(entry, Refusal.NotAllowed, $"This needs one of the roles {entry.AnyOf}; {context.Actor.Name} has {context.Actor.Roles}.");
        if (SignIns.Bars(context, operation) is var (why, detail))
            return Refuse(entry, why, detail);
        if (operation.Key is { Length: 0 or > 64 })
            return Refuse(entry, Refusal.Malformed, "The idempotency key must have 1 to 64 characters.");
        return null;
    }

    /// <summary>What was said under this key is shown again and not judged anew: a time that it names may be past by now. What is said of another entry is
    /// answered with that one.</summary>
    private static Deferred? Again(OperationContext context, CatalogueEntry entry, Operation operation)
    {
        var memory = context.Memory;
        return operation is { Key: { } key } and IOnLine on && entry.Answer == typeof(EntryView) && memory.Remembered.TryGetValue(key, out var made) &&
            made.Split(' ') is ["entry", var of, var told, ..] && EntryRef.Parse(told) is { } said && LineNames.Find(memory, on.Line, out _) is { } line &&
            line.Id.ToString() == of && memory.HeaderOf(said.Feed(line.Id), said.Index) is { } header && !EntryKind.IsAside(header.Kind)
                ? Transcripts.Later(context, line, said)
                : null;
    }

    private static object Act(OperationContext context, CatalogueEntry entry, Operation operation) => operation switch
    {
        AddPeer add => Peers.Add(context, add),
        UpdatePeer update => Peers.Update(context, update),
        ListPeers => Peers.List(context),
        ShowCard => Peers.Show(context),
        AddOfficer add => Officers.Add(context, add),
        RevokeOfficer revoke => Officers.Revoke(context, revoke),
        ListOfficers => Officers.List(context),
        WhoAmI => Officers.Me(context),
        MakeSignInLink make => SignInLinks.Make(context, make),
        AddPasskey add => Passkeys.Add(context, add),
        RemovePasskey remove => Passkeys.Remove(context, remove),
        ListPasskeys list => Passkeys.List(context, list),
        SetPin => Pins.Set(context),
        ProposeLine propose => Lines.Propose(context, propose),
        AcceptLine accept => Lines.Accept(context, accept),
        RejectLine reject => Lines.Reject(context, reject),
        WithdrawLine withdraw => Lines.Withdraw(context, withdraw),
        AmendLine amend => Lines.Amend(context, amend),
        SuspendLine suspend => Lines.Alone(context, suspend.Line, EntryKind.Suspend),
        ResumeLine resume => Lines.Alone(context, resume.Line, EntryKind.Resume),
        LeaveLine leave => Lines.Alone(context, leave.Line, EntryKind.Leave),
        ConfirmGeneration confirm => Lines.Confirm(context, confirm),
        ListLines list => Lines.List(context, list),
        DraftMessage draft => Messages.Draft(context, draft),
        ApproveDraft approve => Messages.Approve(context, approve),
        DiscardDraft discard => Messages.Discard(context, discard),
        SendMessage send => Messages.Send(context, send),
        ReissueEntry reissue => Messages.Reissue(context, reissue),
        RaiseAlert alert => Alerts.Raise(context, alert),
        AskQuery ask => Queries.Ask(context, ask),
        AnswerQuery answer => Queries.Answer(context, answer),
        DeclareFalseAlarm alarm => Corrections.FalseAlarm(context, alarm),
        CorrectWords correct => Corrections.Correct(context, correct),
        MarkAllies mark => Corrections.Mark(context, mark),
        StatePosture posture => Postures.State(context, posture),
        RelayStatement relay => GoodOffices.Relay(context, relay),
        RelayEntry relay => GoodOffices.Relay(context, relay),
        AttachFile attach => Attachments.Attach(context, attach),
        ListAttachments attachments => Attachments.List(context, attachments),
        FetchAttachment fetch => Attachments.Fetch(context, fetch),
        RecordHandling handling => Handlings.Record(context, handling),
        ListAlarms => Alarms.List(context),
        TakeAlarm take => Alarms.Take(context, take),
        TestAlarms test => Alarms.Test(context, test),
        ConfirmAlarmTest confirm => Alarms.Confirm(context, confirm),
        ListOutlets => Alarms.Outlets(context),
        ShowRoster => Alarms.Roster(context),
        SetRoster roster => Alarms.SetRoster(context, roster),
        StartShift start => Shifts.Start(context, start),
        EndShift end => Shifts.End(context, end),
        ShowShift => Shifts.Show(context),
        AddWatchNote note => Shifts.Note(context, note),
        DraftHandover draft => HandoverDrafts.Draft(context, draft),
        HandOver handover => Handovers.HandOver(context, handover),
        TakeOver take => Handovers.TakeOver(context, take),
        WithdrawHandover withdraw => Handovers.Withdraw(context, withdraw),
        ListHandovers list => Handovers.List(context, list),
        SendCheck send => Checks.Send(context, send),
        AnswerCheck answer => Checks.Answer(context, answer),
        ListChecks list => Checks.List(context, list),
        ListSilence silence => Silences.List(context, silence),
        ShowSelfTest => Silences.SelfTest(context),
        AddObservation add => Observations.Add(context, add),
        AddObservations add => Observations.AddMany(context, add),
        ExplainObservations explain => Explanations.List(context, explain),
        ShowObservation show => Observations.Show(context, show),
        DraftObservationQuestion ask => Observations.Ask(context, ask),
        AttachEntry attach => Observations.Attach(context, attach),
        DecideReaction decide => Reactions.Decide(context, decide),
        SecondReaction second => Reactions.Second(context, second),
        ShowPosture posture => PostureBoards.Show(context, posture),
        ShowRisk risk => Explanations.Risk(context, risk),
        KeepWarnings keep => PublicWarnings.Keep(context, keep),
        ListWarnings list => PublicWarnings.List(context, list),
        ShowWarning show => PublicWarnings.Show(context, show),
        RequestCall request => Calls.Request(context, request),
        AnswerCall answer => Calls.Answer(context, answer),
        HoldCall hold => Calls.Hold(context, hold),
        ReadoutCall readout => Calls.Readout(context, readout),
        CancelCall cancel => Calls.Cancel(context, cancel),
        ListCalls list => Calls.List(context, list),
        ShowCall show => Calls.Show(context, show),
        ExportCalendar calendar => Calls.Calendar(context, calendar),
        RecordContact record => Contacts.Record(context, record),
        AnswerContact answer => Contacts.Answer(context, answer),
        ListContacts list => Contacts.List(context, list),
        JudgeAnswer judge => Questions.Judge(context, judge),
        ContestQuestion contest => Questions.Contest(context, contest),
        ListQuestions list => Questions.List(context, list),
        ListTimeline list => Timelines.List(context, list),
        PlotContacts plot => Timelines.Plot(context, plot),
        AnnounceMaintenance announce => Service.Announce(context, announce),
        EndMaintenance end => Service.End(context, end),
        TellCircuits tell => Service.Circuits(context, tell),
        RequestResend request => Service.Resend(context, request),
        ExplainSilence explain => Service.Explain(context, explain),
        AskPresence ask => Service.Presence(context, ask),
        AnswerServiceMessage answer => Service.Answer(context, answer),
        ListService list => Service.List(context, list),
        MarkUltimatum mark => Ultimatums.Mark(context, mark),
        UnmarkUltimatum unmark => Ultimatums.Unmark(context, unmark),
        AcknowledgeUltimatum acknowledge => Ultimatums.Acknowledge(context, acknowledge),
        ListUltimatums list => Ultimatums.List(context, list),
        AddCodebook add => Codebooks.Add(context, add),
        CertifyCodebook certify => Codebooks.Certify(context, certify),
        ListCodebooks => Codebooks.List(context),
        ShowCodebook show => Codebooks.Show(context, show),
        DraftCode draft => Codes.Draft(context, draft),
        SendCode send => Codes.Send(context, send),
        ReadOutEntry read => ReadOuts.Read(context, read),
        EnterByHand enter => ByHands.Enter(context, enter),
        AddOutside add => OutsideNotes.Add(context, add),
        ListOutside list => OutsideNotes.List(context, list),
        AddByHandPeer add => ByHandPeers.Add(context, add),
        RecordByHand record => ByHandDeeds.Record(context, record),
        ListByHandOut list => ByHandDeeds.Out(context, list),
        AddFormat add => Formats.Add(context, add),
        ListFormats list => Formats.List(context, list),
        ShowFormat show => Formats.Show(context, show),
        DraftNotice draft => NoticeDrafts.Draft(context, draft),
        CheckNotice check => NoticeDrafts.Check(context, check),
        VerifyNotice verify => NoticeDrafts.Verify(context, verify),
        ShowNoticeDraft show => NoticeDrafts.Show(context, show),
        ListNotices list => Notices.List(context, list),
        ShowNotice show => Notices.Show(context, show),
        NotifyActivity notify => Activities.Notify(context, notify),
        StepActivity step => Activities.Step(context, step),
        ReadBackActivity read => Activities.ReadBack(context, read),
        CheckActivity check => ActivityChecks.Check(context, check),
        ListActivities list => Activities.List(context, list),
        ShowActivity show => Activities.Show(context, show),
        SayOnOverlap say => Overlaps.Say(context, say),
        AnswerOverlapWord answer => Overlaps.Answer(context, answer),
        ListOverlaps list => Overlaps.List(context, list),
        ShowOverlap show => Overlaps.Show(context, show),
        ListCrossOverlaps list => CrossOverlaps.List(context, list),
        SayOnAid say => Activities.SayOnAid(context, say),
        ListAidReaders list => AidReaders.List(context, list),
        ReadBackNotice back => Notices.ReadBack(context, back),
        StateAgreement state => Notices.State(context, state),
        KeepPlan keep => Plans.Keep(context, keep),
        RemovePlan remove => Plans.Remove(context, remove),
        DraftPlan draft => Plans.Draft(context, draft),
        ListPlans list => Plans.List(context, list),
        ShowCalendar show => Plans.Calendar(context, show),
        ShowSigns show => Plans.Signs(context, show),
        ListDrafts drafts => Messages.List(context, drafts),
        ReadTranscript read => Transcripts.Read(context, read),
        SearchTranscript search => Searches.Search(context, search),
        ReadEntry read => Transcripts.ReadOne(context, read),
        ShowStatus => Stations.Status(context),
        BackUp backup => Stations.BackUp(context, backup),
        ReadJournal journal => Stations.Journal(context, journal),
        ExportLine export => Exports.Line(context, export),
        MakeSilenceReport report => Reports.Silence(context, report),
        ExportPouch export => Pouches.Export(context, export),
        ImportPouch import => Pouches.Import(context, import),
        _ => throw new InvalidOperationException($"{entry.Name} is in the catalogue and nobody does it"),
    };

    private static object Refuse(CatalogueEntry entry, Refusal why, string detail) =>
        Activator.CreateInstance(typeof(Refused<>).MakeGenericType(entry.Answer), why, detail)!;
}
