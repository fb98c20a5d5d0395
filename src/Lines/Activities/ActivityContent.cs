using System.Globalization;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Handling;
using Parley.Lines.Messages;
using Parley.Volumes;

namespace Parley.Lines.Activities;

/// <summary>For whom, and with what, a humanitarian party goes or stays. Of sites and movements alone.</summary>
/// <param name="Behalf">The originator, when the notifier speaks for another; a pseudonym is allowed. Null: for itself.</param>
/// <param name="Vehicles">Number and kind of vehicles, or of people at a site, in the author's words. Null: not said.</param>
/// <param name="Marks">Emblems, flags, lights, transponder. Null: not said.</param>
/// <param name="Expires">When what is notified stops being notified, unless it is renewed.</param>
public sealed record Aid(string? Behalf, string? Vehicles, string? Marks, Timestamp Expires);

/// <summary>An activity as it is notified. Fields in order: `kind`, `title`, `contact`; of sites and movements `behalf`, `vehicles`, `marks` (each may be left out) and
/// `expires` (milliseconds since 1970, UTC); where it is a reserve `reserve-until` (milliseconds); where there are words beside it `language` and `text`; where roles must
/// acknowledge `addressees`; and `volume.1`, `volume.2` … (docs/formats/volume.md).</summary>
/// <param name="Title">A call sign, a name, a number: 1 to 256 characters on one line.</param>
/// <param name="Contact">How whoever is there is reached.</param>
/// <param name="ReserveUntil">Null: planned. Else the volume is only held until then, while it is discussed.</param>
public sealed record ActivityContent(
    ActivityKind Kind,
    string Title,
    string Contact,
    IReadOnlyList<Volume> Volumes,
    Aid? Aid = null,
    Timestamp? ReserveUntil = null,
    Note? Note = null,
    IReadOnlyList<Addressed>? Addressees = null)
{
    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("kind", Kind.Name()), Fields.Of("title", Title), Fields.Of("contact", Contact)];
        if (Aid is { } aid)
        {
            if (aid.Behalf is { } behalf)
                fields.Add(Fields.Of("behalf", behalf));
            if (aid.Vehicles is { } vehicles)
                fields.Add(Fields.Of("vehicles", vehicles));
            if (aid.Marks is { } marks)
                fields.Add(Fields.Of("marks", marks));
            fields.Add(Fields.Of("expires", aid.Expires));
        }

        if (ReserveUntil is { } until)
            fields.Add(Fields.Of("reserve-until", until));
        fields.AddNote(Note);
        if (Addressees is { Count: > 0 } addressees)
            fields.Add(new ContentField("addressees", Addressed.Encode(addressees)));
        return new Words(EntryKind.Activity, [.. fields, .. FieldCursor.Of(Volumes)]);
    }

    /// <summary>Null when the content is no activity: other fields, another order, a value beyond its bounds, or no volume included.</summary>
    public static ActivityContent? From(Content content)
    {
        var fields = new FieldCursor(content);
        if (fields.Take("kind") is not { } name || ActivityKinds.Parse(name) is not { } kind ||
            fields.Take("title") is not { } title || !Fields.IsShort(title) || fields.Take("contact") is not { } contact || !Fields.IsShort(contact))
            return null;
        Aid? aid = null;
        if (kind.IsHumanitarian() && (aid = AidOf(fields)) is null)
            return null;
        Timestamp? reserve = null;
        if (fields.Take("reserve-until") is { } until && (kind.IsHumanitarian() || (reserve = Time(until)) is null))
            return null;
        if (!fields.NoteNext(out var note))
            return null;
        IReadOnlyList<Addressed>? addressees = null;
        if (fields.TakeBytes("addressees", out var roles) && (addressees = Addressed.Parse(roles)) is not { Count: > 0 })
            return null;
        return fields.Volumes() is { Count: > 0 } volumes && fields.AtEnd
            ? new ActivityContent(kind, title, contact, volumes, aid, reserve, note, addressees)
            : null;
    }

    /// <summary>1 to 256 characters on one line: a title, a contact, and what else stands beside them.</summary>
    public static bool IsName(string text) => Fields.IsShort(text);

    private static Aid? AidOf(FieldCursor fields) =>
        fields.Short("behalf", out var behalf) && fields.Short("vehicles", out var vehicles) && fields.Short("marks", out var marks) &&
        fields.Take("expires") is { } text && Time(text) is { } expires
            ? new Aid(behalf, vehicles, marks, expires)
            : null;

    internal static Timestamp? Time(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at.ToString(CultureInfo.InvariantCulture) == text &&
        Timestamp.TryFrom(at, out var time)
            ? time
            : null;

    /// <inheritdoc/>
    public bool Equals(ActivityContent? other) => other is not null && (Kind, Title, Contact, Aid, ReserveUntil, Note) ==
        (other.Kind, other.Title, other.Contact, other.Aid, other.ReserveUntil, other.Note) && Volumes.SequenceEqual(other.Volumes) &&
        (Addressees ?? []).SequenceEqual(other.Addressees ?? []);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Title, Contact, Volumes.Count);
}
