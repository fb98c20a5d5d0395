using Parley.Crypto;
using Parley.Station.Keys;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station;

/// <summary>Notices a store that was set back. At each start a random instance value is written into the store and into a file outside backups. The file
/// holds the previous value and the next, and either matches, so that a crash between the two writes is no restore; the store's value being neither
/// means that the store is not the one that was written last.</summary>
internal static class Instance
{
    public const string FileName = "instance";
    private const string DocumentId = "instance";
    private const int ValueSize = 16;

    /// <summary>Whether the store was set back; writes the next value to both places.</summary>
    public static bool WasSetBack(string folder, Suite suite, IStationStore store, StationKeys keys)
    {
        var path = Path.Combine(folder, FileName);
        var stored = store.Load();
        var document = stored.Documents.FirstOrDefault(d => d.Kind == DocumentKind.Station && d.Id == DocumentId);
        var context = Step.ContextOf(DocumentKind.Station, DocumentId);
        var value = document is null ? "" : Convert.ToHexStringLower(keys.AtRest.Open(context, document.Bytes) ?? []);
        var known = File.Exists(path) ? File.ReadAllLines(path) : null;
        var setBack = value.Length > 0 && (known is null || !known.Contains(value, StringComparer.Ordinal));
        Span<byte> random = stackalloc byte[ValueSize];
        suite.FillRandom(random);
        var next = Convert.ToHexStringLower(random);
        Write(path, [value.Length > 0 ? value : next, next]);
        var bytes = keys.AtRest.Seal(context, random, suite);
        store.Commit(new StationChange(stored.Position + 1, [new DocumentPut(DocumentKind.Station, DocumentId, bytes)]));
        Write(path, [next, next]);
        return setBack;
    }

    private static void Write(string path, string[] lines)
    {
        var beside = path + ".new";
        using (var file = new FileStream(beside, FileMode.Create, FileAccess.Write))
        {
            file.Write(System.Text.Encoding.ASCII.GetBytes(string.Join('\n', lines) + "\n"));
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }
}
