using Microsoft.Extensions.Logging;

namespace Parley.Api;

/// <summary>What the interface writes to the log: no text, key, token or name of a person.</summary>
internal static partial class Log
{
    [LoggerMessage(4001, LogLevel.Warning, "wrong tokens come from {Address}; they are answered more slowly than they come")]
    public static partial void WrongTokens(ILogger logger, System.Net.IPAddress? address);

    [LoggerMessage(4002, LogLevel.Error, "the operation {Operation} met a fault")]
    public static partial void Fault(ILogger logger, string operation, Exception fault);

    [LoggerMessage(4003, LogLevel.Warning, "a request for the host {Host} was refused; name the host in apiHosts of parley.json if it " +
        "is ours")]
    public static partial void ForeignHost(ILogger logger, string host);
}
