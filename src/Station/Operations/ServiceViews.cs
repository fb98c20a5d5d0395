using Parley.Control.Service;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Parties;
using Parley.Lines.Service;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Service messages as officers see them. What the loop knows of other lines is taken at one moment; the store is read by the asker's own thread.</summary>
internal static class ServiceViews
{
    public static Func<ServiceBoardView> Of(OperationContext context, LineState line, TimeSpan back)
    {
        var (memory, now) = (context.Memory, context.Step.Now);
        var glance = LineGlance.Of(context, line);
        var peer = line.Fold.Founding!.Parties.Select(p => p.Party).First(p => p != memory.Own);
        var lines = memory.Lines.Values.Where(l => l.IsSharedWith(peer)).ToDictionary(l => l.Id, l => LineGlance.Of(context, l));
        return () =>
        {
            var board = ServiceReading.Board(memory, glance, now - back);
            return new ServiceBoardView(
                glance.Handle,
                [.. board.Windows.Select(w => Of(w, lines, now))],
                [.. board.Asked.Select(a => Of(a, a.Said.By == memory.Own ? peer : memory.Own, glance, lines))],
                [.. board.Circuits.Select(c => new CircuitsTold(
                    c.Entry.ToString(), c.By.ToString(), c.At.ToDateTimeOffset(), ((CircuitsService)c.What).Circuits, c.What.Note?.Text))]);
        };
    }

    private static MaintenanceView Of(ServiceWindow window, Dictionary<LineId, LineGlance> lines, Timestamp now) => new(
        window.Said.Entry.ToString(),
        window.Said.By.ToString(),
        window.What.Scope,
        window.What.Scope == ServiceScope.Line && LineId.Parse(window.What.Name!) is { } id ? NameOf(lines, id) : window.What.Name,
        window.What.Begins.ToDateTimeOffset(),
        window.Until.ToDateTimeOffset(),
        window.Holds(now) ? MaintenanceStanding.Open : now < window.What.Begins && now < window.Until ? MaintenanceStanding.Coming : MaintenanceStanding.Over,
        window.Said.What.Note?.Text);

    private static ServiceAskedView Of(ServiceAsked asked, PartyId answers, LineGlance glance, Dictionary<LineId, LineGlance> lines)
    {
        var resend = asked.Said.What as ResendService;
        return new ServiceAskedView(
            asked.Said.Entry.ToString(),
            asked.Said.By.ToString(),
            asked.Said.At.ToDateTimeOffset(),
            resend is null ? null : NameOf(lines, resend.Line),
            resend?.Entry.ToString(),
            asked.Said.What.Note?.Text,
            glance.Has(asked.Said.Entry, answers),
            resend is null ? null : Lacks(resend, asked.Said.By, lines),
            (asked.Answer?.What as AnswerService)?.Answer,
            asked.Answer?.Entry.ToString(),
            asked.Answer?.At.ToDateTimeOffset(),
            asked.Answer?.What.Note?.Text);
    }

    private static string NameOf(Dictionary<LineId, LineGlance> lines, LineId id) => lines.TryGetValue(id, out var line) ? line.Handle : id.ToString();

    // What a peer names need not be there at all.
    private static bool? Lacks(ResendService resend, PartyId asker, Dictionary<LineId, LineGlance> lines) =>
        lines.TryGetValue(resend.Line, out var line) ? line.Lacks(resend.Entry, asker) : null;
}
