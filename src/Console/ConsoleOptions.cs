using System.Buffers.Text;
using Parley.Control.Officers;

namespace Parley.Console;

/// <summary>What the console is told once.</summary>
/// <param name="Party">Our party id: part of every cookie's name, so that the consoles of two stations fit in one browser.</param>
/// <param name="Names">Language tag to our name in it.</param>
/// <param name="Entrance">The station's door.</param>
/// <param name="FillRandom">Random bytes for sessions.</param>
/// <param name="Hash">A hash without known collisions, at most 48 bytes: what a device knows an officer by.</param>
/// <param name="DirectSignIn">Whether a link with a token in its fragment signs in by itself: for demonstrations alone.</param>
/// <param name="LanguageFolder">Where a party's own language files are; null or not there: none.</param>
/// <param name="Files">Forms of files; null: codebooks are not taken in, and reports have no page.</param>
public sealed record ConsoleOptions(
    string Party,
    IReadOnlyDictionary<string, string> Names,
    IEntrance Entrance,
    Action<byte[]> FillRandom,
    Func<byte[], byte[]> Hash,
    bool DirectSignIn = false,
    string? LanguageFolder = null,
    ConsoleFiles? Files = null)
{
    /// <summary>Our name in that language, or in the first that we have one in.</summary>
    internal string NameIn(string language) => Names.TryGetValue(language, out var name) ? name : Names.Values.FirstOrDefault() ?? Party;

    /// <summary>A name that nobody guesses: random bytes in the letters of base64url.</summary>
    internal string NewName(int size)
    {
        var bytes = new byte[size];
        FillRandom(bytes);
        return Base64Url.EncodeToString(bytes);
    }
}
