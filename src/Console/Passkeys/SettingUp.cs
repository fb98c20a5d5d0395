using Parley.Control;

namespace Parley.Console.Passkeys;

/// <summary>Why a passkey or a PIN was not set up, as a short word in an address.</summary>
internal static class SettingUp
{
    private static readonly HashSet<string> Known = ["differs", "passkey", "exists", "too-many", "weak", "malformed", "fault", "refused"];

    /// <summary>The word of a refusal; the language files have it as <c>setup.why.WORD</c>.</summary>
    public static string WordOf(Refusal why) => why switch
    {
        Refusal.PasskeyExists => "exists",
        Refusal.TooMany => "too-many",
        Refusal.SignInTooWeak => "weak",
        Refusal.Malformed => "malformed",
        _ => "refused",
    };

    /// <summary>The word, when it is one of ours; an address can say anything.</summary>
    public static string? Of(string? why) => why is not null && Known.Contains(why) ? why : null;
}
