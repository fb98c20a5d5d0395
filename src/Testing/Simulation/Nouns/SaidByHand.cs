using Parley.Control.Messages;
using Parley.Lines.ByHand;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Testing.Simulation.Nouns;

/// <summary>Words of another party, as an officer entered them: wherever they are read, they are under his name.</summary>
internal sealed class SaidByHand(SimulatedStation author, LineId line, int number, string party, Means means, string officer)
    : Said(author, line, number, EntryKind.ByHand)
{
    public override string? Misread(SimulatedStation reader, EntryView view) => base.Misread(reader, view) ??
        (view.ByHand is { Checked: false } by && by.Party == party && by.Means == means && by.Officer == officer
            ? null
            : $"it is shown as {view.ByHand} and was entered by {officer} as of {party}");
}
