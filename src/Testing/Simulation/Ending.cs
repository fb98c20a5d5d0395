using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Transcripts;
using Parley.Station;
using Parley.Station.Operations;
using Parley.Station.Storage;
using Parley.Testing.Simulation.Nouns;

namespace Parley.Testing.Simulation;

/// <summary>What must be true at the end of a world: every word once, everywhere, in one order, provable.</summary>
internal sealed class Ending(SimulatedWorld world)
{
    private const int All = 1_000_000;
    private readonly Dictionary<SimulatedStation, Dictionary<(LineId Line, string Text), List<EntryRef>>> texts =
        world.Stations.ToDictionary(s => s, TextsOf);

    public void Check()
    {
        CheckpointsAndCosignatures();
        foreach (var word in world.Script.Words)
            WordIsOnce(word);
        foreach (var handled in world.Script.Handlings)
            HandlingIsKept(handled);
        foreach (var id in world.Stations.SelectMany(s => s.Core!.Memory.Lines.Keys).Distinct().Order().Where(world.IsJoined).ToList())
        {
            OneOrder(id);
            Provable(id);
        }

        NoFalseAccusation();
        if (world.Nouns.Count == 0)
            return;
        var readings = new Readings(world);
        new SaidEnding(world, readings).Check();
        foreach (var noun in world.Nouns)
            noun.Check(readings);
    }

    private void CheckpointsAndCosignatures()
    {
        foreach (var station in world.Stations)
        {
            foreach (var feed in station.Core!.Memory.Lines.Values.SelectMany(l => l.Feeds.Keys).ToList())
            {
                foreach (var stored in station.Store!.Checkpoints(feed, 0, All))
                    world.Witness.Note(SignedCheckpoint.Parse(stored.Signed, feed)!);
            }
        }
    }

    private void WordIsOnce(Word word)
    {
        var found = texts[word.Author].GetValueOrDefault((word.Line, word.Text)) ?? [];
        if (found.Count > 1)
            throw world.Failure($"{word.Name} of {word.Author.Party} stands {found.Count} times: {string.Join(", ", found)}");
        if (word.Refused is { } why && found.Count > 0)
            throw world.Failure($"{word.Name} of {word.Author.Party} was refused ({why}) and stands as {found[0]}");
        if (word.IsLast && word.Released is null)
            throw world.Failure($"{word.Name} of {word.Author.Party} was not released, though everything worked");
        foreach (var member in Losses.Keepers(world, word))
        {
            var released = word.Released!.Value;
            if (member == word.Author && !word.ContentIsLost && (found.Count == 0 || found[0] != released))
                throw world.Failure($"{word.Name} was released as {released} and is not there ({Holders(word, released)})");
            IsThere(word, released, member);
        }
    }

    /// <summary>A station's own messages by line and text.</summary>
    private static Dictionary<(LineId Line, string Text), List<EntryRef>> TextsOf(SimulatedStation station)
    {
        var found = new Dictionary<(LineId Line, string Text), List<EntryRef>>();
        foreach (var feed in station.Core!.Memory.Lines.Values.SelectMany(l => l.Feeds.Keys).Where(f => f.Party == station.Party))
        {
            foreach (var stored in station.Store!.Entries(feed, 0, All))
            {
                if (TextOf(station, stored) is { } text)
                    (found.TryGetValue((feed.Line, text), out var refs) ? refs : found[(feed.Line, text)] = []).Add(EntryRef.Of(feed, stored.Index));
            }
        }

        return found;
    }

    private string Holders(Word word, EntryRef released) => string.Join(", ", world.Stations.Select(s =>
        $"{s.Party}: {(s.Store!.Entry(released.Feed(word.Line), released.Index) is not { } stored ? "no entry" : stored.Opened is null ? "unread" : "read")}"));

    private void IsThere(Word word, EntryRef released, SimulatedStation member)
    {
        if (member.Store!.Entry(released.Feed(word.Line), released.Index) is not { } stored)
            throw world.Failure($"{member.Party} does not hold {released}");
        if (!word.ContentIsLost && TextOf(member, stored) != word.Text)
            throw world.Failure($"{member.Party} does not read {released} as it was written");
    }

