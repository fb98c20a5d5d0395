using System.Reflection;
using Parley.Control;
using Parley.Control.Stations;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Station.Journals;
using Parley.Station.Storage;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>The station as a whole.</summary>
internal static class Stations
{
    private static readonly string Version = typeof(Stations).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    public static object Status(OperationContext context)
    {
        var memory = context.Memory;
        var card = memory.Keys.Chain.Current;
        var warnings = Standing(context);
        // Checks and calls are read from the store, by the asker's own thread.
        var checks = memory.Lines.Values.Select(l => (l.Id, Read: Checks.Glance(context, l))).Where(c => c.Read is not null).ToList();
        var calls = memory.Lines.Values.SelectMany(l => new[] { Calls.Attention(context, l), Questions.Attention(context, l) }).OfType<Func<IEnumerable<string>>>().ToList();
        var seen = memory.Lines.Values.SelectMany(l => new[] { Notices.Attention(context, l), ActivityAttention.Of(context, l) })
            .Append(CrossOverlaps.Attention(context)).Append(Explanations.Attention(context, LineMode.Live)).Append(Explanations.Attention(context, LineMode.Exercise))
            .OfType<Func<IEnumerable<AttentionView>>>().ToList();
        var status = new StationStatus(
            memory.Own.ToString(),
            card.Names.Count > 0 ? card.Names[0].Value : memory.Own.ToString(),
            Version,
            context.Step.Now.ToDateTimeOffset(),
            context.Core.Since.ToDateTimeOffset(),
            context.Core.KnownTrouble?.Message ?? "",
            [.. memory.Peers.Values.Select(p => Peers.View(context, p)), .. ByHandPeers.All(memory)],
            [.. memory.Lines.Values.Select(l => Glance(context, l))],
            warnings,
            Alarms.Board(context));
        return checks.Count + calls.Count + seen.Count == 0
            ? new Done<StationStatus>(status)
            : new Deferred(() =>
            {
                List<AttentionView> attention = [.. seen.SelectMany(s => s())];
                List<string> waiting = [.. calls.SelectMany(c => c()), .. attention.Select(Warning)];
                return new Done<StationStatus>(status with
                {
                    Warnings = [.. warnings, .. waiting],
                    Waiting = waiting,
                    Attention = attention,
                    Lines = [.. status.Lines.Select(l => checks.Find(c => c.Id.ToString() == l.Id).Read is { } read ? l with { Checks = read() } : l)],
                });
            });
    }

    private static string Warning(AttentionView seen) => $"{(seen.Exercise ? "EXERCISE " : "")}{(seen.Line.Length > 0 ? $"{seen.Line}: " : "")}{seen.Text}";

    /// <summary>Standing warnings that the station knows without reading its store.</summary>
    public static List<string> Standing(OperationContext context)
    {
        var memory = context.Memory;
        var card = memory.Keys.Chain.Current;
        var warnings = new List<string>();
        foreach (var line in memory.Lines.Values)
            warnings.AddRange(line.Warnings.Concat(ThrottleViews.Warnings(context, line)).Select(w => $"{LineNames.HandleOf(memory, line)}: {w}"));
        foreach (var peer in memory.Peers.Values.Where(p => p.Chain.Current.ValidUntil < context.Step.Now))
            warnings.Add($"The card of {peer.Party} expired on {peer.Chain.Current.ValidUntil}; ask for a newer one.");
        warnings.AddRange(PeerCards.Unverified(memory).Select(u => u.Warning));
        if (card.ValidUntil < context.Step.Now)
            warnings.Add($"Our own card expired on {card.ValidUntil}; renew it with 'card rotate'.");
        warnings.AddRange(Alarms.Warnings(context));
        return warnings;
    }

