namespace Parley.Circuits.Link;

/// <summary>Puts fragments together again: at most one frame of each precedence is under way, of at most
/// <see cref="Station.Bounds.FrameSize"/> bytes. Not thread-safe.</summary>
public sealed class Reassembly
{
    private const int Classes = 4;
    private const int FirstCapacity = 8 * 1024;
    private const int KeptCapacity = 128 * 1024;
    private readonly byte[]?[] _buffers = new byte[]?[Classes];
    private readonly int[] _lengths = new int[Classes];

    /// <summary>Takes one fragment. False when it does not fit what came before, or its frame is too long: the circuit ends.</summary>
    /// <param name="fragment">A record of that kind.</param>
    /// <param name="frame">The frame when this was its last fragment; the receiver may keep it.</param>
    public bool TryTake(LinkRecord fragment, out byte[]? frame)
    {
        frame = null;
        var slot = (int)fragment.Precedence;
        var before = _lengths[slot];
        if (fragment.First != (before == 0) || before + fragment.Payload.Length > Station.Bounds.FrameSize)
            return false;
        if (fragment.First && fragment.Last)
        {
            frame = fragment.Payload.ToArray();
            return true;
        }

        fragment.Payload.CopyTo(Room(slot, before + fragment.Payload.Length).AsSpan(before));
        _lengths[slot] = before + fragment.Payload.Length;
        if (fragment.Last)
            frame = Finish(slot);
        return true;
    }

    private byte[] Finish(int slot)
    {
        var buffer = _buffers[slot]!;
        var length = _lengths[slot];
        _lengths[slot] = 0;
        if (buffer.Length > KeptCapacity)
            _buffers[slot] = null;
        return buffer.AsSpan(0, length).ToArray();
    }

    private byte[] Room(int slot, int needed)
    {
        var buffer = _buffers[slot] ??= new byte[FirstCapacity];
        if (buffer.Length < needed)
        {
            Array.Resize(ref buffer, Math.Min(buffer.Length * 2, Station.Bounds.FrameSize));
            _buffers[slot] = buffer;
        }

        return buffer;
    }
}
