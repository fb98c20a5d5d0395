using Parley.Lines.Messages;
using Parley.Volumes;
using Parley.Volumes.Texts;

namespace Parley.Lines.PublicWarnings;

/// <summary>What is wrong with a public warning.</summary>
public enum WarningFlaw
{
    /// <summary>A number below 1.</summary>
    Number = 1,
    Name,
    Party,
    Effect,

    /// <summary>It names no earlier one that it cancels, names one in a wrong way, or too many.</summary>
    Refers,

    /// <summary>None, one twice, or one that is not known.</summary>
    Kinds,
    Issued,

    /// <summary>It was published after it was entered.</summary>
    NotYet,

    /// <summary>A volume is not readable, or there are too many.</summary>
    Volumes,

    /// <summary>It announces something and says nowhere.</summary>
    Nowhere,
    Words,
    Remarks,
    Officer,
}

/// <summary>The checks. A warning that fails one is refused whole.</summary>
internal static class WarningRules
{
    private static readonly TimeSpan Slack = TimeSpan.FromDays(1);

    public static WarningFlaw? Flaw(PublicWarning w) =>
        w.Number < 1 || !Enum.IsDefined(w.Mode) ? WarningFlaw.Number
        : w.Name.Length > 0 && !PlainText.IsLine(w.Name, Bounds.ShortText) ? WarningFlaw.Name
        : !Enum.IsDefined(w.Effect) ? WarningFlaw.Effect
        : w.Refers.Count > Bounds.WarningRefers || w.Refers.Any(r => !PlainText.IsLine(r, Bounds.ShortText)) ? WarningFlaw.Refers
        : w.Effect == WarningEffect.Cancels && w.Refers.Count == 0 && w.Name.Length == 0 ? WarningFlaw.Refers
        : w.Kinds.Count == 0 || w.Kinds.Any(k => !Enum.IsDefined(k)) || w.Kinds.Distinct().Count() < w.Kinds.Count ? WarningFlaw.Kinds
        : w.Issued is { } issued && issued > w.Entered + Slack ? WarningFlaw.NotYet
        : w.Volumes.Count > Bounds.WarningVolumes || w.Volumes.Any(v => v.Shapes.Any(s => s is NamedArea)) ||
            w.Volumes.Sum(v => VolumeText.Write(v).Length) > Bounds.NoticeVolumeLength ? WarningFlaw.Volumes
        : w.Effect == WarningEffect.Announces && w.Volumes.Count == 0 || w.Effect == WarningEffect.Cancels && w.Volumes.Count > 0 ? WarningFlaw.Nowhere
        : w.Words.Length > Bounds.WarningWords || !MessageContent.IsText(w.Words) ? WarningFlaw.Words
        : w.Remarks.Count > Bounds.WarningRemarks || w.Remarks.Any(r => !PlainText.IsLine(r, Bounds.ShortText)) ? WarningFlaw.Remarks
        : !PlainText.IsLine(w.Officer, Bounds.OfficerNameLength) ? WarningFlaw.Officer
        : null;
}

/// <summary>What is wrong with what was entered, in a sentence that says what to write.</summary>
public static class WarningFlawText
{
    public static string Words(this WarningFlaw flaw) => flaw switch
    {
        WarningFlaw.Number => "A warning has a number from 1 on.",
        WarningFlaw.Name => "Its number is words on one line, at most 256 characters, or nothing.",
        WarningFlaw.Party => "A party is 1 to 32 of a-z, 0-9 and -, or nothing where it is not known.",
        WarningFlaw.Effect => "It announces, replaces or cancels.",
        WarningFlaw.Refers => "What it replaces or cancels are at most 64 numbers of earlier ones; a cancellation without a number of its own names one at least.",
        WarningFlaw.Kinds => "What it is about is one kind or more, each once.",
        WarningFlaw.Issued => "When it was published is a time with its zone, such as 2026-11-25T14:05Z.",
        WarningFlaw.NotYet => "It was published more than a day after it was entered. Check the date.",
        WarningFlaw.Volumes => "Where and when are at most 32 volumes of 16,384 characters together, as docs/formats/volume.md writes them, without named areas.",
        WarningFlaw.Nowhere => "What announces something says where; a cancellation says no place.",
        WarningFlaw.Words => "Its words are 1 to 20,000 characters, without control signs.",
        WarningFlaw.Remarks => "Remarks are at most 64 lines of at most 256 characters.",
        _ => "The officer's name is not sound.",
    };
}
