using System.Net;
using System.Text.RegularExpressions;
using Parley.Crypto;
using Parley.Exchange.Codebooks;
using Parley.Lines.Codebooks;

namespace Parley.Exchange.Tests.Codebooks;

public sealed class CodebookPageTests
{
    private static readonly Codebook Book = CodebookFile.Read(CodebookShelf.Text(CodebookShelf.Codebook)!, out _)!;
    private static readonly string Page = CodebookPage.Write(Book);

    [Fact]
    public void Shows_every_text_of_every_code()
    {
        var words = Words(Page);
        foreach (var code in Book.Codes)
        {
            foreach (var text in code.Texts)
            {
                Assert.Contains(text.Title, words, StringComparison.Ordinal);
                Assert.Contains(text.Text, words, StringComparison.Ordinal);
            }
        }

        Assert.Equal(Book.Codes.Count, Regex.Count(Page, "<span class=\"code\">"));
    }

    [Fact]
    public void Each_code_stands_in_one_row_with_its_languages_side_by_side()
    {
        var rows = Regex.Matches(Page, "<tbody>.*?</tbody>", RegexOptions.Singleline).Select(m => m.Value).ToList();
        Assert.Equal(Book.Codes.Count, rows.Count);
        Assert.All(rows, r => Assert.Equal(Book.Languages, Regex.Matches(r, "<td lang=\"(\\w+)\"").Select(m => m.Groups[1].Value)));
        Assert.All(rows, r => Assert.Contains("<td lang=\"ar\" dir=\"rtl\">", r, StringComparison.Ordinal));
        Assert.All(rows, r => Assert.Contains("<td lang=\"zh\" dir=\"ltr\">", r, StringComparison.Ordinal));
    }

    [Fact]
    public void The_head_that_is_repeated_names_book_version_and_hash()
    {
        var head = Regex.Match(Page, "<thead>.*?</thead>", RegexOptions.Singleline).Value;
        Assert.Contains("Codebook parley, version 1", head, StringComparison.Ordinal);
        Assert.Contains(Book.Hash().ToString(), head, StringComparison.Ordinal);
        Assert.Contains(Digits.Of(Book.Hash()), head, StringComparison.Ordinal);
        Assert.Contains("thead { display: table-header-group; }", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void What_nobody_has_checked_says_so()
    {
        Assert.Equal(Book.UncheckedTexts, Regex.Count(Page, ">unchecked</span>"));
        Assert.Contains("108 texts are <em>unchecked</em>", Page, StringComparison.Ordinal);
        var seen = Book with { Codes = [.. Book.Codes.Select(c => c with { Texts = [.. c.Texts.Select(t => t with { Unchecked = false })] })] };
        Assert.DoesNotContain(">unchecked<", CodebookPage.Write(seen), StringComparison.Ordinal);
    }

    [Fact]
    public void Loads_nothing_and_runs_nothing()
    {
        Assert.DoesNotMatch("(?i)<(script|link|img|iframe|object|embed)|url\\(|@import|http|src=|\\son\\w+=", Page);
        Assert.StartsWith("<!DOCTYPE html>\n", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_a_book_are_words_and_no_marks()
    {
        var book = Book with { Codes = [Book.Codes[0] with { Texts = [.. Book.Codes[0].Texts.Select(t => t with { Text = "<script>alert(\"x\")</script> & co" })] }] };
        var page = CodebookPage.Write(book);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Contains("<script>alert(\"x\")</script> & co", Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_are_closed()
    {
        foreach (var tag in (string[])["html", "head", "body", "table", "thead", "tbody", "tr", "td", "th", "span", "bdi", "p", "h1", "style", "title", "em", "strong"])
            Assert.Equal(Regex.Count(Page, $"<{tag}[ >]"), Regex.Count(Page, $"</{tag}>"));
    }

    private static string Words(string page) => WebUtility.HtmlDecode(Regex.Replace(page, "<[^>]*>", ""));
}
