using System.Text;

namespace Parley.Cli;

/// <summary>What the program is connected to. All that commands read and write goes through here, so that a test can hold the other
/// end.</summary>
/// <param name="IsInteractive">Whether a person can be asked.</param>
/// <param name="HasColor">Whether colours may be used; they never say anything that the words do not.</param>
/// <param name="Environment">The value of an environment variable.</param>
/// <param name="AskHidden">Asks for something secret; null when nothing was typed.</param>
public sealed record Terminal(
    TextWriter Out,
    TextWriter Error,
    TextReader In,
    bool IsInteractive,
    bool HasColor,
    int Width,
    Func<string, string?> Environment,
    Func<string, string?> AskHidden)
{
    private const int WidthOfFiles = 1000;

    /// <summary>Where a bell can be heard; null when nothing here is a terminal.</summary>
    public TextWriter? Bell { get; init; }

    public static Terminal OfProcess()
    {
        var out8 = new StreamWriter(System.Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true };
        var colors = !System.Console.IsOutputRedirected && System.Environment.GetEnvironmentVariable("NO_COLOR") is null or "" &&
            System.Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new Terminal(
            out8,
            System.Console.Error,
            System.Console.In,
            !System.Console.IsInputRedirected && !System.Console.IsErrorRedirected,
            colors,
            System.Console.IsOutputRedirected ? WidthOfFiles : Math.Max(40, System.Console.WindowWidth),
            System.Environment.GetEnvironmentVariable,
            ReadHidden)
        {
            Bell = !System.Console.IsOutputRedirected ? new StreamWriter(System.Console.OpenStandardOutput())
                : !System.Console.IsErrorRedirected ? new StreamWriter(System.Console.OpenStandardError())
                : null,
        };
    }

    /// <summary>Asks a person; null when there is none, or nothing was typed.</summary>
    public string? Ask(string question)
    {
        if (!IsInteractive)
            return null;
        Error.Write(question);
        return In.ReadLine()?.Trim() is { Length: > 0 } answer ? answer : null;
    }

    /// <summary>Asks for something that is not shown; null when there is no person, or nothing was typed.</summary>
    public string? AskSecret(string question) => IsInteractive && AskHidden(question) is { Length: > 0 } answer ? answer : null;

    private static string? ReadHidden(string question)
    {
        System.Console.Error.Write(question);
        var typed = new StringBuilder();
        while (System.Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace && typed.Length > 0)
                typed.Length--;
            else if (!char.IsControl(key.KeyChar))
                typed.Append(key.KeyChar);
        }

        System.Console.Error.WriteLine();
        return typed.ToString();
    }
}
