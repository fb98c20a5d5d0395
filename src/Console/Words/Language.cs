using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Parley.Console.Words;

/// <summary>A language of the console: its texts by key, and how it writes dates and numbers. What it lacks is shown in English.</summary>
/// <param name="Tag">BCP 47.</param>
/// <param name="Name">Its name in itself.</param>
/// <param name="IsRightToLeft">Written from right to left.</param>
/// <param name="Digits">Its ten digits, 0 first. UTC times keep Latin ones: they are read out between stations.</param>
/// <param name="Months">Twelve names, as they stand in a date.</param>
/// <param name="Date">A date with <c>{d}</c>, <c>{month}</c> and <c>{y}</c>.</param>
/// <param name="Checked">Whether a speaker has looked at the texts.</param>
public sealed record Language(
    string Tag,
    string Name,
    bool IsRightToLeft,
    string Digits,
    string DecimalMark,
    IReadOnlyList<string> Months,
    string Date,
    bool Checked,
    IReadOnlyDictionary<string, string> Texts)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Where texts are taken from that this language lacks; null for English itself.</summary>
    [JsonIgnore]
    public Language? Fallback { get; init; }

    /// <summary>The text of a key. A key that no language knows is shown itself: a page with a gap says less than one with a name.</summary>
    public string this[string key] => Texts.TryGetValue(key, out var text) ? text : Fallback is { } other ? other[key] : key;

    /// <summary>The same with <c>{0}</c>, <c>{1}</c> … filled in.</summary>
    public string this[string key, params object?[] with] => Fill(this[key], with);

    /// <summary>The text of a key that may not be there.</summary>
    public string? Find(string key) => Texts.TryGetValue(key, out var text) ? text : Fallback?.Find(key);

    /// <summary>A number in this language's digits.</summary>
    public string Number(double number, int places = 0) =>
        Localize(number.ToString("F" + places, CultureInfo.InvariantCulture).Replace(".", DecimalMark, StringComparison.Ordinal));

    /// <summary>A date in words.</summary>
    public string DateOf(DateTime day) => Localize(Date
        .Replace("{d}", day.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{y}", day.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
        .Replace("{month}", Months[day.Month - 1], StringComparison.Ordinal);

    /// <summary>Reads a language file; null and what is wrong with it, in words.</summary>
    public static Language? Read(ReadOnlySpan<byte> json, out string problem)
    {
        try
        {
            var language = JsonSerializer.Deserialize<Language>(json, Json);
            problem = language is null ? "it is empty" : language.Fault() ?? "";
            return problem.Length == 0 ? language : null;
        }
        catch (JsonException e)
        {
            problem = e.Message;
            return null;
        }
    }

    private string? Fault() =>
        Tag.Length is 0 or > Parley.Lines.Bounds.LanguageTagLength || !Tag.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? "tag: use a language tag such as en"
        : Digits.EnumerateRunes().Count() != 10 ? "digits: give ten, 0 first"
        : Months.Count != 12 ? "months: give twelve"
        : null;

    private string Localize(string text)
    {
        if (Digits[0] == '0')
            return text;
        var digits = Digits.EnumerateRunes().ToArray();
        var written = new StringBuilder(text.Length);
        foreach (var c in text)
            written.Append(char.IsAsciiDigit(c) ? digits[c - '0'].ToString() : c.ToString());
        return written.ToString();
    }

    // A file of a party may name a blank that is not there: that is no reason to show no page.
    private static string Fill(string text, object?[] with)
    {
        for (var i = 0; i < with.Length; i++)
            text = text.Replace($"{{{i}}}", Convert.ToString(with[i], CultureInfo.InvariantCulture), StringComparison.Ordinal);
        return text;
    }
}
