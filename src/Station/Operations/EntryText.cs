using Parley.Control.ByHand;
using Parley.Control.Codes;
using Parley.Ledger;
using Parley.Lines.Alerts;
using Parley.Lines.Attachments;
using Parley.Lines.ByHand;
using Parley.Lines.Calls;
using Parley.Lines.Checks;
using Parley.Lines.Codebooks;
using Parley.Lines.Contacts;
using Parley.Lines.Corrections;
using Parley.Lines.Entries;
using Parley.Lines.GoodOffices;
using Parley.Lines.Handling;
using Parley.Lines.Messages;
using Parley.Lines.Notices;
using Parley.Lines.Parties;
using Parley.Lines.Postures;
using Parley.Lines.Queries;
using Parley.Lines.Questions;
using Parley.Lines.Service;

namespace Parley.Station.Operations;

/// <summary>The words of an entry as a reader gets them, whatever its kind.</summary>
/// <param name="Supersedes">The entry that these words replace.</param>
/// <param name="Addressees">Roles that must acknowledge them.</param>
/// <param name="Code">What a code message says by itself.</param>
/// <param name="ByHand">Whose words they are and who vouches for them, where they came by other means.</param>
/// <param name="Wish">By when and from whom they ask for an answer.</param>
internal sealed record EntryText(
    string Text, string? Language, EntryRef? Supersedes = null, IReadOnlyList<Addressed>? Addressees = null, CodeView? Code = null, ByHandView? ByHand = null,
    AnswerWish? Wish = null)
{
    /// <summary>What is read out by voice: the words, and by when an answer is asked for.</summary>
    public string Spoken => Wish is { } wish ? $"{Text}\n{QuestionWords.Of(wish)}" : Text;

    /// <summary>Null for kinds that hold no words of officers, and for contents that are not of their kind; and for those that are another's words or need a codebook to
    /// be read.</summary>
    /// <param name="now">By which what is valid until a time has ended.</param>
    public static EntryText? Of(string kind, Content content, Timestamp now) => kind is EntryKind.Code or EntryKind.ByHand or EntryKind.Notice
        ? null
        : Of(
            kind, content, now, default, static (_, _) => throw new InvalidOperationException("no code message"),
            static _ => throw new InvalidOperationException("no notice"));

    /// <summary>The same for every kind.</summary>
    /// <param name="code">Renders a code message of that author.</param>
    /// <param name="form">Writes a notice out.</param>
    public static EntryText? Of(
        string kind, Content content, Timestamp now, PartyId author, Func<CodeContent, PartyId, EntryText> code, Func<NoticeContent, EntryText> form)
    {
        switch (kind)
        {
            case EntryKind.Message when MessageContent.From(content) is { } message:
                return new EntryText(message.Text, message.Language, message.Supersedes, message.Addressees, Wish: message.Wish);
            case EntryKind.Handling when HandlingContent.From(content) is { } handling:
                var what = handling.Stage.Words() + (handling.Addressee is { } addressee ? $" ({addressee})" : "");
                return new EntryText(handling.Text is { } text ? $"{what}: {text}" : what, handling.Language, handling.Corrects);
            case EntryKind.Alert when AlertContent.From(content) is { } alert:
                return With($"ALERT: life at immediate risk at {alert.Place}. STOP.", alert.Note);
            case EntryKind.Query when QueryContent.From(content) is { } query:
                return With(query.About == QueryAbout.Ownership ? $"QUERY: at {query.Place}, is this yours?" : $"REQUEST: hold fire at {query.Place}.", query.Note);
            case EntryKind.Answer when AnswerContent.From(content) is { } answer:
                var end = answer.ValidUntil < now ? $"NO LONGER VALID: it ended {Clock(answer.ValidUntil)}" : $"Valid until {Clock(answer.ValidUntil)}";
                return With($"ANSWER: {Words(answer.Answer)}. {end}; it is consent to nothing.", answer.Note);
            case EntryKind.FalseAlarm when FalseAlarmContent.From(content) is { } alarm:
                return With(Words(alarm), alarm.Note);
            case EntryKind.Correction when CorrectionContent.From(content) is { } correction:
                return With("CORRECTION: the words that these replace were wrong and do not hold.", correction.Note) with { Supersedes = correction.Wrong };
            case EntryKind.Check when CheckContent.From(content) is { } check:
                return new EntryText($"CHECK: {check.Text}", check.Language);
            case EntryKind.CheckAnswer when CheckAnswerContent.From(content) is { } read:
                return With("CHECK READ by an officer.", read.Note);
            case EntryKind.Call when CallContent.From(content) is { } call:
                return new EntryText(CallWords.Of(call), call.Language);
            case EntryKind.CallStep when CallStepContent.From(content) is { } step:
                return With(CallWords.Of(step), step.Note);
            case EntryKind.Contact when ContactContent.Read(content) is { } contact:
                return With(ContactWords.Of(contact), contact.Note);
            case EntryKind.ContactWord when ContactWordContent.Read(content) is { } word:
                return With(ContactWords.Of(word), word.Note);
            case EntryKind.QuestionWord when QuestionWordContent.From(content) is { } word:
                return With(QuestionWords.Of(word), word.Note);
            case EntryKind.Service when ServiceContent.From(content) is { } service:
                return With(ServiceWords.Of(service), service.Note);
            case EntryKind.Code when CodeContent.From(content) is { } coded:
                return code(coded, author);
            case EntryKind.ByHand when ByHandContent.From(content) is { } entered:
                var said = entered.Code is { } theirs ? code(theirs, entered.Party) : new EntryText(entered.Words!.Text, entered.Words.Language);
                return said with { ByHand = new ByHandView(entered.Party.ToString(), entered.Means, entered.At.ToDateTimeOffset(), entered.Officer, entered.Checked) };
            case EntryKind.Attachment when AttachmentContent.From(content) is { } attachment:
                return With($"ATTACHMENT \"{attachment.Name}\": {attachment.Type} by its author's word, {AttachmentText.Bytes(attachment.Size)}.", attachment.Note);
            case EntryKind.Posture when PostureContent.From(content) is { } posture:
                return With(Words(posture, now), posture.Note);
            case EntryKind.Notice when NoticeContent.From(content) is { } notice:
                return form(notice);
            case EntryKind.ReadBack when ReadBackContent.From(content) is { } readBack:
                return FormReading.Read(readBack);
            case EntryKind.Agreement when AgreementContent.From(content) is { } agreement:
                return FormReading.Read(agreement);
            case EntryKind.Relayed when RelayedContent.From(content) is { } relayed:
                return With($"{relayed.Speaker} said on {Clock(relayed.Said)}{(relayed.Proof is null ? "" : " (its signature goes with it)")}:", relayed.Note);
            default:
                return ActivityText.Of(kind, content);
        }
    }

    /// <summary>UTC, to the second, as transcripts show times.</summary>
    public static string Clock(Timestamp time) => time.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static EntryText With(string what, Note? note) => note is null ? new EntryText(what, null) : new EntryText($"{what}\n{note.Text}", note.Language);

    private static string Words(QueryAnswer answer) => answer switch
    {
        QueryAnswer.Yes => "yes",
        QueryAnswer.No => "no",
        QueryAnswer.Unknown => "we do not know",
        _ => "not under our control",
    };

    private static string Words(PostureContent posture, Timestamp now)
    {
        var end = posture.ValidUntil is not { } until ? ""
            : until < now ? $" NO LONGER VALID: it ended {Clock(until)}." : $" Valid until {Clock(until)}.";
        return $"POSTURE, not aimed at the reader: {posture.Conduct}. Said under the authority of {posture.Authority}.{end}";
    }

    private static string Words(FalseAlarmContent alarm)
    {
        var end = alarm.End is { } over ? $"ended {Clock(over)}" : "not ended yet";
        var forces = !alarm.ForcesMoved ? "no forces moved" : alarm.ForcesReturned ? "forces moved and have returned" : "forces moved and have NOT returned yet";
        return $"FALSE ALARM on the side of its author: began {Clock(alarm.Start)}, {end}; cause {alarm.Cause.ToString().ToLowerInvariant()}; {forces}; " +
            $"leaders {(alarm.LeadersInformed ? "informed" : "not informed")}.";
    }
}
