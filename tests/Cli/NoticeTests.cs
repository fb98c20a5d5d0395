namespace Parley.Cli.Tests;

/// <summary>Forms of notices and notices of others, on files alone.</summary>
public sealed class NoticeTests
{
    private const string Drone =
        """
        format: slip
        language: en
        values: {}

        """;

    private const string Query =
        """
        format: unusual-query
        language: en
        values: {}

        """;

    private const string Notam =
        """
        (A0001/27 NOTAMN
        Q) XXAA/QRTCA/IV/BO/W/000/195/5200N00400E005
        A) XXAA B) 2703080600 C) 2703121800
        D) DAILY 0900-1600
        E) TEMPORARY RESTRICTED AREA WI 5NM RADIUS OF 520000N 0040000E
        F) SFC G) FL195)

        """;

    [Fact]
    public async Task Formats_are_listed_and_shown_in_a_language()
    {
        using var session = new Session();
        var all = await session.Parley("notice", "formats");
        Assert.Equal(ExitCode.Done, all.Code);
        Assert.Contains("launch-1988/1", all.Out);
        Assert.Contains("24h", all.Out);
        var one = await session.Parley("notice", "formats", "launch-1988", "--language", "ru");
        Assert.Contains("modelled on public sources, not official", one.Out);
        Assert.Contains("warning centre", one.Out);
        Assert.Matches("[а-я]{5}", one.Out);
        var json = await session.Parley("notice", "formats", "--json");
        Assert.Contains("\"hash\"", json.Out);
    }

    [Fact]
    public async Task A_format_that_is_not_there_and_one_that_is_broken_are_told()
    {
        using var session = new Session();
        Assert.Contains("there is no format and no file moon", (await session.Parley("notice", "formats", "moon")).Error);
        await File.WriteAllTextAsync(session.PathTo("own.yaml"), "id: own\n");
        var broken = await session.Parley("notice", "formats", session.PathTo("own.yaml"));
        Assert.Equal(ExitCode.Refused, broken.Code);
        Assert.Contains("own.yaml: line 1", broken.Error);
    }

    [Fact]
    public async Task Gaps_are_told_with_the_exit_code_and_a_draft_is_printed_all_the_same()
    {
        using var session = new Session();
        await File.WriteAllTextAsync(session.PathTo("draft.yaml"), Drone);
        var check = await session.Parley("notice", "check", session.PathTo("draft.yaml"));
        Assert.Equal(ExitCode.Refused, check.Code);
        Assert.Contains("is missing", check.Out);
        Assert.Contains("the form is not complete", check.Error);
        var paper = await session.Parley("notice", "print", session.PathTo("draft.yaml"), "--exercise");
        Assert.Equal(ExitCode.Done, paper.Code);
        Assert.StartsWith("EXERCISE EXERCISE EXERCISE", paper.Out, StringComparison.Ordinal);
        Assert.Contains("DRAFT, NOT RELEASED", paper.Out);
    }

    [Fact]
    public async Task A_notice_of_others_comes_with_its_shape_and_what_was_lost()
    {
        using var session = new Session();
        await File.WriteAllTextAsync(session.PathTo("notam.txt"), Notam);
        var read = await session.Parley("notice", "import", session.PathTo("notam.txt"), "--as", "notam");
        Assert.True(read.Code == ExitCode.Done, read.Error);
        Assert.Contains("A0001/27", read.Out);
        Assert.Contains("circle 52.0000000 4.0000000 9260", read.Out);
        Assert.Contains("shape: as the words draw it; times: as stated", read.Out);
        Assert.Contains("1 records, 1 read", (await session.Parley("notice", "import", session.PathTo("notam.txt"), "--as", "notam", "--counts")).Out);
        await File.WriteAllTextAsync(session.PathTo("bad.xml"), "<!DOCTYPE x [<!ENTITY a \"b\">]><Pib/>");
        var bad = await session.Parley("notice", "import", session.PathTo("bad.xml"), "--as", "bulletin");
        Assert.Equal(ExitCode.Refused, bad.Code);
        Assert.Contains("line 1: DocumentType", bad.Error);
        Assert.Equal(ExitCode.Usage, (await session.Parley("notice", "import", session.PathTo("notam.txt"), "--as", "csv")).Code);
        var unknown = await session.Parley("notice", "import", session.PathTo("notam.txt"), "--as", "pdf");
        Assert.Contains("'notam'", unknown.Error);
        Assert.DoesNotContain("Parley.Cli", unknown.Error);
    }

    [Theory]
    [InlineData("geojson", "FeatureCollection")]
    [InlineData("cap", "urn:oasis:names:tc:emergency:cap:1.2")]
    [InlineData("calendar", "BEGIN:VCALENDAR")]
    [InlineData("csv", "number")]
    public async Task A_form_is_written_for_programs_of_others_and_over_no_file(string kind, string sign)
    {
        using var session = new Session();
        await File.WriteAllTextAsync(session.PathTo("draft.yaml"), Query);
        var file = session.PathTo("out");
        var done = await session.Parley("notice", "export", session.PathTo("draft.yaml"), "--to", kind, "--output", file, "--exercise");
        Assert.True(done.Code == ExitCode.Done, done.Error);
        var text = await File.ReadAllTextAsync(file);
        Assert.Contains(sign, text);
        Assert.Contains("EXERCISE", text);
        Assert.Contains("exists; name another file", (await session.Parley("notice", "export", session.PathTo("draft.yaml"), "--to", kind, "--output", file)).Error);
    }
}
