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
    public const string SetBackId = "set-back";
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
        var mark = stored.Documents.Any(d => d.Kind == DocumentKind.Station && d.Id == SetBackId);
        var position = stored.Position;
        // Before the file forgets it: whatever ends this process now, the next start knows. The station's first step takes the mark away.
        if (setBack && !mark)
            store.Commit(new StationChange(++position, [Mark(suite, keys)]));
        Span<byte> random = stackalloc byte[ValueSize];
        suite.FillRandom(random);
        var next = Convert.ToHexStringLower(random);
        Write(path, [value.Length > 0 ? value : next, next]);
        var bytes = keys.AtRest.Seal(context, random, suite);
        store.Commit(new StationChange(position + 1, [new DocumentPut(DocumentKind.Station, DocumentId, bytes)]));
        Write(path, [next, next]);
        return setBack || mark;
    }

    private static DocumentPut Mark(Suite suite, StationKeys keys) => new(
        DocumentKind.Station, SetBackId, keys.AtRest.Seal(Step.ContextOf(DocumentKind.Station, SetBackId), [1], suite));

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
