namespace Parley.Circuits.Link;

/// <summary>What the bytes received so far begin with.</summary>
public enum LinkRead
{
    /// <summary>One whole item.</summary>
    Whole,

    /// <summary>The beginning of an item; more bytes are needed.</summary>
    Short,

    /// <summary>Nothing that this protocol knows. The circuit is closed.</summary>
    Malformed,
}
