using System.Globalization;
using Parley.Ledger;
using Parley.Lines.Entries;
using Parley.Lines.Messages;

namespace Parley.Lines.Ultimatums;

/// <summary>The prepared acknowledgment of a message that our officers take for an ultimatum: that it was received and when, and nothing that could be read as consent.
/// The texts are unchecked: no expert of their language has looked at them but for English.</summary>
public static class UltimatumAcknowledgment
{
    private static readonly SortedDictionary<string, string> Texts = new(StringComparer.Ordinal)
    {
        ["ar"] = "وردت هنا رسالتكم {0} المؤرخة {1} في {2}. لا يفيد هذا إلا بأنها وردت وبوقت ورودها. وهو ليس ردا على ما فيها ولا موافقة على أي شيء منه.",
        ["en"] = "Your message {0} of {1} was received here at {2}. This says only that it was received, and when. " +
            "It is no answer to what stands in it, and agrees to nothing in it.",
        ["ru"] = "Ваше сообщение {0} от {1} получено здесь {2}. Этим подтверждаются только факт и время получения. " +
            "Это не ответ на его содержание и не согласие с чем-либо в нём.",
        ["zh"] = "贵方{1}的电文{0}已于{2}在此收到。本文仅说明已经收到及收到的时间，既不是对其内容的答复，也不表示同意其中任何内容。",
    };

    /// <summary>Languages in which there is one, in order of their tags.</summary>
    public static IReadOnlyCollection<string> Languages => Texts.Keys;

    /// <summary>The words of the acknowledgment, which go by the line's release rule like every message; null where there is no text in that language.</summary>
    public static MessageContent? Of(string language, EntryRef message, Timestamp sent, Timestamp received) =>
        Texts.TryGetValue(language, out var text)
            ? new MessageContent(string.Format(CultureInfo.InvariantCulture, text, message, Clock(sent), Clock(received)), language, null)
            : null;

    private static string Clock(Timestamp time) => time.ToDateTimeOffset().ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
