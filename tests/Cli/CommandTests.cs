using System.CommandLine;

namespace Parley.Cli.Tests;

/// <summary>What holds for every command there is, whatever it does.</summary>
public sealed class CommandTests
{
    // Built once: the tree is large, and is only looked at here.
    private static readonly IReadOnlyDictionary<string, Command> All = Leaves(ParleyProgram.Tree, "").ToDictionary(l => l.Path, l => l.Command, StringComparer.Ordinal);

    public static TheoryData<string> Paths => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Help_is_written_and_says_what_every_part_is(string path)
    {
        using var session = new Session();
        var run = await session.Parley([.. path.Split(' '), "--help"]);

        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        var command = All[path];
        Assert.Contains(command.Description!, run.Out);
        foreach (var symbol in command.Arguments.Cast<Symbol>().Concat(command.Options))
        {
            Assert.False(string.IsNullOrWhiteSpace(symbol.Description), $"{symbol.Name} of {path} has no description");
            Assert.Contains(symbol.Name, run.Out);
        }
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Wrong_use_is_one_line_that_says_where_help_is(string path)
    {
        using var session = new Session();
        var run = await session.Parley([.. path.Split(' '), "--no-such-option"]);

        Assert.Equal(ExitCode.Usage, run.Code);
        Assert.Equal("", run.Out);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
        Assert.EndsWith($"See: parley {path} --help", run.Error.TrimEnd());
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void A_sentence_that_describes_ends_as_one(string path)
    {
        var command = All[path];
        Assert.EndsWith(".", command.Description);
    }

    [Fact]
    public async Task No_command_takes_a_secret_on_the_command_line()
    {
        foreach (var command in All.Values)
            Assert.DoesNotContain(command.Options, o => o.Name is "--passphrase" or "--token" or "--key");
        using var session = new Session();
        Assert.Equal(ExitCode.Usage, (await session.Parley("run", session.Folder, "--passphrase", "x")).Code);
    }

    private static IEnumerable<(string Path, Command Command)> Leaves(Command command, string path)
    {
        foreach (var child in command.Subcommands.Where(c => !c.Hidden))
        {
            var below = path.Length == 0 ? child.Name : $"{path} {child.Name}";
            if (child.Action is not null)
                yield return (below, child);
            foreach (var leaf in Leaves(child, below))
                yield return leaf;
        }
    }
}
