using System.Globalization;
using Parley.Control.Stations;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Parties;
using Parley.Station.State;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Whose ordinary words wait on a line for an intake, here or at another station. Said as what it is and blames nobody: a station that was away for long and one that
/// floods look the same.</summary>
internal static class ThrottleViews
{
    public static IReadOnlyList<ThrottleView> Of(OperationContext context, LineState line)
    {
        var views = new List<ThrottleView>();
        var own = context.Memory.Own;
        var intake = context.Core.Throttling.Intake;
        foreach (var ((_, author), throttle) in context.Core.Throttling.All.Where(t => t.Key.Line == line.Id))
            views.Add(View(own, author, throttle.Since, intake.Entries, intake.Bytes, ToCome(context, line, author)));
        foreach (var peer in context.Links.All)
        {
            foreach (var ((_, author), told) in peer.Throttles.Where(t => t.Key.Line == line.Id))
                views.Add(View(peer.Party, author, told.Since, told.Entries, told.Bytes, ToGo(line, peer, author)));
        }

        return views;
    }

    /// <summary>The same in words, one sentence for each.</summary>
    public static IEnumerable<string> Warnings(OperationContext context, LineState line)
    {
        var own = context.Memory.Own.ToString();
        foreach (var view in Of(context, line))
        {
            var (where, whose) = (view.By == own ? "here" : $"by {view.By}", view.Author == own ? "Our" : $"{view.Author}'s");
            var waits = view.By == own ? "at its station" : "here";
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{whose} ordinary words are taken {where} at {view.Entries} a second, or {view.Bytes / 1024} KiB, since {Timestamp.From(view.Since)}; some {view.Waiting} wait " +
                $"{waits}. Nothing is lost, and flash does not wait.");
        }
    }

    private static ThrottleView View(PartyId by, PartyId author, Timestamp since, int entries, int bytes, long waiting) =>
        new(by.ToString(), author.ToString(), since.ToDateTimeOffset(), entries, bytes, waiting);

    /// <summary>Entries that members told of in their last beacons and that are not recorded here.</summary>
    private static long ToCome(OperationContext context, LineState line, PartyId author)
    {
        var greatest = new SortedDictionary<GenerationId, long>();
        foreach (var told in context.Links.All.Select(p => p.Told.GetValueOrDefault(line.Id)).OfType<ToldLine>())
        {
            foreach (var row in told.Line.Recorded.Rows.Where(r => r.Party == author))
                greatest[row.Generation] = Math.Max(greatest.GetValueOrDefault(row.Generation), row.Ordinary);
        }

        return greatest.Sum(g => Math.Max(0, g.Value - line.Heads.SizeOf(author, g.Key, Lane.Ordinary)));
    }

    /// <summary>Entries that are here and that the peer has not receipted.</summary>
    private static long ToGo(LineState line, PeerLinks peer, PartyId author) => line.Feeds.Values
        .Where(f => f.Id.Party == author && f.Id.Lane == Lane.Ordinary)
        .Sum(f => Math.Max(0, f.Size - Math.Max(peer.FlowOf(f.Id).Known, f.Receipts.GetValueOrDefault(peer.Party)?.Size ?? 0)));
}
