using System.Formats.Cbor;
using System.Text;
using Parley.Crypto;
using Parley.Lines.Entries;

namespace Parley.Lines.Transcripts;

/// <summary>What an exported transcript shows of one entry's content. A closed family: <see cref="Absent"/>, <see cref="Whole"/>,
/// <see cref="Redacted"/>. In CBOR: null, a byte string (<see cref="Content.Encode"/>), or an array with for each field either
/// [salt, name, value] or, where it is withheld, its commitment.</summary>
public abstract record TranscriptContent
{
    private TranscriptContent()
    {
    }

    /// <summary>Nothing is shown: withheld, or absent or unreadable where the transcript was exported.</summary>
    public static TranscriptContent None { get; } = new Absent();

    /// <summary>All of it.</summary>
    public static TranscriptContent Of(Content content) => new Whole(content);

    /// <summary>The content but for the fields for which <paramref name="hidden"/> holds. Of what is already redacted, more can be taken
    /// away and nothing comes back.</summary>
    public TranscriptContent Without(Func<string, bool> hidden) => this switch
    {
        Whole whole => new Redacted([.. whole.Content.Fields.Select((f, i) =>
            TranscriptField.Of(whole.Content.SaltOf(i), f, hidden(f.Name)))]),
        Redacted redacted => new Redacted([.. redacted.Fields.Select(f => f.Shown is { } s && hidden(s.Name) ? f.Hide() : f)]),
        _ => this,
    };

    /// <summary>The commitment that the shown fields and the withheld ones' commitments add up to; null when nothing is shown.</summary>
    public abstract Digest? Commitment();

    /// <summary>The shown field of that name; null when it is withheld or there is none.</summary>
    public abstract ContentField? this[string name] { get; }

    internal abstract void Write(CborWriter writer);

    internal static TranscriptContent? Read(CborReader reader)
    {
        switch (reader.PeekState())
        {
            case CborReaderState.Null:
                reader.ReadNull();
                return None;
            case CborReaderState.ByteString:
                return Content.Parse(reader.ReadDefiniteLengthByteString()) is { } content ? new Whole(content) : null;
            default:
                return Redacted.ReadFields(reader);
        }
    }

    /// <summary>See <see cref="None"/>.</summary>
    public sealed record Absent : TranscriptContent
    {
        /// <inheritdoc/>
        public override ContentField? this[string name] => null;

        /// <inheritdoc/>
        public override Digest? Commitment() => null;

        internal override void Write(CborWriter writer) => writer.WriteNull();
    }

    /// <summary>See <see cref="Of"/>.</summary>
    public sealed record Whole(Content Content) : TranscriptContent
    {
        /// <inheritdoc/>
        public override ContentField? this[string name] => Content[name];

        /// <inheritdoc/>
        public override Digest? Commitment() => Content.Commitment();

        internal override void Write(CborWriter writer) => writer.WriteByteString(Content.Encode());
    }

    /// <summary>Some fields are shown, of the others only that they exist. The seed is left out, for it would give all salts
    /// away.</summary>
    public sealed record Redacted(IReadOnlyList<TranscriptField> Fields) : TranscriptContent
    {
        /// <summary>Fields of which only the commitment is given.</summary>
        public int Withheld => Fields.Count(f => f.Shown is null);

        /// <inheritdoc/>
        public override ContentField? this[string name] => Fields.FirstOrDefault(f => f.Shown?.Name == name)?.Shown;

        /// <inheritdoc/>
        public override Digest? Commitment() => Content.CommitmentOf(Fields.Select(f => f.Commitment).ToArray());

        internal override void Write(CborWriter writer)
        {
            writer.WriteStartArray(Fields.Count);
            foreach (var field in Fields)
                field.Write(writer);
            writer.WriteEndArray();
        }

        internal static Redacted ReadFields(CborReader reader)
        {
            var fields = new TranscriptField[reader.ArrayUpTo(Bounds.Fields)];
            for (var i = 0; i < fields.Length; i++)
                fields[i] = TranscriptField.Read(reader);
            reader.ReadEndArray();
            return new Redacted(fields);
        }
    }
}

/// <summary>A field of a redacted content: its commitment and, where it is shown, the salt and field that make it up.</summary>
public sealed record TranscriptField
{
    private readonly byte[]? salt;

    private TranscriptField(Digest commitment, byte[]? salt, ContentField? shown)
    {
        Commitment = commitment;
        this.salt = salt;
        Shown = shown;
    }

    public Digest Commitment { get; }

    /// <summary>Null when the field is withheld.</summary>
    public ContentField? Shown { get; }

    /// <summary>The field without its name, value and salt.</summary>
    public TranscriptField Hide() => new(Commitment, null, null);

    internal static TranscriptField Of(byte[] salt, ContentField field, bool hidden)
    {
        var commitment = Content.FieldCommitment(salt, field);
        return hidden ? new(commitment, null, null) : new(commitment, salt, field);
    }

    internal void Write(CborWriter writer)
    {
        if (Shown is null)
        {
            writer.WriteDigest(Commitment);
            return;
        }

        writer.WriteStartArray(3);
        writer.WriteByteString(salt!);
        writer.WriteTextString(Shown.Name);
        writer.WriteByteString(Shown.Value.Span);
        writer.WriteEndArray();
    }

    internal static TranscriptField Read(CborReader reader)
    {
        if (reader.PeekState() == CborReaderState.ByteString)
            return new(reader.Digest(), null, null);
        reader.ArrayOf(3);
        var salt = reader.Bytes(Content.SaltSize);
        var name = reader.Text(Bounds.FieldNameLength);
        if (Encoding.UTF8.GetByteCount(name) > Bounds.FieldNameLength)
            Cbor.Refuse("field name");
        var value = reader.BytesUpTo(Bounds.ContentSize);
        reader.ReadEndArray();
        return Of(salt, new ContentField(name, value), hidden: false);
    }
}
