using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Lines.Calls;
using Parley.Lines.Checks;
using Parley.Lines.Handling;

namespace Parley.Lines.Charters;

/// <summary>What a later version of a charter may change.</summary>
/// <param name="Languages">BCP 47 tags of the languages the parties write.</param>
/// <param name="Release">Who must approve what before it leaves.</param>
/// <param name="AnswerMinutes">Minutes within which an answer is due, by precedence (4 numbers, 0 = no clock).</param>
/// <param name="Checks">When checks are due, or null.</param>
/// <param name="LeastSuite">The weakest suite that a member may use.</param>
/// <param name="SkewSeconds">Clock difference beyond which a receipt's time is disputed, in seconds.</param>
/// <param name="Codebook">Hash of the agreed codebook.</param>
/// <param name="Formats">Hashes of the agreed notice formats.</param>
/// <param name="Shown">Names of the handling stages of which the other side is told; the rest stay at home.</param>
/// <param name="Addressees">Roles of each party that a message can name, and that must acknowledge then, ordered by party and role.</param>
/// <param name="Counterparts">Who talks to whom, in order of pairs.</param>
/// <param name="Ladder">What is tried when a request for a call stays without an answer, in this order.</param>
/// <param name="Publication">A party may show the words and topics of the others in reports that it publishes.</param>
/// <param name="Separation">What the parties keep between their activities; null: nothing is said, and <see cref="KeptSeparation.Default"/> holds.</param>
public sealed record CharterTerms(
    IReadOnlyList<string> Languages,
    ReleaseRule Release,
    IReadOnlyList<int> AnswerMinutes,
    CheckSchedule? Checks,
    SuiteId LeastSuite,
    int SkewSeconds,
    Digest? Codebook,
    IReadOnlyList<Digest> Formats,
    IReadOnlyList<string> Shown,
    IReadOnlyList<ActionAddressee> Addressees,
    IReadOnlyList<Counterpart> Counterparts,
    IReadOnlyList<Rung> Ladder,
    bool Publication = false,
    KeptSeparation? Separation = null)
{
    /// <summary>English, one officer, answers in 15 minutes, 1, 4 and 24 hours, suite 1, 2 minutes of skew; told of: read, relayed, confirmed, acted on and
    /// stopped.</summary>
    public static CharterTerms Default { get; } = new(
        ["en"], ReleaseRule.One, [15, 60, 240, 1440], null, SuiteId.One, 120, null, [], ["acted", "confirmed", "read", "relayed", "stopped"], [], [], []);

    /// <inheritdoc/>
    public bool Equals(CharterTerms? other) =>
        other is not null && Languages.SequenceEqual(other.Languages) && Release.Equals(other.Release) &&
        AnswerMinutes.SequenceEqual(other.AnswerMinutes) && Equals(Checks, other.Checks) && LeastSuite == other.LeastSuite &&
        SkewSeconds == other.SkewSeconds && Codebook == other.Codebook && Formats.SequenceEqual(other.Formats) &&
        Shown.SequenceEqual(other.Shown) && Addressees.SequenceEqual(other.Addressees) &&
        Counterparts.SequenceEqual(other.Counterparts) && Ladder.SequenceEqual(other.Ladder) && Publication == other.Publication && Separation == other.Separation;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Languages.Count, Release, Checks, LeastSuite, SkewSeconds);

    /// <summary>What the parties keep between their activities, said or not.</summary>
    public KeptSeparation Kept => Separation ?? KeptSeparation.Default;

    /// <summary>The items that <see cref="Write"/> writes: 12; one more where publication is allowed, and two more where a separation is said.</summary>
    internal int Items => Separation is not null ? LeastItems + 2 : Publication ? LeastItems + 1 : LeastItems;

    internal const int LeastItems = 12;

    internal const int MostItems = LeastItems + 2;

    /// <summary>The last items of a charter.</summary>
    internal void Write(CborWriter writer)
    {
        Rows.WriteTexts(writer, Languages);
        Release.Write(writer);
        writer.WriteStartArray(4);
        for (var i = 0; i < 4; i++)
            writer.WriteUInt32((uint)AnswerMinutes[i]);
        writer.WriteEndArray();
        writer.WriteTextString(Checks?.ToString() ?? "");
        writer.WriteUInt32(LeastSuite.Number);
        writer.WriteUInt32((uint)SkewSeconds);
        writer.WriteOptional(Codebook);
        writer.WriteStartArray(Formats.Count);
        foreach (var format in Formats)
            writer.WriteDigest(format);
        writer.WriteEndArray();
        Rows.WriteTexts(writer, Shown);
        writer.WriteStartArray(Addressees.Count);
        foreach (var addressee in Addressees)
            addressee.Write(writer);
        writer.WriteEndArray();
        Counterpart.WriteAll(writer, Counterparts);
        Rung.Write(writer, Ladder);
        if (Publication || Separation is not null)
            writer.WriteUInt32(Publication ? 1u : 0);
        Separation?.Write(writer);
    }

    /// <param name="reader">Stands before the first of the terms.</param>
    /// <param name="items">How many items they are.</param>
    internal static CharterTerms Read(CborReader reader, int items)
    {
        var languages = Rows.ReadTexts(reader, Bounds.Languages, Bounds.LanguageTagLength);
        var release = ReleaseRule.Read(reader);
        reader.ArrayOf(4);
        int[] answers = [reader.UpTo(int.MaxValue), reader.UpTo(int.MaxValue), reader.UpTo(int.MaxValue), reader.UpTo(int.MaxValue)];
        reader.ReadEndArray();
        var schedule = reader.Text(Bounds.CheckSchedule);
        var checks = CheckSchedule.Parse(schedule);
        if (checks is null && schedule.Length > 0)
            Cbor.Refuse("schedule of checks");
        var suite = new SuiteId((byte)reader.UpTo(255));
        var skew = reader.UpTo(86_400);
        var codebook = reader.Optional(static r => r.Digest());
        var formats = new Digest[reader.ArrayUpTo(Bounds.Fields)];
        for (var i = 0; i < formats.Length; i++)
            formats[i] = reader.Digest();
        reader.ReadEndArray();
        var shown = Rows.ReadTexts(reader, Bounds.HandlingStages, Bounds.KindLength);
        var addressees = new ActionAddressee[reader.ArrayUpTo(Bounds.Addressees)];
        for (var i = 0; i < addressees.Length; i++)
            addressees[i] = ActionAddressee.Read(reader);
        reader.ReadEndArray();
        var counterparts = new Counterpart[reader.ArrayUpTo(Bounds.Counterparts)];
        for (var i = 0; i < counterparts.Length; i++)
            counterparts[i] = Counterpart.Read(reader);
        reader.ReadEndArray();
        var ladder = Rung.Read(reader);
        if (!Rows.AreAscending(shown, string.CompareOrdinal) || !Rows.AreAscending(addressees, static (a, b) => a.CompareTo(b)) ||
            !Rows.AreAscending(counterparts, static (a, b) => string.CompareOrdinal(a.Pair, b.Pair)) || !Rung.IsLadder(ladder, counterparts))
            Cbor.Refuse("terms out of order");
        var publication = items > LeastItems && reader.UpTo(1) == 1;
        if (items == LeastItems + 1 && !publication)
            Cbor.Refuse("publication");
        var separation = items == MostItems ? KeptSeparation.Read(reader) : null;
        return new CharterTerms(
            languages, release, answers, checks, suite, skew, codebook, formats, shown, addressees, counterparts, ladder, publication, separation);
    }
}
