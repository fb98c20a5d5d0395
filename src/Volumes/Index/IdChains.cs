namespace Parley.Volumes.Index;

/// <summary>Finds the entries of an id in a tree: ids of one hash hang in one chain, two on the mean. Ids are the station's own numbers, so nobody outside chooses them.</summary>
internal sealed class IdChains(int size)
{
    private const uint Golden = 2_654_435_769;
    private const int End = -1;

    private readonly int[] heads = new int[size / 2 + 1];
    private readonly int[] nexts = GC.AllocateUninitializedArray<int>(size);

    /// <summary>The first entry that may be of this id; negative when there is none.</summary>
    public int First(int id) => heads[Head(id)] - 1;

    /// <summary>The next one after it.</summary>
    public int Next(int slot) => nexts[slot];

    public void Add(int id, int slot)
    {
        ref var head = ref heads[Head(id)];
        nexts[slot] = head - 1 is >= 0 and var next ? next : End;
        head = slot + 1;
    }

    // The upper part of a product says where in the table; so the table needs no power of two.
    private int Head(int id) => (int)((ulong)((uint)id * Golden) * (uint)heads.Length >> 32);
}
