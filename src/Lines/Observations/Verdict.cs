namespace Parley.Lines.Observations;

/// <summary>How what was seen stands to what was announced. None of them says what it means, and none says that there is no danger.</summary>
public enum VerdictKind
{
    /// <summary>It fits a notice, better than by chance, and within what was notified.</summary>
    ConsistentWith = 1,

    /// <summary>It fits in everything but number: more than was notified, by itself or with what else was seen.</summary>
    LargerThan,

    /// <summary>Place and time fit a notice that is about something else.</summary>
    WrongKindFor,
    BeforeWindowOf,
    AfterWindowOf,
    OutsideAreaOf,

    /// <summary>Nothing that was announced fits it well enough.</summary>
    Unexplained,
}

/// <summary>What is said of one observation.</summary>
/// <param name="About">The notice in question; null: none.</param>
/// <param name="Others">Other notices that were weighed, the best fitting first; the one in question is not among them.</param>
/// <param name="Doubles">Numbers of observations that may be of the same thing. They are said and never merged; of such, one alone counts against a notified strength.</param>
public sealed record Verdict(Observation Observation, VerdictKind Kind, Explanation? About, IReadOnlyList<Explanation> Others, IReadOnlyList<int> Doubles)
{
    /// <summary>In words.</summary>
    public string Sentence => Kind == VerdictKind.Unexplained ? $"Unexplained. {Reason}" : Reason;

    /// <summary>In words, but for that something is unexplained: only why it is.</summary>
    public string Reason => (Kind, About) switch
    {
        (VerdictKind.ConsistentWith, { } about) => $"Consistent with {about.Reference}.",
        (VerdictKind.LargerThan, { } about) => $"Larger than {about.Reference}: {FactorOf(about, FactorKind.Strength)}",
        (VerdictKind.WrongKindFor, { } about) => $"Wrong kind for {about.Reference}: {FactorOf(about, FactorKind.Kind)}",
        (VerdictKind.BeforeWindowOf, { } about) => $"Before the window of {about.Reference}: {FactorOf(about, FactorKind.Time)}",
        (VerdictKind.AfterWindowOf, { } about) => $"After the window of {about.Reference}: {FactorOf(about, FactorKind.Time)}",
        (VerdictKind.OutsideAreaOf, { } about) => $"Outside the area of {about.Reference} by {FactorText.Kilometres(about.Metres)} km.",
        (_, { } about) when about.Weighed.Movement == 0 => $"It goes another way than {about.Reference}: {FactorOf(about, FactorKind.Movement)}",
        (_, { } about) => $"{about.Reference} fits, and would fit too much else: {about.ByChance.Words()} by chance.",
        _ => "Nothing that was announced fits.",
    };

    private static string FactorOf(Explanation about, FactorKind kind) => about.Factors.First(f => f.Kind == kind).Sentence;
}
