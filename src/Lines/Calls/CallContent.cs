using System.Globalization;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Lines.Calls;

/// <summary>By what means two seats talk. Closed.</summary>
public enum CallMeans
{
    /// <summary>Typed words on this line, entry by entry.</summary>
    Text = 0,
    Voice = 1,
    Video = 2,

    /// <summary>In one place.</summary>
    Meeting = 3,
}

/// <summary>A request for a call between the author's seat of a pair and those of other parties. Its urgency is the precedence of its entry. Fields in order: `pair`,
/// `with` (parties, ordered, with commas), `means` (`text`, `voice`, `video`, `meeting`), `times` where some are proposed (milliseconds since 1970, UTC, ascending, at
/// most 8, with commas), `minutes` (that it is meant to last), `answer-by` where the author asks for an answer sooner or later than the charter does, `language`,
/// `topic` (one line).</summary>
public sealed record CallContent(
    string Pair, IReadOnlyList<PartyId> With, CallMeans Means, IReadOnlyList<Timestamp> Times, int Minutes, Timestamp? AnswerBy, string Language, string Topic)
{
    private static readonly string[] MeansNames = ["text", "voice", "video", "meeting"];

    public Words ToWords()
    {
        List<ContentField> fields =
            [Fields.Of("pair", Pair), Fields.Of("with", string.Join(',', With)), Fields.Of("means", MeansNames[(int)Means])];
        if (Times.Count > 0)
            fields.Add(CallTimes.Field(Times));
        fields.Add(CallTimes.Field(Minutes));
        if (AnswerBy is { } by)
            fields.Add(Fields.Of("answer-by", by));
        fields.AddRange([Fields.Of("language", Language), Fields.Of("topic", Topic)]);
        return new Words(EntryKind.Call, fields);
    }

    /// <summary>Null when the content is no request for a call.</summary>
    public static CallContent? From(Content content)
    {
        var (times, minutes, by) = (CallTimes.Of(content), CallTimes.MinutesOf(content), content.TimeOf("answer-by"));
        return content.TextOf("pair") is { } pair && Counterpart.IsPair(pair) && content.PartiesOf("with") is { } parties &&
            content.TextOf("means") is { } means && Array.IndexOf(MeansNames, means) is var at and >= 0 &&
            (times is not null || content["times"] is null) && minutes is { } lasts && (by is not null || content["answer-by"] is null) &&
            content.TextOf("language") is { } language && MessageContent.IsLanguage(language) && content.TextOf("topic") is { } topic && IsTopic(topic)
                ? new CallContent(pair, parties, (CallMeans)at, times ?? [], lasts, by, language, topic)
                : null;
    }

    /// <summary>1 to 256 plain characters on one line.</summary>
    public static bool IsTopic(string text) => PlainText.IsLine(text, Bounds.TopicLength);

    /// <inheritdoc/>
    public bool Equals(CallContent? other) =>
        other is not null && Pair == other.Pair && With.SequenceEqual(other.With) && Means == other.Means && Times.SequenceEqual(other.Times) &&
        Minutes == other.Minutes && AnswerBy == other.AnswerBy && Language == other.Language && Topic == other.Topic;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Pair, With.Count, Means, Times.Count, Minutes, Topic);
}

/// <summary>Times and lengths of calls in contents: one writing each.</summary>
public static class CallTimes
{
    /// <summary>1 to 8 times, ascending.</summary>
    public static bool AreTimes(IReadOnlyList<Timestamp> times) =>
        times.Count is > 0 and <= Bounds.CallTimes && Rows.AreAscending(times, static (a, b) => a.CompareTo(b));

    /// <summary>1 minute to a day.</summary>
    public static bool IsLength(int minutes) => minutes is > 0 and <= Bounds.CallMinutes;

    internal static ContentField Field(IReadOnlyList<Timestamp> times) =>
        Fields.Of("times", string.Join(',', times.Select(t => t.UnixMilliseconds.ToString(CultureInfo.InvariantCulture))));

    internal static ContentField Field(int minutes) => Fields.Of("minutes", minutes.ToString(CultureInfo.InvariantCulture));

    internal static Timestamp[]? Of(Content content)
    {
        var parts = content.TextOf("times")?.Split(',') ?? [];
        var times = new List<Timestamp>();
        foreach (var part in parts.Take(Bounds.CallTimes + 1))
        {
            if (!long.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || !Timestamp.TryFrom(at, out var time))
                return null;
            times.Add(time);
        }

        return AreTimes(times) && content.TextOf("times") == Field(times).Text ? [.. times] : null;
    }

    internal static int? MinutesOf(Content content) =>
        content.TextOf("minutes") is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && IsLength(minutes) &&
        text == Field(minutes).Text
            ? minutes
            : null;
}
