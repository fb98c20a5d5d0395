using System.Text.Json;
using Parley.Control;

namespace Parley.Console.Frame;

/// <summary>What is sent once though a button is pressed twice, or pressed again because no answer came.</summary>
internal static class Sending
{
    /// <summary>The operation with its key: the one of before where nothing of it has changed, otherwise a new one.</summary>
    /// <param name="last">What this form sent last; null: nothing that may still be under way.</param>
    public static TOperation Once<TOperation>(TOperation wanted, ref Operation? last, Func<string> newKey)
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
