using Parley.Ledger;
using Parley.Lines.Codebooks;

namespace Parley.Lines.Tests.Samples;

/// <summary>A codebook of two codes in two languages, with a blank of every kind.</summary>
internal static class SampleCodebook
{
    public static Codebook Book { get; } = new(
        "sample",
        1,
        ["en", "ru"],
        [
            new Code(7, ReleaseClass.One, [], [new CodeText("Test", "A test.", true), new CodeText("Проба", "Проба.", false)]),
            new Code(
                21,
                ReleaseClass.Charter,
                [Blank.OfTime("until"), Blank.OfPlace("place", 20), Blank.OfCount("boats", 1, 99)],
                [
                    new CodeText("Boats", "Boats: {boats}. At {place} until {until}.", true),
                    new CodeText("Лодки", "До {until} лодок: {boats} ({place})", true),
                ]),
        ]);

    public static TimeValue Noon { get; } = new(new Timestamp(1_795_348_800_000));

    public static IReadOnlyList<FilledBlank> Filled { get; } =
        [new("boats", new CountValue(3)), new("place", new PlaceValue("Gull Bay")), new("until", Noon)];

    public static CodeContent Content { get; } = Book.Fill(21, Filled, out _)!;

    /// <summary>The book with its second code changed.</summary>
    public static Codebook With(Func<Code, Code> change) => Book with { Codes = [Book.Codes[0], change(Book.Codes[1])] };

    /// <summary>The book with the first text of its second code changed.</summary>
    public static Codebook WithText(Func<CodeText, CodeText> change) => With(c => c with { Texts = [change(c.Texts[0]), c.Texts[1]] });
}
