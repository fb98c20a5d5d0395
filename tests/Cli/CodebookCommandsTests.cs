using Parley.Control.ByHand;
using Parley.Control.Codebooks;
using Parley.Control.Codes;
using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Voice;
using Parley.Crypto;
using Parley.Exchange.Codebooks;
using Parley.Lines.ByHand;
using Parley.Lines.Charters;
using Parley.Lines.Codebooks;
using Parley.Lines.Entries;

namespace Parley.Cli.Tests;

/// <summary>Codebooks, codes and words by voice on the command line.</summary>
public sealed class CodebookCommandsTests
{
    private static readonly Codebook Book = CodebookFile.Read(CodebookShelf.Text(CodebookShelf.Codebook)!, out _)!;

    private static readonly CodebookView View = new(
        "parley", 1, Book.Hash().ToString(), Book.Named().ToString(), Digits.Of(Book.Hash()), Book.Languages, Book.Codes.Count, 108, "chen", At(1), null, null, []);

    private static readonly LineView Line = new(
        new string('a', 64), "hot", "hot", LineKind.Hot, LineMode.Exercise, LineState.Open, ["astra", "boreal"], 1, new TermsView(), null, [], [], [], []);

    private static readonly CodeView Code = new(7, Book.Named().ToString(), [new("place", "“Gull Bay”")], "Test", true, null);

    [Fact]
    public async Task A_file_is_read_here_and_its_encoding_goes_to_the_station()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<AddCodebook>(_ => View);

        var run = await session.Parley("codebook", "add", station.Address, "parley-1");
        Assert.Equal(Book.Encode(), Assert.IsType<AddCodebook>(station.Asked.Single()).Encoding);
        Assert.Contains("108 texts are unchecked", run.Out);
        Assert.Contains("NOT certified", run.Out);

        await File.WriteAllTextAsync(session.PathTo("bad.yaml"), "id: x\n");
        var bad = await session.Parley("codebook", "add", station.Address, session.PathTo("bad.yaml"));
        Assert.Equal(ExitCode.Refused, bad.Code);
        Assert.Contains("line 1", bad.Error);
    }

    [Fact]
    public async Task A_codebook_is_certified_by_its_digits_shown_and_printed()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<CertifyCodebook>(_ => View with { CertifiedBy = "chen", CertifiedAt = At(2) });
        station.On<ListCodebooks>(_ => (IReadOnlyList<CodebookView>)[View]);
        station.On<ShowCodebook>(_ => new CodebookTexts(
            View,
            [
                new CodeTexts(
                    408, "one", [new("number", "message", 0, 0)],
                    [new("en", "False alarm", "Disregard {number}.", true), new("ru", "Тревога", "Номер {number}.", true)]),
            ],
            Book.Encode()));

        Assert.Equal(ExitCode.Usage, (await session.Parley("codebook", "certify", station.Address, "parley/1")).Code);
        var certified = await session.Parley("codebook", "certify", station.Address, "parley/1", "--digits", View.Digits);
        Assert.Contains("certified for our party by chen", certified.Out);
        Assert.Contains("parley/1: 27 codes", (await session.Parley("codebook", "list", station.Address)).Out);
        var shown = await session.Parley("codebook", "show", station.Address, "parley/1", "--language", "en");
        Assert.Contains("408  one officer; blanks number (message)", shown.Out);
        Assert.DoesNotContain("Тревога", shown.Out);
        Assert.Equal(ExitCode.Refused, (await session.Parley("codebook", "show", station.Address, "parley/1", "--language", "fr")).Code);
        await session.Parley("codebook", "print", station.Address, "parley/1", "-o", session.PathTo("book.html"));
        Assert.Equal(CodebookPage.Write(Book), await File.ReadAllTextAsync(session.PathTo("book.html")));
    }

    [Fact]
    public async Task A_code_is_sent_with_its_blanks_and_number_and_blanks_stand_beside_its_text()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        var draft = new DraftView(
            LineMode.Live, "d1", "hot", "abc", "rao", At(1), Precedence.Immediate, Status.Actual, "en", "A test.", [], null, ["rao"], 1, false, "x", [], Code);
        station.On<SendCode>(_ => draft);
        station.On<DraftCode>(_ => draft);

        var run = await session.Parley("code", "send", station.Address, "7", "place=Gull Bay=x", "--line", "hot", "--language", "ru");
        var sent = Assert.IsType<SendCode>(station.Asked.Single());
        Assert.Equal((7, Precedence.Immediate, "ru"), (sent.Number, sent.Precedence, sent.Language));
        Assert.Equal([new BlankInput("place", "Gull Bay=x")], sent.Blanks);
        Assert.Contains("CODE 7 of parley/1/", run.Out);
        Assert.Contains("place = “Gull Bay”", run.Out);
        Assert.Contains("no expert", run.Out);
        Assert.Equal(ExitCode.Done, (await session.Parley("code", "draft", station.Address, "7", "--line", "hot")).Code);
        Assert.Equal(ExitCode.Usage, (await session.Parley("code", "send", station.Address, "7", "place", "--line", "hot")).Code);
    }

    [Fact]
    public async Task What_is_read_out_can_be_entered_on_the_other_side()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<ListLines>(_ => (IReadOnlyList<LineView>)[Line]);
        station.On<ReadOutEntry>(_ => new ReadOutView(
            "boreal/3f/urgent/3", "boreal", "U3-3f0a", "Flash", "Test", At(1), "en", [new("Not ours", "12345"), new("at noon", "00001")], "22768"));
        station.On<EnterByHand>(o => new EntryView(
            LineMode.Live, "astra/3f/urgent/4", "c", "astra", Lane.Urgent, 4, "by-hand", Precedence.Flash, Status.Test, At(3), At(3),
            Readability.Readable, "en", o.Text, [], null, [], [], [], [], null, new ByHandView("boreal", Means.Telephone, At(2), "rao", o.Checks is not null)));

        var read = await session.Parley("read-out", station.Address, "--line", "hot", "--entry", "boreal/3f/urgent/3");
        Assert.All(read.Out.TrimEnd().Split('\n'), l => Assert.StartsWith("EXERCISE |", l));
        Assert.Contains("FLASH TEST of boreal, number U3-3f0a", read.Out);
        Assert.Contains("Not ours  12345", read.Out);
        Assert.Contains("closing group  22768", read.Out);

        await File.WriteAllTextAsync(session.PathTo("heard"), "Not ours  12345\nat noon 00001\n\n22768\n");
        var entered = await session.Parley(
            "enter", station.Address, "--line", "hot", "--party", "boreal", "--means", "telephone", "--language", "en", "--read-out", session.PathTo("heard"));
        var operation = Assert.IsType<EnterByHand>(station.Asked.Last(o => o is EnterByHand));
        Assert.Equal(("Not ours\nat noon", "12345 00001 22768"), (operation.Text, string.Join(' ', operation.Checks!)));
        Assert.Contains("ONE-SIDED, UNAUTHENTICATED: said to be of boreal, by telephone", entered.Out);
        Assert.Contains("the check groups that were heard fit", entered.Out);
        await File.WriteAllTextAsync(session.PathTo("heard"), "Not ours\n");
        Assert.Equal(ExitCode.Usage, (await session.Parley(
            "enter", station.Address, "--line", "hot", "--party", "boreal", "--means", "telephone", "--language", "en", "--read-out", session.PathTo("heard"))).Code);
    }

    private static DateTimeOffset At(int second) => new(2026, 11, 22, 12, 0, second, TimeSpan.Zero);
}
