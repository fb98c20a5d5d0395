using System.Globalization;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Parties;

namespace Parley.Circuits.Pouch;

/// <summary>A folder of sealed files that a courier carries. Files are named
/// <c>parley-FROM-TO-yyyyMMddTHHmmssfff-XXXXXXXX.pouch</c>, the time in UTC, the last part the first eight hex digits of the content's
/// SHA-256. A name is for people and proves nothing: what a file is, its sealed content says.</summary>
public sealed class PouchFolder(string folder)
{
    private const string Extension = ".pouch";
    private const int HashDigits = 8;

    /// <summary>Writes one file, whole or not at all, durable when this returns; the same content of the same time again is the same
    /// file.</summary>
    /// <returns>Its name without the folder.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The content is empty or longer than <see cref="Bounds.PouchFileSize"/>.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public string Write(PartyId from, PartyId to, Timestamp time, ReadOnlySpan<byte> content)
    {
        ArgumentOutOfRangeException.ThrowIfZero(content.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(content.Length, Bounds.PouchFileSize);
        var stamp = time.ToDateTimeOffset().ToString("yyyyMMdd'T'HHmmssfff", CultureInfo.InvariantCulture);
        var name = $"parley-{from}-{to}-{stamp}-{Digest.Of(content).ToString()[..HashDigits]}{Extension}";
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        using (var file = new FileStream(path + ".part", FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".part", path, overwrite: true);
        return name;
    }

    /// <summary>The files of the folder, by name: each with its content or with the reason why it was not read. At most
    /// <see cref="Bounds.PouchFiles"/>; one content is in memory at a time.</summary>
    /// <exception cref="IOException">The folder cannot be listed.</exception>
    public IEnumerable<PouchFile> Read()
    {
        var paths = Directory.EnumerateFiles(folder, "*" + Extension).Order(StringComparer.Ordinal).Take(Bounds.PouchFiles);
        foreach (var path in paths)
            yield return ReadOne(path);
    }

    private static PouchFile ReadOne(string path)
    {
        var name = Path.GetFileName(path);
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            if (file.Length > Bounds.PouchFileSize)
                return new PouchFile(name, null, PouchRefusal.TooLarge);
            if (file.Length == 0)
                return new PouchFile(name, null, PouchRefusal.Empty);
            var content = new byte[file.Length];
            file.ReadExactly(content);
            return new PouchFile(name, content, null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new PouchFile(name, null, PouchRefusal.Unreadable);
        }
    }
}

/// <summary>A file of a pouch: its content, or why it was not read.</summary>
public sealed record PouchFile(string Name, byte[]? Content, PouchRefusal? Refusal);

/// <summary>Why a pouch file was not read.</summary>
public enum PouchRefusal
{
    /// <summary>Longer than <see cref="Bounds.PouchFileSize"/>.</summary>
    TooLarge,

    /// <summary>No bytes at all.</summary>
    Empty,

    /// <summary>The system would not let it be read, or it became shorter meanwhile.</summary>
    Unreadable,
}
