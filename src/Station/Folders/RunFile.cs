using System.Text.Json;

namespace Parley.Station.Folders;

/// <summary>What a running station leaves in its folder for those who look for it: <c>run.json</c>. It is a hint: after a crash it may
/// stand
/// there without a station.</summary>
public sealed record RunFile(string Api, int Pid)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Reads what <see cref="ToJson"/> writes; null for anything else.</summary>
    public static RunFile? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            var run = JsonSerializer.Deserialize<RunFile>(json, Json);
            return run is not null && Uri.TryCreate(run.Api, UriKind.Absolute, out var uri) && uri.Scheme == "http" ? run : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
