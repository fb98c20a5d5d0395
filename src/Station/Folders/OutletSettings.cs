using Parley.Lines.Alarms;

namespace Parley.Station.Folders;

/// <summary>One alarm outlet in <c>parley.json</c>. Nothing secret: a token stands in a file of its own.</summary>
/// <param name="Name">1 to 32 of <c>a-z 0-9 -</c>.</param>
/// <param name="Kind"><c>bell</c>, <c>command</c> or <c>webhook</c>.</param>
/// <param name="Command">Of a command: the whole path of the program, then its arguments, as they are. No shell reads them.</param>
/// <param name="Url">Of a webhook: <c>http://</c> or <c>https://</c>.</param>
/// <param name="TokenFile">Of a webhook: a file with a token, sent as <c>Authorization: Bearer</c>; in the station's folder, or a whole path.</param>
/// <param name="Anywhere">Of a webhook: whether it may stand elsewhere than on this machine or the local network.</param>
/// <param name="TimeoutSeconds">Seconds after which it has failed, 1 to 60.</param>
public sealed record OutletSettings(
    string Name,
    string Kind,
    IReadOnlyList<string>? Command = null,
    string? Url = null,
    string? TokenFile = null,
    bool Anywhere = false,
    int TimeoutSeconds = OutletSettings.DefaultTimeoutSeconds)
{
    public const int DefaultTimeoutSeconds = 10;
    public const string Bell = "bell";
    public const string OfCommand = "command";
    public const string Webhook = "webhook";
    private const int MostTimeoutSeconds = 60;
    private const int MostArguments = 64;
    private const int MostText = 4096;

    /// <summary>What is wrong with these outlets, in words; null when nothing is.</summary>
    public static string? FaultOf(IReadOnlyList<OutletSettings> outlets)
    {
        if (outlets.Count > Bounds.Outlets)
            return $"alarms: set up at most {Bounds.Outlets} outlets";
        foreach (var outlet in outlets)
        {
            if (outlet is null || !Roster.IsOutletName(outlet.Name))
                return $"alarms: '{outlet?.Name}' is no name; use 1 to {Lines.Bounds.OutletNameLength} of a-z, 0-9 and dash";
            if (outlets.Count(o => o?.Name == outlet.Name) > 1)
                return $"alarms: the name {outlet.Name} stands twice";
            if (outlet.Fault() is { } fault)
                return $"alarms {outlet.Name}: {fault}";
        }

        return null;
    }

    private string? Fault()
    {
        if (TimeoutSeconds is < 1 or > MostTimeoutSeconds)
            return $"timeoutSeconds: use 1 to {MostTimeoutSeconds}";
        var isCommand = Kind == OfCommand;
        if (isCommand != Command is not null || (Kind == Webhook) != Url is not null || (Kind != Webhook && (TokenFile is not null || Anywhere)))
            return "a command has 'command', a webhook 'url' and may have 'tokenFile' and 'anywhere', and no other kind has these";
        return Kind switch
        {
            Bell => null,
            OfCommand => Command is { Count: > 0 and <= MostArguments } && Command.All(a => a is { Length: <= MostText } && !a.Contains('\0')) &&
                Path.IsPathFullyQualified(Command[0])
                ? null
                : "command: give the whole path of a program, then its arguments",
            Webhook => Url is { Length: <= MostText } && Uri.TryCreate(Url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" &&
                uri.UserInfo.Length == 0 && uri.Fragment.Length == 0
                ? null
                : "url: use http:// or https:// without a user; a token goes into 'tokenFile'",
            _ => $"kind: '{Kind}' is none; use {Bell}, {OfCommand} or {Webhook}",
        };
    }
}
