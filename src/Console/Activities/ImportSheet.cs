using Parley.Control.Activities;
using Parley.Control.Messages;

namespace Parley.Console.Activities;

/// <summary>How an item of a file stands.</summary>
public enum ImportState
{
    Waits,

    /// <summary>The same one is notified already, or waits among the drafts: kind, title and volume. It is left out.</summary>
    Stands,

    /// <summary>It has left.</summary>
    Left,

    /// <summary>It waits for another officer among the drafts.</summary>
    Drafted,
}

/// <summary>Items of a file while they are notified one by one, in the order of the file.</summary>
public sealed class ImportSheet
{
    private readonly ImportState[] states;

    public ImportSheet(IReadOnlyList<AidFileItem> items, StandingAid standing)
    {
        Items = items;
        states = [.. items.Select(i =>
            standing.Notified(i.Kind, i.Title, i.Volume, i.IsBeginAssumed) is null && standing.Waiting(i.Kind, i.Title, i.Volume, i.IsBeginAssumed) is null
                ? ImportState.Waits
                : ImportState.Stands)];
        Forward();
    }

    public IReadOnlyList<AidFileItem> Items { get; }

    /// <summary>The number of the next one, from 0; as many as there are: all are done.</summary>
    public int At { get; private set; }

    /// <summary>The next one; null: all are done.</summary>
    public AidFileItem? Next => At < Items.Count ? Items[At] : null;

    public ImportState this[int item] => states[item];

    public int Count(ImportState state) => states.Count(s => s == state);

    /// <summary>The next one is done.</summary>
    public void Done(DraftView draft)
    {
        states[At] = draft.Released is null ? ImportState.Drafted : ImportState.Left;
        Forward();
    }

    /// <summary>What is asked for it.</summary>
    public static NotifyActivity Ask(string line, AidFileItem item) =>
        new(line, item.Kind, item.Title, item.Contact, [item.Volume], item.Aid, Language: item.Language, Text: item.Text);

    private void Forward()
    {
        while (At < states.Length && states[At] != ImportState.Waits)
            At++;
    }
}
