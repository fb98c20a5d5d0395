namespace Parley.Station.Folders;

/// <summary>Files that their owner alone may read. Written whole under another name, flushed to the disk and then renamed, so that a crash
/// leaves the old file or the new one. On systems without Unix permissions the access of the folder applies.</summary>
public static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute |
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Writes the file in place of what is there.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes) => Write(path, bytes, overwrite: true);

    /// <summary>Writes a file that must not exist yet; false when it does.</summary>
    public static bool TryCreate(string path, ReadOnlySpan<byte> bytes)
    {
        if (File.Exists(path))
            return false;
        Write(path, bytes, overwrite: false);
        return true;
    }

    /// <summary>Whether anybody but the owner may read or write it.</summary>
    public static bool IsOpenToOthers(string path) => !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & Others) != 0;

    /// <summary>A new folder for its owner alone, with those above it; one that is there is closed to others.</summary>
    public static void MakeFolder(string path)
    {
        const UnixFileMode mode = OwnerOnly | UnixFileMode.UserExecute;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, mode);
        File.SetUnixFileMode(path, mode);
    }

    private static void Write(string path, ReadOnlySpan<byte> bytes, bool overwrite)
    {
        var written = path + ".new";
        // What a crash left there may have other permissions: it is not written over, it is made anew.
        File.Delete(written);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var file = new FileStream(written, options))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(written, path, overwrite);
    }
}
