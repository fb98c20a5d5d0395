namespace Parley.Exchange.Notices;

/// <summary>The words of the printed form that belong to no format, in the languages that the program speaks; English for every other.</summary>
internal sealed record PaperWords(string Notice, string Modelled, string Number, string Draft, string Regards, string End, string Lines, string Yes, string No)
{
    private static readonly PaperWords English = new(
        "NOTICE", "Modelled on public sources, not official", "No.", "DRAFT, NOT RELEASED", "Regards No.", "END OF NOTICE", "lines", "yes", "no");

    private static readonly PaperWords Russian = new(
        "УВЕДОМЛЕНИЕ", "По открытым источникам, неофициально", "№", "ПРОЕКТ, НЕ ВЫПУЩЕН", "К №", "КОНЕЦ УВЕДОМЛЕНИЯ", "строк", "да", "нет");

    private static readonly PaperWords Arabic = new(
        "إشعار", "مستند إلى مصادر علنية، غير رسمي", "رقم", "مسودة، لم تصدر", "إشارة إلى رقم", "نهاية الإشعار", "عدد الأسطر", "نعم", "لا");

    public static PaperWords For(string language) => language.Split('-')[0] switch
    {
        "ru" => Russian,
        "ar" => Arabic,
        _ => English,
    };

    public string Of(string yesOrNo) => yesOrNo == "yes" ? Yes : No;
}
