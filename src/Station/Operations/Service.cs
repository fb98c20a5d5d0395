using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Service;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Service;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Crew to crew, about the working of lines and never about their subject: on operator lines alone.</summary>
internal static class Service
{
    private const int MostDays = 92;

    public static object Announce(OperationContext context, AnnounceMaintenance operation)
    {
        if (!Timestamp.TryFrom(operation.From.ToUnixTimeMilliseconds(), out var from) || !Timestamp.TryFrom(operation.Until.ToUnixTimeMilliseconds(), out var until) ||
            !MaintenanceService.IsWindow(from, until) || until <= context.Step.Now ||
            from - context.Step.Now > TimeSpan.FromDays(Parley.Lines.Bounds.MaintenanceAheadDays))
            return Refuse(Refusal.Malformed, "A maintenance window is 7 days long at most, not over yet, and begins within 14 days; times are UTC.");
        if (operation.AboutLine is not null && operation.Circuit is not null)
            return Refuse(Refusal.Malformed, "A maintenance window is of one line, of one circuit, or of the whole station.");
        if (On(context, operation.Line, out var line) is { } refused)
            return refused;
        var (scope, name) = (ServiceScope.Station, (string?)null);
        if (operation.AboutLine is { } about)
        {
            if (Shared(context, line, about, out var shared) is { } unknown)
                return unknown;
            (scope, name) = (ServiceScope.Line, shared.Id.ToString());
        }
        else if (operation.Circuit is { } circuit)
        {
            (scope, name) = (ServiceScope.Circuit, circuit);
        }

        if (!MaintenanceService.IsName(scope, name))
            return Refuse(Refusal.Malformed, "The name of a circuit has 1 to 256 characters on one line.");
        return Say(context, operation, operation.Line, [], (operation.Text, operation.Language), note => new MaintenanceService(scope, name, from, until, note));
    }

    public static object End(OperationContext context, EndMaintenance operation)
    {
        if (On(context, operation.Line, out var line) is { } refused)
            return refused;
        if (Find(context, line, operation.Entry, out var entry) is not MaintenanceService)
            return Refuse(Refusal.UnknownEntry, "There is no such maintenance window on this line. 'service list' names them.");
        return entry.Party != context.Memory.Own
            ? Refuse(Refusal.UnknownEntry, "The window is the other side's; only who announced it can end it.")
            : Say(context, operation, operation.Line, [entry], (operation.Text, operation.Language), note => new MaintenanceOverService(note));
    }

