using Parley.Lines.Charters;

namespace Parley.Lines.Entries;

/// <summary>The kinds of entry that this version writes. Others are recorded, cosigned and shown as <i>unknown kind</i>: a newer station
/// must be able to speak before an older one understands.</summary>
public static class EntryKind
{
    /// <summary>First entry of a generation: why it was opened, and the greatest old heads known.</summary>
    public const string Generation = "generation";

    /// <summary>A KEM public key of the author.</summary>
    public const string Key = "key";

    /// <summary>A new epoch secret, sealed to every member.</summary>
    public const string Keying = "keying";

    /// <summary>The author's identity key changes here.</summary>
    public const string Rotation = "rotation";

    public const string Propose = "propose";
    public const string Accept = "accept";
    public const string Reject = "reject";
    public const string Withdraw = "withdraw";
    public const string Adopt = "adopt";
    public const string Suspend = "suspend";
    public const string Resume = "resume";
    public const string Leave = "leave";

    /// <summary>Words of officers.</summary>
    public const string Message = "message";

    /// <summary>A stage of handling of the message that it regards.</summary>
    public const string Handling = "handling";

    /// <summary>Life is at immediate risk somewhere: stop.</summary>
    public const string Alert = "alert";

    /// <summary>Is it yours, or: hold fire.</summary>
    public const string Query = "query";

    /// <summary>An answer to the query that it regards.</summary>
    public const string Answer = "answer";

    /// <summary>An alarm of the author was false.</summary>
    public const string FalseAlarm = "false-alarm";

    /// <summary>Words of the author were wrong.</summary>
    public const string Correction = "correction";

    /// <summary>A number of the line's codebook, with what stands in its blanks.</summary>
    public const string Code = "code";

    /// <summary>A scheduled check of the line, a test.</summary>
    public const string Check = "check";

    /// <summary>The check that it regards was read by an officer.</summary>
    public const string CheckAnswer = "check-answer";

    /// <summary>Crews to each other about the line itself, on operator lines alone.</summary>
    public const string Service = "service";

    /// <summary>Words of another party that came by other means, entered by an officer of the author.</summary>
    public const string ByHand = "by-hand";

    /// <summary>What was done by hand with the message that it regards: read out, received, refused, handled.</summary>
    public const string ByHandDeed = "by-hand-deed";

    /// <summary>What the author does itself, and that it is not aimed at the reader.</summary>
    public const string Posture = "posture";

    /// <summary>A statement of somebody else that the author passes on.</summary>
    public const string Relayed = "relayed";

    /// <summary>A file that goes with the words: its name, type, size and digest. Its bytes travel apart.</summary>
    public const string Attachment = "attachment";

    /// <summary>A request for a call.</summary>
    public const string Call = "call";

    /// <summary>A step of the call whose request it regards: an answer to it, or what became of it.</summary>
    public const string CallStep = "call-step";

    /// <summary>A pair talked elsewhere, by the author's word.</summary>
    public const string Contact = "contact";

    /// <summary>What another side says of the contact that it regards: so it was, or not.</summary>
    public const string ContactWord = "contact-word";

    /// <summary>What its author says of a question: that it does not apply, or of an answer to it: that it is enough, or not.</summary>
    public const string QuestionWord = "question-word";

    /// <summary>A formatted notification.</summary>
    public const string Notice = "notice";

    /// <summary>What its author says of its part in an agreement that notices rest on.</summary>
    public const string Agreement = "agreement";

    /// <summary>Positions of the notice that it regards, as its receiver understood them.</summary>
    public const string ReadBack = "read-back";

    /// <summary>Something that the author does, or notifies, in a volume.</summary>
    public const string Activity = "activity";

    /// <summary>A step of the author's activity that it regards: it begins, moves, ends.</summary>
    public const string ActivityStep = "activity-step";

    /// <summary>What its author says of an overlap of two activities.</summary>
    public const string OverlapWord = "overlap-word";

    /// <summary>What its author says of a humanitarian site or movement that was notified to it.</summary>
    public const string AidWord = "aid-word";

    /// <summary>Words of an entry whose content the other side could not read, said again.</summary>
    public const string Reissue = "reissue";

    /// <summary>When the author's station was down, said after it came back.</summary>
    public const string Outage = "outage";

    /// <summary>Kinds whose contents travel in clear: they carry keys or station facts, never an officer's words.</summary>
    public static bool IsClear(string kind) => kind is Generation or Key or Keying or Rotation or Outage;

    /// <summary>Kinds that the station itself writes; their status is <see cref="Status.System"/>.</summary>
    public static bool IsStation(string kind) => IsClear(kind) || kind is Adopt;

    /// <summary>Kinds that hold words of officers and go by precedence: flash in the urgent lane, the rest in the ordinary one.</summary>
    public static bool IsWords(string kind) =>
        kind is Message or Code or Alert or Query or Answer or FalseAlarm or Correction or Posture or Relayed or Attachment or Reissue or Handling or Check or CheckAnswer or
            Service or ByHand or ByHandDeed or Call or CallStep or Contact or ContactWord or QuestionWord or Notice or Agreement or ReadBack or
            Activity or ActivityStep or OverlapWord or AidWord;

    /// <summary>Kinds that say something of another entry and are shown with it.</summary>
    public static bool IsAside(string kind) => kind is Handling or ByHandDeed;

    /// <summary>Kinds of words that whoever writes must have before him. Reports of handling and checks mean nothing that a text would have to take into account.</summary>
    public static bool IsTalk(string kind) => IsWords(kind) && !IsAside(kind) && kind is not (Check or CheckAnswer);

    /// <summary>Kinds that a store lists for each line, so that they are found without reading the line.</summary>
    public static bool IsListed(string kind) => kind is Notice or Agreement || IsOfActivity(kind);

    /// <summary>Kinds from which activities and their overlaps follow.</summary>
    public static bool IsOfActivity(string kind) => kind is Activity or ActivityStep or OverlapWord or AidWord;

    /// <summary>Whether words of that kind have their place on lines of that kind. Crews' words on the working of lines never stand among leaders', and agreed texts of
    /// leaders, their calls, contacts, notices, activities and checks of their lines not among crews'.</summary>
    public static bool HasPlaceOn(string kind, LineKind line) =>
        line == LineKind.Operator
            ? !IsOfActivity(kind) && kind is not (Code or Posture or Check or CheckAnswer or Call or CallStep or Contact or ContactWord or Notice or Agreement or ReadBack)
            : kind != Service;

    /// <summary>Kinds that make or change the charter; they stand in the urgent lane.</summary>
    public static bool IsCharter(string kind) => kind is Propose or Accept or Reject or Withdraw or Adopt or Suspend or Resume or Leave;

    /// <summary>1 to 32 of <c>a-z 0-9 -</c>.</summary>
    public static bool IsWellFormed(string kind) =>
        kind.Length is > 0 and <= Bounds.KindLength && !kind.AsSpan().ContainsAnyExcept("abcdefghijklmnopqrstuvwxyz0123456789-");
}
