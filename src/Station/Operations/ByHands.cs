using Parley.Control;
using Parley.Control.ByHand;
using Parley.Control.Messages;
using Parley.Ledger;
using Parley.Lines.ByHand;
using Parley.Lines.Codebooks;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;
using Parley.Lines.Voice;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Words that came by other means: a named officer enters them, and they are an entry of ours. Nothing makes them more than his word.</summary>
internal static class ByHands
{
    public static object Enter(OperationContext context, EnterByHand operation)
    {
        var memory = context.Memory;
        if (LineNames.Find(memory, operation.Line, out var refused) is not { } line)
            return Refuse(refused.Why, refused.Detail);
        if (Other(context, line, operation.Party) is not { } party)
            return Refuse(Refusal.UnknownPeer, $"'{operation.Party}' is no other party of this line.");
        if (!Enum.IsDefined(operation.Means) || !Enum.IsDefined(operation.Precedence) || operation.Status is not (Status.Actual or Status.Test))
            return Refuse(Refusal.Malformed, "Say by what means, with which precedence, and whether it is actual or a test.");
        if (At(context, operation.At) is not { } at)
            return Refuse(Refusal.Malformed, FutureRule);
        if (Regards(line, operation.Regards ?? []) is not { } regards)
            return Refuse(Refusal.RegardsUnknown, "What it regards must be at most 16 entries of this line, by their refs.");
        if (Said(context, line, party, operation, out var code, out var note) is { } wrong)
            return wrong;
        if (operation.Checks is { } heard && Misheard(code?.ToReadOut() ?? ReadOut.Of(note!.Text), heard, code?.Codebook.Hash) is { } misheard)
            return Refuse(Refusal.ChecksDiffer, misheard);
        var content = new ByHandContent(party, operation.Means, at, context.Actor.Name, operation.Checks is not null, note, code);
        regards = [.. new SortedSet<EntryRef>([.. regards, .. (code?.Blanks ?? []).Select(b => b.Value).OfType<MessageValue>().Select(m => m.By(party))])];
        return Writing.SayAlone(context, operation.Line, operation.Precedence, regards, content.ToWords(), operation.Key, operation.Status);
    }

    internal const string FutureRule = "What has not happened yet cannot be entered; the time is UTC.";

    /// <summary>Another party of the line by its id.</summary>
    internal static PartyId? Other(OperationContext context, LineState line, string name) =>
        PartyId.Parse(name) is { } party && party != context.Memory.Own && line.Fold.Founding!.Parties.Any(p => p.Party == party) ? party : null;

    /// <summary>When it happened; now where nothing is said; null for what is to come.</summary>
    internal static Timestamp? At(OperationContext context, DateTimeOffset? asked) =>
        asked is not { } at ? context.Step.Now
        : Timestamp.TryFrom(at.ToUnixTimeMilliseconds(), out var time) && time - context.Step.Now <= TimeSpan.FromMinutes(1) ? time
        : null;

    private static List<EntryRef>? Regards(LineState line, IReadOnlyList<string> asked)
    {
        var found = new SortedSet<EntryRef>();
        foreach (var text in asked)
        {
            if (EntryRef.Parse(text) is not { } entry || !line.Heads.Covers(entry))
                return null;
            found.Add(entry);
        }

        return found.Count <= Parley.Lines.Bounds.Regards ? [.. found] : null;
    }

    /// <summary>A code message of the line's codebook, or words with their language; what is wrong when it is neither.</summary>
    private static Refused<EntryView>? Said(OperationContext context, LineState line, PartyId party, EnterByHand operation, out CodeContent? code, out Note? note)
    {
        (code, note) = (null, null);
        if (operation.Code is { } number)
        {
            if (operation.Text is not null || operation.Language is not null)
                return Refuse(Refusal.Malformed, "Enter a code or a text, not both.");
            code = Codes.Compose(context, line, party, number, operation.Blanks ?? [], out _, out var why);
            return code is null ? Refuse(why!.Refusal, why.Detail) : null;
        }

        return Writing.Note(operation.Text, operation.Language, out note) && note is not null ? null : Refuse(Refusal.Malformed, Writing.NoteRule);
    }

    /// <summary>Holds what was written down against the groups that were heard; null when all fit.</summary>
    private static string? Misheard(ReadOut written, IReadOnlyList<string> heard, Parley.Crypto.Digest? about)
    {
        if (heard.Count != written.Lines.Count + 1)
            return $"{written.Lines.Count} lines have as many check groups and a closing one; {heard.Count} groups were given. Write one line for each that was read.";
        var found = new ReadOut([.. written.Lines.Select((l, i) => l with { Check = heard[i] })], heard[^1]).Verify(about);
        return found.IsRight ? null
            : found.Wrong.Count > 0 ? $"Misheard: {string.Join("; ", found.Wrong.Take(8).Select(i => $"line {i + 1} '{written.Lines[i].Words}'"))}. Ask for it again."
            : "Each line fits and the closing group does not: a line is missing or out of place, or the two sides hold different codebooks.";
    }

    private static Refused<EntryView> Refuse(Refusal why, string detail) => new(why, detail);
}
