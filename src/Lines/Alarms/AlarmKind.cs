using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Lines.Alarms;

/// <summary>What rings, the weightiest first. Closed.</summary>
public enum AlarmKind
{
    /// <summary>Another party says that life is at immediate risk.</summary>
    Alert = 0,

    /// <summary>Words of another party that came as flash and that nobody here has read.</summary>
    Flash = 1,

    /// <summary>An outlet cannot be heard.</summary>
    OutletFailed = 2,

    /// <summary>A flash of which its author says that it is a test.</summary>
    FlashTest = 3,

    /// <summary>A flash or an alert on an exercise line.</summary>
    Exercise = 4,

    /// <summary>Officers try whether outlets are heard.</summary>
    Test = 5,
}

/// <summary>Who is rung for: each level with those before it.</summary>
public enum AlarmLevel
{
    Watch = 0,
    Deputy = 1,
    Supervisor = 2,
}

/// <summary>The names of kinds and levels outside the station, and which entries ring.</summary>
public static class AlarmKinds
{
    private static readonly string[] Names = ["alert", "flash", "outlet-failed", "flash-test", "exercise", "test"];

    public static string Name(this AlarmKind kind) => Names[(int)kind];

    public static string Name(this AlarmLevel level) => level switch
    {
        AlarmLevel.Watch => "watch",
        AlarmLevel.Deputy => "deputy",
        _ => "supervisor",
    };

    /// <summary>The alarm that an entry of another party is; null when it is none. Decided from the header alone: neither whom the words address nor whether they
    /// can be read here changes it. Kinds that this version does not know ring like any flash.</summary>
    public static AlarmKind? Of(EntryHeader header, LineMode mode)
    {
        if (EntryKind.IsStation(header.Kind) || EntryKind.IsCharter(header.Kind) || EntryKind.IsAside(header.Kind) ||
            header.Status == Status.System || (header.Precedence != Precedence.Flash && header.Kind != EntryKind.Alert))
            return null;
        return mode == LineMode.Exercise ? AlarmKind.Exercise
            : header.Status == Status.Test ? AlarmKind.FlashTest
            : header.Kind == EntryKind.Alert ? AlarmKind.Alert
            : AlarmKind.Flash;
    }
}
