using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Parties;

namespace Parley.Lines.Notices;

/// <summary>What a party says of its part in an agreement. Closed. It says nothing of the line, nor of what the party does.</summary>
public enum AgreementState
{
    /// <summary>It holds for us, or holds again.</summary>
    InForce = 0,

    /// <summary>We do not hold ourselves bound for now.</summary>
    Suspended = 1,

    /// <summary>We have left it.</summary>
    Left = 2,
}

/// <summary>A word on the agreement that notices rest on. Fields in order: `state` (`in-force`, `suspended`, `left`), where it is not about every format of the charter
/// `formats` (ids with commas, ordered), and `language` and `text`.</summary>
/// <param name="Formats">Empty: every format of the charter.</param>
public sealed record AgreementContent(AgreementState State, IReadOnlyList<string> Formats, Note Note)
{
    private static readonly string[] Names = ["in-force", "suspended", "left"];

    /// <summary>It leaves by the line's release rule.</summary>
    public Words ToWords()
    {
        List<ContentField> fields = [Fields.Of("state", Names[(int)State])];
        if (Formats.Count > 0)
            fields.Add(Fields.Of("formats", string.Join(',', Formats)));
        fields.AddNote(Note);
        return new Words(EntryKind.Agreement, fields);
    }

    /// <summary>Null when the content is no such word.</summary>
    public static AgreementContent? From(Content content)
    {
        if (content.TextOf("state") is not { } state || Array.IndexOf(Names, state) is not (var at and >= 0) || !content.NoteOf(out var note) || note is null)
            return null;
        string[] formats = [];
        if (content["formats"] is { } field)
        {
            formats = field.Text?.Split(',') ?? [];
            if (formats.Length is 0 or > Bounds.Fields || formats.Any(f => PartyId.Parse(f) is null) ||
                formats.Zip(formats.Skip(1)).Any(p => string.CompareOrdinal(p.First, p.Second) >= 0))
                return null;
        }

        return new AgreementContent((AgreementState)at, formats, note);
    }

    /// <summary>Whether it is about that format.</summary>
    public bool Concerns(string format) => Formats.Count == 0 || Formats.Contains(format);

    /// <inheritdoc/>
    public bool Equals(AgreementContent? other) => other is not null && State == other.State && Formats.SequenceEqual(other.Formats) && Note == other.Note;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(State, Note);
}

/// <summary>A word on the agreement as it was said.</summary>
public sealed record AgreementSaid(EntryRef Entry, DateTimeOffset At, AgreementContent What);

/// <summary>Where each party's part in the agreement stands, by its own last word: agreement, line and deeds are three things.</summary>
public static class AgreementFold
{
    /// <summary>Parties whose last word on that format is that it does not bind them now, in order.</summary>
    /// <param name="said">In the order of the transcript, up to where one wants to know.</param>
    public static IReadOnlyList<PartyId> NotBound(IEnumerable<AgreementSaid> said, string format)
    {
        var last = new SortedDictionary<PartyId, AgreementState>();
        foreach (var one in said.Where(s => s.What.Concerns(format)))
            last[one.Entry.Party] = one.What.State;
        return [.. last.Where(p => p.Value != AgreementState.InForce).Select(p => p.Key)];
    }

    /// <summary>The last word of each party, and older ones on formats that the last does not concern; in order of parties and time.</summary>
    public static IReadOnlyList<AgreementSaid> Standing(IReadOnlyList<AgreementSaid> said) =>
        [.. said.Where((one, i) => !said.Skip(i + 1).Any(later => later.Entry.Party == one.Entry.Party && Covers(later.What, one.What))).OrderBy(s => s.Entry.Party)];

    private static bool Covers(AgreementContent later, AgreementContent earlier) =>
        later.Formats.Count == 0 || (earlier.Formats.Count > 0 && earlier.Formats.All(later.Formats.Contains));
}
