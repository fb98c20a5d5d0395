using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Control.Http;

/// <summary>An answer that is none, in the form of RFC 9457 (<c>application/problem+json</c>). <paramref name="Refusal"/> is the name that
/// programs go by; without one the trouble is a fault.</summary>
public sealed record Problem(
    string Type,
    string Title,
    int Status,
    string Detail,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Refusal? Refusal = null)
{
    public const string ContentType = "application/problem+json";

    /// <summary>Seconds after which asking again makes sense, where that helps.</summary>
    public const int RetrySeconds = 2;

    public static Problem Of(Refusal refusal, string detail)
    {
        var name = JsonNamingPolicy.CamelCase.ConvertName(refusal.ToString());
        return new Problem($"urn:parley:refusal:{name}", Words(refusal), StatusOf(refusal), detail, refusal);
    }

    /// <summary>A fault of the station: 500, or 503 where asking again may help.</summary>
    public static Problem OfFault(int status, string title, string detail) => new("about:blank", title, status, detail);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, ControlJson.Options);

    /// <summary>Reads what <see cref="ToJson"/> writes; null for anything else, also for a refusal that this version does not
    /// know.</summary>
    public static Problem? Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize<Problem>(json, ControlJson.Answers);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The status of RFC 9110 that fits a refusal best.</summary>
    public static int StatusOf(Refusal refusal) => refusal switch
    {
        Control.Refusal.NotSignedIn => 401,
        Control.Refusal.NotAllowed or Control.Refusal.SignInTooWeak => 403,
        Control.Refusal.Malformed => 400,
        Control.Refusal.UnknownOfficer or Control.Refusal.UnknownPeer or Control.Refusal.UnknownLine or Control.Refusal.UnknownDraft or
            Control.Refusal.UnknownEntry or Control.Refusal.UnknownAddressee or Control.Refusal.UnknownAlarm or Control.Refusal.UnknownOutlet or
            Control.Refusal.UnknownPasskey or Control.Refusal.UnknownHandover => 404,
        Control.Refusal.Busy => 503,
        Control.Refusal.AmbiguousLine or Control.Refusal.OfficerExists or Control.Refusal.PeerExists or Control.Refusal.LineExists or
            Control.Refusal.PeerUnverified or Control.Refusal.LineNotOpen or Control.Refusal.LineClosed or Control.Refusal.LineSuspended or
            Control.Refusal.NothingProposed or Control.Refusal.ProposalOpen or Control.Refusal.NotProposer or
            Control.Refusal.AlreadyAnswered or Control.Refusal.AlreadyApproved or Control.Refusal.DraftChanged or
            Control.Refusal.NothingToConfirm or Control.Refusal.PasskeyExists or Control.Refusal.NotOnDuty or Control.Refusal.HandoverChanged => 409,
        _ => 422,
    };

    // NotSignedIn -> "Not signed in".
    private static string Words(Refusal refusal)
    {
        var words = new StringBuilder();
        foreach (var c in refusal.ToString())
        {
            if (char.IsUpper(c) && words.Length > 0)
                words.Append(' ').Append(char.ToLowerInvariant(c));
            else
                words.Append(c);
        }

        return words.ToString();
    }
}
