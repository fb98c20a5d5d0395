using Parley.Lines.Charters;

namespace Parley.Testing.Simulation;

/// <summary>A text that an officer wants to send. Each text is said once in a world.</summary>
internal sealed class Word(SimulatedStation author, LineId line, string text) : Spoken(author, line)
{
    public string Text => text;

    public override string Name => $"'{text[..12]}'";
}
