using System.Globalization;
using System.Text.RegularExpressions;
using Parley.Exchange.Imports;

namespace Parley.Exchange.Notams;

/// <summary>NOTAMs as they are sent: <c>(A1234/23 NOTAMN Q) … A) … B) … C) … D) … E) … F) … G) …)</c>, one or many in a text.</summary>
public static partial class NotamText
{
    /// <summary>Everything in the file.</summary>
    public static Import Read(Stream file) => ImportBytes.Read(file, out var problem) is { } text ? Read(text) : Import.Refused(problem!);

    /// <summary>Everything in the text.</summary>
    public static Import Read(string text)
    {
        var basket = new ImportBasket();
        var heads = Head().Matches(text);
        var (line, counted) = (1, 0);
        for (var i = 0; i < heads.Count; i++)
        {
            line += text.AsSpan(counted, heads[i].Index - counted).Count('\n');
            counted = heads[i].Index;
            var end = i + 1 < heads.Count ? heads[i + 1].Index : text.Length;
            if (!basket.Add(One(heads[i], text[heads[i].Index..end], line)))
                break;
        }

        if (heads.Count == 0)
            basket.Add(new ImportProblem(1, ImportFault.Unknown, "no NOTAM begins here: (A1234/23 NOTAMN …)"));
        return basket.All();
    }

    private static Reading One(Match head, string text, int line)
    {
        var number = head.Groups["n"].Value;
        if (text.Length > Bounds.NoticeLength)
            return new ImportProblem(line, ImportFault.NoticeTooLong, $"{number}: more than {Bounds.NoticeLength} characters");
        var original = text.Trim();
        var body = original[(head.Groups["k"].Index + head.Groups["k"].Length - head.Index)..];
        var items = Items(original.StartsWith('(') && body.EndsWith(')') && body.Count(c => c == ')') > body.Count(c => c == '(') ? body[..^1] : body);
        var q = items.GetValueOrDefault('Q', "").Split('/');
        var place = Place().Match(q.Length > 7 ? q[7].Trim() : "");
        var code = q.Length > 1 ? q[1].Trim() : "";
        if (code.Length != 5 || code[0] != 'Q')
            return new ImportProblem(line, ImportFault.Part, $"{number}: item Q has no code");
        return NotamNotice.Of(new NotamItems
        {
            Line = line,
            Number = number,
            Original = original,
            Kind = head.Groups["k"].Value[^1] switch { 'R' => NoticeKind.Replacement, 'C' => NoticeKind.Cancellation, _ => NoticeKind.New },
            Refers = head.Groups["r"].Success ? [head.Groups["r"].Value] : [],
            Code = code[1..],
            Lower = q.Length > 5 ? q[5].Trim() : "",
            Upper = q.Length > 6 ? q[6].Trim() : "",
            Centre = place.Groups["c"].Value,
            Radius = place.Groups["m"].Value,
            B = items.GetValueOrDefault('B', ""),
            C = items.GetValueOrDefault('C', ""),
            D = items.GetValueOrDefault('D', ""),
            E = items.GetValueOrDefault('E', ""),
            F = items.GetValueOrDefault('F', ""),
            G = items.GetValueOrDefault('G', ""),
            Issued = Created(items.GetValueOrDefault('E', "") + items.GetValueOrDefault('G', "")),
        });
    }

    /// <summary>What stands behind each letter: letters come in the order of the alphabet after the Q, so a bracket within item E opens none.</summary>
    private static Dictionary<char, string> Items(string body)
    {
        var items = new Dictionary<char, string>();
        var (letter, start, last) = ('\0', 0, '\0');
        foreach (Match match in Letter().Matches(body))
        {
            var found = match.Groups[1].Value[0];
            // Within item E only F and G follow, and each letter only once.
            var isNext = found == 'Q' ? letter == '\0' : found > last && (last < 'E' || found > 'E');
            if (!isNext)
                continue;
            if (letter != '\0')
                items[letter] = body[start..match.Index].Trim();
            (letter, start) = (found, match.Index + match.Length);
            last = found == 'Q' ? '\0' : found;
        }

        if (letter != '\0')
            items[letter] = body[start..].Trim();
        return items;
    }

    private static DateTimeOffset? Created(string text) =>
        Stamp().Match(text) is { Success: true } match &&
        DateTimeOffset.TryParseExact(match.Groups[1].Value, "dd MMM yyyy HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;

    [GeneratedRegex(@"\(?\b(?<n>[A-Z]\d{4}/\d{2})\s+(?:NOTAM(?<k>[NRC]))\b(?:\s+(?<r>[A-Z]\d{4}/\d{2}))?", RegexOptions.CultureInvariant)]
    private static partial Regex Head();

    [GeneratedRegex(@"(?<![A-Z0-9(])([QABCDEFG])\)\s?", RegexOptions.CultureInvariant)]
    private static partial Regex Letter();

    [GeneratedRegex(@"^(?<c>\d{4}[NS]\d{5}[EW])(?<m>\d{3})", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"CREATED:\s?(\d{2} [A-Za-z]{3} \d{4} \d{2}:\d{2})", RegexOptions.CultureInvariant)]
    private static partial Regex Stamp();
}
