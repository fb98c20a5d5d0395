using Parley.Control;
using Parley.Control.Codes;
using Parley.Control.Messages;
using Parley.Crypto;
using Parley.Lines.Codebooks;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Station.Journals;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Code messages: a number of the line's codebook with typed blanks. The release rule stands with the code: one officer, or as the charter says.</summary>
internal static class Codes
{
    public static Outcome<DraftView> Draft(OperationContext context, DraftCode operation)
    {
        if (Messages.Repeated(context, operation.Key) is { } before)
            return before;
        var asked = new Asked(operation.Line, operation.Number, operation.Blanks, operation.Codebook);
        if (Write(context, asked, new Writing.Frame(operation.Line, operation.Precedence, operation.Status, operation.Regards), out var line, out var draft) is { } refused)
            return refused;
        Writing.Save(context.Step, draft);
        context.Step.Journal(JournalAct.Drafted, line.Id, draft.Id, key: operation.Key);
        context.Memory.Remember(operation.Key, $"draft {draft.Id}");
        return new Done<DraftView>(Messages.View(context, line, draft, null, operation.Language));
    }

    public static Outcome<DraftView> Send(OperationContext context, SendCode operation)
    {
        if (Messages.Repeated(context, operation.Key) is { } before)
            return before;
        var asked = new Asked(operation.Line, operation.Number, operation.Blanks, operation.Codebook);
        if (Write(context, asked, new Writing.Frame(operation.Line, operation.Precedence, operation.Status, operation.Regards), out var line, out var draft) is { } refused)
            return refused;
        // Any duty officer says what one officer may; what binds the party is released by those who may release.
        if (draft.Words.Officers is null && (context.Actor.Roles & Roles.Release) == 0)
            return Refuse(Refusal.NotAllowed, $"Code {operation.Number} binds the party: it needs the role release. 'code draft' leaves it to who has it.");
        var entry = Writing.Approve(context, line, ref draft, operation.Key);
        return new Done<DraftView>(Messages.View(context, line, draft, entry, operation.Language));
    }

    /// <summary>Why a draft may not leave any more: its codebook is not the line's since the charter was changed. Null when it may, and for words of other kinds.</summary>
    public static Refused<DraftView>? Overtaken(OperationContext context, LineState line, Draft draft) =>
        draft.Words.Kind == EntryKind.Code && CodeContent.From(draft.Words.ToContent(new byte[Content.SeedSize])) is { } code &&
        line.Fold.Current?.Terms.Codebook is var agreed && agreed != code.Codebook.Hash
            ? Differs(context, code.Codebook, agreed)
            : null;

    /// <summary>A code message on that line as officers type it; null with the reason when it is none.</summary>
    /// <param name="author">Whose message it is, and whose earlier message a number in a blank names.</param>
    public static CodeContent? Compose(
        OperationContext context, LineState line, PartyId author, int number, IReadOnlyList<BlankInput> blanks, out Code? code, out Writing.Why? why)
    {
        code = null;
        var memory = context.Memory;
        if ((line.Fold.Current ?? line.Fold.Founding!).Terms.Codebook is not { } hash)
        {
            why = new Writing.Why(Refusal.UnknownCodebook, "The charter of this line names no codebook. 'line amend --codebook' proposes one.");
            return null;
        }

        if (!memory.Codebooks.TryGetValue(hash, out var held))
        {
            why = new Writing.Why(Refusal.UnknownCodebook, $"The codebook {hash} of this line is not at this station. 'codebook add' takes its file.");
            return null;
        }

        if ((code = held.Book[number]) is null)
        {
            why = new Writing.Why(Refusal.UnknownCode, $"{Codebooks.Name(held.Named)} has no code {number}. 'codebook show' lists them.");
            return null;
        }

        var filled = new List<FilledBlank>();
        foreach (var (name, text) in blanks.Take(Parley.Lines.Bounds.Blanks + 1).Select(b => (b.Name, b.Value)))
        {
            if (code.BlankOf(name) is not { } blank)
            {
                why = new Writing.Why(Refusal.BlanksWrong, $"Code {number} has no blank '{name}'. {Takes(code)}");
                return null;
            }

            if (Value(line, author, blank, text, out why) is not { } value)
                return null;
            filled.Add(new FilledBlank(name, value));
        }

        var content = held.Book.Fill(number, filled, out var refused);
        why = refused is null ? null : new Writing.Why(Refusal.BlanksWrong, $"In code {number} {CodeReading.Words(refused)} {Takes(code)}");
        return content;
    }

    private static BlankValue? Value(LineState line, PartyId author, Blank blank, string text, out Writing.Why? why)
    {
        why = null;
        if (blank.Kind == BlankKind.Message)
            return Message(line, author, text, out why);
        var value = BlankValue.Typed(blank.Kind, Bare(text));
        if (value is null)
            why = new Writing.Why(Refusal.BlanksWrong, $"'{text}' does not fit the blank '{blank.Name}': {Takes(blank)}.");
        return value;
    }

