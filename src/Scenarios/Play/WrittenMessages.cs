using Parley.Control;
using Parley.Control.Messages;
using Parley.Lines.Entries;

namespace Parley.Scenarios.Play;

/// <summary>A message of the play, and what its author's station said of it.</summary>
/// <param name="Draft">Empty for words that leave at once.</param>
internal sealed record Written(string Party, ScenarioLine Line, string Draft, string Revision, string? Entry);

/// <summary>The messages of the play so far, by the names that the file gives them.</summary>
internal sealed class WrittenMessages(IStage stage)
{
    private readonly Dictionary<string, Written> messages = new(StringComparer.Ordinal);

    public Written this[string name]
    {
        get => messages[name];
        set => messages[name] = value;
    }

    /// <summary>The reference of a released message.</summary>
    public string EntryOf(string name) =>
        messages.GetValueOrDefault(name)?.Entry ?? throw new StepFault($"{name} is not released, so nothing can regard it");

    /// <summary>What the file calls an entry; null when it is none of its messages.</summary>
    public string? NameOf(string entry) => messages.FirstOrDefault(m => m.Value.Entry == entry).Key;

    /// <summary>What the file calls the entry of that number; null when it is none of its messages.</summary>
    public string? NameOfNumber(string number) => messages.FirstOrDefault(m => m.Value.Entry is { } entry && EntryRef.Parse(entry) is { } named &&
        MessageNumber.Of(named).ToString() == number).Key;

    /// <summary>A message as its author's station shows it now.</summary>
    public Task<EntryView> View(string name, CancellationToken cancel) => View(messages[name].Party, name, cancel);

    /// <summary>A message as a station shows it now.</summary>
    public async Task<EntryView> View(string party, string name, CancellationToken cancel) => await stage.Ask(
        party, null, new ReadEntry(messages[name].Line.Name, messages[name].Entry ?? throw new StepFault($"{name} is not released")), cancel);

    /// <summary>Waits until a station holds an entry: an officer who answers a message has it before him.</summary>
    public async Task Arrived(string party, ScenarioLine line, string entry, CancellationToken cancel)
    {
        if (!await stage.Until(
            async () => await stage.Do(party, null, new ReadEntry(line.Name, entry), cancel) is Done<EntryView>, Bounds.Wait, cancel))
            throw new StepFault($"what the message regards has not arrived at {party}");
    }
}
