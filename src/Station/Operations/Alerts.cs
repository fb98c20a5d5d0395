using Parley.Control;
using Parley.Control.Alerts;
using Parley.Control.Messages;
using Parley.Lines.Alerts;
using Parley.Lines.Entries;

namespace Parley.Station.Operations;

/// <summary>The first minute: life is at risk, and the other side must know at once.</summary>
internal static class Alerts
{
    public static object Raise(OperationContext context, RaiseAlert operation)
    {
        if (!AlertContent.IsPlace(operation.Place))
            return Refuse(Refusal.Malformed, "Say where, in 1 to 256 characters on one line.");
        if (!Writing.Note(operation.Text, operation.Language, out var note))
            return Refuse(Refusal.Malformed, Writing.NoteRule);
        return Writing.SayAlone(context, operation.Line, Precedence.Flash, [], new AlertContent(operation.Place, note).ToWords(), operation.Key);
    }

    private static Refused<EntryView> Refuse(Refusal why, string detail) => new(why, detail);
}
