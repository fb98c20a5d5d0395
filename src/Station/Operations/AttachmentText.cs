using System.Globalization;
using Parley.Lines.Attachments;
using Parley.Station.State;

namespace Parley.Station.Operations;

/// <summary>How much of an attachment is here, in words.</summary>
internal static class AttachmentText
{
    public static string State(HeldAttachment? held, AttachmentId id) => held switch
    {
        null => "Its bytes are not asked for: this line, or its author, has as many attachments as this station keeps.",
        { IsWhole: true } => "All of it is here.",
        { Tries: >= Bounds.AttachmentTries } =>
            $"What came was not what the entry names, {Bounds.AttachmentTries} times; it is not asked for any more. Ask its author to attach it again.",
        { Tries: > 0 } => $"What came had another digest than the entry names and was thrown away; it is asked for again. {Here(held, id)}",
        _ => Here(held, id),
    };

    public static string Bytes(long count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} bytes");

    private static string Here(HeldAttachment held, AttachmentId id) => held.Held.Count == 0
        ? "Nothing of it is here yet."
        : $"Not all of it is here yet: {Bytes(held.Bytes)} of {Bytes(id.Size + AttachmentId.Overhead)}, sealed.";
}
