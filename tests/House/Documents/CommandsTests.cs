using Parley.Cli;

namespace Parley.House.Tests.Documents;

public sealed class CommandsTests
{
    // The documents name the same commands again and again, and the tree of commands is large.
    private static readonly Dictionary<string, string?> Known = new(StringComparer.Ordinal);

    [Fact]
    public void Documents_show_commands_that_are_there() => Assert.Empty(Commands.Broken(Repository.Documents, Help));

    [Theory]
    [InlineData("`parley sing DIR`")]
    [InlineData("`parley status DIR --loud`")]
    [InlineData("`parley line sing DIR hot`")]
    [InlineData("Text\n```\ndotnet run --project src/Cli -- sing\n```\n")]
    public void A_command_that_is_not_there_is_found(string text) => Assert.Single(Commands.Broken([new SourceFile("a.md", text)], Help));

    [Theory]
    [InlineData("`parley line propose DIR hot --kind hot`")]
    [InlineData("`parley card DIR rotate --next-key FILE`")]
    [InlineData("```\n$ parley sing\n```\n`Parley sings`")]
    public void A_command_that_is_there_is_left_alone(string text) => Assert.Empty(Commands.Broken([new SourceFile("a.md", text)], Help));

    private static string? Help(string[] path)
    {
        var name = string.Join(' ', path);
        lock (Known)
        {
            if (!Known.TryGetValue(name, out var help))
                Known[name] = help = Ask(path);
            return help;
        }
    }

    private static string? Ask(string[] path)
    {
        using var output = new StringWriter();
        var terminal = new Terminal(output, TextWriter.Null, TextReader.Null, false, false, 1000, _ => null, _ => null);
        return ParleyProgram.Run([.. path, "--help"], terminal).GetAwaiter().GetResult() == ExitCode.Done ? output.ToString() : null;
    }
}
