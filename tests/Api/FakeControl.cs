using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Parley.Control;

namespace Parley.Api.Tests;

/// <summary>A station that does what the test says and remembers what it was asked.</summary>
public sealed class FakeControl : IControl
{
    private readonly Channel<ChangeNote> notes = Channel.CreateUnbounded<ChangeNote>();

    public Operation? Asked { get; private set; }

    /// <summary>Null: everything is done with a sample of its answer.</summary>
    public Refusal? Refuses { get; set; }

    public Exception? Throws { get; set; }

    public Task<Outcome<TAnswer>> Do<TAnswer>(Operation<TAnswer> operation, CancellationToken cancel = default)
    {
        Asked = operation;
        if (Throws is { } fault)
            throw fault;
        return Task.FromResult<Outcome<TAnswer>>(Refuses is { } why
            ? new Refused<TAnswer>(why, $"Do not be {why}.")
            : new Done<TAnswer>((TAnswer)new Control.Tests.Samples().Of(typeof(TAnswer))));
    }

    public void Change(ChangeNote note) => notes.Writer.TryWrite(note);

    public async IAsyncEnumerable<ChangeNote> Changes([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var note in notes.Reader.ReadAllAsync(cancel))
            yield return note;
    }
}
