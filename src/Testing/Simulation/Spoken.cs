using Parley.Control;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Testing.Simulation;

/// <summary>Something that an officer wants to send on a line, and what the station said of it.</summary>
internal abstract class Spoken(SimulatedStation author, LineId line)
{
    public SimulatedStation Author => author;

    public LineId Line => line;

    /// <summary>As failures and traces call it.</summary>
    public abstract string Name { get; }

    /// <summary>The entry that the station named when it said that it has left; null until then.</summary>
    public EntryRef? Released { get; set; }

    /// <summary>Why the station will not do it: then nothing of it may be found anywhere. Null while it has not said so.</summary>
    public Refusal? Refused { get; set; }

    /// <summary>Said when everything worked: nothing excuses its loss.</summary>
    public bool IsLast { get; set; }

    /// <summary>The author's store was set back to before it and nobody else held it.</summary>
    public bool IsLost { get; set; }

    /// <summary>The author's store was set back and nobody else held the content.</summary>
    public bool ContentIsLost { get; set; }

    /// <summary>Whether that refusal can be right.</summary>
    public virtual bool Bears(Refusal why) => true;

    /// <summary>Null when this is what officers at home must be shown of it, before and when it leaves; otherwise what is wrong with it.</summary>
    public virtual string? Misshown(DraftView view) => null;
}
