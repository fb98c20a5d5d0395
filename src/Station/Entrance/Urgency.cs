using Parley.Control;
using Parley.Control.Alarms;
using Parley.Control.Alerts;
using Parley.Control.Codes;
using Parley.Control.Corrections;
using Parley.Control.GoodOffices;
using Parley.Control.Messages;
using Parley.Control.Postures;
using Parley.Control.Queries;
using Parley.Lines.Entries;

namespace Parley.Station.Entrance;

/// <summary>Which operations do not wait behind those of others, or behind many of the same officer: a flash, what the first minute asks for, taking an alarm, and an approval,
/// of which it is not known before the loop whether it releases a flash.</summary>
internal static class Urgency
{
    public static bool Of(Operation operation) => operation switch
    {
        RaiseAlert or AskQuery or AnswerQuery or DeclareFalseAlarm or CorrectWords or TakeAlarm or ApproveDraft => true,
        SendMessage send => send.Precedence == Precedence.Flash,
        DraftMessage draft => draft.Precedence == Precedence.Flash,
        SendCode send => send.Precedence == Precedence.Flash,
        DraftCode draft => draft.Precedence == Precedence.Flash,
        StatePosture state => state.Precedence == Precedence.Flash,
        RelayStatement relay => relay.Precedence == Precedence.Flash,
        RelayEntry relay => relay.Precedence == Precedence.Flash,
        _ => false,
    };
}
