using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Postures;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Postures;

namespace Parley.Station.Operations;

/// <summary>Reassurance: what we do ourselves, and that it is not aimed at them.</summary>
internal static class Postures
{
    public static Outcome<DraftView> State(OperationContext context, StatePosture operation)
    {
        if (!PostureContent.IsShort(operation.Conduct) || !PostureContent.IsShort(operation.Authority))
            return Refuse("Say what you do, and under whose authority you say it, each in 1 to 256 characters on one line.");
        if (!Writing.Note(operation.Text, operation.Language, out var note) || note is null)
            return Refuse(Writing.NoteRule);
        Timestamp? until = null;
        if (operation.ValidUntil is { } end)
        {
            if (!Timestamp.TryFrom(end.ToUnixTimeMilliseconds(), out var time) || time <= context.Step.Now)
                return Refuse("What it is valid until must still be to come.");
            until = time;
        }

        var words = new PostureContent(operation.Conduct, operation.Authority, until, note).ToWords();
        return Messages.Say(context, new Writing.Frame(operation.Line, operation.Precedence, Status.Actual), words, operation.Key);
    }

    private static Refused<DraftView> Refuse(string detail) => new(Refusal.Malformed, detail);
}
