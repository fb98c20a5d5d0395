using System.Diagnostics;

namespace Parley.EndToEnd.Tests.Processes;

/// <summary>A file system of its own with little room (tmpfs), which the superuser of Linux alone can make.</summary>
internal sealed class SmallDisk : IDisposable
{
    private const int Block = 64 * 1024;
    private readonly string filler;

    private SmallDisk(string path) => (Path, filler) = (path, System.IO.Path.Combine(path, "filler"));

    public string Path { get; }

    /// <summary>Mounts one, or skips the test.</summary>
    public static async Task<SmallDisk> Mount(TestFolder place, int megabytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "a small disk needs Linux and its superuser");
        var path = Directory.CreateDirectory(place.PathTo("disk")).FullName;
        using var mount = Process.Start("mount", ["-t", "tmpfs", "-o", $"size={megabytes}m,mode=700", "parley-test", path]);
        await mount.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipUnless(mount.ExitCode == 0, "a small disk needs the right to mount");
        return new SmallDisk(path);
    }

    /// <summary>Takes all room that is left.</summary>
    public void Fill()
    {
        using var file = new FileStream(filler, FileMode.Append, FileAccess.Write, FileShare.None, 1);
        for (var size = Block; size > 0; size /= 2)
        {
            try
            {
                while (true)
                    file.Write(new byte[size]);
            }
            catch (IOException)
            {
                // No room for so much; perhaps for half of it.
            }
        }
    }

    public void Free() => File.Delete(filler);

    public void Dispose()
    {
        using var unmount = Process.Start("umount", ["-l", Path]);
        unmount.WaitForExit();
    }
}
