using Parley.Lines.Contacts;
using Parley.Lines.Entries;

namespace Parley.Station.Operations;

/// <summary>Contacts in sentences: the author's word, and no more.</summary>
internal static class ContactWords
{
    public static string Of(ContactContent contact) =>
        $"CONTACT ELSEWHERE, by the author's word: {contact.Pair}, with {string.Join(", ", contact.With)}, by {MeansOf(contact.Means)}, " +
        $"{EntryText.Clock(contact.From)} to {EntryText.Clock(contact.Until)}.\nFor the author: {contact.Ours}\nFor the other side: {contact.Theirs}";

    public static string Of(ContactWordContent word) => word.Answer == ContactAnswer.Confirmed
        ? "CONTACT CONFIRMED: the author says that they talked so."
        : "CONTACT CONTESTED: the author says that it was not so.";

    /// <summary>That a word counts for nothing, where its header alone shows it; null otherwise.</summary>
    public static string? Misplaced(EntryHeader header) => header.Regards switch
    {
        not [_] => "NOT COUNTED: a word on a contact regards one contact.",
        [var contact] when contact.Party == header.Feed.Party => "NOT COUNTED: nobody confirms or contests his own contact.",
        _ => null,
    };

    private static string MeansOf(ContactMeans means) => means switch
    {
        ContactMeans.Telephone => "telephone",
        ContactMeans.Video => "video",
        ContactMeans.Meeting => "meeting",
        ContactMeans.Letter => "letter",
        _ => "other means",
    };
}
