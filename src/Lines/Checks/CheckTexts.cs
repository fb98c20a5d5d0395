using Parley.Lines.Codebooks;
using Parley.Lines.Messages;

namespace Parley.Lines.Checks;

/// <summary>A text of a check in one language.</summary>
/// <param name="Unchecked">No expert of the language has looked at it yet.</param>
public sealed record CheckWords(string Text, bool Unchecked);

/// <summary>One text of the bank.</summary>
/// <param name="Words">One a language, in the order of the bank's languages.</param>
public sealed record CheckText(int Number, IReadOnlyList<CheckWords> Words);

/// <summary>What can be wrong with a bank of check texts.</summary>
public enum CheckTextsFlaw
{
    /// <summary>The id is not 1 to 32 of <c>a-z 0-9 -</c>.</summary>
    Id,

    /// <summary>The version is not 1 to 9999.</summary>
    Version,

    /// <summary>Languages are none, too many, out of order, or a tag is none.</summary>
    Languages,

    /// <summary>There is no text, or more than 1000.</summary>
    Texts,

    /// <summary>Numbers do not count from 1.</summary>
    Number,

    /// <summary>A text is not there in every language.</summary>
    LanguageMissing,

    /// <summary>A text is empty, too long or not plain.</summary>
    Text,

    /// <summary>A text stands twice in one language.</summary>
    TextTwice,
}

/// <summary>A flaw and where it is.</summary>
public sealed record CheckTextsProblem(CheckTextsFlaw Flaw, int? Number = null, string? Language = null);

/// <summary>A bank of harmless texts for the scheduled checks of a line: of weather and rivers, so that nothing in a check can be taken for a message. Nobody agrees
/// on it: each side says what it likes, and the other answers that it was read.</summary>
/// <param name="Languages">Tags in order of their letters.</param>
/// <param name="Texts">Numbered from 1.</param>
public sealed record CheckTexts(string Id, int Version, IReadOnlyList<string> Languages, IReadOnlyList<CheckText> Texts)
{
    /// <summary>The text of that turn, each once before one comes again.</summary>
    public CheckText Turn(long turn) => Texts[(int)(((turn % Texts.Count) + Texts.Count) % Texts.Count)];

    /// <summary>A text in one language; null when the bank has no such language.</summary>
    public CheckWords? In(CheckText text, string language)
    {
        for (var i = 0; i < Languages.Count; i++)
        {
            if (Languages[i] == language)
                return text.Words[i];
        }

        return null;
    }

    /// <summary>Every flaw, in the order of the bank; empty when it is good.</summary>
    public IReadOnlyList<CheckTextsProblem> Problems()
    {
        var problems = new List<CheckTextsProblem>();
        if (!CodebookRef.IsId(Id))
            problems.Add(new(CheckTextsFlaw.Id));
        if (!CodebookRef.IsVersion(Version))
            problems.Add(new(CheckTextsFlaw.Version));
        if (Languages.Count is 0 or > Bounds.Languages || !Languages.All(MessageContent.IsLanguage) ||
            !CodebookRules.IsAscending(Languages, string.CompareOrdinal))
            problems.Add(new(CheckTextsFlaw.Languages));
        if (Texts.Count is 0 or > Bounds.CheckTexts)
            problems.Add(new(CheckTextsFlaw.Texts));
        var said = Languages.Select(_ => new HashSet<string>(StringComparer.Ordinal)).ToArray();
        for (var i = 0; i < Texts.Count; i++)
        {
            var text = Texts[i];
            if (text.Number != i + 1)
                problems.Add(new(CheckTextsFlaw.Number, text.Number));
            if (text.Words.Count != Languages.Count)
            {
                problems.Add(new(CheckTextsFlaw.LanguageMissing, text.Number));
                continue;
            }

            for (var j = 0; j < Languages.Count; j++)
            {
                if (!PlainText.IsLine(text.Words[j].Text, Bounds.CheckTextLength))
                    problems.Add(new(CheckTextsFlaw.Text, text.Number, Languages[j]));
                if (!said[j].Add(text.Words[j].Text))
                    problems.Add(new(CheckTextsFlaw.TextTwice, text.Number, Languages[j]));
            }
        }

        return problems;
    }
}
