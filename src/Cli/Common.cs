using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.Json;
using Parley.Control;
using Parley.Station.Storage;

namespace Parley.Cli;

/// <summary>Arguments and options that many commands share, and how every command is run.</summary>
internal static class Common
{
    public static Argument<string> Directory { get; } = new("DIR")
    {
        Description = "The station's folder; for officers without access to it, the station's address such as http://127.0.0.1:7100.",
    };

    /// <summary>For commands that need the folder itself.</summary>
    public static Argument<string> Folder { get; } = new("DIR") { Description = "The station's folder." };

    public static Option<string> Entry { get; } = new("--entry")
    {
        Description = "The ref of the entry, as it stands beside it in 'parley read'.",
        HelpName = "REF",
        Required = true,
    };

    public static Option<bool> Json { get; } = new("--json") { Description = "Print the answer as JSON, for programs." };

    public static Option<string?> TokenFile { get; } = new("--token-file")
    {
        Description = "A file with your officer's token. Without it the token is taken from PARLEY_TOKEN, or asked for.",
        HelpName = "FILE",
    };

    public static Option<string?> PassphraseFile { get; } = new("--passphrase-file")
    {
        Description = "A file with the passphrase of station.key. Without it the passphrase is taken from PARLEY_PASSPHRASE, or asked for.",
        HelpName = "FILE",
    };

    public static Option<string> Line { get; } = new("--line")
    {
        Description = "The line: its short name as 'parley line list' shows it, or its id.",
        HelpName = "LINE",
        Required = true,
    };

    /// <summary>Of words that need not be there.</summary>
    public static Option<string?> Language { get; } = new("--language") { Description = "The language of the text.", HelpName = "TAG" };

    public static Option<string[]> Regards { get; } = new("--regards") { Description = "The ref of an entry that it answers; again for each.", HelpName = "REF" };

    /// <summary>An option that takes one of an enum's names in lower case.</summary>
    public static Option<string> Choice<TEnum>(string name, string description, bool required = true)
        where TEnum : struct, Enum
    {
        var names = Enum.GetNames<TEnum>().Select(n => JsonNamingPolicy.KebabCaseLower.ConvertName(n)).ToArray();
        return new Option<string>(name) { Description = description, Required = required, HelpName = string.Join('|', names) }
            .AcceptOnlyFromAmong(names);
    }

    public static TEnum Chosen<TEnum>(string name)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    /// <summary>Gives the command its arguments, its options and what it does.</summary>
    public static Command Does(this Command command, IEnumerable<Symbol> symbols, Func<Invocation, Task> act)
    {
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument)
                command.Add(argument);
            else
                command.Add((Option)symbol);
        }

        command.Validators.Add(RefuseUnknownOptions);
        command.SetAction((parsed, cancel) => Run(new Invocation(parsed, ParleyProgram.TerminalOf(parsed), cancel), act));
        return command;
    }

    /// <summary>Refuses words without their language, and a language without words.</summary>
    public static Command TextHasLanguage(this Command command, Option text)
    {
        command.Validators.Add(result =>
        {
            if (result.GetResult(text) is null != result.GetResult(Language) is null)
                result.AddError("--text and --language go together: give both, or neither");
        });
        return command;
    }

    public static Command Group(string name, string description, params ReadOnlySpan<Command> commands)
    {
        var group = new Command(name, description);
        foreach (var command in commands)
            group.Add(command);
        return group;
    }

    // A misspelt option would otherwise be taken for a folder or a name.
    private static void RefuseUnknownOptions(CommandResult command)
    {
        foreach (var token in command.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens))
        {
            if (token.Value.Length > 1 && token.Value[0] == '-')
                command.AddError($"there is no option '{token.Value}' here");
        }
    }

    // The one place where trouble becomes an exit code and a line.
    private static async Task<int> Run(Invocation invocation, Func<Invocation, Task> act)
    {
        try
        {
            await act(invocation);
            return ExitCode.Done;
        }
        catch (CommandFault e)
        {
            return Say(invocation, e.Code, e.Message);
        }
        catch (ControlFault e)
        {
            return Say(invocation, ExitCode.Unreachable, e.Message);
        }
        catch (StoreFault e)
        {
            return Say(invocation, ExitCode.Refused, e.Trouble == StoreTrouble.InUse
                ? "another process has this station open; stop it, or see whether it answers with: parley status DIR"
                : $"the store cannot be used ({JsonNamingPolicy.CamelCase.ConvertName(e.Trouble.ToString())}): {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Say(invocation, ExitCode.Refused, e.Message);
        }
        catch (OperationCanceledException) when (invocation.Cancel.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
    }

    private static int Say(Invocation invocation, int code, string message)
    {
        invocation.Terminal.Error.WriteLine($"parley: {message.ReplaceLineEndings(" ")}");
        return code;
    }
}
