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
        Span<byte> random = stackalloc byte[ValueSize];
        suite.FillRandom(random);
        var next = Convert.ToHexStringLower(random);
        Write(path, [value.Length > 0 ? value : next, next]);
        var bytes = keys.AtRest.Seal(context, random, suite);
        var mark = (StoreMark.Find(keys, stored) ?? new StoreMark()) with { Position = stored.Position + 1 };
        StoreMark.Replace(
            mark.Documents,
            DocumentKind.Station,
            document is null ? null : StoreMark.RowOf(DocumentKind.Station, DocumentId, document.Bytes),
            StoreMark.RowOf(DocumentKind.Station, DocumentId, bytes));
        var marked = keys.AtRest.Seal(Step.ContextOf(DocumentKind.Station, StoreMark.DocumentId), mark.Encode(), suite);
        store.Commit(new StationChange(
            mark.Position,
            [new DocumentPut(DocumentKind.Station, DocumentId, bytes), new DocumentPut(DocumentKind.Station, StoreMark.DocumentId, marked)]));
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
