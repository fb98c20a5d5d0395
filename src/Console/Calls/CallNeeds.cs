using Parley.Console.Board;
using Parley.Console.Words;
using Parley.Control.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Console.Calls;

/// <summary>What calls ask of us, and what we wait for in them, as the board shows it.</summary>
internal static class CallNeeds
{
    // Before a time that is agreed, people are fetched and rooms are opened.
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(30);

    /// <summary>Calls of which the next step is ours, and agreed times that come.</summary>
    public static IEnumerable<Need> Ours(IEnumerable<CallListView> lists, string own, DateTimeOffset now, Language say) =>
        from call in lists.SelectMany(l => l.Calls)
        let next = CallMoves.Next(call, own)
        where next.Whose is Mover.Us or Mover.Both
        select Of(call, next, next.Whose == Mover.Both ? (next.Due - now <= Soon ? Press.Now : Press.Later) : next.Due < now ? Press.Overdue : Press.Now, own, say);

    /// <summary>Calls of which it is theirs.</summary>
    public static IEnumerable<Need> Theirs(IEnumerable<CallListView> lists, string own, DateTimeOffset now, Language say) =>
        from call in lists.SelectMany(l => l.Calls)
        let next = CallMoves.Next(call, own)
        where next.Whose == Mover.Them
        select Of(call, next, next.Due < now ? Press.Overdue : Press.Later, own, say);

    public static string Link(string line, string entry) => $"calls/{Uri.EscapeDataString(line)}/{entry}";

    private static string Others(CallView call, string own) => CallMoves.IsAsker(call, own) ? string.Join(", ", call.With.Select(l => l.Party)) : call.From;

    private static Need Of(CallView call, CallMove next, Press press, string own, Language say) => new(
        press, call.Line, call.Mode == LineMode.Exercise,
        (call.Status == Status.Test ? say["entry.test"] + ": " : "") + say["need.call." + next.What, Others(call, own), call.Pair],
        Link(call.Line, call.Entry), next.Due);
}
