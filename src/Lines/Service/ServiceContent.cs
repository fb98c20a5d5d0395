using System.Formats.Cbor;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Service;

/// <summary>What a maintenance window is of. Closed.</summary>
public enum ServiceScope
{
    /// <summary>The author's whole station.</summary>
    Station = 0,

    /// <summary>One line, by its id.</summary>
    Line = 1,

    /// <summary>One circuit, by its name.</summary>
    Circuit = 2,
}

/// <summary>How a presence query or a request to resend is answered. Closed.</summary>
public enum ServiceAnswer
{
    /// <summary>An officer is at the station.</summary>
    Present = 0,

    /// <summary>The words were sent again.</summary>
    Resent = 1,

    /// <summary>They cannot be sent again.</summary>
    Cannot = 2,
}

/// <summary>What one crew says to another about the working of lines. A closed family; the field `type` comes first and says which member it is.</summary>
public abstract record ServiceContent
{
    private protected static readonly string[] Scopes = ["station", "line", "circuit"];
    private protected static readonly string[] Answers = ["present", "resent", "cannot"];

    private protected ServiceContent(Note? note) => Note = note;

    /// <summary>Words beside it.</summary>
    public Note? Note { get; init; }

    public Words ToWords()
    {
        List<ContentField> fields = [];
        Write(fields);
        fields.AddNote(Note);
        return new Words(EntryKind.Service, fields, Officers: 1);
    }

    private protected abstract void Write(List<ContentField> fields);

    /// <summary>Null when the content is no service message.</summary>
    public static ServiceContent? From(Content content)
    {
        if (!content.NoteOf(out var note))
            return null;
        return content.TextOf("type") switch
        {
            "maintenance" => MaintenanceService.Of(content, note),
            "maintenance-over" => new MaintenanceOverService(note),
            "circuits" => CircuitsService.Of(content, note),
            "resend" => ResendService.Of(content, note),
            "presence" => new PresenceService(note),
            "answer" => AnswerService.Of(content, note),
            "silence" => ExplanationService.Of(content, note),
            _ => null,
        };
    }
}

/// <summary>Something is out of use from a time to a time. Fields: `type` (`maintenance`), `scope` (`station`, `line`, `circuit`), `name` (a line id or a circuit's
/// name; none for the station), `from`, `until`, then the note.</summary>
public sealed record MaintenanceService(ServiceScope Scope, string? Name, Timestamp Begins, Timestamp Ends, Note? Note = null) : ServiceContent(Note)
{
    private protected override void Write(List<ContentField> fields)
    {
        fields.AddRange([Fields.Of("type", "maintenance"), Fields.Of("scope", Scopes[(int)Scope])]);
        if (Name is { } name)
            fields.Add(Fields.Of("name", name));
        fields.AddRange([Fields.Of("from", Begins), Fields.Of("until", Ends)]);
    }

    internal static MaintenanceService? Of(Content content, Note? note)
    {
        var name = content.TextOf("name");
        if (content.TextOf("scope") is not { } text || Array.IndexOf(Scopes, text) is not (var at and >= 0) || content.TimeOf("from") is not { } from ||
            content.TimeOf("until") is not { } until || !IsWindow(from, until) || (content["name"] is not null && name is null))
            return null;
        return IsName((ServiceScope)at, name) ? new MaintenanceService((ServiceScope)at, name, from, until, note) : null;
    }

    /// <summary>It ends after it begins, at most a week later.</summary>
    public static bool IsWindow(Timestamp from, Timestamp until) => from < until && until - from <= TimeSpan.FromDays(Bounds.MaintenanceDays);

    /// <summary>Whether the name is one of what the scope says.</summary>
    public static bool IsName(ServiceScope scope, string? name) => scope switch
    {
        ServiceScope.Station => name is null,
        ServiceScope.Line => name is not null && LineId.Parse(name) is { } line && line.ToString() == name,
        _ => name is not null && Fields.IsShort(name),
    };
}

/// <summary>The window that the entry regards is over. Fields: `type` (`maintenance-over`), then the note.</summary>
public sealed record MaintenanceOverService(Note? Note = null) : ServiceContent(Note)
{
    private protected override void Write(List<ContentField> fields) => fields.Add(Fields.Of("type", "maintenance-over"));
}

