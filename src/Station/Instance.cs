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
    public const string DocumentId = "instance";
    private const int ValueSize = 16;

    /// <summary>Whether the store was set back; writes the next value to both places.</summary>
    public static bool WasSetBack(string folder, Suite suite, IStationStore store, StationKeys keys)
    {
        var path = Path.Combine(folder, FileName);
        var stored = store.Load();
        var document = stored.Documents.FirstOrDefault(d => d.Kind == DocumentKind.Station && d.Id == DocumentId);
        var context = Step.ContextOf(DocumentKind.Station, DocumentId);
        // A damaged value must not pass for that of a new store: the station would go on in a generation that may have gone further.
        var value = document is null ? "" : Convert.ToHexStringLower(keys.AtRest.Open(context, document.Bytes) ??
            throw new StoreFault(StoreTrouble.Corrupt, "the store's instance is damaged, or the station key is not the one it was written with"));
        var known = File.Exists(path) ? File.ReadAllLines(path) : null;
        var setBack = value.Length > 0 && (known is null || !known.Contains(value, StringComparer.Ordinal));
        var marked = stored.Documents.Any(d => d.Kind == DocumentKind.Station && d.Id == SetBackId);
        // Before the file forgets it: whatever ends this process now, the next start knows. The station's first step takes the mark away.
        if (setBack && !marked)
            Put(store, keys, suite, SetBackId, [1]);
        Span<byte> random = stackalloc byte[ValueSize];
        suite.FillRandom(random);
        var next = Convert.ToHexStringLower(random);
        Write(path, [value.Length > 0 ? value : next, next]);
        Put(store, keys, suite, DocumentId, random);
        Write(path, [next, next]);
        return setBack || marked;
    }

    /// <summary>One document of the station, with the store's mark that counts it.</summary>
    private static void Put(IStationStore store, StationKeys keys, Suite suite, string id, ReadOnlySpan<byte> plain)
    {
        var stored = store.Load();
        var before = stored.Documents.FirstOrDefault(d => d.Kind == DocumentKind.Station && d.Id == id);
        var bytes = keys.AtRest.Seal(Step.ContextOf(DocumentKind.Station, id), plain, suite);
        var mark = (StoreMark.Find(keys, stored) ?? new StoreMark()) with { Position = stored.Position + 1 };
        StoreMark.Replace(
            mark.Documents,
            DocumentKind.Station,
            before is null ? null : StoreMark.RowOf(DocumentKind.Station, id, before.Bytes),
            StoreMark.RowOf(DocumentKind.Station, id, bytes));
        var sum = keys.AtRest.Seal(Step.ContextOf(DocumentKind.Station, StoreMark.DocumentId), mark.Encode(), suite);
        store.Commit(new StationChange(
            mark.Position,
            [new DocumentPut(DocumentKind.Station, id, bytes), new DocumentPut(DocumentKind.Station, StoreMark.DocumentId, sum)]));
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
