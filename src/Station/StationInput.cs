using Parley.Control;
using Parley.Control.Officers;
using Parley.Crypto;
using Parley.Lines.Parties;
using Parley.Station.Alarms;
using Parley.Station.Circuits;
using Parley.Station.Entrance;

namespace Parley.Station;

/// <summary>What the loop takes in, one at a time and in the order in which it came.</summary>
internal abstract record StationInput;

/// <summary>Somebody waits. <paramref name="Answer"/> is called once, after the commit, or with a <see cref="ControlFault"/>.</summary>
internal abstract record Asks(Action<object> Answer) : StationInput;

/// <summary>An officer asks; the answer is an <see cref="Outcome{TAnswer}"/> of the operation's answer type.</summary>
internal sealed record OfficerAsks(Operation Operation, Actor Actor, Action<object> Answer) : Asks(Answer)
{
    /// <summary>It goes before those of all officers.</summary>
    public bool IsUrgent { get; init; }

    /// <summary>Of <see cref="SetPin"/>: the PIN, stretched before the loop, which does not see the PIN itself. Null when it has not the form of one.</summary>
    public PinHash? Pin { get; init; }
}

/// <summary>Somebody signs in; the answer is a <see cref="SignInRefusal"/>, or <see cref="Nothing"/> when he is let in.</summary>
/// <param name="Use">Of a passkey: what its assertion said.</param>
internal sealed record SignsIn(string Officer, Means Means, PasskeyUse? Use, Action<object> Answer) : Asks(Answer);

/// <summary>The counter and the flag in an assertion that was verified.</summary>
internal sealed record PasskeyUse(long SignCount, bool IsBackedUp);

/// <summary>Somebody signs out; the answer says nothing.</summary>
internal sealed record SignsOut(string Officer, Means Means, Action<object> Answer) : Asks(Answer);

/// <summary>Somebody was not let in before the loop; the answer says nothing.</summary>
/// <param name="Note">Who and why, without anything that was typed.</param>
internal sealed record SignInFailed(string Note, Action<object> Answer) : Asks(Answer);

internal sealed record CircuitOpened(ICircuit Circuit) : StationInput;

internal sealed record CircuitClosed(ICircuit Circuit, CircuitEnd End) : StationInput;

internal sealed record CircuitDrained(ICircuit Circuit) : StationInput;

internal sealed record CircuitMeasured(ICircuit Circuit, TimeSpan RoundTrip) : StationInput;

/// <summary>A frame came and was prepared.</summary>
internal sealed record FrameCame(ICircuit Circuit, Prepared Frame) : StationInput
{
    /// <summary>Frames of ordinary words that came on this circuit before it and were not read, for too many wait.</summary>
    public int Unread { get; init; }

    /// <summary>Bytes that it takes of the circuit's room for ordinary words; 0 when it takes one of its places for frames.</summary>
    public int OrdinaryBytes { get; init; }
}

/// <summary>A circuit showed a chain that extends the pinned one; verified by the circuit.</summary>
internal sealed record CardCame(PartyId Peer, CardChain Chain) : StationInput;

/// <summary>The wall clock was set by so much, forward or back.</summary>
internal sealed record ClockJumped(TimeSpan By) : StationInput;

/// <summary>What became of a ring at one outlet.</summary>
internal sealed record OutletReported(AlarmReport Report) : StationInput;

internal sealed record StrangerRefused(string Name, CircuitEnd End) : StationInput;

/// <summary>Who asks: an officer by name with the roles he has now, or the folder's owner.</summary>
/// <param name="By">What opened his face; null: the owner, or nothing that could be taken away before the loop comes to him.</param>
internal sealed record Actor(string Name, Roles Roles, Means? By = null);
