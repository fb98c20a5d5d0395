using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Testing.Simulation;

/// <summary>A text that an officer wants to send. Each text is said once in a world.</summary>
internal sealed class Word(SimulatedStation author, LineId line, string text) : Spoken(author, line)
{
    public string Text => text;

    /// <summary>It asks for an answer.</summary>
    public bool Asks { get; init; }

    /// <summary>The entry that it is about; null: none.</summary>
    public EntryRef? Regards { get; init; }

    public override string Name => $"'{text[..12]}'";
}
