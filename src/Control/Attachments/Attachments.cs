using System.Text.Json.Serialization;
using Parley.Control.Messages;
using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Control.Attachments;

/// <summary>Say that a file goes with our words, and send it. Goes by the line's release rule: where two officers are asked for, the draft waits for the
/// second.</summary>
/// <param name="Name">What the reader is told that it is called: one line, no separators of paths.</param>
/// <param name="Type">One of image/png, image/jpeg, application/pdf, text/plain, text/csv, application/geo+json.</param>
/// <param name="Bytes">The file, 1 to 8,388,608 bytes; base64 in JSON.</param>
public sealed record AttachFile(
    string Line,
    string Name,
    string Type,
    byte[] Bytes,
    Precedence Precedence = Precedence.Routine,
    string? Language = null,
    string? Text = null,
    IReadOnlyList<string>? Regards = null) : Operation<DraftView>, IOnLine;

/// <summary>Attachments of a line, ours and those of others, by the time at which their entries were written.</summary>
public sealed record ListAttachments(string Line) : Query<IReadOnlyList<AttachmentView>>;

/// <summary>The bytes of an attachment, once all are here and are those that the entry names. Of our own draft, by the draft's id: whoever approves it can
/// look at it.</summary>
public sealed record FetchAttachment(string Line, string Entry) : Query<AttachmentFile>;

/// <summary>How far an attachment is.</summary>
public enum AttachmentState
{
    /// <summary>It is whole here, and its digest is the one that the entry names.</summary>
    Here,

    /// <summary>Some or all of it is missing and is asked for.</summary>
    Coming,

    /// <summary>What came had another digest, too many times; it is not asked for any more.</summary>
    GivenUp,
}

/// <summary>One attachment. Everything but the last two is the author's word.</summary>
/// <param name="Digest">SHA-256 of the sealed bytes.</param>
/// <param name="Held">Bytes that are here, of the sealed ones: 16 more than <paramref name="Size"/>.</param>
public sealed record AttachmentView(
    LineMode Mode, string Entry, string Party, DateTimeOffset Time, string Name, string Type, int Size, string Digest, long Held, AttachmentState State)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}

/// <summary>A file as its author sent it: inert bytes. Neither name nor type says what is really in it.</summary>
public sealed record AttachmentFile(LineMode Mode, string Name, string Type, int Size, byte[] Bytes)
{
    /// <summary>Said again at the end, so that no half of it is taken for the real thing.</summary>
    [JsonPropertyOrder(1)]
    public bool Exercise => Mode == LineMode.Exercise;
}
