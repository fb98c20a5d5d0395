using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Testing.Simulation;

/// <summary>A text that an officer wants to send, and what the station said of it. Each text is said once in a world.</summary>
internal sealed class Word(SimulatedStation author, LineId line, string text)
{
    public SimulatedStation Author => author;

    public LineId Line => line;

    public string Text => text;

    /// <summary>The entry that the station named when it said that the word is released; null until then.</summary>
    public EntryRef? Released { get; set; }

    /// <summary>Said when everything worked: nothing excuses its loss.</summary>
    public bool IsLast { get; set; }

    /// <summary>The author's store was set back to before this word and nobody else held it.</summary>
    public bool IsLost { get; set; }

    /// <summary>The author's store was set back and nobody else held the content.</summary>
    public bool ContentIsLost { get; set; }
}
