using System.Text;
using Parley.Exchange.Reports;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Messages;
using Parley.Lines.Reports;
using Parley.Lines.Tests.Samples;

namespace Parley.Exchange.Tests.Reports;

/// <summary>The page of a silence report.</summary>
public sealed class ReportPageTests
{
    [Fact]
    public void It_holds_the_file_and_says_on_both_sides_what_was_not_answered()
    {
        var sample = new ReportSample();
        sample.Play();
        var file = sample.Make(silences: [new StatedSilence(sample.Boreal.Party, sample.Day(1), null, ["desk unattended", "told not to answer"])]);
        var page = Page(file);
        Assert.Equal(file, ReportPage.FileIn(Encoding.UTF8.GetBytes(page)));
        Assert.True(ReportPage.IsPage(Encoding.UTF8.GetBytes(page)));
        Assert.Contains("By boreal:", page, StringComparison.Ordinal);
        Assert.Contains("By astra, the maker of this report:", page, StringComparison.Ordinal);
        Assert.Contains("5 days before the end of the period", page, StringComparison.Ordinal);
        Assert.Contains("not excluded were desk unattended, told not to answer", page, StringComparison.Ordinal);
        Assert.Contains("declined: ", page, StringComparison.Ordinal);
        Assert.DoesNotContain("EXERCISE", page, StringComparison.Ordinal);
        foreach (var never in (string[])["http://", "https://", "src=", "href="])
            Assert.DoesNotContain(never, page, StringComparison.Ordinal);
    }

    [Fact]
    public void Words_of_others_are_escaped_and_a_hostile_name_ends_no_file()
    {
        const string Hostile = "</script><script>alert(1)</script>";
        var sample = new ReportSample(publication: true);
        sample.Until(1);
        sample.Ask(sample.Boreal, Hostile);
        sample.Until(10);
        var frame = sample.Frame();
        var file = ReportFile.Make(frame, [new LineInput(Hostile, sample.Proof(frame), [], [])], sample.Astra.Key).Bytes;
        var page = Page(file);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Equal(file, ReportPage.FileIn(Encoding.UTF8.GetBytes(page)));
        Assert.Contains("ministers: &lt;/script&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_words_of_others_turns_the_sentence_round()
    {
        var sample = new ReportSample(publication: true);
        sample.Until(1);
        var call = sample.Ask(sample.Astra, "a call");
        sample.Step(sample.Boreal, call, new DeclinedStep(DeclineReason.None, new Note("not \u202eyadot\u202c, می\u200cرویم", "en")));
        sample.Until(10);
        var page = Page(sample.Make());
        Assert.DoesNotContain("\u202e", page[..page.IndexOf("<script", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.Contains("not \ufffdyadot\ufffd, می\u200cرویم", page, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exercise_says_so_at_both_ends_of_each_sheet()
    {
        var sample = new ReportSample(LineMode.Exercise);
        sample.Play();
        var page = Page(sample.Make());
        Assert.Contains("<title>EXERCISE", page, StringComparison.Ordinal);
        Assert.Contains("<thead><tr><td><p class=\"exercise\">EXERCISE", page, StringComparison.Ordinal);
        Assert.Contains("<tfoot><tr><td><p class=\"exercise\">EXERCISE", page, StringComparison.Ordinal);
        // All of it stands in the table of which these are head and foot, and nothing is laid over it.
        Assert.True(page.IndexOf("<tfoot>", StringComparison.Ordinal) < page.IndexOf("<h1>", StringComparison.Ordinal));
        Assert.EndsWith("</td></tr></tbody>\n</table>\n", page[..page.IndexOf("<script", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.DoesNotContain("fixed;", page.Replace("table-layout: fixed;", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_cell_says_what_it_is_where_a_row_is_a_block()
    {
        var sample = new ReportSample();
        sample.Play();
        var page = Page(sample.Make());
        foreach (var head in (string[])["their station signed", "acknowledged, no date", "kind of entry"])
        {
            Assert.Contains($"<th scope=\"col\">{head}</th>", page, StringComparison.Ordinal);
            Assert.Contains($"<td data-name=\"{head}\">", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Whom_nobody_asked_is_not_said_to_have_answered_none()
    {
        var sample = new ReportSample();
        sample.Until(1);
        sample.Ask(sample.Boreal, "Ours");
        sample.Until(10);
        var page = Page(sample.Make());
        var row = page[page.IndexOf("What became of requests", StringComparison.Ordinal)..];
        Assert.Matches("<td data-name=\"party\">astra</td>.*none answered</td></tr>\n", row);
        Assert.Matches("<td data-name=\"party\">boreal</td>.*was asked for none</td></tr>\n", row);
    }

    [Fact]
    public void The_digits_of_every_card_stand_in_it()
    {
        var sample = new ReportSample();
        sample.Play();
        sample.Line.Rotate(sample.Boreal);
        Conversations.Exchange(sample.Line);
        var page = Page(sample.Make(sample.Frame()));
        foreach (var card in sample.Boreal.Cards.Cards)
            Assert.Contains(Crypto.Digits.Of(card.Card.Hash()), page, StringComparison.Ordinal);
        Assert.Equal(2, sample.Boreal.Cards.Cards.Count);
    }

    private static string Page(byte[] file)
    {
        var verified = ReportFile.Verify(file, Conversations.Suites);
        Assert.Null(verified.Fault);
        return ReportPage.Write(verified, file);
    }
}
