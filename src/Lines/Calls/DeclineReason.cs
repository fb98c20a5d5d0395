using System.Globalization;

namespace Parley.Lines.Calls;

/// <summary>Why a call is declined: a number of a closed list, and the version of that list. Version 1 is what this program knows; a number or version of another is kept
/// and shown as what it is. That no reason is given is a value of the list too: it is said, and not left out.</summary>
public readonly record struct DeclineReason(int Version, int Number)
{
    /// <summary>The list that this program writes.</summary>
    public const int OwnVersion = 1;

    private static readonly (string Name, string Words)[] List =
    [
        ("none", "expressly without a reason"),
        ("not-available", "who was asked for is not available"),
        ("other-level", "another pair should talk first"),
        ("other-channel", "another channel is meant for this topic"),
        ("preparation", "more preparation is needed"),
        ("topic", "not on this topic"),
        ("conditions", "conditions for a call are not met"),
        ("not-now", "not at this time; a later request is welcome"),
        ("decided", "a decision was taken not to talk"),
    ];

    /// <summary>Expressly no reason.</summary>
    public static DeclineReason None => new(OwnVersion, 0);

    /// <summary>Names of the list, in order of their numbers.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. List.Select(r => r.Name)];

    /// <summary>Whether this program knows what it means.</summary>
    public bool IsKnown => Version == OwnVersion && Number >= 0 && Number < List.Length;

    /// <summary>The reason of that name; null when the list has none such.</summary>
    public static DeclineReason? Named(string name)
    {
        for (var i = 0; i < List.Length; i++)
        {
            if (List[i].Name == name)
                return new DeclineReason(OwnVersion, i);
        }

        return null;
    }

    /// <summary>What it is called in a sentence.</summary>
    public string Words => IsKnown ? List[Number].Words : $"reason {this}, which is not in the list that this station knows";

    /// <summary>Version and number, such as <c>1/0</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Version}/{Number}");

    /// <summary>Reads what <see cref="ToString"/> writes, of any list; null for anything else.</summary>
    public static DeclineReason? Parse(string text) =>
        text.Split('/') is [var version, var number] && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var v) &&
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && v is >= 1 and <= Bounds.ReasonNumber && n <= Bounds.ReasonNumber &&
        new DeclineReason(v, n) is var read && read.ToString() == text
            ? read
            : null;
}
