using System.Formats.Cbor;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Lines.Messages;

/// <summary>What officers say in one entry: its kind, and the fields of its content in order. Each noun makes its own from a record of its own; the road
/// carries them all alike.</summary>
/// <param name="Officers">Distinct officers that must approve, where the kind itself says so and not the line's release rule: 1 or 2. An alert or a receipt stage
/// never waits for a second officer.</param>
public sealed record Words(string Kind, IReadOnlyList<ContentField> Fields, int? Officers = null)
{
    public Content ToContent(ReadOnlySpan<byte> seed) => Content.Of(seed, Fields);

    /// <summary>Distinct officers that must approve these words at that precedence: 1 or 2.</summary>
    public int Required(ReleaseRule rule, Precedence precedence) => Officers ?? rule.Required(precedence, Kind);

    /// <summary>[kind, officers or null, [[name, value] …]].</summary>
    internal void Write(CborWriter writer)
    {
        writer.WriteStartArray(3);
        writer.WriteTextString(Kind);
        if (Officers is { } officers)
            writer.WriteUInt32((uint)officers);
        else
            writer.WriteNull();
        writer.WriteStartArray(Fields.Count);
        foreach (var field in Fields)
        {
            writer.WriteStartArray(2);
            writer.WriteTextString(field.Name);
            writer.WriteByteString(field.Value.Span);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndArray();
    }

    internal static Words Read(CborReader reader)
    {
        reader.ArrayOf(3);
        var kind = reader.Text(Bounds.KindLength);
        int? officers = null;
        if (reader.PeekState() == CborReaderState.Null)
            reader.ReadNull();
        else
            officers = reader.UpTo(Bounds.Approvals);
        var fields = new ContentField[reader.ArrayUpTo(Bounds.Fields)];
        for (var i = 0; i < fields.Length; i++)
        {
            reader.ArrayOf(2);
            fields[i] = new ContentField(reader.Text(Bounds.FieldNameLength), reader.ReadByteString());
            reader.ReadEndArray();
        }

        reader.ReadEndArray();
        reader.ReadEndArray();
        return new Words(kind, fields, officers);
    }
}
