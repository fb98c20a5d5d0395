using System.Globalization;
using System.Text;

namespace Parley.Lines;

/// <summary>Signs that a reader does not see, or that turn the direction of what stands around them. Whoever shows words of others shows such a sign by its number.</summary>
public static class HiddenSign
{
    /// <summary>Also of breaks of a line and tabulators: whether they have their place is for the caller to say.</summary>
    public static bool Is(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned => true,
        // Joiners are needed to write Persian and Indic languages; they move nothing.
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => false,
    };
}
