using System.Globalization;
using Parley.Lines.Parties;

namespace Parley.Station.Verification;

/// <summary>How many records of each sort were looked at.</summary>
public sealed record StoreCounts
{
    public long Documents { get; internal set; }

    public long Lines { get; internal set; }

    public long Feeds { get; internal set; }

    public long Entries { get; internal set; }

    /// <summary>Entries whose contents are here and open.</summary>
    public long Contents { get; internal set; }

    public long Checkpoints { get; internal set; }

    public long Cosignatures { get; internal set; }

    public long JournalRecords { get; internal set; }
}

/// <summary>A party whose keys were relied on.</summary>
/// <param name="IsOwn">The station's own, from its key file.</param>
/// <param name="Verified">Its digits were compared, or it follows from a card whose digits were.</param>
/// <param name="Cards">Version and digits of each card, oldest first.</param>
public sealed record StoreKeys(PartyId Party, bool IsOwn, bool Verified, IReadOnlyList<StoreCard> Cards);

/// <summary>One card of such a party.</summary>
public sealed record StoreCard(int Version, string Digits);

/// <summary>What verifying a store came to: every record holds, or the records that fail and how.</summary>
public sealed class StoreReport
{
    /// <summary>Findings that a report lists; the rest are counted.</summary>
    public const int MaxFindings = 100;

    internal StoreReport(
        PartyId party, StoreCounts counts, IReadOnlyList<StoreKeys> keys, IReadOnlyList<StoreFinding> findings, long failed)
    {
        Party = party;
        Counts = counts;
        Keys = keys;
        Findings = findings;
        Failed = failed;
    }

    /// <summary>Every record holds.</summary>
    public bool Ok => Failed == 0;

    public PartyId Party { get; }

    public StoreCounts Counts { get; }

    public IReadOnlyList<StoreKeys> Keys { get; }

    /// <summary>The first records that fail, at most <see cref="MaxFindings"/>.</summary>
    public IReadOnlyList<StoreFinding> Findings { get; }

    /// <summary>How many fail in all. What rests on a record that fails is not looked at again, so one damage counts about once.</summary>
    public long Failed { get; }

    /// <summary>The same with what was found in the file before its records were read.</summary>
    public StoreReport After(IEnumerable<string> file)
    {
        var found = file.Select(f => new StoreFinding("station.db", StoreFailure.File, f)).ToList();
        return found.Count == 0
            ? this
            : new StoreReport(Party, Counts, Keys, [.. found.Concat(Findings).Take(MaxFindings)], Failed + found.Count);
    }

    /// <summary>A store that could not be read any further.</summary>
    public static StoreReport Unreadable(PartyId party, string why) =>
        new(party, new StoreCounts(), [], [new StoreFinding("station.db", StoreFailure.Unreadable, why)], 1);

    /// <summary>The report for reading, line by line.</summary>
    public IReadOnlyList<string> ToText()
    {
        var lines = new List<string> { $"Store of {Party}" };
        lines.Add(Row("documents", Counts.Documents));
        lines.Add(Row("lines", Counts.Lines));
        lines.Add(Row("feeds", Counts.Feeds));
        lines.Add(Row("entries", Counts.Entries));
        lines.Add(Row("contents", Counts.Contents));
        lines.Add(Row("heads", Counts.Checkpoints));
        lines.Add(Row("receipts", Counts.Cosignatures));
        lines.Add(Row("journal", Counts.JournalRecords));
        foreach (var party in Keys)
        {
            lines.Add("");
            lines.Add($"Keys of {party.Party}: {Trust(party)}");
            foreach (var card in party.Cards)
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"  card {card.Version}  {card.Digits}"));
        }

        lines.Add("");
        if (Ok)
        {
            lines.Add("VERIFIED: every record in the store holds.");
            return lines;
        }

        lines.Add($"FAILED: {Findings[0]}");
        lines.AddRange(Findings.Skip(1).Select(f => $"  also: {f}"));
        lines.Add(string.Create(CultureInfo.InvariantCulture, $"{Failed} in all."));
        return lines;
    }

    private static string Row(string name, long count) => string.Create(CultureInfo.InvariantCulture, $"  {name,-10}{count}");

    private static string Trust(StoreKeys party) =>
        party.IsOwn ? "trusted, for they are those of the key file"
        : party.Verified ? "trusted, for their digits were compared here"
        : "not trusted, for their digits were not compared here";
}
