using System.Text;

namespace Parley.Cli.Tests;

/// <summary>Runs the transcripts under <c>Transcripts/</c>: a line that begins with <c>$ </c> is a command, what follows is what the program
/// writes (errors after output) and, when it is not 0, its exit code. <c>DIR</c> stands for a fresh folder, <c>…</c> for the rest of a line.</summary>
public sealed class TranscriptTests
{
    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Transcripts")).Select(f => Path.GetFileName(f)!).Order()];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_program_writes_what_the_transcript_says(string file)
    {
        using var session = new Session();
        var expected = await File.ReadAllLinesAsync(Path.Combine(AppContext.BaseDirectory, "Transcripts", file));
        var actual = new StringBuilder();
        foreach (var line in expected.Where(l => l.StartsWith("$ ", StringComparison.Ordinal)))
        {
            actual.Append(line).Append('\n');
            var run = await session.Parley([.. Words(line["$ parley ".Length..]).Select(w => w.Replace("DIR", session.Folder))]);
            actual.Append((run.Out + run.Error).Replace(session.Folder, "DIR"));
            if (run.Code != 0)
                actual.Append("[exit ").Append(run.Code).Append("]\n");
        }

        var lines = actual.ToString().TrimEnd('\n').Split('\n');
        Assert.Equal(expected.Length, lines.Length);
        foreach (var (want, got) in expected.Zip(lines))
            Assert.Equal(want, want.EndsWith('…') && got.StartsWith(want[..^1], StringComparison.Ordinal) ? want : got);
    }

    private static IEnumerable<string> Words(string command) =>
        command.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
