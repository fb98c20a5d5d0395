namespace Parley.Cli.Commands;

/// <summary>What the bench asks one of its stations: one line of JSON on the station's input.</summary>
/// <param name="Do">One of card, peer, propose, accept, open, circuits, alone, frames, settle, floor, single, stream, backlog, load, memory.</param>
/// <param name="Count">Messages, or rounds of the floor.</param>
/// <param name="UnderWay">Messages sent and not yet received, at most.</param>
/// <param name="Bytes">Characters (ASCII) of each text.</param>
/// <param name="Milliseconds">Length of a stream.</param>
/// <param name="Text">A card file.</param>
internal sealed record BenchAsk(
    string Do, int Count = 0, int UnderWay = 1, int Bytes = 300, int Milliseconds = 0, bool Flash = false, string? Text = null,
    string? Digits = null);

/// <summary>The answer: one line of JSON on its output.</summary>
/// <param name="Problem">What went wrong; null when nothing did.</param>
/// <param name="Milliseconds">A time for each message or round.</param>
internal sealed record BenchAnswer(
    string? Problem = null, string? Text = null, string? Digits = null, double Seconds = 0, long Bytes = 0, double[]? Milliseconds = null);
