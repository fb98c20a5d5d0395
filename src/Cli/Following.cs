using System.Runtime.CompilerServices;
using Parley.Control;

namespace Parley.Cli;

/// <summary>Changes without end: when the stream breaks it is opened anew, and a note of kind <see cref="ChangeKind.Missed"/> says that the
/// reader must ask for what it may have missed.</summary>
internal static class Following
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static async IAsyncEnumerable<ChangeNote> Notes(
        IControl control, Terminal terminal, [EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            yield return new ChangeNote(0, DateTimeOffset.UnixEpoch, ChangeKind.Missed, null, null, null);
            await using var notes = control.Changes(cancel).GetAsyncEnumerator(cancel);
            while (await Next(notes, terminal))
                yield return notes.Current;
            await Task.Delay(Pause, cancel);
        }
    }

    private static async Task<bool> Next(IAsyncEnumerator<ChangeNote> notes, Terminal terminal)
    {
        try
        {
            return await notes.MoveNextAsync();
        }
        catch (ControlFault e)
        {
            terminal.Error.WriteLine($"parley: {e.Message}; trying again");
            return false;
        }
    }
}
