namespace Parley.Lines.Handling;

/// <summary>What the side that received a message does with it. Stages may be skipped and come in any order. Closed.</summary>
public enum HandlingStage
{
    /// <summary>The duty officer has read the original.</summary>
    Read = 0,

    /// <summary>A first translation at sight.</summary>
    Sight = 1,

    /// <summary>Passed to the principal.</summary>
    Passed = 2,

    /// <summary>A rough written translation.</summary>
    Rough = 3,

    /// <summary>The certified translation.</summary>
    Certified = 4,

    /// <summary>The principal has acknowledged it.</summary>
    Acknowledged = 5,

    /// <summary>It was acted on.</summary>
    Acted = 6,

    /// <summary>The gateway passed it on to an action addressee.</summary>
    Relayed = 7,

    /// <summary>The action addressee itself has acknowledged it.</summary>
    Confirmed = 8,

    /// <summary>What it asked to stop has stopped.</summary>
    Stopped = 9,
}

/// <summary>The names of stages, in charters, contents and commands.</summary>
public static class HandlingStages
{
    private static readonly string[] Names =
        ["read", "sight", "passed", "rough", "certified", "acknowledged", "acted", "relayed", "confirmed", "stopped"];

    public static IReadOnlyList<HandlingStage> All { get; } = Enum.GetValues<HandlingStage>();

    public static string Name(this HandlingStage stage) => Names[(int)stage];

    /// <summary>What the stage is called in a sentence.</summary>
    public static string Words(this HandlingStage stage) => stage switch
    {
        HandlingStage.Sight => "sight translation",
        HandlingStage.Passed => "passed to principal",
        HandlingStage.Rough => "rough translation",
        HandlingStage.Certified => "certified translation",
        HandlingStage.Acknowledged => "acknowledged by principal",
        HandlingStage.Acted => "acted on",
        HandlingStage.Relayed => "relayed",
        HandlingStage.Confirmed => "acknowledged by action addressee",
        _ => stage.Name(),
    };

    public static HandlingStage? Parse(string name) => Array.IndexOf(Names, name) is var at and >= 0 ? (HandlingStage)at : null;

    /// <summary>Stages that are a translation: they have a text in a language of its own.</summary>
    public static bool IsTranslation(this HandlingStage stage) => stage is HandlingStage.Sight or HandlingStage.Rough or HandlingStage.Certified;

    /// <summary>Stages that are about one action addressee, by name.</summary>
    public static bool NeedsAddressee(this HandlingStage stage) => stage is HandlingStage.Relayed or HandlingStage.Confirmed;

    /// <summary>Stages that may be about one action addressee.</summary>
    public static bool TakesAddressee(this HandlingStage stage) => stage.NeedsAddressee() || stage is HandlingStage.Acted or HandlingStage.Stopped;
}
