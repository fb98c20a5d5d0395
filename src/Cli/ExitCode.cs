namespace Parley.Cli;

/// <summary>What the program answers to the shell.</summary>
public static class ExitCode
{
    /// <summary>It was done.</summary>
    public const int Done = 0;

    /// <summary>It was refused, or did not come about.</summary>
    public const int Refused = 1;

    /// <summary>The command was not written as it must be.</summary>
    public const int Usage = 2;

    /// <summary>No station could be reached, or it could not work.</summary>
    public const int Unreachable = 3;
}

/// <summary>Ends a command early, with an exit code and one line that says what to do.</summary>
public sealed class CommandFault : Exception
{
    public CommandFault()
    {
    }

    public CommandFault(string message)
        : base(message)
    {
    }

    public CommandFault(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public CommandFault(int code, string message)
        : base(message) => Code = code;

    public int Code { get; } = ExitCode.Refused;
}
