using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Messages;

namespace Parley.Console.Activities;

/// <summary>Sends what the station warns of before it leaves. What leaves in spite of warnings leaves in spite of those that the officer has seen: where others have come since, he
/// sees them first.</summary>
internal sealed class WarnedSender
{
    private readonly Sender sender = new();

    public bool IsBusy => sender.IsBusy;

    /// <summary>What the station warned of, in its words and one by one; empty: nothing, or what it warned of was changed since.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>Why it was not done; empty: nothing, or it was only warned of.</summary>
    public string Trouble => sender.Why == Refusal.Warned ? "" : sender.Trouble;

    /// <summary>Something was changed: it is another thing than what was warned of.</summary>
    public void Changed() => Warnings = [];

    /// <summary>The draft, or the words that have left; null when there is none.</summary>
    /// <param name="plain">As it is asked for first.</param>
    /// <param name="despite">The same in spite of warnings; null: the officer has not said so.</param>
    public async Task<DraftView?> Send(Desk desk, Operation<DraftView> plain, Operation<DraftView>? despite = null)
    {
        if (sender.IsBusy)
            return null;
        var known = Warnings;
        var sent = await sender.Send(desk, plain);
        Warnings = sent is null && sender.Why == Refusal.Warned ? Parted(sender.Trouble) : [];
        if (despite is null || Warnings.Count == 0 || !Warnings.SequenceEqual(known))
            return sent;
        sent = await sender.Send(desk, despite);
        if (sent is not null)
            Warnings = [];
        return sent;
    }

    // A line for each, between one that begins and one that says what to do.
    private static IReadOnlyList<string> Parted(string refusal) => refusal.Split('\n') is [_, .. var warnings, _] ? warnings : [refusal];
}
