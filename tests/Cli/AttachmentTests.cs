using Parley.Control;
using Parley.Control.Attachments;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Station.Folders;

namespace Parley.Cli.Tests;

/// <summary><c>parley attach</c>, <c>attachments</c> and <c>save</c>: a name of the other side decides nothing.</summary>
public sealed class AttachmentTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static readonly DraftView Draft = new(
        LineMode.Live, "d1", "hot", "abc", "rao", Noon, Precedence.Routine, Status.Actual, "", "ATTACHMENT", [], null, ["rao"], 1, false, "astra/3f/ordinary/3", []);

    [Fact]
    public async Task Attach_sends_the_files_bytes_under_its_own_name_or_another()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<AttachFile>(_ => Draft);
        var file = session.PathTo("hill 230.png");
        await File.WriteAllBytesAsync(file, [1, 2, 3]);

        string[] args = ["attach", station.Address, "--line", "hot", file, "--type", "image/png"];
        var run = await session.Parley(args);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains("released as astra/3f/ordinary/3", run.Out);
        await session.Parley([.. args, "--name", "map.png", "--language", "en", "--text", "Noon.", "--regards", "astra/3f/urgent/1", "--precedence", "flash"]);
        var (first, second) = (Assert.IsType<AttachFile>(station.Asked[0]), Assert.IsType<AttachFile>(station.Asked[1]));
        Assert.Equal(("hill 230.png", "image/png", Precedence.Routine), (first.Name, first.Type, first.Precedence));
        Assert.Equal([1, 2, 3], first.Bytes);
        Assert.Equal(("map.png", "en", "Noon.", Precedence.Flash), (second.Name, second.Language, second.Text, second.Precedence));
        Assert.Equal(["astra/3f/urgent/1"], second.Regards);
    }

    [Fact]
    public async Task Attach_refuses_here_what_is_too_large_missing_or_of_another_type()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        var file = session.PathTo("large.pdf");
        await using (var large = File.Create(file))
            large.SetLength(Lines.Bounds.AttachmentSize + 1);
        Assert.Contains("at most 8388608", (await session.Parley("attach", station.Address, "--line", "hot", file, "--type", "application/pdf")).Error);
        Assert.Contains("there is no file", (await session.Parley("attach", station.Address, "--line", "hot", file + "x", "--type", "application/pdf")).Error);
        Assert.Equal(ExitCode.Usage, (await session.Parley("attach", station.Address, "--line", "hot", file, "--type", "text/html")).Code);
        Assert.Empty(station.Asked);
    }

    [Fact]
    public async Task The_largest_attachment_goes_through()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<AttachFile>(_ => Draft);
        var file = session.PathTo("large.pdf");
        await using (var large = File.Create(file))
            large.SetLength(Lines.Bounds.AttachmentSize);
        var text = new string('x', Lines.Bounds.TextLength);
        var run = await session.Parley("attach", station.Address, "--line", "hot", file, "--type", "application/pdf", "--language", "en", "--text", text);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Equal(Lines.Bounds.AttachmentSize, Assert.IsType<AttachFile>(station.Asked[0]).Bytes.Length);
    }

    [Fact]
    public async Task Attachments_are_shown_as_name_type_and_how_much_is_here()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<ListAttachments>(_ => (IReadOnlyList<AttachmentView>)
        [
            new(LineMode.Live, "astra/3f/ordinary/3", "astra", Noon, "map\u001b[2J.png", "image/png", 100_000, new string('d', 64), 16_384, AttachmentState.Coming),
            new(LineMode.Live, "astra/3f/ordinary/4", "astra", Noon, "b.pdf", "application/pdf", 10, new string('e', 64), 26, AttachmentState.Here),
            new(LineMode.Live, "astra/3f/ordinary/5", "astra", Noon, "c.pdf", "application/pdf", 10, new string('f', 64), 0, AttachmentState.GivenUp),
        ]);
        var run = await session.Parley("attachments", station.Address, "--line", "hot");
        Assert.Contains("astra  map[U+001B][2J.png  image/png  100000 bytes\n    16384 of 100016 sealed bytes are here\n    ref astra/3f/ordinary/3\n", run.Out);
        Assert.Contains("    all of it is here\n", run.Out);
        Assert.Contains("not what the entry names", run.Out);
        Assert.Contains("\"state\": \"coming\"", (await session.Parley("attachments", station.Address, "--line", "hot", "--json")).Out);
    }

    [Fact]
    public async Task Save_writes_the_named_file_and_no_other_for_its_owner_alone_and_over_nothing()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<FetchAttachment>(_ => new AttachmentFile(LineMode.Live, "../../evil.sh", "text/plain", 3, [1, 2, 3]));
        var file = session.PathTo("out.bin");
        string[] args = ["save", station.Address, "--line", "hot", "astra/3f/ordinary/3", "-o", file];
        var run = await session.Parley(args);
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
        Assert.Contains("called ../../evil.sh, text/plain by its author's word", run.Out);
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(file));
        Assert.False(PrivateFile.IsOpenToOthers(file));
        Assert.Equal([file], Directory.GetFiles(session.Folder, "*", SearchOption.AllDirectories));

        await File.WriteAllTextAsync(file, "mine");
        var again = await session.Parley(args);
        Assert.Equal(ExitCode.Refused, again.Code);
        Assert.Contains("is not written over", again.Error);
        Assert.Equal("mine", await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task Save_writes_nothing_while_it_is_not_here()
    {
        await using var station = await ScriptedStation.Start();
        using var session = Session.Signed();
        station.On<FetchAttachment>(_ => Refusal.AttachmentNotHere);
        var run = await session.Parley("save", station.Address, "--line", "hot", "astra/3f/ordinary/3", "-o", session.PathTo("out.bin"));
        Assert.Equal(new Run(ExitCode.Refused, "", "parley: refused (attachmentNotHere): Do this instead.\n"), run);
        Assert.Empty(Directory.GetFiles(session.Folder));
    }
}
