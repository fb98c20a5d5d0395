using System.Globalization;
using System.Text;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Calls;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Calls;

/// <summary>The calendar file of a scheduled call, read by a strict reader of RFC 5545.</summary>
public sealed class CallCalendarTests
{
    private static readonly PartyId Astra = PartyId.Parse("astra")!.Value;
    private static readonly PartyId Boreal = PartyId.Parse("boreal")!.Value;
    private static readonly LineId Line = new(Digest.Of([7]));
    private static readonly Timestamp Noon = Timestamp.From(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
    private static readonly Timestamp Made = Noon + TimeSpan.FromMinutes(1);
    private readonly List<(PartyId By, CallStepContent What)> steps = [];

    [Fact]
    public void A_scheduled_call_is_a_request()
    {
        steps.Add((Boreal, new ScheduledStep(Noon + TimeSpan.FromHours(2))));
        var read = Read();
        Assert.Equal(("REQUEST", "2.0", "0", "CONFIRMED"), (read["METHOD"].Value, read["VERSION"].Value, read["SEQUENCE"].Value, read["STATUS"].Value));
        Assert.Equal(("20261125T140000Z", "20261125T143000Z", "20261125T120100Z"), (read["DTSTART"].Value, read["DTEND"].Value, read["DTSTAMP"].Value));
        Assert.Equal("ministers: The incident; hill 230, \\ 23 October", Text(read["SUMMARY"].Value));
        Assert.Equal("\"Minister of Defence (astra)\"", read["ORGANIZER"].Parameters["CN"]);
        Assert.Equal("mailto:ministers@boreal.parley.invalid", read["ATTENDEE"].Value);
    }

    [Fact]
    public void A_new_time_and_the_end_raise_the_sequence_and_the_uid_stays()
    {
        steps.Add((Boreal, new ScheduledStep(Noon + TimeSpan.FromHours(2))));
        var uid = Read()["UID"].Value;
        steps.Add((Boreal, new CounteredStep([Noon + TimeSpan.FromHours(5)], 45)));
        steps.Add((Astra, new ScheduledStep(Noon + TimeSpan.FromHours(5))));
        var moved = Read();
        Assert.Equal((uid, "1", "20261125T170000Z", "20261125T174500Z"), (moved["UID"].Value, moved["SEQUENCE"].Value, moved["DTSTART"].Value, moved["DTEND"].Value));
        steps.Add((Astra, new CancelledStep()));
        var off = Read();
        Assert.Equal(("CANCEL", "CANCELLED", "2", uid), (off["METHOD"].Value, off["STATUS"].Value, off["SEQUENCE"].Value, off["UID"].Value));
    }

    [Fact]
    public void An_exercise_and_a_test_say_what_they_are()
    {
        steps.Add((Boreal, new ScheduledStep(Noon + TimeSpan.FromHours(2))));
        Assert.StartsWith("EXERCISE TEST ministers", Text(Read(LineMode.Exercise, Status.Test)["SUMMARY"].Value), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_never_scheduled_has_none()
    {
        Assert.Null(CallCalendar.Of(Record(), Line, LineMode.Live, CounterpartTests.Ministers, "en", Made));
        steps.Add((Boreal, new DeclinedStep(DeclineReason.None)));
        Assert.Null(CallCalendar.Of(Record(), Line, LineMode.Live, CounterpartTests.Ministers, "en", Made));
    }

    [Fact]
    public void Long_words_of_several_octets_are_folded_between_characters()
    {
        steps.Add((Boreal, new ScheduledStep(Noon + TimeSpan.FromHours(2))));
        var topic = string.Concat(Enumerable.Repeat("яж中😀", 40));
        Assert.Equal($"ministers: {topic}", Text(Read(topic: topic)["SUMMARY"].Value));
    }

    private Dictionary<string, (Dictionary<string, string> Parameters, string Value)> Read(
        LineMode mode = LineMode.Live, Status status = Status.Actual, string topic = "The incident; hill 230, \\ 23 October")
    {
        var file = CallCalendar.Of(Record(status, topic), Line, mode, CounterpartTests.Ministers, "en", Made)!;
        return Strictly(file);
    }

    private CallRecord Record(Status status = Status.Actual, string topic = "x")
    {
        var seed = new byte[Content.SeedSize];
        var call = new EntryRef(Astra, new GenerationId(7), Lane.Ordinary, 3);
        var request = new CallContent("ministers", [Boreal], CallMeans.Text, [Noon + TimeSpan.FromHours(2)], 30, null, "en", topic).ToWords().ToContent(seed);
        List<CallEntry> entries = [new(call, EntryKind.Call, Noon, Precedence.Routine, status, 1, [], request)];
        entries.AddRange(steps.Select((s, i) => new CallEntry(
            new EntryRef(s.By, new GenerationId(8), Lane.Ordinary, i), EntryKind.CallStep, Noon, Precedence.Routine, status, 1, [call], s.What.ToWords().ToContent(seed))));
        return CallFold.Of(new CallSource(entries, _ => CharterTerms.Default with { Counterparts = [CounterpartTests.Ministers] }, (_, _) => null), Noon).Calls[0];
    }

    /// <summary>RFC 5545, section 3.1: CR LF, at most 75 octets, folded by a space; section 3.2: parameters, quoted where they must be; one VEVENT.</summary>
    private static Dictionary<string, (Dictionary<string, string>, string)> Strictly(string file)
    {
        Assert.EndsWith("\r\n", file, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', file.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\n', file.Replace("\r\n", "", StringComparison.Ordinal));
        var lines = file[..^2].Split("\r\n");
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        // Half a character would not be UTF-8.
        Assert.All(lines, l => Assert.InRange(strict.GetByteCount(l), 1, 75));
        Assert.All(lines, l => Assert.False(char.IsLowSurrogate(l[0]) || char.IsHighSurrogate(l[^1])));
        var whole = new List<string>();
        foreach (var line in lines)
        {
            if (line[0] == ' ')
                whole[^1] += line[1..];
            else
                whole.Add(line);
        }

        Assert.Equal(("BEGIN:VCALENDAR", "END:VCALENDAR", "END:VEVENT"), (whole[0], whole[^1], whole[^2]));
        Assert.Single(whole, l => l == "BEGIN:VEVENT");
        var read = new Dictionary<string, (Dictionary<string, string>, string)>(StringComparer.Ordinal);
        foreach (var line in whole.Where(l => !l.StartsWith("BEGIN:", StringComparison.Ordinal) && !l.StartsWith("END:", StringComparison.Ordinal)))
        {
            var (name, parameters, value) = Property(line);
            Assert.True(read.TryAdd(name, (parameters, value)), $"{name} stands twice");
        }

        foreach (var time in new[] { "DTSTAMP", "DTSTART", "DTEND" })
            Assert.True(DateTime.TryParseExact(read[time].Item2, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _));
        Assert.All(["UID", "ORGANIZER", "ATTENDEE", "SUMMARY", "SEQUENCE", "PRODID"], n => Assert.Contains(n, read));
        return read;
    }

    private static (string Name, Dictionary<string, string> Parameters, string Value) Property(string line)
    {
        var (quoted, at) = (false, 0);
        List<int> cuts = [];
        for (; quoted || line[at] != ':'; at++)
        {
            quoted ^= line[at] == '"';
            if (!quoted && line[at] == ';')
                cuts.Add(at);
        }

        var parts = new[] { -1 }.Concat(cuts).Zip(cuts.Append(at), (from, to) => line[(from + 1)..to]).ToList();
        Assert.Matches("^[A-Z-]+$", parts[0]);
        var parameters = parts.Skip(1).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1]);
        return (parts[0], parameters, line[(at + 1)..]);
    }

    // A comma or semicolon that is not escaped would begin another value.
    private static string Text(string value)
    {
        var text = new StringBuilder();
        for (var i = 0; i < value.Length; i++)
        {
            Assert.DoesNotContain(value[i], ",;");
            if (value[i] != '\\')
            {
                text.Append(value[i]);
                continue;
            }

            i++;
            Assert.Contains(value[i], "\\,;n");
            text.Append(value[i] == 'n' ? '\n' : value[i]);
        }

        return text.ToString();
    }
}
