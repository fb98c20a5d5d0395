namespace Parley.Lines.Activities;

/// <summary>What a party does in a volume. Closed.</summary>
public enum ActivityKind
{
    Flight = 1,

    /// <summary>An area in which strikes are meant to fall.</summary>
    StrikeArea,

    /// <summary>Firing of guns, rockets or missiles, impact included.</summary>
    Fire,
    Patrol,
    Vessel,

    /// <summary>An area which the others are asked to keep out of.</summary>
    NoGoArea,

    /// <summary>A humanitarian site: a hospital, a store, a shelter.</summary>
    Site,

    /// <summary>A humanitarian movement: a convoy, an evacuation, a flight of an aid organisation.</summary>
    Movement,
}

/// <summary>Names of kinds, in contents and commands.</summary>
public static class ActivityKinds
{
    private static readonly string[] Names = ["", "flight", "strike-area", "fire", "patrol", "vessel", "no-go-area", "site", "movement"];

    public static IReadOnlyList<ActivityKind> All { get; } = Enum.GetValues<ActivityKind>();

    public static string Name(this ActivityKind kind) => Names[(int)kind];

    public static ActivityKind? Parse(string name) => Array.IndexOf(Names, name) is var at and > 0 ? (ActivityKind)at : null;

    /// <summary>What is notified so that it is not struck: it is nothing to object to, to consent to, or to bargain about.</summary>
    public static bool IsHumanitarian(this ActivityKind kind) => kind is ActivityKind.Site or ActivityKind.Movement;
}
