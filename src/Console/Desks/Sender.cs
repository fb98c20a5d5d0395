using System.Text.Json;
using Parley.Control;

namespace Parley.Console.Desks;

/// <summary>What one form sends: one thing at a time, and once though a button is pressed twice, or again because no answer came.
/// What was changed is another thing.</summary>
internal sealed class Sender
{
    private Operation? last;

    public bool IsBusy { get; private set; }

    /// <summary>Why the last thing was not done; empty: nothing.</summary>
    public string Trouble { get; set; } = "";

    /// <summary>The reason of that; null: it was done, or it is no refusal.</summary>
    public Refusal? Why { get; private set; }

    /// <summary>The answer; null when there is none, or something else is still under way.</summary>
    public async Task<TAnswer?> Send<TAnswer>(Desk desk, Operation<TAnswer> operation)
    {
        if (IsBusy)
            return default;
        IsBusy = true;
        var reply = await desk.Ask(Once(operation, ref last, desk.NewKey));
        (IsBusy, Trouble, Why) = (false, reply.Trouble, reply.Why);
        if (reply.IsDone)
            last = null;
        return reply.Answer;
    }

    /// <summary>Nothing is under way any more that the next sending could be.</summary>
    public void Clear() => (last, Trouble, Why) = (null, "", null);

    /// <summary>The operation with its key: the one of before where nothing of it has changed, otherwise a new one.</summary>
    /// <param name="last">What this form sent last; null: nothing that may still be under way.</param>
    internal static TOperation Once<TOperation>(TOperation wanted, ref Operation? last, Func<string> newKey)
        where TOperation : Operation
    {
        if (last is TOperation before && before.GetType() == wanted.GetType() && Written(wanted) == Written(before))
            return before;
        var keyed = wanted with { Key = newKey() };
        last = keyed;
        return keyed;
    }

    // Records with lists in them are not equal by themselves.
    private static string Written(Operation operation) => JsonSerializer.Serialize(operation with { Key = null }, operation.GetType(), ControlJson.Options);
}