/// <summary>A circuit as the author's station has it.</summary>
public sealed record CircuitState(string Name, bool IsOpen);

/// <summary>The circuits between the two stations as the author's has them. Fields: `type` (`circuits`), `circuits` (deterministic CBOR, [[name, open] …] in order of
/// names), then the note.</summary>
public sealed record CircuitsService(IReadOnlyList<CircuitState> Circuits, Note? Note = null) : ServiceContent(Note)
{
    private protected override void Write(List<ContentField> fields)
    {
        fields.Add(Fields.Of("type", "circuits"));
        fields.Add(new ContentField("circuits", Cbor.Encode(Circuits, static (writer, circuits) =>
        {
            writer.WriteStartArray(circuits.Count);
            foreach (var circuit in circuits)
            {
                writer.WriteStartArray(2);
                writer.WriteTextString(circuit.Name);
                writer.WriteBoolean(circuit.IsOpen);
                writer.WriteEndArray();
            }

            writer.WriteEndArray();
        })));
    }

    internal static CircuitsService? Of(Content content, Note? note) =>
        content["circuits"] is { } field && Cbor.Read(field.Value, Bounds.ContentSize, static reader => Read(reader)) is { } circuits
            ? new CircuitsService(circuits, note)
            : null;

    private static CircuitState[]? Read(CborReader reader)
    {
        var circuits = new CircuitState[reader.ArrayUpTo(Bounds.ServiceCircuits)];
        for (var i = 0; i < circuits.Length; i++)
        {
            reader.ArrayOf(2);
            circuits[i] = new CircuitState(reader.Text(Bounds.ShortText), reader.ReadBoolean());
            reader.ReadEndArray();
            if (!Fields.IsShort(circuits[i].Name) || (i > 0 && string.CompareOrdinal(circuits[i - 1].Name, circuits[i].Name) >= 0))
                return null;
        }

        reader.ReadEndArray();
        return circuits;
    }

    /// <inheritdoc/>
    public bool Equals(CircuitsService? other) => other is not null && Circuits.SequenceEqual(other.Circuits) && Note == other.Note;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Circuits.Count, Note);
}

/// <summary>Words of an entry of the other side cannot be read here, or have not come: say them again. Fields: `type` (`resend`), `line` (its id), `entry` (its
/// reference), then the note.</summary>
public sealed record ResendService(LineId Line, EntryRef Entry, Note? Note = null) : ServiceContent(Note)
{
    private protected override void Write(List<ContentField> fields) =>
        fields.AddRange([Fields.Of("type", "resend"), Fields.Of("line", Line.ToString()), Fields.Of("entry", Entry.ToString())]);

    internal static ResendService? Of(Content content, Note? note) =>
        content.TextOf("line") is { } line && LineId.Parse(line) is { } id && content.TextOf("entry") is { } entry && EntryRef.Parse(entry) is { } reference
            ? new ResendService(id, reference, note)
            : null;
}

/// <summary>Is anybody there? Fields: `type` (`presence`), then the note.</summary>
public sealed record PresenceService(Note? Note = null) : ServiceContent(Note)
{
    private protected override void Write(List<ContentField> fields) => fields.Add(Fields.Of("type", "presence"));
}

/// <summary>An answer to the presence query or the request to resend that the entry regards. Fields: `type` (`answer`), `answer` (`present`, `resent`, `cannot`), then
/// the note.</summary>
public sealed record AnswerService(ServiceAnswer Answer, Note? Note = null) : ServiceContent(Note)
{
    private protected override void Write(List<ContentField> fields) =>
        fields.AddRange([Fields.Of("type", "answer"), Fields.Of("answer", Answers[(int)Answer])]);

    internal static AnswerService? Of(Content content, Note? note) =>
        content.TextOf("answer") is { } text && Array.IndexOf(Answers, text) is var at and >= 0 ? new AnswerService((ServiceAnswer)at, note) : null;

    /// <summary>Whether that answer can be given to what it regards.</summary>
    public static bool Fits(ServiceAnswer answer, ServiceContent asked) => asked switch
    {
        PresenceService => answer == ServiceAnswer.Present,
        ResendService => answer is ServiceAnswer.Resent or ServiceAnswer.Cannot,
        _ => false,
    };
}
