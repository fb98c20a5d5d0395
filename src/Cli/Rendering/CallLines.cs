using System.Globalization;
using Parley.Control.Calls;
using Parley.Lines.Calls;
using Parley.Lines.Entries;

namespace Parley.Cli.Rendering;

/// <summary>Calls for people: one line each in a list, and a call with everything that was said of it.</summary>
internal static class CallLines
{
    private const string Indent = "    ";

    public static IEnumerable<TintedLine> List(CallListView list)
    {
        yield return new($"{SafeText.Line(list.Line)}: calls since {TranscriptText.Time(list.From)}", Tint.Quiet);
        foreach (var contact in list.Contacts)
            yield return Contact(contact);
        foreach (var call in list.Calls)
        {
            yield return new("");
            foreach (var line in Head(call))
                yield return line;
        }

        if (list.Calls.Count == 0)
            yield return new("no call was asked for");
        foreach (var stray in list.Strays)
        {
            yield return new(
                SafeText.Line($"OUT OF ORDER: {stray.Party} said {stray.Step ?? "something"} {TranscriptText.Time(stray.At)} of no request that is known here  ref {stray.Entry}"),
                Tint.Warning);
        }
    }

    /// <summary>Everything of one call.</summary>
    public static IEnumerable<TintedLine> Whole(CallView call)
    {
        foreach (var line in Head(call))
            yield return line;
        foreach (var seat in call.Seats)
        {
            yield return new(SafeText.Line(
                $"{Indent}{seat.Party}: {seat.Office}, addressed as \"{seat.Address}\"; deputies {Names(seat.Deputies)}; {seat.Zone}; speaks {string.Join(", ", seat.Languages)}" +
                (seat.NeedsInterpreter ? "; INTERPRETER NEEDED" : "")));
        }

        foreach (var time in call.Proposed)
            yield return new($"{Indent}proposed {Time(time)}");
        foreach (var step in call.Steps)
        {
            foreach (var line in Step(step))
                yield return line;
        }

        foreach (var line in Readouts(call))
            yield return line;
        foreach (var line in Rungs(call))
            yield return line;
    }

    private static IEnumerable<TintedLine> Head(CallView call)
    {
        var test = call.Status == Status.Test ? "TEST  " : "";
        var pair = call.Pair.Length > 0 ? call.Pair : "in words that cannot be read here";
        var means = call.Means is { } by ? $", by {by.ToString().ToLowerInvariant()}" : "";
        var asked = Names([.. call.With.Select(w => w.Party)]);
        yield return new(
            SafeText.Line(
                $"{TranscriptText.Time(call.RequestedAt)}  {call.Precedence.ToString().ToUpperInvariant()}  {test}{call.From} asks {asked} for a call, {pair}{means}"),
            call.Overdue ? Tint.Warning : Tint.Plain);
        if (call.Topic is { } topic)
            yield return new($"{Indent}({SafeText.Line(call.Language ?? "")}) {SafeText.Line(topic)}");
        if (!call.IsKnown)
            yield return new($"{Indent}UNKNOWN COUNTERPART: the charter names no such pair with a seat of each of them", Tint.Warning);
        yield return State(call);
        if (call.Overdue)
            yield return new($"{Indent}UNACKNOWLEDGED AT ITS DEADLINE {Time(call.Deadline)} by {Names(call.Silent)}; it can still be answered", Tint.Warning);
        else if (call.Deadline is { } deadline && call.AcknowledgedAt is null)
            yield return new($"{Indent}to be acknowledged by {TranscriptText.Time(deadline)}");
        if (call.Undated)
            yield return new($"{Indent}ACKNOWLEDGED, AND WITHOUT A TIME AT ITS DEADLINE {Time(call.Deadline)}", Tint.Warning);
        foreach (var leg in call.With.Where(l => l.Unread))
            yield return new($"{Indent}{SafeText.Line(leg.Party)} said something that cannot be read here: it may have answered", Tint.Warning);
        if (call.IsLadderOffered && call.Ladder.Count == 0)
            yield return new($"{Indent}'parley call show' has the ladder, where the request is ours", Tint.Quiet);
        yield return new($"{Indent}ref {SafeText.Line(call.Entry)}", Tint.Quiet);
    }

