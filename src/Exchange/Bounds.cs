namespace Parley.Exchange;

/// <summary>Every bound of this project, with its unit.</summary>
public static class Bounds
{
    /// <summary>Characters of a file.</summary>
    public const int FileLength = 4 << 20;

    /// <summary>Tables and lists within each other in a file. The deepest that is of use has half as many; a parser that follows thousands runs out of stack.</summary>
    public const int FileDepth = 16;

    /// <summary>Characters of a key that the file itself names.</summary>
    public const int KeyLength = 64;
}
