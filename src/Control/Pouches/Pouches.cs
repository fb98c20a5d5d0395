namespace Parley.Control.Pouches;

/// <summary>What the peer lacks, as sealed files for a courier.</summary>
public sealed record ExportPouch(string Peer) : Operation<IReadOnlyList<PouchFile>>;

/// <summary>What a courier brought: one file. Order and repetition do not matter.</summary>
public sealed record ImportPouch(PouchFile File) : Operation<PouchImport>;

/// <summary>A sealed file. <paramref name="Bytes"/> is base64 in JSON.</summary>
public sealed record PouchFile(string Name, byte[] Bytes);

/// <summary>What a file brought.</summary>
public sealed record PouchImport(string From, int Entries, int Contents, int Receipts);
