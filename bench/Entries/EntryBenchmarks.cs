using BenchmarkDotNet.Attributes;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Bench.Entries;

/// <summary>What one message of 300 characters costs piece by piece, suite 1.</summary>
[MemoryDiagnoser]
public class EntryBenchmarks
{
    private readonly byte[] seed = new byte[Content.SeedSize];
    private readonly byte[] secret = new byte[KeyingContent.SecretSize];
    private readonly CompactRange range = new();
    private Content content = null!;
    private EntryHeader header = null!;
    private byte[] prefix = null!;
    private byte[] clear = null!;
    private byte[] carried = null!;
    private SigningKey key = null!;
    private VerifyingKey verifying = null!;
    private SignedCheckpoint checkpoint = null!;

    [GlobalSetup]
    public void Setup()
    {
        var suite = SuiteOne.Instance;
        content = new MessageContent(new string('x', 300), "en", null).ToWords().ToContent(seed);
        clear = content.Encode();
        var party = PartyId.Parse("astra")!.Value;
        var generation = new GenerationId(7);
        var feed = new FeedId(new LineId(Digest.Of(seed)), party, generation, Lane.Ordinary);
        var held = Heads.Of([new HeadRow(party, generation, 3, 1000), new HeadRow(PartyId.Parse("boreal")!.Value, new GenerationId(9), 4, 900)]);
        header = new EntryHeader(
            feed, 1000, 1, new Timestamp(1_700_000_000_000), Precedence.Routine, Status.Actual, EntryKind.Message, [], held, held, content.Commitment(), default);
        prefix = header.EncodePrefix();
        carried = EntrySeal.Seal(suite, secret, feed, prefix, clear);
        key = suite.GenerateSigningKey();
        verifying = suite.ImportVerifyingKey(key.PublicKey)!;
        for (var i = 0; i < 1001; i++)
            range.AppendLeaf(prefix);
        checkpoint = SignedCheckpoint.Sign(feed, suite.Id, range.Head, LogHead.Empty, key);
    }

    [Benchmark]
    public Digest Commitment() => content.Commitment();

    [Benchmark]
    public byte[] EncodeHeader() => header.Encode();

    [Benchmark]
    public EntryHeader? ParseHeader() => EntryHeader.Parse(EntryHeader.Complete(prefix, default));

    [Benchmark]
    public byte[] Seal() => EntrySeal.Seal(SuiteOne.Instance, secret, header.Feed, prefix, clear);

    [Benchmark]
    public byte[]? Open() => EntrySeal.Open(SuiteOne.Instance, secret, header.Feed, prefix, carried);

    [Benchmark]
    public void Append() => range.AppendLeaf(prefix);

    [Benchmark]
    public SignedCheckpoint SignCheckpoint() => SignedCheckpoint.Sign(header.Feed, SuiteOne.Instance.Id, checkpoint.Head, LogHead.Empty, key);

    [Benchmark]
    public bool VerifyCheckpoint() => checkpoint.Verify(verifying);
}
