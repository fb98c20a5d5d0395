namespace Parley.Lines.Observations;

/// <summary>How one observation lies to one thing that was announced. The weight that orders explanations is not told: it is no probability.</summary>
public sealed class Explanation
{
    private readonly SeenPoint seen;
    private readonly Weighed weighed;

    internal Explanation(SeenPoint seen, in Weighed weighed) => (this.seen, this.weighed) = (seen, weighed);

    /// <summary>What was announced.</summary>
    public Announced Announced => weighed.Part.Of;

    public string Reference => Announced.Reference;

    /// <summary>The version that was weighed.</summary>
    public AnnouncedVersion Version => weighed.Part.Version;

    /// <summary>The part of it that fits best.</summary>
    public AnnouncedPart Part => weighed.Part.Said;

    /// <summary>Whether we knew it only after what was seen.</summary>
    public bool IsAfterwards => weighed.Part.Since > seen.Until;

    /// <summary>Whether everybody could have known it before this was seen.</summary>
    private bool WasPublished => Announced.Published is { } at && at.UtcTicks <= seen.From;

    /// <summary>Metres from the place to the nearest of the part; 0 inside.</summary>
    public int Metres => weighed.Metres;

    /// <summary>How likely it is that something comparable, anywhere and at any time that can be compared, would lie in this part too.</summary>
    public Likelihood ByChance => Likelihoods.Of(Math.Pow(2, -weighed.ByChance / 100.0));

    /// <summary>Place, time, kind, strength, movement: in this order.</summary>
    public IReadOnlyList<Factor> Factors =>
    [
        FactorText.Place(weighed, seen), FactorText.Time(weighed), FactorText.Kind(weighed, seen), FactorText.Strength(weighed, seen), FactorText.Movement(weighed, seen),
    ];

    /// <summary>What the notice as such is worth here.</summary>
    public string Sentence
    {
        get
        {
            var part = Part.Name.Length > 0 ? $" ({Part.Name})" : "";
            var after = !IsAfterwards ? "" : WasPublished ? " It was published before this was seen, and entered here only after." : " It was told only after this was seen.";
            return $"{Reference}{part}: that something comparable lies in it by chance alone is {ByChance.Words()}.{after}";
        }
    }

    internal Weighed Weighed => weighed;
}
