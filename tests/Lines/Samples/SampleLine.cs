using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Lines.Tests.Samples;

/// <summary>A line of two or more fictional parties, spoken on without any station: entries, checkpoints and receipts as stations would
/// make them, under any suite.</summary>
internal sealed class SampleLine
{
    private static readonly LogHead NoJournal = LogHead.Empty;

    private readonly Suite suite;
    private long now = 1_800_000_000_000;

    public SampleLine(Suite suite, LineMode mode, params string[] parties)
        : this(suite, mode, CharterTerms.Default, parties)
    {
    }

    public SampleLine(Suite suite, LineMode mode, CharterTerms start, params string[] parties)
    {
        this.suite = suite;
        Members = [.. parties.Order(StringComparer.Ordinal).Select(p => new Member(suite, p))];
        var nonce = new byte[Lines.Charters.Charter.NonceSize];
        suite.FillRandom(nonce);
        var named = Members.Select(m => new CharterParty(m.Party, m.Cards.Current.Hash())).ToArray();
        var terms = start with { LeastSuite = suite.Id };
        Charter = [new Charter(1, "sample", LineKind.Hot, mode, Members[0].Party, named, nonce, null, terms)];
        foreach (var member in Members)
            Open(member, GenerationReason.First);
    }

    public IReadOnlyList<Member> Members { get; }

    public List<Charter> Charter { get; }

    public LineId Line => Charter[0].FoundedLine();

    public Timestamp Now => new(now);

    public Member this[string party] => Members.Single(m => m.Party.ToString() == party);

    /// <summary>Time passes.</summary>
    public void Wait(TimeSpan time) => now += (long)time.TotalMilliseconds;

    /// <summary>A new generation, with its first entry.</summary>
    public void Open(Member member, GenerationReason reason)
    {
        var before = Heads.Of(member.Generation == default ? [] : [member.Own]);
        member.Generation = GenerationId.From(Random(GenerationId.Size));
        Append(member, Lane.Urgent, EntryKind.Generation, new GenerationContent(reason, before).ToContent(Random(Content.SeedSize)));
    }

    public void Amend()
    {
        var last = Charter[^1];
        Charter.Add(last with { Version = last.Version + 1, Predecessor = last.Hash(),
            Terms = last.Terms with { Languages = ["en", "fr"] } });
    }

    /// <summary>The entry and its new checkpoint; nobody else has it yet.</summary>
    public EntryRef Say(Member member, string text, Precedence precedence = Precedence.Routine)
    {
        var content = new MessageContent(text, "en", null).ToWords().ToContent(Random(Content.SeedSize));
        var lane = precedence == Precedence.Flash ? Lane.Urgent : Lane.Ordinary;
        return Append(member, lane, EntryKind.Message, content, precedence);
    }

    /// <summary>Changes the key: an entry in each lane that has begun, under the old key, and the new one from then on.</summary>
    public void Rotate(Member member)
    {
        var old = member.Key;
        member.Rotate(CardStep.Rotate);
        foreach (var lane in new[] { Lane.Urgent, Lane.Ordinary }.Where(l => member.Size(l) > 0))
        {
            var content = new RotationContent(member.Cards).ToContent(Random(Content.SeedSize));
            Append(member, lane, EntryKind.Rotation, content, Precedence.Immediate, old);
        }
    }

    /// <summary>Words that regard others; nobody else has them yet.</summary>
    public EntryRef Say(Member member, Words words, Status status, params IReadOnlyList<EntryRef> regards) =>
        Append(member, Lane.Ordinary, words.Kind, words.ToContent(Random(Content.SeedSize)), Precedence.Priority, null, status, regards);

    public EntryRef Append(
        Member member, Lane lane, string kind, Content content, Precedence precedence = Precedence.Immediate, SigningKey? key = null, Status? status = null,
        IReadOnlyList<EntryRef>? regards = null)
    {
        var feed = member.Feed(Line, lane);
        now += 1000;
        var held = Heads.Of([.. member.Known.Rows, .. OwnRows(member)]);
        var station = EntryKind.IsStation(kind);
        var header = new EntryHeader(
            feed.Id, feed.Entries.Count, Charter[^1].Version, Now, precedence, status ?? (station ? Status.System : Status.Actual), kind, regards ?? [], held,
            Heads.None, content.Commitment(), Digest.Of(content.Encode()));
        feed.Entries.Add((header, content));
        feed.Range.AppendLeaf(header.Encode());
        feed.Checkpoints.Add(SignedCheckpoint.Sign(feed.Id, suite.Id, feed.Range.Head, NoJournal, key ?? member.Key));
        return header.Ref;
    }

    /// <summary>Everything that <paramref name="from"/> has said comes to <paramref name="to"/>, which cosigns each feed's head.</summary>
    public void Carry(Member from, Member to, RangeSet? lacks = null)
    {
        foreach (var feed in from.Feeds.Where(f => f.Entries.Count > to.Known.SizeOf(f.Id.Party, f.Id.Generation, f.Id.Lane)))
        {
            to.Known = to.Known.With(feed.Id.Party, feed.Id.Generation, feed.Id.Lane, feed.Entries.Count);
            now += 10;
            feed.Cosignatures.Add(
                SignedCosignature.Sign(feed.Checkpoints[^1], to.Party, Now, to.Own, lacks ?? RangeSet.Empty, suite.Id, to.Key));
        }
    }

    /// <summary>What <paramref name="exporter"/> has, as a file.</summary>
    public byte[] Export(Member exporter, Func<EntryHeader, bool>? without = null, Action<TranscriptFacts>? change = null)
    {
        var facts = new TranscriptFacts(this, exporter, without ?? (_ => false));
        change?.Invoke(facts);
        return facts.Write();
    }

    public byte[] Random(int count)
    {
        var bytes = new byte[count];
        suite.FillRandom(bytes);
        return bytes;
    }

    private static IEnumerable<HeadRow> OwnRows(Member member) =>
        member.Feeds.GroupBy(f => f.Id.Generation).Select(g => new HeadRow(
            member.Party,
            g.Key,
            g.FirstOrDefault(f => f.Id.Lane == Lane.Urgent)?.Entries.Count ?? 0,
            g.FirstOrDefault(f => f.Id.Lane == Lane.Ordinary)?.Entries.Count ?? 0));
}