    private static TintedLine State(CallView call)
    {
        var text = call.State switch
        {
            CallState.Requested => $"REQUESTED: not received by {Names([.. call.With.Where(l => l.ReceivedAt is null).Select(l => l.Party)])}",
            CallState.Received => $"RECEIVED by their station {Time(call.ReceivedAt)}; nobody there has said anything",
            CallState.Acknowledged => $"ACKNOWLEDGED by the staff of {call.AcknowledgedBy} {Time(call.AcknowledgedAt)}, by its word; no time is agreed",
            CallState.Countered => "COUNTERED: other times are proposed, none is accepted",
            CallState.Scheduled => $"SCHEDULED for {(call.ScheduledFor is { } at ? Time(at) : "")}, about {call.Minutes.ToString(CultureInfo.InvariantCulture)} min" +
                (call.Missed ? "; THE TIME IS PAST and nobody says that it was held" : ""),
            CallState.Held => $"HELD {(call.HeldFrom is { } from ? Time(from) : "")} to {Time(call.HeldTo?.At)}" +
                (call.OneSided ? ", ONE-SIDED: by the word of one side alone" : ""),
            CallState.Declined => $"DECLINED: {call.ReasonWords}",
            CallState.Expired => "EXPIRED: every proposed time is past and none was accepted; an answer still counts",
            _ => "CANCELLED by the asker",
        };
        return new(SafeText.Line($"{Indent}{text}"), call.State switch
        {
            CallState.Scheduled or CallState.Held => call.Missed || call.OneSided ? Tint.Warning : Tint.Good,
            CallState.Declined or CallState.Expired => Tint.Warning,
            _ => Tint.Plain,
        });
    }

    private static IEnumerable<TintedLine> Step(CallStepView step)
    {
        var late = step.RecordedAt is { } recorded ? $", recorded here {TranscriptText.Time(recorded, step.At)}" : "";
        var order = step.Effect switch
        {
            CallEffect.Took => "",
            CallEffect.Unreadable => "  UNREADABLE HERE",
            var why => $"  OUT OF ORDER, changes nothing ({why})",
        };
        yield return new(
            SafeText.Line($"{Indent}{TranscriptText.Time(step.At)}  {step.Party} says: {step.Step ?? "?"}{late}{order}  ref {step.Entry}"),
            step.Effect == CallEffect.Took ? Tint.Plain : Tint.Warning);
        foreach (var line in SafeText.Lines(step.Words))
            yield return new($"{Indent}{Indent}{line}", Tint.Quiet);
    }

    private static IEnumerable<TintedLine> Readouts(CallView call)
    {
        if (call.AgreedReadout is { } agreed)
        {
            yield return new($"{Indent}AGREED READOUT, word for word the same on both sides:", Tint.Good);
            foreach (var line in SafeText.Lines(agreed))
                yield return new($"{Indent}{Indent}{line}");
        }

        foreach (var readout in call.Readouts)
        {
            var alone = call.AgreedReadout is null ? readout.Agreed : null;
            foreach (var (what, text) in new[] { ("its text of the agreed part, which is not that of both", alone), ("its own readout", readout.Own) })
            {
                if (text is null)
                    continue;
                yield return new(SafeText.Line($"{Indent}{readout.Party} ({readout.Language}), {what}:"), Tint.Quiet);
                foreach (var line in SafeText.Lines(text))
                    yield return new($"{Indent}{Indent}{line}");
            }
        }
    }

    private static IEnumerable<TintedLine> Rungs(CallView call)
    {
        if (call.Ladder.Count == 0)
            yield break;
        yield return new($"{Indent}LADDER, in the agreed order. The station sends nothing by itself:", Tint.Warning);
        foreach (var rung in call.Ladder)
        {
            var standing = rung.Standing switch
            {
                RungStanding.Available => "available",
                RungStanding.Used => "used",
                _ => "not available",
            };
            yield return new(SafeText.Line($"{Indent}{Indent}{rung.Rung}: {standing}. {rung.Why}"), rung.Standing == RungStanding.Available ? Tint.Plain : Tint.Quiet);
        }
    }

    private static TintedLine Contact(CallContactView contact)
    {
        var days = contact.Days.ToString(CultureInfo.InvariantCulture);
        var alone = contact.LastOneSided is { } one ? $"; one side alone says {TranscriptText.Time(one)}" : "";
        var known = contact.LastHeld is { } held ? $"{days} days since they talked, {TranscriptText.Time(held)}" : $"no talk known in {days} days";
        return new(
            SafeText.Line($"{contact.Pair}: {known}{alone}"),
            contact.Days > 0 ? Tint.Warning : Tint.Plain);
    }

    private static string Time(CallTimeView time) =>
        TranscriptText.Time(time.At) + (time.Local.Count > 0 ? $" ({string.Join("; ", time.Local.Select(SafeText.Line))})" : "");

    private static string Time(DateTimeOffset? time) => time is { } at ? TranscriptText.Time(at) : "not known";

    private static string Names(IReadOnlyList<string> names) => names.Count == 0 ? "nobody" : SafeText.Line(string.Join(", ", names));
}
