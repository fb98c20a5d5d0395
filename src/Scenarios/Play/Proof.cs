using System.Globalization;
using Parley.Control.Reports;
using Parley.Control.Stations;
using Parley.Lines.Contacts;
using Parley.Lines.Reports;
using Parley.Lines.Transcripts;

namespace Parley.Scenarios.Play;

/// <summary>The end of a play: what every party exports is verified by itself, then compared with what the first one exports.</summary>
internal sealed class Proof(IStage stage, Telling say)
{
    public async Task Verify(ScenarioLine line, CancellationToken cancel)
    {
        await Settle(line, cancel);
        var files = new List<(string Party, byte[] Bytes)>();
        foreach (var party in line.Parties)
        {
            var file = await stage.Ask(party, null, new ExportLine(line.Name), cancel);
            var report = TranscriptVerifier.Verify(file.Bytes, stage.SuiteOf);
            if (!report.Ok)
                throw new StepFault($"the transcript that {party} exports fails: {report.Fault}");
            if (!report.IsExercise)
                throw new StepFault($"the transcript that {party} exports is not of an exercise line");
            files.Add((party, file.Bytes));
            await say(StoryKind.Proof, party, "exports the transcript; VERIFIED: every proof in the file holds");
            await say(StoryKind.Varies, party, $"{file.Name}, {file.Bytes.Length} bytes, {report.Entries} entries");
        }

        foreach (var (party, bytes) in files.Skip(1))
            await Compare(files[0].Party, files[0].Bytes, party, bytes);
    }

    /// <summary>A silence report, verified from its bytes alone; and again with one of them changed.</summary>
    public async Task Report(ReportAct act, CancellationToken cancel)
    {
        var file = await stage.Ask(act.At, null, new MakeSilenceReport([.. act.Lines.Select(l => l.Name)], Text(act.From), Text(act.Until)), cancel);
        var verified = ReportFile.Verify(file.Bytes, stage.SuiteOf);
        if (verified.Report is not { } report)
            throw new StepFault($"the silence report of {act.At} fails: {verified.Fault}");
        var unanswered = report.Lines.SelectMany(l => l.Requests).Count(r => r.Legs.Any(l => l.IsSilent));
        var requests = report.Lines.Sum(l => l.Requests.Count);
        if (unanswered != act.Unanswered)
            throw new StepFault($"the silence report of {act.At} has {unanswered} requests that are not answered, of {requests}");
        await say(StoryKind.Proof, act.At, $"signs a silence report of {Text(act.From)} to {Text(act.Until)}; VERIFIED offline: {unanswered} of {requests} requests not answered");
        foreach (var pair in report.Lines.SelectMany(l => l.Pairs).Where(p => p.Last is not null))
            await say(StoryKind.Proof, act.At, $"in it, {pair.Pair}: {PairRecord.WholeDays(pair.Last!.Value, report.Frame.Until)} days without contact");
        await say(StoryKind.Varies, act.At, $"{file.Name}, {file.Bytes.Length} bytes");
        var bytes = (byte[])file.Bytes.Clone();
        bytes[bytes.Length / 2] ^= 1;
        if (ReportFile.Verify(bytes, stage.SuiteOf).Fault is not { } fault)
            throw new StepFault($"a changed byte in the silence report of {act.At} is not found");
        await say(StoryKind.Proof, act.At, "one byte of it changed: IT DOES NOT VERIFY");
        await say(StoryKind.Varies, act.At, fault.Where);
    }

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    private async Task Compare(string first, byte[] one, string second, byte[] other)
    {
        var comparison = TranscriptCompare.Compare(one, other, stage.SuiteOf);
        // A receipt that a lost frame carried may be on one side only: the one after it covers the same entries.
        var equal = comparison.Verdict is TranscriptVerdict.Same or TranscriptVerdict.SameSoFar && comparison.Notes.Count == 0 &&
            comparison.Feeds.All(f => (f with { ReceiptsInFirstOnly = 0, ReceiptsInSecondOnly = 0 }).IsSame);
        if (!equal)
            throw new StepFault($"the transcripts of {first} and {second} differ: {string.Join(" | ", comparison.ToText().Where(l => l.Length > 0))}");
        await say(StoryKind.Proof, null, $"COMPARED: {first} and {second} hold the same words, entry for entry");
    }

    /// <summary>Waits until everybody has everything and nothing is under way.</summary>
    private async Task Settle(ScenarioLine line, CancellationToken cancel)
    {
        var before = new List<long>();
        var settled = await stage.Until(
            async () =>
            {
                var now = new List<long>();
                foreach (var party in line.Parties)
                {
                    var status = (await stage.Ask(party, null, new ShowStatus(), cancel)).Lines.FirstOrDefault(l => l.Handle == line.Name);
                    if (status is not { Unreceived: 0, Unreadable: 0 })
                        return false;
                    now.Add(status.Entries);
                }

                var same = now.SequenceEqual(before) && now.Distinct().Count() == 1;
                before = now;
                return same;
            },
            Bounds.Wait,
            cancel);
        if (!settled)
            throw new StepFault($"not everybody has received everything on '{line.Name}'");
    }
}
