using Parley.Lines.Entries;

namespace Parley.Circuits.Link;

/// <summary>The frames that wait to leave one circuit and which fragment goes next: always the next one of the highest precedence that
/// waits. Bounded by bytes per precedence. Not thread-safe.</summary>
public sealed class SendQueue
{
    private const int Classes = 4;
    private readonly Queue<ReadOnlyMemory<byte>>[] _frames = [new(), new(), new(), new()];
    private readonly int[] _waiting = new int[Classes];
    private readonly int[] _offsets = new int[Classes];
    private readonly bool[] _refused = new bool[Classes];

    /// <summary>Bytes of frames that have not left.</summary>
    public int Waiting => _waiting[0] + _waiting[1] + _waiting[2] + _waiting[3];

    public bool IsEmpty => Waiting == 0;

    /// <summary>Size of the next fragment with its header; 0 when nothing waits.</summary>
    public int NextSize
    {
        get
        {
            var slot = NextSlot();
            return slot < 0 ? 0 : Bounds.FragmentHeader + Math.Min(_frames[slot].Peek().Length - _offsets[slot], Bounds.FragmentSize);
        }
    }

    /// <summary>Whether the next fragment is of a flash frame.</summary>
    public bool NextIsFlash => _waiting[(int)Precedence.Flash] > 0;

    /// <summary>Whether the next fragment goes on with a frame that has begun to leave.</summary>
    public bool NextGoesOn => NextSlot() is var slot and >= 0 && _offsets[slot] > 0;

    /// <summary>Takes a frame of 1 to <see cref="Station.Bounds.FrameSize"/> bytes, which must not change from then on; false when too much
    /// of its precedence waits. An empty queue takes any frame.</summary>
    public bool TryAdd(ReadOnlyMemory<byte> frame, Precedence precedence)
    {
        var slot = (int)precedence;
        if (_waiting[slot] > 0 && _waiting[slot] + frame.Length > Bound(slot))
        {
            _refused[slot] = true;
            return false;
        }

        _waiting[slot] += frame.Length;
        _frames[slot].Enqueue(frame);
        return true;
    }

    /// <summary>Writes the next fragment, of <see cref="NextSize"/> bytes.</summary>
    public int WriteNext(Span<byte> output, bool acknowledgeAtOnce)
    {
        var slot = NextSlot();
        var frame = _frames[slot].Peek();
        var offset = _offsets[slot];
        var size = Math.Min(frame.Length - offset, Bounds.FragmentSize);
        var last = offset + size == frame.Length;
        var fragment = LinkRecord.Fragment((Precedence)slot, offset == 0, last, acknowledgeAtOnce, frame.Span.Slice(offset, size));
        _waiting[slot] -= size;
        _offsets[slot] = last ? 0 : offset + size;
        if (last)
            _frames[slot].Dequeue();
        return fragment.Write(output);
    }

    /// <summary>True once after a refused <see cref="TryAdd"/>, when less than half of that precedence's room is taken.</summary>
    public bool TakeDrained()
    {
        var drained = false;
        for (var slot = 0; slot < Classes; slot++)
        {
            if (_refused[slot] && _waiting[slot] < Bound(slot) / 2)
            {
                _refused[slot] = false;
                drained = true;
            }
        }

        return drained;
    }

    /// <summary>Whether <see cref="TakeDrained"/> would be true.</summary>
    public bool IsDrained
    {
        get
        {
            for (var slot = 0; slot < Classes; slot++)
            {
                if (_refused[slot] && _waiting[slot] < Bound(slot) / 2)
                    return true;
            }

            return false;
        }
    }

    private static int Bound(int slot) => slot == (int)Precedence.Flash ? Bounds.WaitingFlash : Bounds.Waiting;

    private int NextSlot()
    {
        for (var slot = 0; slot < Classes; slot++)
        {
            if (_waiting[slot] > 0)
                return slot;
        }

        return -1;
    }
}
