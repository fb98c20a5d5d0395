using Parley.Exchange.Files;

namespace Parley.Exchange.Codebooks;

/// <summary>The files that come with the program: those of the folder <c>codebooks</c>.</summary>
public static class CodebookShelf
{
    /// <summary>Name of the codebook.</summary>
    public const string Codebook = "parley-1";

    /// <summary>Name of the bank of check texts.</summary>
    public const string Checks = "checks-1";

    /// <summary>The text of one of them; null when there is none of that name.</summary>
    public static string? Text(string name) => BuiltIn.Text($"{name}.yaml");
}
