namespace Parley.Lines.ByHand;

/// <summary>By what means words came or went without a circuit of ours. Closed.</summary>
public enum Means
{
    Telephone = 0,
    Radio = 1,
    Fax = 2,
    Courier = 3,

    /// <summary>By post or as an electronic letter.</summary>
    Mail = 4,

    /// <summary>Said or handed over in person.</summary>
    Meeting = 5,
}

/// <summary>The names of means, in contents and commands.</summary>
public static class MeansNames
{
    private static readonly string[] Names = ["telephone", "radio", "fax", "courier", "mail", "meeting"];

    public static string Name(this Means means) => Names[(int)means];

    public static Means? Parse(string name) => Array.IndexOf(Names, name) is var at and >= 0 ? (Means)at : null;
}