    private static LineStatus Glance(OperationContext context, LineState line)
    {
        var memory = context.Memory;
        var own = line.Feeds.Values.Where(f => f.Id.Party == memory.Own).ToList();
        var others = line.Feeds.Values.Where(f => f.Id.Party != memory.Own).ToList();
        var members = line.Fold.Members.Where(m => m != memory.Own).ToList();
        return new LineStatus(
            line.Mode,
            line.Id.ToString(),
            LineNames.HandleOf(memory, line),
            Lines.StateOf(line.Fold).ToString(),
            line.Feeds.Values.Sum(f => f.Words),
            own.Sum(f => f.Size - members.Select(m => f.Receipts.GetValueOrDefault(m)?.Size ?? 0).DefaultIfEmpty(f.Size).Min()),
            line.Feeds.Values.Sum(f => f.Absent.Count + f.Unreadable.Count),
            others.Where(f => f.Size > 0).Select(f => (DateTimeOffset?)f.LastTime.ToDateTimeOffset()).Max(),
            own.Where(f => f.Words > 0).Select(f => (DateTimeOffset?)f.LastTime.ToDateTimeOffset()).Max(),
            Missing(context, line),
            null,
            [.. memory.Silence.Notes.Where(n => n.Line == line.Id).Select(Silences.Glance)],
            ThrottleViews.Of(context, line));
    }

    /// <summary>Entries that members told of in their last beacons and that are not here: of each feed by the one who tells of most.</summary>
    private static long Missing(OperationContext context, LineState line)
    {
        var greatest = new SortedDictionary<FeedId, long>();
        foreach (var member in line.Fold.Members.Where(m => m != context.Memory.Own))
        {
            if (!context.Links.Of(member).Told.TryGetValue(line.Id, out var told))
                continue;
            foreach (var row in told.Line.Recorded.Rows)
            {
                for (var lane = Lane.Urgent; lane <= Lane.Ordinary; lane++)
                {
                    var feed = new FeedId(line.Id, row.Party, row.Generation, lane);
                    greatest[feed] = Math.Max(greatest.GetValueOrDefault(feed), row.Size(lane));
                }
            }
        }

        return greatest.Sum(g => Math.Max(0, g.Value - line.Heads.SizeOf(g.Key.Party, g.Key.Generation, g.Key.Lane)));
    }

    public static object BackUp(OperationContext context, BackUp operation)
    {
        if (string.IsNullOrWhiteSpace(operation.File) || !Path.IsPathFullyQualified(operation.File))
            return new Refused<Nothing>(Refusal.Malformed, "Give the whole path of a new file on the station's machine.");
        context.Step.Journal(JournalAct.BackedUp);
        var store = context.Memory.Store;
        return new Deferred(() =>
        {
            try
            {
                store.Backup(operation.File);
                return new Done<Nothing>(Nothing.Value);
            }
            catch (StoreFault fault)
            {
                return new Refused<Nothing>(Refusal.FileRefused, fault.Message);
            }
        });
    }

    public static object Journal(OperationContext context, ReadJournal operation)
    {
        if (operation.Limit is < 1 or > Bounds.PageEntries || operation.From < 0)
            return new Refused<IReadOnlyList<JournalView>>(Refusal.Malformed, "A page has 1 to 500 records from 0 on.");
        var (keys, store) = (context.Memory.Keys, context.Memory.Store);
        var modes = context.Memory.Lines.Values.Where(l => l.Fold.Founding is not null).ToDictionary(l => l.Id, l => l.Mode);
        return new Deferred(() => new Done<IReadOnlyList<JournalView>>([.. store.Journal(operation.From, operation.Limit).Select(stored =>
            View(stored.Index, JournalTrail.Open(keys, stored), modes))]));
    }

    private static JournalView View(long index, JournalRecord? record, Dictionary<LineId, LineMode> modes)
    {
        if (record is not { } r)
            return new JournalView(null, index, default, "damaged", null, null, null, "This record is damaged; run 'verify'.");
        LineMode? mode = r.Line is { } line && modes.TryGetValue(line, out var known) ? known : null;
        return new JournalView(
            mode, index, r.At.ToDateTimeOffset(), r.Act.ToString(), Text(r.Officer), r.Line?.ToString(), Text(r.Entry), Text(r.Note));
    }

    private static string? Text(string text) => text.Length == 0 ? null : text;
}
