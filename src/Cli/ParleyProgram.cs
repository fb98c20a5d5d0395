using System.CommandLine;
using Parley.Cli.Commands;

namespace Parley.Cli;

/// <summary>The program <c>parley</c>.</summary>
public static class ParleyProgram
{
    private const string About =
        """
        Parley: a station for crisis lines between parties that do not trust each other.

        Exit codes: 0 done, 1 refused or not come about, 2 the command is not written as it must be, 3 the station cannot be reached.
        A token comes from --token-file, PARLEY_TOKEN or a prompt; a passphrase from --passphrase-file, PARLEY_PASSPHRASE or a prompt.
        All times are UTC.
        """;

    // One tree a process: symbols that many commands share would otherwise gather parents with each further one.
    internal static RootCommand Tree { get; } = Root();

    /// <summary>Runs one command and answers with its exit code.</summary>
    public static async Task<int> Run(string[] args, Terminal terminal, CancellationToken cancel = default)
    {
        var parsed = Tree.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            terminal.Error.WriteLine($"{PathOf(parsed.CommandResult.Command)}: {Sentence(parsed)}");
            return ExitCode.Usage;
        }

        return await parsed.InvokeAsync(new At(terminal), cancel);
    }

    /// <summary>Whose command it is.</summary>
    internal static Terminal TerminalOf(ParseResult parsed) => ((At)parsed.InvocationConfiguration).Terminal;

    private static RootCommand Root()
    {
        var root = new RootCommand(About);
        foreach (var command in Commands())
            root.Add(command);
        return root;
    }

    private sealed class At : InvocationConfiguration
    {
        public At(Terminal terminal)
        {
            Terminal = terminal;
            (Output, Error) = (terminal.Out, terminal.Error);
            (EnableDefaultExceptionHandler, ProcessTerminationTimeout) = (false, null);
        }

        public Terminal Terminal { get; }
    }

    private static IEnumerable<Command> Commands() =>
    [
        InitCommand.Build(),
        RunCommand.Build(),
        StatusCommand.Build(),
        OfficerCommands.Build(),
        CardCommands.Build(),
        PeerCommands.Build(),
        KeysCommands.Build(),
        LineCommands.Build(),
        DraftCommands.BuildDraft(),
        DraftCommands.BuildDrafts(),
        DraftCommands.BuildApprove(),
        DraftCommands.BuildDiscard(),
        SendCommands.BuildSend(),
        SendCommands.BuildReissue(),
        ReadCommands.BuildRead(),
        ReadCommands.BuildEntry(),
        .. AlertCommands.All(),
        .. OfficesCommands.All(),
        .. AttachCommands.All(),
        HandleCommands.Build(),
        AlarmCommands.Build(),
        ShiftCommands.Build(),
        CheckCommands.Build(),
        CallCommands.Build(),
        CallCommands.BuildCalls(),
        ContactCommands.Build(),
        ContactCommands.BuildContacts(),
        QuestionCommands.Build(),
        QuestionCommands.BuildQuestions(),
        TimelineCommands.Build(),
        TalkCommand.Build(),
        ServiceCommands.Build(),
        SilenceCommands.Build(),
        UltimatumCommands.Build(),
        CodebookCommands.Build(),
        NoticeCommands.Build(),
        PlanCommands.Build(),
        ObserveCommands.Build(),
        ExplainCommands.Build(),
        WarningCommands.Build(),
        ActivityCommands.Build(),
        OverlapCommands.Build(),
        AidCommands.BuildSite(),
        AidCommands.BuildMovement(),
        CodeCommands.Build(),
        ByHandCommands.Build(),
        OutsideCommands.Build(),
        VoiceCommands.BuildReadOut(),
        VoiceCommands.BuildEnter(),
        PouchCommands.Build(),
        BackupCommands.BuildBackup(),
        BackupCommands.BuildRestore(),
        ExportCommands.BuildExport(),
        ReportCommands.Build(),
        VerifyCommands.BuildVerify(),
        VerifyCommands.BuildCompare(),
        ExportCommands.BuildJournal(),
        DemoCommand.Build(),
        BenchCommand.Build(),
        BenchStation.Build(),
    ];

    private static string Sentence(ParseResult parsed)
    {
        var message = string.Join(" ", parsed.Errors[0].Message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return $"{message.TrimEnd('.')}. See: {PathOf(parsed.CommandResult.Command)} --help";
    }

    private static string PathOf(Symbol command) =>
        command.Parents.FirstOrDefault() is { } parent ? $"{PathOf(parent)} {command.Name}" : "parley";
}
