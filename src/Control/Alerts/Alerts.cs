using Parley.Control.Messages;

namespace Parley.Control.Alerts;

/// <summary>Life is at immediate risk at <paramref name="Place"/>: stop. Leaves at once as flash, released by the officer who says it. Of its handling the other
/// side always reports read, passed and stopped.</summary>
/// <param name="Language">Of the text.</param>
/// <param name="Text">Words beside it.</param>
public sealed record RaiseAlert(string Line, string Place, string? Language = null, string? Text = null) : Operation<EntryView>, IOnLine;
