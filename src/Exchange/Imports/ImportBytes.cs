using System.Text;

namespace Parley.Exchange.Imports;

/// <summary>Bytes of a file as text, bounded.</summary>
public static class ImportBytes
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>The text; null with a problem when the file is too long or no UTF-8.</summary>
    public static string? Read(Stream file, out ImportProblem? problem)
    {
        problem = null;
        using var held = new MemoryStream();
        var part = new byte[1 << 16];
        for (var lines = 1; ;)
        {
            var count = file.Read(part, 0, part.Length);
            if (count == 0)
                break;
            var room = (int)(Bounds.ImportLength - held.Length);
            if (count > room)
            {
                problem = new ImportProblem(lines + part.AsSpan(0, room).Count((byte)'\n'), ImportFault.TooLong, $"the file is longer than {Bounds.ImportLength} bytes; split it");
                return null;
            }

            lines += part.AsSpan(0, count).Count((byte)'\n');
            held.Write(part, 0, count);
        }

        return Decode(held.GetBuffer().AsSpan(0, (int)held.Length), out problem);
    }

    private static string? Decode(ReadOnlySpan<byte> bytes, out ImportProblem? problem)
    {
        problem = null;
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException fault)
        {
            var line = 1 + bytes[..Math.Clamp(fault.Index, 0, bytes.Length)].Count((byte)'\n');
            problem = new ImportProblem(line, ImportFault.NotText, "these bytes are no UTF-8; turn the file to UTF-8");
            return null;
        }
    }
}
