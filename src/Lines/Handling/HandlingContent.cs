using System.Globalization;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Handling;

/// <summary>One stage of handling, of the message that the entry regards. Fields in order: `stage`, `at` (milliseconds since 1970, UTC, when it happened; the entry's
/// own time is when it was entered), `role` of the officer, and where they apply `addressee`, `language` and `text`, and `corrects` (an entry reference: the stage
/// that this one puts right).</summary>
public sealed record HandlingContent(
    HandlingStage Stage, Timestamp At, string Role, string? Addressee = null, string? Language = null, string? Text = null, EntryRef? Corrects = null)
{
    public Words ToWords()
    {
        List<ContentField> fields =
        [
            ContentField.OfText("stage", Stage.Name()),
            ContentField.OfText("at", At.UnixMilliseconds.ToString(CultureInfo.InvariantCulture)),
            ContentField.OfText("role", Role),
        ];
        foreach (var (name, value) in ((string, string?)[])
            [("addressee", Addressee), ("language", Language), ("text", Text), ("corrects", Corrects?.ToString())])
        {
            if (value is not null)
                fields.Add(ContentField.OfText(name, value));
        }

        return new Words(EntryKind.Handling, fields, Officers: 1);
    }

    /// <summary>Null when the content is no stage of handling.</summary>
    public static HandlingContent? From(Content content)
    {
        if (content["stage"]?.Text is not { } stage || HandlingStages.Parse(stage) is not { } known || content["role"]?.Text is not { } role ||
            !ActionAddressee.IsRole(role) || content["at"]?.Text is not { } at ||
            !long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) || !Timestamp.TryFrom(milliseconds, out var time))
            return null;
        var (addressee, language, text, corrects) =
            (content["addressee"]?.Text, content["language"]?.Text, content["text"]?.Text, content["corrects"]?.Text);
        var corrected = corrects is null ? null : EntryRef.Parse(corrects);
        if ((addressee is not null && !ActionAddressee.IsRole(addressee)) || (known.NeedsAddressee() && addressee is null) ||
            (!known.TakesAddressee() && addressee is not null) ||
            (text is null) != (language is null) || (language is not null && !MessageContent.IsLanguage(language)) ||
            (text is not null && !MessageContent.IsText(text)) || (corrects is not null && corrected is null))
            return null;
        return new HandlingContent(known, time, role, addressee, language, text, corrected);
    }
}
