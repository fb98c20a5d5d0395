using System.Formats.Cbor;
using Parley.Crypto;
using Parley.Lines;
using Parley.Lines.Charters;
using Parley.Lines.Parties;

namespace Parley.Station.Keys;

/// <summary>Everything secret that a station holds outside its store: whoever reads it can speak as the station. Kept in one key file.</summary>
/// <param name="Identity">Signs checkpoints and cosignatures; the key of the card in force.</param>
/// <param name="Retiring">The key before, while a rotation is not yet in every feed; otherwise null.</param>
/// <param name="Live">Opens the first keying of each generation on live lines.</param>
/// <param name="Exercise">The same on exercise lines.</param>
/// <param name="AtRest">Seals what stands in the store.</param>
/// <param name="Chain">Our own cards.</param>
public sealed record StationKeys(
    Suite Suite, SigningKey Identity, SigningKey? Retiring, KemKey Live, KemKey Exercise, AtRestKey AtRest, CardChain Chain) : IDisposable
{
    private const int FormatVersion = 1;
    private const int SecretSize = 1 << 20;

    public PartyId Party => Chain.Party;

    /// <summary>The key of our card at that position of the chain: the one in force, or the one that retires.</summary>
    public SigningKey SignerOf(int cardIndex) => Find(cardIndex) ?? throw new InvalidOperationException("the key of that card is gone");

    /// <summary>Whether the key of that card is here.</summary>
    public bool Has(int cardIndex) => Find(cardIndex) is not null;

    private SigningKey? Find(int cardIndex)
    {
        var key = Chain.Cards[cardIndex].Card.Key.AsSpan();
        return key.SequenceEqual(Identity.PublicKey) ? Identity
            : Retiring is { } retiring && key.SequenceEqual(retiring.PublicKey) ? retiring
            : null;
    }

    public KemKey Kem(LineMode mode) => mode == LineMode.Live ? Live : Exercise;

    /// <summary>Deterministic CBOR of all secrets: the body of the key file. The caller clears it.</summary>
    public byte[] Encode()
    {
        var writer = Cbor.Writer(2048);
        writer.WriteStartArray(8);
        writer.WriteUInt32(FormatVersion);
        writer.WriteUInt32(Suite.Id.Number);
        writer.WriteByteString(Identity.ExportPrivateKey());
        if (Retiring is { } retiring)
            writer.WriteByteString(retiring.ExportPrivateKey());
        else
            writer.WriteNull();
        writer.WriteByteString(Live.ExportPrivateKey());
        writer.WriteByteString(Exercise.ExportPrivateKey());
        writer.WriteByteString(AtRest.Export());
        writer.WriteByteString(Chain.Encode());
        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>Reads what <see cref="Encode"/> writes; null when it is anything else or the keys are not those of the card in force.</summary>
    public static StationKeys? Parse(ReadOnlyMemory<byte> bytes, Func<SuiteId, Suite?> suites) => Cbor.Read(bytes, SecretSize, reader =>
    {
        reader.ArrayOf(8);
        if (reader.UpTo(FormatVersion) != FormatVersion || suites(new SuiteId((byte)reader.UpTo(255))) is not { } suite)
            return null;
        var identity = suite.ImportSigningKey(reader.ReadByteString());
        SigningKey? retiring = null;
        if (reader.PeekState() == CborReaderState.Null)
            reader.ReadNull();
        else
            retiring = suite.ImportSigningKey(reader.ReadByteString());
        var live = suite.ImportKemKey(reader.ReadByteString());
        var exercise = suite.ImportKemKey(reader.ReadByteString());
        var atRest = AtRestKey.Import(reader.Bytes(32));
        var chain = CardChain.Parse(reader.ReadByteString());
        reader.ReadEndArray();
        if (atRest is null || identity is null || live is null || exercise is null || chain is null || !chain.Verify(suites) ||
            !chain.Current.Key.AsSpan().SequenceEqual(identity.PublicKey) || !chain.Current.LiveKem.AsSpan().SequenceEqual(live.PublicKey) ||
            !chain.Current.ExerciseKem.AsSpan().SequenceEqual(exercise.PublicKey))
            return null;
        return new StationKeys(suite, identity, retiring, live, exercise, atRest, chain);
    });

    /// <inheritdoc/>
    public void Dispose()
    {
        Identity.Dispose();
        Retiring?.Dispose();
        Live.Dispose();
        Exercise.Dispose();
        AtRest.Dispose();
    }
}
