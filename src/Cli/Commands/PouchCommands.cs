using System.CommandLine;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Control.Pouches;

namespace Parley.Cli.Commands;

/// <summary><c>parley pouch</c>: sealed files that a courier carries, when no circuit does.</summary>
internal static class PouchCommands
{
    private const string Pattern = "*.pouch";

    private static readonly Argument<string> Peer = new("PEER") { Description = "The other party's id." };
    private static readonly Argument<string> PouchFolder = new("FOLDER") { Description = "A folder, such as one on the courier's medium." };

    public static Command Build() => Common.Group(
        "pouch",
        "Carry a conversation by hand: sealed files in a folder. Order, repetition and loss do no harm.",
        new Command("export", "Write what the peer lacks as files to a folder.").Does(
            [Common.Directory, Peer, PouchFolder, Common.TokenFile], Export),
        new Command("import", "Take in the files of a folder that came from the peer.").Does(
            [Common.Directory, Peer, PouchFolder, Common.TokenFile], Import));

    private static async Task Export(Invocation invocation)
    {
        var (peer, folder) = (invocation.Get(Peer), invocation.Get(PouchFolder));
        await using var station = await OpenStation.ToSpeak(invocation);
        var files = await invocation.Do(station.Control, new ExportPouch(peer));
        Directory.CreateDirectory(folder);
        foreach (var file in files)
        {
            // The name comes over the wire and must not lead out of the folder.
            var path = Path.Combine(folder, Path.GetFileName(file.Name));
            await File.WriteAllBytesAsync(path + ".part", file.Bytes, invocation.Cancel);
            File.Move(path + ".part", path, overwrite: true);
        }

        invocation.Screen.Line(files.Count == 0 ? $"{peer} lacks nothing; no file was written." : $"{files.Count} file(s) for {peer} " +
            $"are in {folder}.");
    }

    private static async Task Import(Invocation invocation)
    {
        var (peer, folder) = (invocation.Get(Peer), invocation.Get(PouchFolder));
        var paths = Directory.EnumerateFiles(folder, Pattern).Order(StringComparer.Ordinal).ToList();
        if (paths.Count == 0)
            throw new CommandFault(ExitCode.Refused, $"{folder} holds no files of the form {Pattern}; is it the right folder?");
        await using var station = await OpenStation.ToSpeak(invocation);
        var refused = 0;
        foreach (var path in paths)
            refused += await ImportOne(invocation, station.Control, peer, path) ? 0 : 1;
        if (refused > 0)
            throw new CommandFault(ExitCode.Refused, $"{refused} of {paths.Count} files were not taken; ask for them again");
    }

    private static async Task<bool> ImportOne(Invocation invocation, IControl control, string peer, string path)
    {
        var name = Path.GetFileName(path);
        var file = new PouchFile(name, await File.ReadAllBytesAsync(path, invocation.Cancel));
        switch (await control.Do(new ImportPouch(file), invocation.Cancel))
        {
            case Done<PouchImport> { Answer: var import }:
                invocation.Screen.Line($"{SafeText.Line(name)}: from {import.From}, {import.Entries} new entries, {import.Contents} " +
                    $"contents, {import.Receipts} receipts");
                if (import.From != peer)
                    invocation.Screen.Line($"{SafeText.Line(name)} came from {import.From} and not from {peer}", Tint.Warning);
                return true;
            case Refused<PouchImport> refused:
                invocation.Terminal.Error.WriteLine($"parley: {SafeText.Line(name)}: {SafeText.Line(refused.Detail)}");
                return false;
            default:
                return false;
        }
    }
}
