using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Contacts;
using Parley.Lines.Entries;

namespace Parley.Lines.Reports;

/// <summary>A report as JSON (RFC 8259): the same report is always the same bytes, which are what is signed. Times are UTC with milliseconds.</summary>
internal static class ReportJson
{
    /// <summary>What the first member says.</summary>
    public const string Format = "parley silence report 1";

    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n" };

    public static byte[] Write(SilenceReport report)
    {
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            var frame = report.Frame;
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteString("title", frame.IsYear ? "Yearly review" : "Silence report");
            json.WriteString("mode", Word(report.Mode));
            json.WriteString("by", frame.By.ToString());
            Time(json, "made", frame.Made);
            Time(json, "from", frame.From);
            Time(json, "until", frame.Until);
            json.WriteBoolean("year", frame.IsYear);
            json.WriteBoolean("words", frame.Words);
            Array(json, "lines", report.Lines, (j, l) => Line(j, l, frame.Until));
            if (report.Mode == LineMode.Exercise)
                json.WriteBoolean("exercise", true);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Line(Utf8JsonWriter json, LineClaims line, Timestamp until)
    {
        json.WriteStartObject();
        json.WriteString("name", line.Input.Name);
        json.WriteString("line", line.Line.ToString());
        json.WriteString("kind", Word(line.Kind));
        json.WriteString("mode", Word(line.Mode));
        Texts(json, "parties", line.Parties.Select(p => p.ToString()));
        json.WriteBoolean("theirWords", line.ShowsTheirWords);
        Array(json, "pairs", line.Pairs, (j, p) => Pair(j, p, until));
        Array(json, "requests", line.Requests, Request);
        Array(json, "contacts", line.Contacts, Contact);
        if (line.Checks is { } checks)
            Checks(json, checks);
        Array(json, "said", line.Said, static (j, s) => Row(j, () =>
        {
            j.WriteString("party", s.Party.ToString());
            j.WriteString("kind", s.Kind);
            j.WriteNumber("entries", s.Count);
        }));
        Array(json, "lastReceipts", line.Signed, static (j, s) => Row(j, () =>
        {
            j.WriteString("party", s.Party.ToString());
            Time(j, "at", s.At);
        }));
        json.WriteNumber("unread", line.Unread);
        Stated(json, line.Input);
        json.WriteString("proof", Base64Url.EncodeToString(line.Input.Proof.Span));
        json.WriteEndObject();
    }

    private static void Stated(Utf8JsonWriter json, LineInput input)
    {
        json.WriteStartObject("statedByTheMakerAlone");
        Array(json, "silences", input.Silences, static (j, s) => Row(j, () =>
        {
            j.WriteString("party", s.Party.ToString());
            Time(j, "from", s.From);
            Time(j, "until", s.Until);
            Texts(j, "notExcluded", s.Causes);
        }));
        Array(json, "maintenance", input.Maintenance, static (j, m) => Row(j, () =>
        {
            j.WriteString("by", m.By.ToString());
            Time(j, "said", m.Said);
            Time(j, "from", m.From);
            Time(j, "until", m.Until);
        }));
        json.WriteEndObject();
    }

    private static void Pair(Utf8JsonWriter json, PairRecord pair, Timestamp until)
    {
        json.WriteStartObject();
        json.WriteString("pair", pair.Pair);
        Time(json, "lastContact", pair.Last);
        if (pair.Last is { } last)
            json.WriteNumber("daysWithoutContact", PairRecord.WholeDays(last, until));
        Time(json, "laterByOneSideAlone", pair.LastOneSided);
        Array(json, "sides", pair.Sides, static (j, side) => Row(j, () =>
        {
            j.WriteString("party", side.Party.ToString());
            j.WriteNumber("asked", side.Asked.Count);
            foreach (var outcome in Enum.GetValues<RequestOutcome>())
                j.WriteNumber(Word(outcome), side.Count(outcome));
            j.WriteNumber("answered", side.Answers.Count);
            Minutes(j, "medianMinutes", side.Median);
            Minutes(j, "ninetiethMinutes", side.Ninetieth);
        }));
        json.WriteEndObject();
    }

    private static void Request(Utf8JsonWriter json, ReportRequest request)
    {
        json.WriteStartObject();
        json.WriteString("entry", request.Entry.ToString());
        Time(json, "at", request.At);
        json.WriteString("from", request.Entry.Party.ToString());
        json.WriteString("pair", request.Pair);
        json.WriteString("means", Word(request.Means));
        json.WriteString("precedence", Word(request.Precedence));
        Text(json, "topic", request.Topic);
        Time(json, "answerDue", request.Deadline);
        json.WriteString("outcome", Word(request.Outcome));
        Time(json, "heldFrom", request.HeldFrom);
        Time(json, "heldTo", request.HeldTo);
        if (request.HeldFrom is not null)
            json.WriteBoolean("byOneSideAlone", request.IsOneSided);
        Array(json, "asked", request.Legs, Leg);
        Array(json, "steps", request.Steps, static (j, s) => Row(j, () =>
        {
            j.WriteString("entry", s.Entry.ToString());
            Time(j, "at", s.At);
            Text(j, "step", s.Step);
            j.WriteString("effect", Word(s.Effect));
            Text(j, "text", s.Text);
        }));
        json.WriteEndObject();
    }

    private static void Leg(Utf8JsonWriter json, ReportLeg leg)
    {
        json.WriteStartObject();
        json.WriteString("party", leg.Party.ToString());
        json.WriteString("state", Word(leg.State));
        Time(json, "receivedByTheirStation", leg.ReceivedAt);
        Time(json, "acknowledged", leg.AcknowledgedAt);
        Text(json, "reason", leg.Reason?.Words);
        json.WriteBoolean("saidWhatCannotBeReadHere", leg.IsUnread);
        json.WriteBoolean("notAnswered", leg.IsSilent);
        if (leg.IsSilent)
        {
            Array(json, "asOf", leg.AsOf, static (j, h) => Row(j, () =>
            {
                j.WriteString("feed", EntryRef.Of(h.Feed, h.Size - 1).ToString());
                j.WriteNumber("entries", h.Size);
                j.WriteString("root", h.Root.ToString());
                Time(j, "lastEntry", h.Last);
            }));
        }

        json.WriteEndObject();
    }

    private static void Contact(Utf8JsonWriter json, ContactRecord contact)
    {
        json.WriteStartObject();
        json.WriteString("entry", contact.Entry.ToString());
        Time(json, "at", contact.At);
        json.WriteString("standing", Word(contact.Standing));
        Text(json, "pair", contact.What?.Pair);
        Time(json, "from", contact.What?.From);
        Time(json, "until", contact.What?.Until);
        Text(json, "means", contact.What is { } what ? Word(what.Means) : null);
        Array(json, "words", contact.Words, static (j, w) => Row(j, () =>
        {
            j.WriteString("entry", w.Entry.ToString());
            Time(j, "at", w.At);
            Text(j, "word", w.What is { } said ? Word(said.Answer) : null);
            j.WriteString("effect", Word(w.Effect));
        }));
        json.WriteEndObject();
    }

    private static void Checks(Utf8JsonWriter json, ReportChecks checks)
    {
        json.WriteStartObject("checks");
        Array(json, "parties", checks.Parties, static (j, c) => Row(j, () =>
        {
            j.WriteString("party", c.Party.ToString());
            j.WriteNumber("due", c.Due);
            j.WriteNumber("sentLate", c.SentLate);
            j.WriteNumber("notSent", c.Missed);
            j.WriteNumber("toAnswer", c.ToAnswer);
            j.WriteNumber("answeredLate", c.AnsweredLate);
            j.WriteNumber("notAnswered", c.NotAnswered);
            j.WriteNumber("notReceived", c.NotReceived);
            Minutes(j, "medianMinutes", c.MedianMinutes);
            Minutes(j, "worstMinutes", c.WorstMinutes);
        }));
        Array(json, "missed", checks.Missed, static (j, m) => Row(j, () =>
        {
            j.WriteString("party", m.Party.ToString());
            Time(j, "due", m.Due);
            Text(j, "check", m.Check?.ToString());
            j.WriteString("what", m.What);
        }));
        json.WriteNumber("more", checks.More);
        json.WriteEndObject();
    }

    /// <summary>A word for a value of a closed set, with its first letter small.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => value.ToString() is var name ? char.ToLowerInvariant(name[0]) + name[1..] : "";

    private static void Row(Utf8JsonWriter json, Action members)
    {
        json.WriteStartObject();
        members();
        json.WriteEndObject();
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(json, item);
        json.WriteEndArray();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts) => Array(json, name, texts, static (j, t) => j.WriteStringValue(t));

    private static void Text(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
            json.WriteString(name, text);
    }

    private static void Time(Utf8JsonWriter json, string name, Timestamp? at) => Text(json, name, at?.ToString());

    // To a tenth, which is as much as anybody reads.
    private static void Minutes(Utf8JsonWriter json, string name, double? minutes)
    {
        if (minutes is { } number)
            json.WriteNumber(name, Math.Round((decimal)number, 1, MidpointRounding.AwayFromZero));
    }
}
