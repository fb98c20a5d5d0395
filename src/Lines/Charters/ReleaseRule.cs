using System.Formats.Cbor;
using System.Globalization;
using Parley.Lines.Entries;

namespace Parley.Lines.Charters;

/// <summary>How many distinct officers must approve, by precedence and by kind; the greater of the two counts stands. One where nothing is
/// said; of code messages and calls, what is said of messages. Text form: <c>flash=2,charter=2</c>.</summary>
public sealed class ReleaseRule : IEquatable<ReleaseRule>
{
    private static readonly string[] Names = ["flash", "immediate", "priority", "routine", "charter", "code", "message"];
    private readonly SortedDictionary<string, int> counts;

    private ReleaseRule(SortedDictionary<string, int> counts) => this.counts = counts;

    /// <summary>One officer for everything.</summary>
    public static ReleaseRule One { get; } = new(new SortedDictionary<string, int>(StringComparer.Ordinal));

    /// <summary>Distinct approving officers that an entry of this kind and precedence needs: 1 or 2.</summary>
    public int Required(Precedence precedence, string kind)
    {
        var byPrecedence = counts.GetValueOrDefault(Names[(int)precedence], 1);
        var name = EntryKind.IsCharter(kind) ? "charter" : kind;
        // What needs two officers in words of one's own needs them as a number too, and where a call is asked for or answered.
        var byKind = counts.GetValueOrDefault(name is EntryKind.Code or EntryKind.Call or EntryKind.CallStep && !counts.ContainsKey(name) ? EntryKind.Message : name, 1);
        return Math.Max(byPrecedence, byKind);
    }

    /// <summary>Reads the text form; null when a name or count is none of the known.</summary>
    public static ReleaseRule? Parse(string text)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var pair = part.Split('=');
            if (pair.Length != 2 || Array.IndexOf(Names, pair[0]) < 0 ||
                !int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ||
                count is < 1 or > Bounds.Approvals || !counts.TryAdd(pair[0], count))
                return null;
        }

        return new ReleaseRule(counts);
    }

    /// <summary>The same of a rule in its text form; one officer where there is none that can be read.</summary>
    public static int Needed(string? rule, Precedence precedence, string kind) => (Parse(rule ?? "") ?? One).Required(precedence, kind);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(',', counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}={c.Value}")));

    internal void Write(CborWriter writer) => writer.WriteTextString(ToString());

    internal static ReleaseRule Read(CborReader reader)
    {
        var text = reader.Text(256);
        var rule = Parse(text);
        if (rule is null || rule.ToString() != text)
            Cbor.Refuse("release rule");
        return rule!;
    }

    /// <inheritdoc/>
    public bool Equals(ReleaseRule? other) => other is not null && ToString() == other.ToString();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReleaseRule);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);
}
