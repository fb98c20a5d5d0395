using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Lines.Parties;

namespace Parley.Station.Folders;

/// <summary>What <c>parley.json</c> says: nothing secret, edited by hand or by commands, read when the station starts. Unknown and doubled
/// members are refused, so that a misspelt setting is not passed over.</summary>
/// <param name="Party">Our party id.</param>
/// <param name="Names">Language tag to our name in it.</param>
/// <param name="Listen">Where circuits are accepted: <c>tls://127.0.0.1:7101</c>. May be empty: then we dial only.</param>
/// <param name="Api">Where officers reach the station: <c>http://127.0.0.1:7100</c>; port 0 takes a free one.</param>
/// <param name="BeaconSeconds">Seconds between two beacons of a quiet circuit, 1 to 600.</param>
/// <param name="Advertise">The addresses on our card when they are not those we listen on.</param>
/// <param name="Dial">Peer to the addresses to dial in place of those on its card.</param>
/// <param name="ApiAny">Whether officers may reach the station from other machines.</param>
/// <param name="ApiHosts">Host names under which they do, besides the names of this machine's loopback.</param>
/// <param name="Alarms">What makes alarms heard. Without it: the bell of the terminal in which the station runs, where there is one.</param>
/// <param name="DirectSignIn">Whether a link can sign an officer in. For demonstrations alone: whoever sees such a link is that officer.</param>
/// <param name="RiskViews">Whether officers can see terms of risk: times to clarification and shares. They go nowhere else.</param>
public sealed record StationSettings(
    string Party,
    IReadOnlyDictionary<string, string> Names,
    IReadOnlyList<string> Listen,
    string Api,
    int BeaconSeconds = StationSettings.DefaultBeaconSeconds,
    IReadOnlyList<string>? Advertise = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Dial = null,
    bool ApiAny = false,
    IReadOnlyList<string>? ApiHosts = null,
    IReadOnlyList<OutletSettings>? Alarms = null,
    bool DirectSignIn = false,
    bool RiskViews = false)
{
    public const int DefaultBeaconSeconds = 5;
    public const string DefaultApi = "http://127.0.0.1:7100";
    private const int MostBeaconSeconds = 600;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
    };

    /// <summary>The addresses that stand on our card.</summary>
    public IReadOnlyList<string> CardAddresses() => Advertise ?? Listen;

    public byte[] ToJson() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Json), (byte)'\n'];

    /// <summary>Reads settings and checks every value.</summary>
    public static FolderResult<StationSettings> Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var settings = JsonSerializer.Deserialize<StationSettings>(json, Json);
            if (settings is null)
                return Malformed("it is empty");
            return settings.Fault() is { } fault ? Malformed(fault) : settings;
        }
        catch (JsonException e)
        {
            return Malformed(e.Message);
        }
    }

    /// <summary>What is wrong with the values, in words; null when nothing is.</summary>
    public string? Fault()
    {
        if (PartyId.Parse(Party) is null)
            return $"party: '{Party}' is no party id; use 1 to {Lines.Bounds.PartyIdLength} of a-z, 0-9 and dash";
        if (Names.Count is 0 or > Lines.Bounds.PartyNames || Names.Any(n => !IsLanguageTag(n.Key) || !IsName(n.Value)))
            return $"names: give 1 to {Lines.Bounds.PartyNames} names, each under a language tag such as en";
        if (FaultOfAddresses("listen", Listen) is { } listen)
            return listen;
        if (Advertise is not null && FaultOfAddresses("advertise", Advertise) is { } advertise)
            return advertise;
        if (!IsApiAddress(Api))
            return $"api: '{Api}' is no address; use the form {DefaultApi}";
        if (BeaconSeconds is < 1 or > MostBeaconSeconds)
            return $"beaconSeconds: use 1 to {MostBeaconSeconds}";
        if (ApiHosts is not null && ApiHosts.Any(h => Uri.CheckHostName(h) == UriHostNameType.Unknown))
            return "apiHosts: give host names without port, such as station.astra.example";
        if (Alarms is not null && OutletSettings.FaultOf(Alarms) is { } alarms)
            return alarms;
        foreach (var (peer, addresses) in Dial ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            if (PartyId.Parse(peer) is null)
                return $"dial: '{peer}' is no party id";
            if (FaultOfAddresses($"dial {peer}", addresses) is { } dial)
                return dial;
        }

        return null;
    }

    /// <summary>A circuit address: <c>tls://HOST:PORT</c>.</summary>
    public static bool IsCircuitAddress(string? address) =>
        address is { Length: <= Lines.Bounds.AddressLength } && Uri.TryCreate(address, UriKind.Absolute, out var uri) &&
        uri.Scheme == "tls" && uri.Host.Length > 0 && uri.Port is >= 0 and <= ushort.MaxValue && uri.UserInfo.Length == 0 &&
        uri.PathAndQuery is "" or "/" && uri.Fragment.Length == 0;

    private static bool IsApiAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == "http" && uri.PathAndQuery == "/" &&
        uri.UserInfo.Length == 0 && uri.Fragment.Length == 0 && (uri.Host == "localhost" || IPAddress.TryParse(uri.DnsSafeHost, out _));

    private static string? FaultOfAddresses(string what, IReadOnlyList<string> addresses)
    {
        if (addresses.Count > Lines.Bounds.Addresses)
            return $"{what}: give at most {Lines.Bounds.Addresses} addresses";
        var wrong = addresses.FirstOrDefault(a => !IsCircuitAddress(a));
        return wrong is null && addresses.All(a => a is not null)
            ? null
            : $"{what}: '{wrong}' is no circuit address; use the form tls://192.0.2.1:7101";
    }

    private static bool IsName(string? name) =>
        name is { Length: > 0 and <= Lines.Bounds.PartyNameLength } && name.Trim() == name && !name.Any(char.IsControl) &&
        name.EnumerateRunes().All(r => r != Rune.ReplacementChar);

    private static bool IsLanguageTag(string tag) =>
        tag.Length is > 1 and <= Lines.Bounds.LanguageTagLength && tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') &&
        char.IsAsciiLetter(tag[0]);

    private static FolderProblem Malformed(string why) => new(FolderRefusal.SettingsMalformed, $"parley.json cannot be used: {why}");
}
