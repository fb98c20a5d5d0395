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

namespace Parley.Control;

/// <summary>One operation: its name (also its path under <c>/api/v1/</c>), its types, the roles of which the officer must have one, and what it
/// does in few words.</summary>
public sealed record CatalogueEntry(string Name, Type Operation, Type Answer, bool IsQuery, Roles AnyOf, string Summary);

/// <summary>Every operation there is. Roles are checked against this table where the operation is done, whatever face it came through.</summary>
public static class Catalogue
{
    private const Roles Anyone = Roles.Watch | Roles.Release | Roles.Charter | Roles.Admin | Roles.Audit;
    private const Roles Writers = Roles.Watch | Roles.Release;

    // What was seen tells how we see: whoever only keeps the station running does not need it.
    private const Roles Readers = Roles.Watch | Roles.Release | Roles.Audit;

    public static IReadOnlyList<CatalogueEntry> All { get; } =
    [
        Do<AddPeer, PeerView>("peer/add", Roles.Charter, "Trust a party's card after comparing digits."),
        Do<UpdatePeer, PeerView>("peer/update", Roles.Charter, "Take a newer card of a known peer."),
        Ask<ListPeers, IReadOnlyList<PeerView>>("peer/list", Anyone, "All peers and their circuits."),
        Ask<ShowCard, CardView>("card/show", Anyone, "Our own card and its digits."),
        Do<AddOfficer, OfficerToken>("officer/add", Roles.Admin, "Add an officer; the token and a sign-in code are shown once."),
        Do<RevokeOfficer, Nothing>("officer/revoke", Roles.Admin, "End an officer's token and whatever else he signs in with."),
        Ask<ListOfficers, IReadOnlyList<OfficerView>>("officer/list", Anyone, "All officers."),
        Ask<WhoAmI, OfficerView>("officer/me", Anyone, "The officer of this token."),
        Do<MakeSignInLink, SignInLink>("officer/link", Roles.Admin, "A new sign-in link for an officer; its code is shown once."),
        Do<AddPasskey, PasskeyView>("officer/passkey-add", Anyone, "Add a passkey of one's own. Not with a token alone."),
        Do<RemovePasskey, Nothing>("officer/passkey-remove", Anyone, "Remove a passkey: one's own, an admin anybody's."),
        Ask<ListPasskeys, IReadOnlyList<PasskeyView>>("officer/passkeys", Anyone, "Passkeys: one's own, for an admin anybody's."),
        Do<SetPin, Nothing>("officer/pin", Anyone, "Set one's own PIN. Not with a token alone."),
        Do<ProposeLine, LineView>("line/propose", Roles.Charter, "Propose a new line."),
        Do<AcceptLine, LineView>("line/accept", Roles.Charter, "Accept the open proposal."),
        Do<RejectLine, LineView>("line/reject", Roles.Charter, "Reject the open proposal."),
        Do<WithdrawLine, LineView>("line/withdraw", Roles.Charter, "Take back our own proposal."),
        Do<AmendLine, LineView>("line/amend", Roles.Charter, "Propose other terms."),
        Do<SuspendLine, LineView>("line/suspend", Roles.Charter, "Suspend the line, alone and at once."),
        Do<ResumeLine, LineView>("line/resume", Roles.Charter, "End our suspension."),
        Do<LeaveLine, LineView>("line/leave", Roles.Charter, "Leave the line for ever."),
        Do<ConfirmGeneration, LineView>("line/confirm", Roles.Charter, "Confirm a peer's new generation after a fork or a restore."),
        Ask<ListLines, IReadOnlyList<LineView>>("line/list", Anyone, "All lines."),
        Do<DraftMessage, DraftView>("message/draft", Writers, "Write a draft."),
        Do<ApproveDraft, DraftView>("message/approve", Roles.Release, "Approve a draft as shown."),
        Do<DiscardDraft, Nothing>("message/discard", Writers, "Throw a draft away."),
        Do<SendMessage, DraftView>("message/send", Roles.Release, "Draft and approve at once."),
        Do<ReissueEntry, EntryView>("message/reissue", Roles.Release, "Say again words that were unreadable there."),
        Do<RaiseAlert, EntryView>("alert/raise", Writers, "Life at immediate risk at a place: stop."),
        Do<AskQuery, EntryView>("query/ask", Writers, "Is it yours, or: hold fire."),
        Do<AnswerQuery, EntryView>("query/answer", Writers, "Answer a query of the other side."),
        Do<DeclareFalseAlarm, IReadOnlyList<SaidOn>>("correction/false-alarm", Writers, "Say that an alarm was false, to the other side and to allies."),
        Do<CorrectWords, EntryView>("correction/correct", Writers, "Withdraw words of our own that were wrong."),
        Do<MarkAllies, LineView>("correction/allies", Roles.Charter, "Mark a line on which allies hear of a false alarm."),
        Do<StatePosture, DraftView>("posture/state", Roles.Release, "Say what we do ourselves, and that it is not aimed at them."),
        Do<RelayStatement, DraftView>("good-offices/relay", Roles.Release, "Pass on what somebody else said, as our claim."),
        Do<RelayEntry, DraftView>("good-offices/relay-entry", Roles.Release, "Pass on an entry of another line with its author's signature."),
        Do<AttachFile, DraftView>("attachment/attach", Roles.Release, "Send a file with our words."),
        Ask<ListAttachments, IReadOnlyList<AttachmentView>>("attachment/list", Anyone, "Attachments of a line, and how much of each is here."),
        Ask<FetchAttachment, AttachmentFile>("attachment/fetch", Anyone, "The bytes of an attachment that is whole here."),
        Do<RecordHandling, EntryView>("handling/record", Writers, "Record what was done with a message of another party."),
        Ask<ListAlarms, AlarmBoard>("alarm/list", Anyone, "What rings, live and exercise apart."),
        Do<TakeAlarm, AlarmBoard>("alarm/take", Anyone, "Say that a person here has heard an alarm."),
        Do<TestAlarms, AlarmTestView>("alarm/test", Anyone, "Ring every outlet once."),
        Do<ConfirmAlarmTest, AlarmTestView>("alarm/confirm", Anyone, "Confirm which outlets were heard."),
        Ask<ListOutlets, IReadOnlyList<OutletView>>("alarm/outlets", Anyone, "The alarm outlets and whether each works."),
        Ask<ShowRoster, IReadOnlyList<RosterView>>("alarm/roster", Anyone, "Who hears alarms, level by level."),
        Do<SetRoster, IReadOnlyList<RosterView>>("alarm/roster-set", Roles.Admin, "Say who hears alarms at a level, and by what."),
        Do<StartShift, ShiftBoard>("shift/start", Anyone, "Take over a post; an alarm test begins."),
        Do<EndShift, ShiftBoard>("shift/end", Anyone, "Give a post back."),
        Ask<ShowShift, ShiftBoard>("shift/show", Anyone, "Who is on duty."),
        Do<AddWatchNote, ShiftBoard>("shift/note", Anyone, "Add a line to the watch log."),
        Ask<DraftHandover, HandoverDraft>("shift/handover-draft", Anyone, "What happened in the shift and what is owed, as it would be signed now."),
        Do<HandOver, HandoverView>("shift/hand-over", Anyone, "Sign a handover as the officer on duty."),
        Do<TakeOver, HandoverView>("shift/take-over", Anyone, "Sign the same handover as the next officer, and go on duty."),
        Do<WithdrawHandover, HandoverView>("shift/handover-withdraw", Anyone, "Take a handover of one's own back."),
        Ask<ListHandovers, IReadOnlyList<HandoverView>>("shift/handovers", Anyone, "Handovers that wait, and the last ones."),
        Do<SendCheck, SentCheck>("check/send", Writers, "Send a check of the line."),
        Do<AnswerCheck, EntryView>("check/answer", Writers, "Answer a check of the other side."),
        Ask<ListSilence, IReadOnlyList<SilenceView>>("silence/list", Anyone, "What the evidence leaves possible of each silence, and what past ones were."),
        Ask<ShowSelfTest, SelfTestView>("silence/self-test", Anyone, "What our own station found when it last tested itself."),
        Ask<ListChecks, CheckReportView>("check/list", Anyone, "A line's checks: sent, answered, missed, and the next times."),
        Do<AddObservation, ExplainedView>("observation/add", Writers, "Enter what was seen, and see what fits it."),
        Do<AddObservations, ObservationBatchView>("observation/add-many", Writers, "Enter many observations at once."),
        Ask<ExplainObservations, ExplanationListView>("observation/explain", Readers, "What was seen, and what of all that was announced fits it."),
        Ask<ShowObservation, ExplainedView>("observation/show", Readers, "One observation with all that was weighed for it."),
        Do<DraftObservationQuestion, NoticeDraftView>("observation/ask", Writers, "Draft a question about what was seen."),
        Do<AttachEntry, ExplainedView>("observation/attach", Writers, "Say that an entry is about an observation."),
        Do<DecideReaction, ExplainedView>("observation/decide", Writers, "Choose what is done about a reaction, or that nothing is."),
        Do<SecondReaction, ExplainedView>("observation/second", Writers, "Second a proposal to mirror an alert."),
        Ask<ShowPosture, PostureBoardView>("observation/posture", Readers, "What a party declared and what was seen of it."),
        Ask<ShowRisk, RiskView>("observation/risk", Readers, "How long clarification takes. Off unless it is turned on."),
        Do<KeepWarnings, WarningBatchView>("warning/keep", Writers, "Keep public warnings, so that what is seen is held against them."),
        Ask<ListWarnings, WarningListView>("warning/list", Readers, "Public warnings of a time."),
        Ask<ShowWarning, WarningView>("warning/show", Readers, "One public warning with its words."),
        Do<RequestCall, DraftView>("call/request", Writers, "Ask for a call between two seats of a pair."),
        Do<AnswerCall, DraftView>("call/answer", Writers, "Acknowledge, counter, schedule or decline a call."),
        Do<HoldCall, DraftView>("call/hold", Writers, "Say that a call was held."),
        Do<ReadoutCall, DraftView>("call/readout", Writers, "Say what was said in a call."),
        Do<CancelCall, DraftView>("call/cancel", Writers, "Take our own request for a call back."),
        Ask<ListCalls, CallListView>("call/list", Anyone, "Calls of a line, and how long each pair has not talked."),
        Ask<ShowCall, CallView>("call/show", Anyone, "One call with every step, and what the ladder offers."),
        Ask<ExportCalendar, ExportFile>("call/calendar", Anyone, "A scheduled call as a calendar file."),
        Do<RecordContact, EntryView>("contact/record", Writers, "Say that a pair talked elsewhere."),
        Do<AnswerContact, EntryView>("contact/answer", Writers, "Confirm or contest a contact of another side."),
        Ask<ListContacts, IReadOnlyList<ContactBoardView>>("contact/list", Anyone, "Who talked last and when, and what became of requests, for any past day."),
        Do<JudgeAnswer, DraftView>("question/judge", Writers, "Say whether an answer to our question is enough."),
        Do<ContestQuestion, DraftView>("question/contest", Writers, "Say that a question to us does not apply."),
        Ask<ListQuestions, IReadOnlyList<QuestionListView>>("question/list", Anyone, "Questions with a due time, and what became of each."),
        Ask<ListTimeline, TimelinePage>("timeline/list", Anyone, "What happened, over all lines of one mode, each item with its source."),
        Ask<PlotContacts, IReadOnlyList<ContactPlotView>>("timeline/contacts", Anyone, "Days since contact of each pair over some time."),
        Do<AnnounceMaintenance, EntryView>("service/maintenance", Writers, "Tell the other crew of a maintenance window."),
        Do<EndMaintenance, EntryView>("service/maintenance-over", Writers, "Tell the other crew that a maintenance window is over."),
        Do<TellCircuits, EntryView>("service/circuits", Writers, "Tell the other crew how the circuits are here."),
        Do<RequestResend, EntryView>("service/resend", Writers, "Ask the other crew to say words again."),
        Do<ExplainSilence, EntryView>("service/explain", Writers, "Tell the other crew why ours was silent."),
        Do<AskPresence, EntryView>("service/presence", Writers, "Ask whether anybody is there."),
        Do<AnswerServiceMessage, EntryView>("service/answer", Writers, "Answer a question of the other crew."),
        Ask<ListService, IReadOnlyList<ServiceBoardView>>("service/list", Anyone, "What the crews told each other."),
        Do<MarkUltimatum, UltimatumView>("ultimatum/mark", Writers, "Mark a message of another party as an ultimatum, here alone."),
        Do<UnmarkUltimatum, UltimatumView>("ultimatum/unmark", Writers, "Enter that a marked message is no ultimatum."),
        Do<AcknowledgeUltimatum, DraftView>("ultimatum/acknowledge", Writers, "Draft the prepared acknowledgment of an ultimatum."),
        Ask<ListUltimatums, IReadOnlyList<UltimatumView>>("ultimatum/list", Anyone, "Messages marked as ultimatums, and what was answered."),
        Do<AddCodebook, CodebookView>("codebook/add", Roles.Charter, "Keep a codebook here."),
        Do<CertifyCodebook, CodebookView>("codebook/certify", Roles.Charter, "Certify a codebook for our party; live lines use no other."),
        Ask<ListCodebooks, IReadOnlyList<CodebookView>>("codebook/list", Anyone, "All codebooks here."),
        Ask<ShowCodebook, CodebookTexts>("codebook/show", Anyone, "A codebook with all its texts."),
        Do<DraftCode, DraftView>("code/draft", Writers, "Write a code message as a draft."),
        Do<SendCode, DraftView>("code/send", Writers, "A code message at once; codes that bind the party need the role release."),
        Ask<ReadOutEntry, ReadOutView>("voice/read-out", Anyone, "Words in short lines with check groups, to be read out."),
        Do<EnterByHand, EntryView>("by-hand/enter", Writers, "Enter words of another party that came by other means."),
        Do<AddOutside, OutsideView>("outside/add", Writers, "Note what was said elsewhere; it stays here, unauthenticated."),
        Ask<ListOutside, IReadOnlyList<OutsideView>>("outside/list", Anyone, "What was noted beside a line."),
        Do<AddByHandPeer, PeerView>("peer/add-by-hand", Roles.Charter, "A party without a station."),
        Do<RecordByHand, EntryView>("by-hand/record", Writers, "What was done by hand with a message."),
        Ask<ListByHandOut, IReadOnlyList<ByHandOutView>>("by-hand/out", Anyone, "Words that are to be read out to parties without a station."),
        Do<AddFormat, FormatView>("notice/format-add", Roles.Charter, "Keep a notice format here."),
        Ask<ListFormats, IReadOnlyList<FormatView>>("notice/formats", Anyone, "Notice formats that are here."),
        Ask<ShowFormat, FormatTexts>("notice/format", Anyone, "A notice format with everything in it."),
        Do<DraftNotice, NoticeDraftView>("notice/draft", Writers, "Write a notice as a draft, complete or not."),
        Do<CheckNotice, NoticeCheckView>("notice/check", Writers, "What a form says of what is filled in; nothing is kept."),
        Do<VerifyNotice, NoticeDraftView>("notice/verify", Writers, "Say of another officer's notice that it keeps the rules."),
        Ask<ShowNoticeDraft, NoticeDraftView>("notice/draft-show", Anyone, "A draft of a notice with what its form says of it."),
        Ask<ListNotices, IReadOnlyList<NoticeListView>>("notice/list", Anyone, "Notices: what was announced, what followed, and what is due."),
        Do<NotifyActivity, DraftView>("activity/notify", Writers, "Notify an activity: what our party does in a volume."),
        Do<StepActivity, DraftView>("activity/step", Writers, "Say what becomes of an activity of our own."),
        Do<ReadBackActivity, EntryView>("activity/read-back", Writers, "Read the places of an activity back to its author."),
        Do<CheckActivity, ActivityCheckView>("activity/check", Writers, "What these volumes would meet. Nothing is kept."),
        Ask<ListActivities, IReadOnlyList<ActivityListView>>("activity/list", Anyone, "Activities that are not over."),
        Ask<ShowActivity, ActivityView>("activity/show", Anyone, "One activity with all that was said of it."),
        Do<SayOnOverlap, DraftView>("overlap/say", Writers, "Say something of an overlap."),
        Do<AnswerOverlapWord, DraftView>("overlap/answer", Writers, "Agree to a counter-proposal, or withdraw a word of our own."),
        Ask<ListOverlaps, IReadOnlyList<OverlapListView>>("overlap/list", Anyone, "Overlaps, the gravest first."),
        Ask<ShowOverlap, OverlapView>("overlap/show", Anyone, "How two activities stand to each other, and what was said of it."),
        Ask<ListCrossOverlaps, IReadOnlyList<CrossOverlapListView>>("overlap/across", Anyone, "Our sites and movements beside what others do on all our lines; ours alone."),
        Do<SayOnAid, EntryView>("aid/say", Writers, "Say something of a site or movement that was notified to us."),
        Ask<ListAidReaders, AidReadersView>("aid/readers", Writers | Roles.Audit, "Who of our officers has read a site or movement, and when."),
        Ask<ShowNotice, NoticeView>("notice/show", Anyone, "One notice, line by line."),
        Do<ReadBackNotice, EntryView>("notice/read-back", Writers, "Read the positions of a notice back to its author."),
        Do<StateAgreement, DraftView>("notice/agreement", Writers, "Say what holds of our part in the agreement."),
        Do<KeepPlan, PlanView>("plan/keep", Writers, "Keep what our party plans; it never leaves the station."),
        Do<RemovePlan, Nothing>("plan/remove", Writers, "Forget a plan."),
        Do<DraftPlan, NoticeDraftView>("plan/draft", Writers, "Write what a plan fills in of a form as a draft."),
        Ask<ListPlans, IReadOnlyList<PlanView>>("plan/list", Anyone, "Our plans, and the notices that are due of them."),
        Ask<ShowCalendar, PlanCalendarView>("plan/calendar", Anyone, "Who has announced what and when, our plans among it, and what overlaps."),
        Ask<ShowSigns, PlanSignsView>("plan/signs", Anyone, "What the other side will see of a plan, and what our notices tell it."),
        Ask<ListDrafts, IReadOnlyList<DraftView>>("message/drafts", Anyone, "Drafts that wait."),
        Ask<ReadTranscript, TranscriptPage>("message/read", Anyone, "A stretch of a line's transcript."),
        Ask<SearchTranscript, SearchPage>("message/search", Anyone, "Entries of a line in which a text stands."),
        Ask<ReadEntry, EntryView>("message/entry", Anyone, "One entry and its receipts."),
        Ask<ShowStatus, StationStatus>("station/status", Anyone, "The station at a glance."),
        Do<BackUp, Nothing>("station/backup", Roles.Admin, "Copy the store to a new file while running."),
        Ask<ReadJournal, IReadOnlyList<JournalView>>("station/journal", Roles.Audit, "Who did what here."),
        Ask<ExportLine, ExportFile>("line/export", Roles.Audit | Roles.Charter, "A line's transcript with every proof."),
        Do<MakeSilenceReport, ExportFile>("report/silence", Roles.Audit | Roles.Charter, "A signed report of what was asked and what was not answered, with its proofs."),
        Do<ExportPouch, IReadOnlyList<PouchFile>>("pouch/export", Roles.Admin, "What a peer lacks, as sealed files."),
        Do<ImportPouch, PouchImport>("pouch/import", Roles.Admin, "Take in a file that a courier brought."),
    ];

    private static readonly Dictionary<Type, CatalogueEntry> ByType = All.ToDictionary(e => e.Operation);

    /// <summary>The entry of an operation; throws when it is not in the catalogue, which is a fault of ours.</summary>
    public static CatalogueEntry Of(Operation operation) => ByType[operation.GetType()];

    private static CatalogueEntry Do<TOperation, TAnswer>(string name, Roles anyOf, string summary)
        where TOperation : Operation<TAnswer> => new(name, typeof(TOperation), typeof(TAnswer), false, anyOf, summary);

    private static CatalogueEntry Ask<TOperation, TAnswer>(string name, Roles anyOf, string summary)
        where TOperation : Query<TAnswer> => new(name, typeof(TOperation), typeof(TAnswer), true, anyOf, summary);
}
