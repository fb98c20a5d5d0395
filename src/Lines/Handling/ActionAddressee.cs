using System.Formats.Cbor;
using Parley.Ledger;
using Parley.Lines.Parties;

namespace Parley.Lines.Handling;

/// <summary>A role of a party that acts on messages: a warning centre, a brigade. The charter names those that there are.</summary>
public sealed record ActionAddressee(PartyId Party, string Role) : IComparable<ActionAddressee>
{
    /// <summary>1 to 64 characters without controls, slash, colon or comma, no space around.</summary>
    public static bool IsRole(string role) =>
        role.Length is > 0 and <= Bounds.RoleLength && role.Trim() == role && !role.Any(static c => char.IsControl(c) || c is '/' or ':' or ',');

    /// <summary>Reads <c>party:role</c>; null for anything else.</summary>
    public static ActionAddressee? Parse(string text)
    {
        var at = text.IndexOf(':', StringComparison.Ordinal);
        return at > 0 && PartyId.Parse(text[..at]) is { } party && IsRole(text[(at + 1)..]) ? new ActionAddressee(party, text[(at + 1)..]) : null;
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Party}:{Role}";

    /// <inheritdoc/>
    public int CompareTo(ActionAddressee? other)
    {
        if (other is null)
            return 1;
        var order = Party.CompareTo(other.Party);
        return order != 0 ? order : string.CompareOrdinal(Role, other.Role);
    }

    public void Write(CborWriter writer)
    {
        writer.WriteStartArray(2);
        writer.WriteTextString(Party.ToString());
        writer.WriteTextString(Role);
        writer.WriteEndArray();
    }

    public static ActionAddressee Read(CborReader reader)
    {
        reader.ArrayOf(2);
        var party = PartyId.Parse(reader.Text(Bounds.PartyIdLength)) ?? throw new CborContentException("party");
        var role = reader.Text(Bounds.RoleLength);
        reader.ReadEndArray();
        return IsRole(role) ? new ActionAddressee(party, role) : throw new CborContentException("role");
    }

    public static bool operator <(ActionAddressee left, ActionAddressee right) => left.CompareTo(right) < 0;

    public static bool operator >(ActionAddressee left, ActionAddressee right) => left.CompareTo(right) > 0;

    public static bool operator <=(ActionAddressee left, ActionAddressee right) => left.CompareTo(right) <= 0;

    public static bool operator >=(ActionAddressee left, ActionAddressee right) => left.CompareTo(right) >= 0;
}

/// <summary>An action addressee of one message, and until when it must acknowledge.</summary>
public sealed record Addressed(ActionAddressee Addressee, Timestamp By)
{
    /// <summary>The field of a message: deterministic CBOR, [[[party, role], milliseconds] …].</summary>
    public static byte[] Encode(IReadOnlyList<Addressed> all)
    {
        var writer = Cbor.Writer();
        writer.WriteStartArray(all.Count);
        foreach (var one in all)
        {
            writer.WriteStartArray(2);
            one.Addressee.Write(writer);
            writer.WriteUInt64((ulong)one.By.UnixMilliseconds);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        return writer.Encode();
    }

    /// <summary>Null when the bytes are not what <see cref="Encode"/> writes.</summary>
    public static IReadOnlyList<Addressed>? Parse(ReadOnlyMemory<byte> bytes) => Cbor.Read(bytes, Bounds.ContentSize, static reader =>
    {
        var all = new Addressed[reader.ArrayUpTo(Bounds.Addressees)];
        for (var i = 0; i < all.Length; i++)
        {
            reader.ArrayOf(2);
            all[i] = new Addressed(ActionAddressee.Read(reader), reader.Time());
            reader.ReadEndArray();
            if (i > 0 && all[i - 1].Addressee >= all[i].Addressee)
                return null;
        }

        reader.ReadEndArray();
        return all;
    });
}