    public static object Circuits(OperationContext context, TellCircuits operation)
    {
        if (On(context, operation.Line, out var line) is { } refused)
            return refused;
        var memory = context.Memory;
        var peer = line.Fold.Founding!.Parties.Select(p => p.Party).First(p => p != memory.Own);
        var circuits = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var address in memory.Peers.TryGetValue(peer, out var known) ? known.Chain.Current.Addresses : [])
            circuits[address] = false;
        foreach (var link in context.Links.Of(peer).Links)
            circuits[link.Circuit.Name] = true;
        List<CircuitState> states = [.. circuits.Where(c => MaintenanceService.IsName(ServiceScope.Circuit, c.Key)).Take(Parley.Lines.Bounds.ServiceCircuits)
            .Select(c => new CircuitState(c.Key, c.Value))];
        return Say(context, operation, operation.Line, [], (operation.Text, operation.Language), note => new CircuitsService(states, note));
    }

    public static object Resend(OperationContext context, RequestResend operation)
    {
        if (On(context, operation.Line, out var line) is { } refused)
            return refused;
        if (Shared(context, line, operation.AboutLine, out var about) is { } unknown)
            return unknown;
        if (EntryRef.Parse(operation.Entry) is not { } entry || !about.Feeds.TryGetValue(entry.Feed(about.Id), out var feed) || entry.Index >= feed.Size)
            return Refuse(Refusal.UnknownEntry, "There is no such entry on that line. Refs stand beside each entry in 'read'.");
        if (!feed.Lacks.Contains(entry.Index))
            return Refuse(Refusal.ReadableHere, "These words can be read here; nothing has to be sent again.");
        return Say(context, operation, operation.Line, [], (operation.Text, operation.Language), note => new ResendService(about.Id, entry, note));
    }

    public static object Explain(OperationContext context, ExplainSilence operation)
    {
        if (!Timestamp.TryFrom(operation.From.ToUnixTimeMilliseconds(), out var from) || !Timestamp.TryFrom(operation.Until.ToUnixTimeMilliseconds(), out var until) ||
            !ExplanationService.IsTime(from, until) || until - context.Step.Now > TimeSpan.FromMinutes(1) || !Enum.IsDefined(operation.Cause))
            return Refuse(Refusal.Malformed, "A silence that is explained began before it ended, is over, and lasted a year at most; times are UTC.");
        if (On(context, operation.Line, out var line) is { } refused)
            return refused;
        LineState? about = null;
        if (operation.AboutLine is { } name)
        {
            if (Shared(context, line, name, out var shared) is { } unknown)
                return unknown;
            about = shared;
        }

        return Say(
            context, operation, operation.Line, [], (operation.Text, operation.Language), note => new ExplanationService(operation.Cause, about?.Id, from, until, note));
    }

    public static object Presence(OperationContext context, AskPresence operation) =>
        On(context, operation.Line, out _) ?? Say(context, operation, operation.Line, [], (operation.Text, operation.Language), note => new PresenceService(note));

    public static object Answer(OperationContext context, AnswerServiceMessage operation)
    {
        var memory = context.Memory;
        if (On(context, operation.Line, out var line) is { } refused)
            return refused;
        if (Find(context, line, operation.Entry, out var entry) is not { } asked || asked is not (PresenceService or ResendService))
            return Refuse(Refusal.UnknownEntry, "There is no such question on this line. 'service list' names them.");
        if (entry.Party == memory.Own)
            return Refuse(Refusal.NotTheirs, "The question is our own; the other side answers it.");
        if (!Enum.IsDefined(operation.Answer) || !AnswerService.Fits(operation.Answer, asked))
            return Refuse(Refusal.Malformed, "A presence query is answered with present, a request to resend with resent or cannot.");
        if (OwnAnswers.Find(memory, line, entry, EntryKind.Service, c => ServiceContent.From(c) is AnswerService) is { } before)
            return Refuse(Refusal.AlreadyAnswered, $"Our side has answered this already, at {EntryText.Clock(before)}.");

        var said = Say(context, operation, operation.Line, [entry], (operation.Text, operation.Language), note => new AnswerService(operation.Answer, note));
        if (said is Deferred)
            memory.AnsweredInStep[(line.Id, entry)] = context.Step.Now;
        return said;
    }

    public static object List(OperationContext context, ListService operation)
    {
        if (operation.Days is < 1 or > MostDays)
            return new Refused<IReadOnlyList<ServiceBoardView>>(Refusal.Malformed, "Service messages of the last 1 to 92 days are listed.");
        List<LineState> lines = [.. context.Memory.Lines.Values.Where(l => l.Fold.Founding!.Kind == LineKind.Operator)];
        if (operation.Line is { } name)
        {
            if (On(context, name, out var only) is { } refused)
                return new Refused<IReadOnlyList<ServiceBoardView>>(refused.Why, refused.Detail);
            lines = [only];
        }

        var views = lines.Select(l => ServiceViews.Of(context, l, TimeSpan.FromDays(operation.Days))).ToList();
        return new Deferred(() => new Done<IReadOnlyList<ServiceBoardView>>([.. views.Select(v => v())]));
    }

    /// <summary>The operator line of that name; otherwise what is wrong with it.</summary>
    private static Refused<EntryView>? On(OperationContext context, string name, out LineState line)
    {
        line = LineNames.Find(context.Memory, name, out var refused)!;
        if (line is null)
            return Refuse(refused.Why, refused.Detail);
        return Writing.OutOfPlace(line, EntryKind.Service) is { } wrong ? Refuse(wrong.Refusal, wrong.Detail) : null;
    }

    /// <summary>The line that the service is about: one that both crews' parties are on, of the same mode.</summary>
    private static Refused<EntryView>? Shared(OperationContext context, LineState operators, string name, out LineState shared)
    {
        shared = LineNames.Find(context.Memory, name, out var refused)!;
        if (shared is null)
            return Refuse(refused.Why, refused.Detail);
        var (found, founding) = (shared, operators.Fold.Founding!);
        return found.Mode == operators.Mode && founding.Parties.All(p => found.IsSharedWith(p.Party))
            ? null
            : Refuse(
                Refusal.UnknownLine,
                $"'{name}' is no {operators.Mode.ToString().ToLowerInvariant()} line of both {string.Join(" and ", founding.Parties.Select(p => p.Party))}.");
    }

    private static ServiceContent? Find(OperationContext context, LineState line, string reference, out EntryRef entry)
    {
        entry = EntryRef.Parse(reference) ?? default;
        return EntryRef.Parse(reference) is not null && line.Heads.Covers(entry) && context.Memory.Store.Entry(entry.Feed(line.Id), entry.Index) is { } stored &&
            EntryHeader.Parse(stored.Header) is { Kind: EntryKind.Service } && Handover.OpenAtRest(context.Memory, stored) is { } clear && Content.Parse(clear) is { } content
            ? ServiceContent.From(content)
            : null;
    }

    private static object Say(
        OperationContext context, Operation operation, string line, IReadOnlyList<EntryRef> regards, (string? Text, string? Language) words,
        Func<Note?, ServiceContent> content) =>
        Writing.Note(words.Text, words.Language, out var note)
            ? Writing.SayAlone(context, line, Precedence.Priority, regards, content(note).ToWords(), operation.Key)
            : Refuse(Refusal.Malformed, Writing.NoteRule);

    private static Refused<EntryView> Refuse(Refusal why, string detail) => new(why, detail);
}
