namespace Parley.Cli;

/// <summary>A file that a command makes. It never goes over one that is there, and never stands there half written.</summary>
internal static class NewFile
{
    /// <summary>The whole path of a name that nothing has yet; a file that is there ends the command.</summary>
    public static string Free(string name)
    {
        var path = Path.GetFullPath(name);
        return File.Exists(path) ? throw new CommandFault(ExitCode.Refused, $"{path} exists; name another file") : path;
    }

    public static async Task Write(string path, byte[] bytes, CancellationToken cancel)
    {
        await File.WriteAllBytesAsync(path + ".part", bytes, cancel);
        File.Move(path + ".part", path, overwrite: false);
    }
}
