namespace Parley.Lines.Observations;

/// <summary>How likely something is, in the fixed words of the probability yardstick (UK Professional Head of Intelligence Assessment). Its bands leave gaps; each gap is cut
/// in the middle here. It is the only way in which a probability is said to a person.</summary>
public enum Likelihood
{
    RemoteChance = 1,
    HighlyUnlikely,
    Unlikely,
    RealisticPossibility,
    Likely,
    HighlyLikely,
    AlmostCertain,
}

/// <summary>The words of the bands.</summary>
public static class Likelihoods
{
    private static readonly double[] Ends = [0.075, 0.225, 0.375, 0.525, 0.775, 0.925];
    private static readonly string[] Texts =
        ["", "a remote chance", "highly unlikely", "unlikely", "a realistic possibility", "likely", "highly likely", "almost certain"];

    /// <summary>The band of a probability, 0 to 1.</summary>
    public static Likelihood Of(double probability)
    {
        var band = 0;
        while (band < Ends.Length && probability >= Ends[band])
            band++;
        return (Likelihood)(band + 1);
    }

    public static string Words(this Likelihood likelihood) => Texts[(int)likelihood];
}