    /// <summary>As it is shown and read out it may be typed too.</summary>
    private static string Bare(string text) => text.EndsWith(" UTC", StringComparison.Ordinal) && text.Length == "2026-11-22 12:00:00 UTC".Length
        ? $"{text[..10]}T{text[11..19]}Z"
        : text.Trim('“', '”');

    /// <summary>The one message of that author which has the number.</summary>
    private static MessageValue? Message(LineState line, PartyId author, string text, out Writing.Why? why)
    {
        why = null;
        List<EntryRef> found = [];
        if (MessageNumber.Parse(text) is { } number)
        {
            found = [.. line.Heads.Rows.Where(r => r.Party == author && r.Size(number.Lane) > number.Index)
                .Select(r => new EntryRef(author, r.Generation, number.Lane, number.Index)).Where(number.Fits)];
        }
        else if (EntryRef.Parse(text) is { } whole && whole.Party == author && line.Heads.Covers(whole))
        {
            found = [whole];
        }

        if (found is [var one])
            return new MessageValue(one.Generation, one.Lane, one.Index);
        why = new Writing.Why(
            Refusal.RegardsUnknown,
            found.Count > 1
                ? $"'{text}' fits {found.Count} messages of {author}: {string.Join(", ", found)}. Give the whole ref."
                : $"'{text}' is the number of no message of {author} on this line. Numbers such as U12-3f0a stand beside the ref in 'read'.");
        return null;
    }

    private static Refused<DraftView>? Write(OperationContext context, Asked asked, Writing.Frame frame, out LineState line, out Draft draft)
    {
        (line, draft) = (null!, null!);
        var memory = context.Memory;
        if (LineNames.Find(memory, asked.Line, out var refused) is not { } found)
            return Refuse(refused.Why, refused.Detail);
        if (asked.Codebook is { } named && Disagrees(context, found, named) is { } differs)
            return differs;
        if (Compose(context, found, memory.Own, asked.Number, asked.Blanks, out var code, out var why) is not { } content)
            return Refuse(why!.Refusal, why.Detail);
        var numbers = content.Blanks.Select(b => b.Value).OfType<MessageValue>().Select(m => m.By(memory.Own)).ToList();
        foreach (var number in numbers.Where(n => memory.HeaderOf(n.Feed(found.Id), n.Index) is not { } header || !EntryKind.IsWords(header.Kind)))
            return Refuse(Refusal.RegardsUnknown, $"{MessageNumber.Of(number)} are no words of officers.");
        frame = frame with { Regards = [.. frame.Regards ?? [], .. numbers.Select(n => n.ToString())] };
        if (Writing.New(context, frame, (_, _) => content.ToWords(code!), out line, out why) is not { } written)
            return Refuse(why.Refusal, why.Detail);
        draft = written;
        return null;
    }

    /// <summary>The officer has a codebook at hand and says which; it must be the line's.</summary>
    private static Refused<DraftView>? Disagrees(OperationContext context, LineState line, string named)
    {
        if (Codebooks.Find(context.Memory, named, out var why) is not { } held)
            return Refuse(Refusal.UnknownCodebook, why);
        var agreed = (line.Fold.Current ?? line.Fold.Founding!).Terms.Codebook;
        return agreed == held.Hash ? null : Differs(context, held.Named, agreed);
    }

    private static Refused<DraftView> Differs(OperationContext context, CodebookRef named, Digest? agreed) => Refuse(
        Refusal.CodebookDiffers,
        $"You name {Codebooks.Name(named)}; the charter of this line names {(agreed is { } hash ? Codebooks.Name(context.Memory.Codebooks, hash) : "none")}.");

    private static string Takes(Code code) => code.Blanks.Count == 0
        ? $"Code {code.Number} has no blanks."
        : $"Code {code.Number} takes {string.Join("; ", code.Blanks.Select(b => $"{b.Name}: {Takes(b)}"))}.";

    private static string Takes(Blank blank) => blank.Kind switch
    {
        BlankKind.Time => "a time, UTC, such as 2026-11-22T12:00Z",
        BlankKind.Place => $"coordinates such as 12.34567N 045.67890E, or a place of at most {blank.Most} characters",
        BlankKind.Count => $"a number from {blank.Least} to {blank.Most}",
        _ => "the number of a message of its author, such as U12-3f0a",
    };

    private static Refused<DraftView> Refuse(Refusal why, string detail) => new(why, detail);

    /// <summary>A code message as asked for.</summary>
    private sealed record Asked(string Line, int Number, IReadOnlyList<BlankInput> Blanks, string? Codebook);
}
