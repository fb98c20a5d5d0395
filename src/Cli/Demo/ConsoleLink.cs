using System.Globalization;

namespace Parley.Cli.Demo;

/// <summary>The way into a party's console as an officer.</summary>
internal static class ConsoleLink
{
    /// <summary>Such as <c>http://astra.localhost:7100/enter#Moreau:TOKEN</c>. Browsers find every name under <c>localhost</c> on this machine, and what stands behind the
    /// <c>#</c> never leaves them. Each party has a name of its own, so that what a browser keeps of one is not seen by another.</summary>
    public static string Of(string party, int port, string officer, string token) =>
        string.Create(CultureInfo.InvariantCulture, $"http://{party}.localhost:{port}/enter#{Uri.EscapeDataString(officer)}:{token}");
}
