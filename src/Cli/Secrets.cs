using Parley.Station.Folders;

namespace Parley.Cli;

/// <summary>Where passphrases and tokens come from: a file, the environment, or a person. Never the command line, which every user of the
/// machine can read.</summary>
internal static class Secrets
{
    public const string PassphraseVariable = "PARLEY_PASSPHRASE";
    public const string TokenVariable = "PARLEY_TOKEN";

    /// <summary>The passphrase of an existing key file; null when the file has none.</summary>
    public static string? Passphrase(Invocation invocation, StationFolder folder) =>
        Given(invocation, invocation.Get(Common.PassphraseFile), PassphraseVariable) ??
        (folder.IsProtected() ? invocation.Terminal.AskSecret("Passphrase of station.key: ") : null);

    /// <summary>A passphrase for a key file that is about to be made; null for none.</summary>
    public static string? NewPassphrase(Invocation invocation, string? file, string what)
    {
        if (Given(invocation, file, PassphraseVariable) is { } given)
            return given;
        if (invocation.Terminal.AskSecret($"Passphrase for {what} (empty: none): ") is not { } typed)
            return null;
        return invocation.Terminal.AskSecret("The same again: ") == typed
            ? typed
            : throw new CommandFault(ExitCode.Refused, "the two passphrases differ; nothing was done, start again");
    }

    /// <summary>The passphrase in a file; null when no file was named.</summary>
    public static string? InFile(string? file) => file is null ? null : FirstLine(file, "passphrase");

    public static string Token(Invocation invocation)
    {
        var token = invocation.Get(Common.TokenFile) is { } file
            ? FirstLine(file, "token")
            : invocation.Terminal.Environment(TokenVariable);
        token = string.IsNullOrWhiteSpace(token) ? invocation.Terminal.AskSecret("Your officer's token: ") : token.Trim();
        if (token is null)
        {
            throw new CommandFault(
                ExitCode.Refused, $"no token; give yours in {TokenVariable}, with --token-file FILE, or at the prompt of a terminal");
        }

        return token.Length <= Control.Bounds.TokenLength && token.All(c => c is > ' ' and <= '~')
            ? token
            : throw new CommandFault(ExitCode.Refused, "what was given as a token is none; copy it as 'parley officer add' showed it");
    }

    private static string? Given(Invocation invocation, string? file, string variable) =>
        InFile(file) ?? (invocation.Terminal.Environment(variable) is { Length: > 0 } value ? value : null);

    private static string FirstLine(string file, string what)
    {
        using var reader = new StreamReader(file);
        return reader.ReadLine()?.TrimEnd('\r') is { Length: > 0 } line
            ? line
            : throw new CommandFault(ExitCode.Refused, $"the first line of {file} is empty; it must hold the {what}");
    }
}
