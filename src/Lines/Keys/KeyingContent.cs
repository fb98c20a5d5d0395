using System.Text;
using Parley.Crypto;
using Parley.Lines.Entries;
using Parley.Lines.Parties;

namespace Parley.Lines.Keys;

/// <summary>An epoch secret sealed to one member. <paramref name="Key"/> is the SHA-256 of the KEM public key it is sealed to.</summary>
public sealed record SealedSecret(PartyId Party, Digest Key, byte[] Sealed);

/// <summary>Content of a `keying` entry: the secret of a new epoch, sealed to every other member. The epoch is that of the lane from the next
/// entry on, and is named by the index of this one. Field `keying`: [[party, key, sealed] …], ordered by party.</summary>
public sealed class KeyingContent
{
    /// <summary>Bytes of an epoch secret.</summary>
    public const int SecretSize = 32;

    private const string Field = "keying";
    private const int SealedSize = 8192;

    private KeyingContent(IReadOnlyList<SealedSecret> secrets) => Secrets = secrets;

    public IReadOnlyList<SealedSecret> Secrets { get; }

    /// <summary>Seals <paramref name="secret"/> to each member; null when one of the keys is not valid.</summary>
    public static KeyingContent? Seal(
        Suite suite, FeedId feed, long epoch, ReadOnlySpan<byte> secret, IEnumerable<(PartyId Party, byte[] PublicKey)> members)
    {
        var secrets = new List<SealedSecret>();
        foreach (var (party, key) in members)
        {
            if (suite.Seal(key, Info(suite.Id, feed, epoch, party), [], secret) is not { } sealedSecret)
                return null;
            secrets.Add(new SealedSecret(party, Digest.Of(key), sealedSecret));
        }

        secrets.Sort(static (a, b) => a.Party.CompareTo(b.Party));
        return new KeyingContent(secrets);
    }

    /// <summary>The epoch secret, when it is sealed to <paramref name="key"/> of <paramref name="own"/>; null otherwise.</summary>
    public byte[]? Open(Suite suite, FeedId feed, long epoch, PartyId own, KemKey key)
    {
        var digest = Digest.Of(key.PublicKey);
        foreach (var secret in Secrets)
        {
            if (secret.Party == own && secret.Key == digest)
                return suite.Open(key, Info(suite.Id, feed, epoch, own), [], secret.Sealed) is { Length: SecretSize } opened ? opened : null;
        }

        return null;
    }

    private static byte[] Info(SuiteId suite, FeedId feed, long epoch, PartyId party) =>
        Encoding.ASCII.GetBytes(string.Create(
            System.Globalization.CultureInfo.InvariantCulture, $"parley/1/keying/{suite}/{feed}/{epoch}/{party}"));

    public Content ToContent(ReadOnlySpan<byte> seed)
    {
        var writer = Cbor.Writer();
        writer.WriteStartArray(Secrets.Count);
        foreach (var secret in Secrets)
        {
            writer.WriteStartArray(3);
            writer.WriteTextString(secret.Party.ToString());
            writer.WriteDigest(secret.Key);
            writer.WriteByteString(secret.Sealed);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        return Content.Of(seed, new ContentField(Field, writer.Encode()));
    }

    public static KeyingContent? From(Content content) => content[Field] is { } field
        ? Cbor.Read(field.Value, Bounds.ContentSize, static reader =>
        {
            var secrets = new SealedSecret[reader.ArrayUpTo(Bounds.Parties)];
            for (var i = 0; i < secrets.Length; i++)
            {
                reader.ArrayOf(3);
                if (PartyId.Parse(reader.Text(Bounds.PartyIdLength)) is not { } party || (i > 0 && secrets[i - 1].Party >= party))
                    return null;
                secrets[i] = new SealedSecret(party, reader.Digest(), reader.BytesUpTo(SealedSize));
                reader.ReadEndArray();
            }

            reader.ReadEndArray();
            return new KeyingContent(secrets);
        })
        : null;
}
