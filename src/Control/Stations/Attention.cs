using System.Text.Json.Serialization;
using Parley.Lines.Charters;

namespace Parley.Control.Stations;

/// <summary>What of notices and activities must be seen at a glance.</summary>
/// <param name="Line">Its handle; empty: of more than one line.</param>
/// <param name="Text">In a sentence, as it stands among the warnings, but without its line.</param>
/// <param name="IsPressing">It is so now, or its time has passed.</param>
public sealed record AttentionView(LineMode Mode, string Line, AttentionKind About, string Text, bool IsPressing = false)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>What it is about.</summary>
public enum AttentionKind
{
    /// <summary>A notice that reminds, or of which nobody has said that it is over.</summary>
    Notice = 1,

    /// <summary>An overlap of ours on one line.</summary>
    Overlap,

    /// <summary>A site or movement of ours that expires, or that is not acknowledged.</summary>
    Aid,

    /// <summary>A site or movement of ours beside what another party does on a line where it was not told of it.</summary>
    Across,

    /// <summary>Something that was seen, that no notice explains, and that nobody has taken up.</summary>
    Observation,
}
