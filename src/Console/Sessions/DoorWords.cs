using System.Globalization;
using Parley.Control.Officers;

namespace Parley.Console.Sessions;

/// <summary>What is said at the door, as short words in its address: never a secret.</summary>
internal static class DoorWords
{
    private static readonly HashSet<string> Known =
    [
        "token", "no-pin", "wait", "link", "passkey", "counter", "form", "direct", "fault", "out", "ended", "gone", "passkey-set", "pin-set",
    ];

    /// <summary>The address of the door with why somebody stands there.</summary>
    /// <param name="why">One of the words that the language files have as <c>door.why.WORD</c>.</param>
    public static string Door(string why, string officer = "", string back = "", string more = "") =>
        $"/sign-in?why={why}" + (officer.Length == 0 ? "" : $"&officer={Uri.EscapeDataString(officer)}") + (back.Length == 0 ? "" : $"&back={Uri.EscapeDataString(back)}") + more;

    /// <summary>The same for somebody who was not let in.</summary>
    public static string Door(SignIn? refused, string officer = "", string back = "") => refused switch
    {
        MustWait wait => Door("wait", officer, back, $"&until={Uri.EscapeDataString(wait.Until.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))}"),
        SignInRefused { Why: var why } => Door(WordOf(why), officer, back),
        _ => Door("form", officer, back),
    };

    /// <summary>The word, when it is one of ours; an address can say anything.</summary>
    public static string? Of(string? why) => why is not null && Known.Contains(why) ? why : null;

    /// <summary>Whether it is bad news.</summary>
    public static bool IsBad(string why) => why is not ("out" or "passkey-set" or "pin-set");

    private static string WordOf(SignInRefusal why) => why switch
    {
        SignInRefusal.WrongTokenOrPin => "token",
        SignInRefusal.NoPin => "no-pin",
        SignInRefusal.LinkOver => "link",
        SignInRefusal.UnknownPasskey => "passkey",
        SignInRefusal.CounterWentBack => "counter",
        _ => throw new InvalidOperationException("refusals are a closed family"),
    };
}
