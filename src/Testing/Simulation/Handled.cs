using Parley.Lines.Entries;
using Parley.Lines.Handling;

namespace Parley.Testing.Simulation;

/// <summary>A stage of handling that a station has said is entered, under a role that no other stage has.</summary>
/// <param name="Told">The entry by which the others were told; null when it stayed at home.</param>
internal sealed record Handled(SimulatedStation By, Word Word, string Role, HandlingStage Stage, EntryRef? Told = null);
