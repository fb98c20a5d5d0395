using Parley.Crypto;
using Parley.Lines.Codebooks;

namespace Parley.Testing.Simulation.Nouns;

/// <summary>The codebook of simulated worlds, in two versions: what is harmless in one is not in the other, so a code that is read from the wrong book is seen.</summary>
internal static class SimulatedBook
{
    public static readonly string[] Languages = ["en", "ru"];

    /// <summary>Both versions; the second has a code that the first has not, and another blank in one.</summary>
    public static IReadOnlyList<Codebook> Versions { get; } =
    [
        new("sim", 1, Languages,
        [
            Of(10, ReleaseClass.One, [Where, Blank.OfCount("count", 1, 99)], "Stop", "Stop at {where}: {count} units.", "Стой", "Стойте: {where}, единиц {count}."),
            Of(20, ReleaseClass.Charter, [Where, Blank.OfTime("time")], "Leave", "From {time} on we leave {where}.", "Уход", "Мы уходим: {where}, с {time}."),
            Of(30, ReleaseClass.One, [Where, Blank.OfMessage("message")], "Void", "Our message {message} on {where} is void.", "Отмена", "Наше {message} отменено: {where}."),
        ]),
        new("sim", 2, Languages,
        [
            Of(10, ReleaseClass.One, [Where, Blank.OfCount("count", 1, 99)], "Go on", "Go on at {where}: {count} units.", "Вперёд", "Продолжайте: {where}, единиц {count}."),
            Of(20, ReleaseClass.Charter, [Where, Blank.OfCount("count", 1, 99)], "Stay", "We stay at {where} with {count}.", "Остаёмся", "Мы остаёмся: {where}, нас {count}."),
            Of(30, ReleaseClass.One, [Where, Blank.OfMessage("message")], "Holds", "Our message {message} on {where} holds.", "В силе", "Наше {message} в силе: {where}."),
            Of(40, ReleaseClass.One, [Where], "Nothing", "Nothing is known of {where}.", "Ничего", "Ничего не известно: {where}."),
        ]),
    ];

    private static readonly Digest[] Hashes = [.. Versions.Select(v => v.Hash())];

    /// <summary>The version of that hash; null for any other.</summary>
    public static Codebook? Find(Digest? hash) => hash is { } known && Array.IndexOf(Hashes, known) is var at and >= 0 ? Versions[at] : null;

    private static Blank Where => Blank.OfPlace("where", 40);

    private static Code Of(int number, ReleaseClass release, IReadOnlyList<Blank> blanks, string title, string text, string titleRu, string textRu) =>
        new(number, release, blanks, [new CodeText(title, text, false), new CodeText(titleRu, textRu, true)]);
}
