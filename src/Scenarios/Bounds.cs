namespace Parley.Scenarios;

/// <summary>Every bound of this project, with its unit.</summary>
public static class Bounds
{
    /// <summary>Characters of a scenario file.</summary>
    public const int FileLength = 1 << 20;

    /// <summary>Parties of a scenario; each is a station, and in real time a process.</summary>
    public const int Parties = 8;

    /// <summary>Officers of one party.</summary>
    public const int Officers = 16;

    /// <summary>Circuits between two parties.</summary>
    public const int Circuits = 4;

    /// <summary>Lines of a scenario.</summary>
    public const int Lines = 16;

    /// <summary>Steps of a scenario.</summary>
    public const int Steps = 2000;

    /// <summary>Latest time of a step, and longest wait: 400 days.</summary>
    public static TimeSpan Time { get; } = TimeSpan.FromDays(400);

    /// <summary>Earliest day on which a dated play can begin. Clocks of stations count from 1970.</summary>
    public static DateTimeOffset EarliestStart { get; } = new(1971, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Latest one.</summary>
    public static DateTimeOffset LatestStart { get; } = new(2200, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Least time between two beacons: what stations on fast lines use, 1 s.</summary>
    public static TimeSpan LeastBeacon { get; } = TimeSpan.FromSeconds(1);

    /// <summary>Most time between two beacons: 1 hour. With rarer ones a loss would not be seen for most of a day.</summary>
    public static TimeSpan MostBeacon { get; } = TimeSpan.FromHours(1);

    /// <summary>How long a step waits when it does not say.</summary>
    public static TimeSpan Wait { get; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a station may take to start.</summary>
    public static TimeSpan Start { get; } = TimeSpan.FromSeconds(60);

    /// <summary>Lines of a station's log that are told when it does not start.</summary>
    public const int LastWords = 5;
}
