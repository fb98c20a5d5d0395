using Parley.Lines.Entries;
using Parley.Lines.Messages;
using Parley.Lines.Notices;
using Parley.Volumes;

namespace Parley.Lines.Activities;

/// <summary>Reads the fields of a content from the first to the last: each stands in its place or not at all, so there is one way to write what is said.</summary>
internal sealed class FieldCursor(Content content)
{
    private const string VolumeField = "volume.";
    private int at;

    public bool AtEnd => at == content.Fields.Count;

    /// <summary>The text of the field if it stands next; null when it does not, or is no text.</summary>
    public string? Take(string name)
    {
        if (AtEnd || content.Fields[at].Name != name || content.Fields[at].Text is not { } text)
            return null;
        at++;
        return text;
    }

    /// <summary>Whether the field stands next, and its bytes.</summary>
    public bool TakeBytes(string name, out ReadOnlyMemory<byte> bytes)
    {
        var isNext = !AtEnd && content.Fields[at].Name == name;
        bytes = isNext ? content.Fields[at++].Value : default;
        return isNext;
    }

    /// <summary>A text on one line if it stands next; false when it does and is none.</summary>
    public bool Short(string name, out string? text)
    {
        text = Take(name);
        return text is null || Fields.IsShort(text);
    }

    /// <summary>Both fields of a note, or none; false for one that is not sound.</summary>
    public bool NoteNext(out Note? note)
    {
        note = null;
        if (Take("language") is not { } language)
            return true;
        if (Take("text") is not { } text || !MessageContent.IsLanguage(language) || !MessageContent.IsText(text))
            return false;
        note = new Note(text, language);
        return true;
    }

    /// <summary>All volumes that follow, numbered from 1; null when one of them is none or they are beyond their bounds.</summary>
    public IReadOnlyList<Volume>? Volumes()
    {
        var volumes = new List<Volume>();
        var length = 0;
        while (Take(NameOf(volumes.Count)) is { } text)
        {
            length += text.Length;
            if (length > Bounds.ActivityVolumesLength || FieldText.Volume(text) is not { } volume || !text.EndsWith('\n'))
                return null;
            volumes.Add(volume);
        }

        return volumes.Count > Bounds.ActivityVolumes ? null : volumes;
    }

    /// <summary>The fields of these volumes.</summary>
    public static IEnumerable<ContentField> Of(IReadOnlyList<Volume> volumes) =>
        volumes.Select((volume, index) => Fields.Of(NameOf(index), Parley.Volumes.Texts.VolumeText.Write(volume)));

    private static string NameOf(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{VolumeField}{index + 1}");
}
