using Parley.Control.Messages;
using Parley.Lines.Charters;

namespace Parley.Testing.Simulation.Nouns;

/// <summary>Words that hold until a time: they read otherwise once it is over.</summary>
internal sealed class SaidUntil(SimulatedStation author, LineId line, int number, string kind, DateTimeOffset until, string before, string after)
    : Said(author, line, number, kind)
{
    public override string? Misshown(DraftView view) => base.Misshown(view) ?? Misread(view.Text, Author);

    public override string? Misread(SimulatedStation reader, EntryView view) => base.Misread(reader, view) ?? Misread(view.Text!, reader);

    // Readers are asked at the end, when clocks are right; at home a clock may have jumped between question and answer.
    private string? Misread(string text, SimulatedStation reader)
    {
        var hasEnded = until.ToUnixTimeMilliseconds() < reader.Clock.UnixMilliseconds;
        var expected = hasEnded ? after : before;
        return text == expected || (text == before && reader == Author && Released is null) ? null : $"it reads '{text}' and not '{expected}'";
    }

    /// <summary>As transcripts show times.</summary>
    public static string Shown(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
