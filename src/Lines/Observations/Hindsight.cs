namespace Parley.Lines.Observations;

/// <summary>An observation of which more, or less, is explained now than when it was seen: a notice came later, was amended or was called off.</summary>
public sealed record Hindsight(Verdict Then, Verdict Now)
{
    public string Sentence => $"When it was seen: {Then.Sentence} As of now: {Now.Sentence}";

    /// <summary>Those whose verdict, or the notice in question, is another one now.</summary>
    /// <param name="then">By what was known when each was seen.</param>
    /// <param name="now">Of the same observations, in the same order, as of one instant.</param>
    public static IReadOnlyList<Hindsight> Of(IReadOnlyList<Verdict> then, IReadOnlyList<Verdict> now) =>
    [
        .. then.Zip(now).Where(p => p.First.Kind != p.Second.Kind || p.First.About?.Reference != p.Second.About?.Reference ||
            p.First.About?.Version.Entry != p.Second.About?.Version.Entry).Select(p => new Hindsight(p.First, p.Second)),
    ];
}
