using Parley.Control;
using Parley.Lines.Parties;
using Parley.Station.Alarms;
using Parley.Station.Circuits;

namespace Parley.Station;

/// <summary>What the loop takes in, one at a time and in the order in which it came.</summary>
internal abstract record StationInput;

/// <summary>An officer asks. <paramref name="Answer"/> is called once, after the commit, with an <see cref="Outcome{TAnswer}"/> of the operation's answer type,
/// or with an exception.</summary>
internal sealed record OfficerAsks(Operation Operation, Actor Actor, Action<object> Answer) : StationInput;

internal sealed record CircuitOpened(ICircuit Circuit) : StationInput;

internal sealed record CircuitClosed(ICircuit Circuit, CircuitEnd End) : StationInput;

internal sealed record CircuitDrained(ICircuit Circuit) : StationInput;

internal sealed record CircuitMeasured(ICircuit Circuit, TimeSpan RoundTrip) : StationInput;

internal sealed record FrameCame(ICircuit Circuit, Prepared Frame) : StationInput;

/// <summary>A circuit showed a chain that extends the pinned one; verified by the circuit.</summary>
internal sealed record CardCame(PartyId Peer, CardChain Chain) : StationInput;

/// <summary>The wall clock was set by so much, forward or back.</summary>
internal sealed record ClockJumped(TimeSpan By) : StationInput;

/// <summary>What became of a ring at one outlet.</summary>
internal sealed record OutletReported(AlarmReport Report) : StationInput;

internal sealed record StrangerRefused(string Name, CircuitEnd End) : StationInput;

/// <summary>The reader of a page was shown a line up to here.</summary>
internal sealed record WasShown(string Officer, Lines.Charters.LineId Line, Lines.Entries.Heads Heads) : StationInput;

/// <summary>Who asks: an officer by name with the roles he has now, or the folder's owner.</summary>
internal sealed record Actor(string Name, Roles Roles);
