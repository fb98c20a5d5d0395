using System.Text;
using Parley.Control.Reports;
using Parley.Control.Stations;
using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Tests.Samples;

namespace Parley.Cli.Tests;

/// <summary>Silence reports on the command line: made, and verified without any station.</summary>
public sealed class ReportTests
{
    private static readonly byte[] Bytes = Made(LineMode.Live);

    [Fact]
    public async Task A_report_and_its_page_are_written_and_verify()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<MakeSilenceReport>(_ => new ExportFile(LineMode.Live, "silence.report", Bytes));
        var (file, page) = (session.PathTo("silence.report"), session.PathTo("silence.html"));
        var made = await session.Parley(
            "report", "silence", station.Address, "--line", "strait", "--from", "2027-01-15", "--to", "2027-01-24", "--words", "-o", file, "--html", page);
        Assert.Equal("", made.Error);
        Assert.Equal(ExitCode.Done, made.Code);
        var asked = Assert.Single(station.Asked.OfType<MakeSilenceReport>());
        Assert.Equal(("strait", "2027-01-15", "2027-01-24", null, true), (Assert.Single(asked.Lines), asked.From, asked.Until, asked.Year, asked.Words));
        Assert.Contains("NOT ANSWERED", made.Out, StringComparison.Ordinal);
        Assert.Contains("offices of the charter stand in its proof", made.Out, StringComparison.Ordinal);
        Assert.Equal(Bytes, await File.ReadAllBytesAsync(file));
        foreach (var name in (string[])[file, page])
        {
            var verified = await session.Parley("verify", name);
            Assert.Equal(ExitCode.Done, verified.Code);
            Assert.Contains("VERIFIED", verified.Out, StringComparison.Ordinal);
            Assert.Contains("ministers: 5 days without contact", verified.Out, StringComparison.Ordinal);
        }

        Assert.Equal(ExitCode.Refused, (await session.Parley("report", "silence", station.Address, "--year", "2027", "-o", file)).Code);
        foreach (var unclear in new string[][] { ["--from", "2027-01-15"], [], ["--year", "2027", "--to", "2027-01-24"] })
            Assert.Equal(ExitCode.Usage, (await session.Parley(["report", "silence", station.Address, "-o", session.PathTo("other.report"), .. unclear])).Code);
        Assert.Single(station.Asked.OfType<MakeSilenceReport>());
    }

    [Fact]
    public async Task A_flipped_byte_in_file_or_page_fails_and_is_named()
    {
        using var session = new Session();
        var file = session.PathTo("bad.report");
        var bad = (byte[])Bytes.Clone();
        // Another letter of the proof's own alphabet, whatever the keys of this run made of it.
        var at = bad.AsSpan().IndexOf("\"proof\": \""u8) + 900;
        bad[at] = bad[at] == (byte)'A' ? (byte)'B' : (byte)'A';
        await File.WriteAllBytesAsync(file, bad);
        var run = await session.Parley("verify", file);
        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.StartsWith("FAILED: ", run.Out, StringComparison.Ordinal);
        Assert.Contains("line strait", run.Out, StringComparison.Ordinal);

        var verified = Lines.Reports.ReportFile.Verify(Bytes, Conversations.Suites);
        var page = Encoding.UTF8.GetBytes(Exchange.Reports.ReportPage.Write(verified, Bytes));
        // A word of the page alone, outside the file in it.
        page[page.AsSpan().IndexOf("before the end of the period"u8) - 6] ^= 1;
        await File.WriteAllBytesAsync(file, page);
        run = await session.Parley("verify", file);
        Assert.Equal(ExitCode.Refused, run.Code);
        Assert.Contains("the page does not say what it says", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_of_an_exercise_says_so_on_each_line()
    {
        using var session = new Session();
        var file = session.PathTo("drill.report");
        await File.WriteAllBytesAsync(file, Made(LineMode.Exercise));
        var run = await session.Parley("verify", file);
        Assert.Equal(ExitCode.Done, run.Code);
        Assert.All(run.Out.TrimEnd('\n').Split('\n'), l => Assert.StartsWith("EXERCISE", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Trusted_cards_are_told_apart()
    {
        using var session = new Session();
        var sample = new ReportSample(suite: SuiteOne.Instance);
        sample.Play();
        var (file, card) = (session.PathTo("silence.report"), session.PathTo("boreal.card"));
        await File.WriteAllBytesAsync(file, sample.Make());
        await File.WriteAllTextAsync(card, sample.Boreal.Cards.ToFile());
        var run = await session.Parley("verify", file, "--trust", card);
        Assert.Contains("signatures of boreal: its card was given as trusted", run.Out, StringComparison.Ordinal);
        Assert.Contains("signatures of astra: compare the digits", run.Out, StringComparison.Ordinal);
        await File.WriteAllTextAsync(card, new ReportSample(suite: SuiteOne.Instance).Boreal.Cards.ToFile());
        Assert.Equal(ExitCode.Refused, (await session.Parley("verify", file, "--trust", card)).Code);
    }

    private static byte[] Made(LineMode mode)
    {
        var sample = new ReportSample(mode, suite: SuiteOne.Instance);
        sample.Play();
        return sample.Make();
    }
}
