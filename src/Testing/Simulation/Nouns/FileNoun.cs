using Parley.Control;
using Parley.Control.Attachments;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using LineState = Parley.Station.State.LineState;

namespace Parley.Testing.Simulation.Nouns;

/// <summary>Small attachments: at the end the same bytes are at every member that holds the entry.</summary>
internal sealed class FileNoun(SimulatedWorld world) : Noun(world)
{
    private readonly Dictionary<int, byte[]> files = [];

    public override void Act(SimulatedStation station, string officer)
    {
        if (Dice.Chance(0.7) && OpenLine(station) is { } line)
            Attach(station, officer, line.Id, isLast: false);
        else if (Theirs(station, EntryKind.Attachment) is { } theirs)
            World.Officers.Ask(station, officer, new FetchAttachment(theirs.Line.ToString(), theirs.Released!.Value.ToString()), outcome => IsRight(station, theirs, outcome));
    }

    public override void ActAtLast(SimulatedStation station, LineState line) => Attach(station, "bob", line.Id, isLast: true);

    private void Attach(SimulatedStation station, string officer, LineId line, bool isLast)
    {
        var said = new Said(station, line, World.Script.NextNumber(), EntryKind.Attachment) { IsLast = isLast };
        var bytes = new byte[Dice.Pick([1, 300, 5_000, 16_384 - 16, 16_384, 40_000])];
        for (var i = 0; i < bytes.Length; i += sizeof(ulong))
            BitConverter.GetBytes(Dice.Next()).AsSpan(0, Math.Min(sizeof(ulong), bytes.Length - i)).CopyTo(bytes.AsSpan(i));
        files[said.Number] = bytes;
        Say(said, officer, new AttachFile(line.ToString(), $"{said.Name}.txt", "text/plain", bytes, Dice.Pick(Enum.GetValues<Precedence>()), "en", said.Mark));
    }

    // Before the end it may not be there yet, but what is there is right. Of a second history the same ref may be something else.
    private void IsRight(SimulatedStation at, Said said, Outcome<AttachmentFile> outcome)
    {
        if (!said.Author.WasSetBackUnknown && outcome is Done<AttachmentFile> { Answer: var file } &&
            (file.Name != $"{said.Name}.txt" || !file.Bytes.AsSpan().SequenceEqual(files[said.Number])))
            throw World.Failure($"{at.Party} gives out '{file.Name}', {file.Bytes.Length} bytes, as {said.Name} of {said.Author.Party}, which has {files[said.Number].Length}");
    }

    /// <summary>Who holds the entry must come to hold the bytes, as long as any member of the line has them.</summary>
    public override string? Missing()
    {
        foreach (var id in World.Stations.SelectMany(s => s.Core!.Memory.Lines.Keys).Distinct().Order().Where(World.IsJoined))
        {
            var members = World.Stations.Where(s => s.Core!.Memory.Lines.ContainsKey(id) && !World.HasLeft(s, id)).ToList();
            foreach (var member in members)
            {
                var held = member.Core!.Memory.Lines[id].Attachments.Values.FirstOrDefault(a => a is { Entry: not null, IsWhole: false } && !IsExcused(members, id, a.Id));
                if (held is not null)
                    return $"{member.Party} has {held.Held.Count} chunks of {held.Id.Chunks} of the attachment of {held.Entry}, after {held.Tries} tries";
            }
        }

        return null;
    }

    // It went with a disk, or its author left the line before anybody had it, and who has left says nothing more; or an adversary
    // brought what is none too often, and nobody asks for it any more.
    private bool IsExcused(List<SimulatedStation> members, LineId line, Parley.Lines.Attachments.AttachmentId id) =>
        (World.Stations.Any(s => s.Restores > 0 || World.HasLeft(s, line)) &&
            !members.Exists(m => m.Core!.Memory.Lines[line].Attachments.GetValueOrDefault(id)?.IsWhole == true)) ||
        (World.Plan.MeanMeddling > 0 && members.Exists(m => m.Core!.Memory.Lines[line].Attachments.GetValueOrDefault(id) is { IsWhole: false, IsWanted: false }));

    public override void Check(Readings readings)
    {
        foreach (var (line, members) in readings.Lines)
        {
            foreach (var member in members)
            {
                foreach (var view in readings.Transcript(member, line).Where(v => v is { Kind: EntryKind.Attachment, Readable: Readability.Readable }))
                {
                    var said = World.Script.Saids.First(s => s.Number == Said.NumberIn(view.Text!));
                    var outcome = readings.Try(member, new FetchAttachment(line.ToString(), view.Entry));
                    IsRight(member, said, outcome);
                    if (outcome is Done<AttachmentFile> != view.Text!.Contains("All of it is here.", StringComparison.Ordinal))
                        throw World.Failure($"{member.Party} shows {said.Name} of {view.Party} as '{view.Text}' and gives out {outcome}");
                    if (outcome is not Done<AttachmentFile> && World.IsJoined(line) && World.Plan.MeanMeddling == 0 &&
                        World.Stations.All(s => s.Restores == 0 && !World.HasLeft(s, line)))
                        throw World.Failure($"{member.Party} holds {said.Name} of {view.Party} and not its bytes: {outcome}");
                }
            }
        }
    }
}
