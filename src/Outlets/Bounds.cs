namespace Parley.Outlets;

/// <summary>Every bound of this project, with its unit.</summary>
internal static class Bounds
{
    /// <summary>Bytes of a webhook's token.</summary>
    public const int TokenSize = 4096;

    /// <summary>How long past its own timeout an outlet may take before it is given up as one that does not come back.</summary>
    public static TimeSpan Grace { get; } = TimeSpan.FromSeconds(2);
}