    /// <summary>A stage that was said to be entered stands once at home, and once at the author of the word where the charter shows it, as a report.</summary>
    private void HandlingIsKept(Handled handled)
    {
        var (by, word) = (handled.By, handled.Word);
        // Stages that stay at home went with a disk that was set back; so may those that had not left.
        if (by.Restores > 0 || word.Author.Restores > 0 || !Members(word.Line).Contains(by) || !Members(word.Line).Contains(word.Author) ||
            !world.IsJoined(word.Line))
            return;
        Once(by, theyReport: false);
        if (handled.Told is not null)
            Once(word.Author, theyReport: true);

        void Once(SimulatedStation at, bool theyReport)
        {
            object? answer = null;
            at.Core!.Step([new OfficerAsks(new ReadEntry(word.Line.ToString(), word.Released!.Value.ToString()), new Actor("cho", (Roles)31), a => answer = a)], at.Clock);
            var stages = answer is Deferred deferred && deferred.Read() is Done<EntryView> { Answer: var view } ? view.Handling : [];
            if (stages.Count(h => h.Role == handled.Role && h.Stage == handled.Stage && h.TheyReport == theyReport) != 1)
                throw world.Failure($"{handled.Stage} of {word.Released} by {by.Party} stands {stages.Count(h => h.Role == handled.Role)} times at {at.Party}");
        }
    }

    private List<SimulatedStation> Members(LineId id) => [.. world.Stations.Where(s => s.Core!.Memory.Lines.ContainsKey(id) && !world.HasLeft(s, id))];

    private static string? TextOf(SimulatedStation station, StoredEntry stored) =>
        Handover.OpenAtRest(station.Core!.Memory, stored) is { } clear && Content.Parse(clear) is { } content ? MessageContent.From(content)?.Text : null;

    private void OneOrder(LineId id)
    {
        if (world.Witness.Forked.Any(f => f.Line == id))
            return;
        string? first = null;
        foreach (var member in Members(id))
        {
            var order = string.Join('\n', member.Store!.TranscriptAfter(id, null, All).Select(e => $"{e.Position} {Digest.Of(e.Header)}"));
            if ((first ??= order) != order)
                throw world.Failure($"{member.Party} has line {id} in another order");
        }
    }

    private void Provable(LineId id)
    {
        var files = new List<byte[]>();
        foreach (var member in Members(id))
        {
            object? answer = null;
            member.Core!.Step([new OfficerAsks(new ExportLine(id.ToString()), new Actor("cho", (Roles)31), a => answer = a)], member.Clock);
            if (answer is not Deferred deferred || deferred.Read() is not Done<ExportFile> { Answer: var file })
                throw world.Failure($"{member.Party} did not export {id}: {answer}");
            var report = TranscriptVerifier.Verify(file.Bytes, suite => suite == member.Keys.Suite.Id ? member.Keys.Suite : null);
            // An amendment can go with a disk that is set back, and words under it remain.
            if (report.Fault?.How == TranscriptFailure.UnknownCharter && world.Stations.Any(s => s.Restores > 0))
                return;
            if (!report.Ok)
                throw world.Failure($"the export of {id} by {member.Party} does not verify: {report.Fault}");
            files.Add(file.Bytes);
        }

        var suites = world.Stations[0].Keys.Suite;
        for (var i = 1; i < files.Count; i++)
        {
            var comparison = TranscriptCompare.Compare(files[0], files[i], suite => suite == suites.Id ? suites : null);
            // Where no store was set back and nobody has left, everybody has the newest receipts of all.
            var differs = world.Stations.All(s => s.Restores == 0 && !world.HasLeft(s, id))
                ? comparison.Verdict != TranscriptVerdict.Same
                : comparison.Verdict is TranscriptVerdict.Different or TranscriptVerdict.NotComparable;
            if (differs && !world.Witness.Forked.Any(f => f.Line == id))
                throw world.Failure($"two exports of {id} differ: {string.Join('\n', comparison.ToText())}");
        }
    }

    /// <summary>Nobody is accused of two histories who signed one.</summary>
    private void NoFalseAccusation()
    {
        if (world.Plan.MeanMeddling > 0 || world.Witness.Forked.Count > 0)
            return;
        foreach (var station in world.Stations)
        {
            var warnings = station.Core!.Memory.Lines.Values.SelectMany(l => l.Warnings);
            if (warnings.FirstOrDefault(w => w.Contains("two histories", StringComparison.Ordinal)) is { } warning)
                throw world.Failure($"{station.Party} accuses: {warning}");
        }
    }
}
