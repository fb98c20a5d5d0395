using Parley.Control;

namespace Parley.Console;

/// <summary>What the console is told once.</summary>
/// <param name="Party">Our party id: part of every cookie's name, so that the consoles of two stations fit in one browser.</param>
/// <param name="Names">Language tag to our name in it.</param>
/// <param name="SignIn">The face of the officer with that token; null: no such officer.</param>
/// <param name="FillRandom">Random bytes for sessions.</param>
/// <param name="DirectSignIn">Whether a link with a token in its fragment signs in by itself: for demonstrations alone.</param>
/// <param name="LanguageFolder">Where a party's own language files are; null or not there: none.</param>
/// <param name="Files">Forms of files; null: codebooks are not taken in, and reports have no page.</param>
public sealed record ConsoleOptions(
    string Party,
    IReadOnlyDictionary<string, string> Names,
    Func<string, IControl?> SignIn,
    Action<byte[]> FillRandom,
    bool DirectSignIn = false,
    string? LanguageFolder = null,
    ConsoleFiles? Files = null);
