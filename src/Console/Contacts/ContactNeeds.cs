using Parley.Console.Board;
using Parley.Console.Words;
using Parley.Control.Contacts;
using Parley.Lines.Charters;
using Parley.Lines.Contacts;

namespace Parley.Console.Contacts;

/// <summary>Contacts that others entered and of which our side has not said a word, as the board shows them.</summary>
internal static class ContactNeeds
{
    public static IEnumerable<Need> Ours(IEnumerable<ContactBoardView> boards, string own, Language say) =>
        from board in boards
        from contact in board.Contacts
        where IsOurs(contact, own)
        select new Need(
            Press.Now, board.Line, board.Mode == LineMode.Exercise, say["need.contact", contact.Party, contact.Pair ?? "?"], $"contacts?line={Uri.EscapeDataString(board.Line)}");

    /// <summary>Whether it stays one-sided until our side says a word.</summary>
    public static bool IsOurs(ContactView contact, string own) =>
        contact.Standing == ContactStanding.OneSided && contact.With.Contains(own) && !contact.Words.Any(w => w.Party == own && w.Effect == ContactEffect.Took);
}
