using System.CommandLine;
using System.Globalization;
using Parley.Control.Handling;
using Parley.Control.Questions;
using Parley.Lines.Entries;

namespace Parley.Cli.Commands;

/// <summary>What a message is made of on the command line; <c>draft</c> and <c>send</c> have it in common.</summary>
internal static class MessageOptions
{
    private static readonly Option<string> PrecedenceName = Common.Choice<Precedence>("--precedence", "How soon it must be seen.");

    private static readonly Option<string> LanguageTag = new("--language")
    {
        Description = "The language of the text, such as en.",
        HelpName = "TAG",
        Required = true,
    };

    private static readonly Option<string?> TextOption = new("--text") { Description = "The text.", HelpName = "TEXT" };

    private static readonly Option<string?> FileOption = new("--file")
    {
        Description = "A file with the text; - for standard input.",
        HelpName = "FILE",
    };

    private static readonly Option<bool> Test = new("--test") { Description = "Mark it as a test: the words are not meant." };


    private static readonly Option<string?> Supersedes = new("--supersedes")
    {
        Description = "The ref of your own entry that it replaces.",
        HelpName = "REF",
    };

    private static readonly Option<string[]> Addressees = new("--addressee")
    {
        Description = "A role of the other side that must acknowledge, and within how many minutes, such as \"boreal:warning centre=30\"; again for each.",
        HelpName = "PARTY:ROLE=MINUTES",
    };

    private static readonly Option<string?> AnswerBy = new("--answer-by")
    {
        Description = "Ask for an answer by this time, UTC, such as 14:05 or 2026-11-25T14:05Z; or within so many minutes, such as 90. Both sides see the clock.",
        HelpName = "TIME|MINUTES",
    };

    private static readonly Option<string[]> AnswerFrom = new("--answer-from")
    {
        Description = "A party that is asked to answer; again for each. Default: every other party of the line.", HelpName = "PARTY",
    };

    public static IReadOnlyList<Option> All { get; } =
        [Common.Line, PrecedenceName, LanguageTag, TextOption, FileOption, Test, Common.Regards, Supersedes, Addressees, AnswerBy, AnswerFrom];

    /// <summary>Refuses a command that gives the text twice or not at all.</summary>
    public static Command NeedsText(this Command command)
    {
        command.Validators.Add(result =>
        {
            if (result.GetResult(TextOption) is null == result.GetResult(FileOption) is null)
                result.AddError("give the text with --text \"...\" or with --file FILE, one of the two");
            if (result.GetResult(AnswerFrom) is not null && result.GetResult(AnswerBy) is null)
                result.AddError("--answer-from says who is asked; say by when with --answer-by");
        });
        return command;
    }

    public static async Task<Message> Read(Invocation invocation)
    {
        var text = invocation.Get(TextOption) ?? await TextIn(invocation, invocation.Get(FileOption)!);
        if (text.Trim().Length == 0)
            throw new CommandFault(ExitCode.Usage, "the text is empty; nothing was sent");
        return new Message(
            invocation.Need(Common.Line),
            Common.Chosen<Precedence>(invocation.Need(PrecedenceName)),
            invocation.Need(LanguageTag),
            text,
            invocation.Get(Test) ? Status.Test : Status.Actual,
            invocation.Get(Common.Regards) is { Length: > 0 } regards ? regards : null,
            invocation.Get(Supersedes),
            invocation.Get(Addressees) is { Length: > 0 } addressees ? [.. addressees.Select(Addressee)] : null,
            invocation.Get(AnswerBy) is { } by ? Wish(by, invocation.Get(AnswerFrom)) : null);
    }

    private static AnswerWishInput Wish(string by, string[]? from)
    {
        var asked = from is { Length: > 0 } ? from : null;
        return int.TryParse(by, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            ? new AnswerWishInput(Minutes: minutes, From: asked)
            : new AnswerWishInput(UtcTime.Coming("--answer-by", by).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), From: asked);
    }

    public static AddresseeInput Addressee(string text)
    {
        var at = text.LastIndexOf('=');
        return at > 0 && int.TryParse(text[(at + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            ? new AddresseeInput(text[..at], minutes)
            : throw new CommandFault(ExitCode.Usage, $"--addressee: '{text}' does not say within how many minutes; write PARTY:ROLE=MINUTES");
    }

    private static async Task<string> TextIn(Invocation invocation, string file)
    {
        var text = file == "-"
            ? await invocation.Terminal.In.ReadToEndAsync(invocation.Cancel)
            : await File.ReadAllTextAsync(file, invocation.Cancel);
        return text.ReplaceLineEndings("\n").TrimEnd('\n');
    }
}

/// <summary>A message as typed.</summary>
internal sealed record Message(
    string Line, Precedence Precedence, string Language, string Text, Status Status, IReadOnlyList<string>? Regards, string? Supersedes,
    IReadOnlyList<AddresseeInput>? Addressees, AnswerWishInput? Answer);
