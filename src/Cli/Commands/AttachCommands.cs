using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control.Attachments;
using Parley.Lines.Attachments;
using Parley.Lines.Entries;

namespace Parley.Cli.Commands;

/// <summary><c>parley attach</c>, <c>attachments</c> and <c>save</c>: files that go with words. None is ever opened or run here, and no name of the other side
/// becomes a path.</summary>
internal static class AttachCommands
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private static readonly Argument<string> File = new("FILE") { Description = "The file, 1 byte to 8 MiB." };
    private static readonly Argument<string> Entry = new("ENTRY") { Description = "The ref of the entry that names it, or the id of a draft that waits." };

    private static readonly Option<string> Type = new Option<string>("--type")
    {
        Description = "What it is. The reader is told so; nothing is opened by it.", HelpName = string.Join('|', AttachmentContent.Types), Required = true,
    }.AcceptOnlyFromAmong([.. AttachmentContent.Types]);

    private static readonly Option<string?> Name = new("--name")
    {
        Description = "What the reader is told that it is called. Left out: the file's own name.", HelpName = "NAME",
    };

    private static readonly Option<string> Precedence = new Option<string>("--precedence")
    {
        Description = "How soon the words about it must be seen; its bytes always go last.",
        HelpName = "flash|immediate|priority|routine",
        DefaultValueFactory = _ => "routine",
    }.AcceptOnlyFromAmong("flash", "immediate", "priority", "routine");

    private static readonly Option<string?> Text = new("--text") { Description = "Words beside it.", HelpName = "TEXT" };
    private static readonly Option<string[]> Regards = new("--regards")
    {
        Description = "An entry that it belongs to; may be given several times.", HelpName = "REF",
    };

    private static readonly Option<string> Output = new("--output", "-o")
    {
        Description = "The new file, for its owner alone. One that exists is not written over.", HelpName = "FILE", Required = true,
    };

    public static IEnumerable<Command> All() =>
    [
        new Command("attach", "Send a file with your words: a map, a photograph, a readout. Its bytes go behind everything else.").Does(
            [Common.Directory, Common.Line, File, Type, Name, Precedence, Common.Language, Text, Regards, Common.TokenFile, Common.Json], Attach),
        new Command("attachments", "Attachments of a line, and how much of each is here.").Does(
            [Common.Directory, Common.Line, Common.TokenFile, Common.Json], List),
        new Command("save", "Write an attachment that is whole here to a new file. It is not opened.").Does(
            [Common.Directory, Common.Line, Entry, Output, Common.TokenFile, Common.Json], Save),
    ];

    private static async Task Attach(Invocation invocation)
    {
        var path = invocation.Get(File);
        var file = new FileInfo(path);
        if (!file.Exists)
            throw new CommandFault(ExitCode.Refused, $"there is no file {path}");
        if (file.Length > Lines.Bounds.AttachmentSize)
            throw new CommandFault(ExitCode.Refused, $"{path} has {file.Length} bytes; an attachment has at most {Lines.Bounds.AttachmentSize}");
        var bytes = await System.IO.File.ReadAllBytesAsync(path, invocation.Cancel);
        await using var station = await OpenStation.ToSpeak(invocation);
        var draft = await invocation.Do(station.Control, new AttachFile(
            invocation.Need(Common.Line), invocation.Get(Name) ?? file.Name, invocation.Need(Type), bytes,
            Common.Chosen<Precedence>(invocation.Need(Precedence)), invocation.Get(Common.Language), invocation.Get(Text), invocation.Get(Regards)));
        invocation.Show(draft, DraftCommands.Show);
    }

    private static async Task List(Invocation invocation)
    {
        await using var station = await OpenStation.ToSpeak(invocation);
        invocation.Show(await invocation.Do(station.Control, new ListAttachments(invocation.Need(Common.Line))), static (screen, attachments) =>
        {
            foreach (var one in attachments)
            {
                screen.Line($"{TranscriptText.Time(one.Time)}  {SafeText.Line(one.Party)}  {SafeText.Line(one.Name)}  " +
                    $"{SafeText.Line(one.Type)}  {one.Size} bytes");
                screen.Line($"    {Words(one)}", one.State == AttachmentState.Here ? Tint.Good : Tint.Warning);
                screen.Line($"    ref {SafeText.Line(one.Entry)}", Tint.Quiet);
            }

            if (attachments.Count == 0)
                screen.Line("No attachment is known on this line.");
        });
    }

    private static string Words(AttachmentView one) => one.State switch
    {
        AttachmentState.Here => "all of it is here",
        AttachmentState.Coming => $"{one.Held} of {one.Size + AttachmentId.Overhead} sealed bytes are here",
        _ => "what came was not what the entry names; it is not asked for any more",
    };

    private static async Task Save(Invocation invocation)
    {
        var path = invocation.Need(Output);
        if (Path.Exists(path))
            throw new CommandFault(ExitCode.Refused, $"{path} exists and is not written over; name another file");
        await using var station = await OpenStation.ToSpeak(invocation);
        var file = await invocation.Do(station.Control, new FetchAttachment(invocation.Need(Common.Line), invocation.Get(Entry)));
        Write(path, file.Bytes);
        invocation.Show(new Saved(file.Name, file.Type, file.Size, path), static (screen, saved) =>
        {
            screen.Line($"{saved.Path}: {saved.Size} bytes, called {SafeText.Line(saved.Name)}, {SafeText.Line(saved.Type)} by its author's word.");
            screen.Line("It was not opened. Look at it only where a file from the other side can do no harm.", Tint.Warning);
        });
    }

    private static void Write(string path, byte[] bytes)
    {
        // A link or a file that has come to stand there meanwhile is not followed or written over.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using var file = new FileStream(path, options);
        try
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }
        catch (IOException)
        {
            System.IO.File.Delete(path);
            throw;
        }
    }

    /// <summary>What was written where.</summary>
    private sealed record Saved(string Name, string Type, int Size, string Path);
}
