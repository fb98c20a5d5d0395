using Parley.Control.Codebooks;
using Parley.Control.Lines;
using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Codebooks;

namespace Parley.Station.Tests;

/// <summary>A small codebook, and stations that have it.</summary>
internal static class Books
{
    public static Codebook One { get; } = new(
        "sample",
        1,
        ["en", "ru"],
        [
            new Code(7, ReleaseClass.One, [], [new CodeText("Test", "A test.", true), new CodeText("Проба", "Проба.", false)]),
            new Code(
                21,
                ReleaseClass.Charter,
                [Blank.OfTime("until"), Blank.OfPlace("place", 20), Blank.OfCount("boats", 1, 99)],
                [new CodeText("Boats", "Boats: {boats}. At {place} until {until}.", true), new CodeText("Лодки", "До {until} лодок: {boats} ({place})", true)]),
            new Code(
                48, ReleaseClass.One, [Blank.OfMessage("number")],
                [new CodeText("Disregard", "Disregard {number}.", false), new CodeText("Отмена", "Отмена {number}.", false)]),
        ]);

    public static Codebook Two { get; } = One with { Version = 2 };

    public static string DigitsOf(Codebook book) => Digits.Of(book.Hash());

    public static void Hold(this Desk desk, Codebook book, bool certified = true)
    {
        desk.Do(new AddCodebook(book.Encode()));
        if (certified)
            desk.Do(new CertifyCodebook(book.Named().ToString(), DigitsOf(book)), "chen");
    }

    /// <summary>A line of that mode on which code messages are sent.</summary>
    public static (Desk Astra, Desk Boreal) Agreed(LineMode mode = LineMode.Live)
    {
        var (astra, boreal, _) = Desk.Pair();
        astra.Hold(One);
        boreal.Hold(One);
        Propose(astra, boreal, "coded", mode);
        return (astra, boreal);
    }

    public static void Propose(Desk astra, Desk boreal, string name, LineMode mode)
    {
        astra.Do(new ProposeLine(name, LineKind.Hot, mode, ["boreal"], new TermsView(Release: "charter=1,message=2", Codebook: "sample/1")));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine(name));
        Desk.Settle(astra, boreal);
    }
}
