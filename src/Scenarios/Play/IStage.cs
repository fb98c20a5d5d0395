using Parley.Control;
using Parley.Crypto;

namespace Parley.Scenarios.Play;

/// <summary>Where a scenario is played: stations, the circuits between them and a clock. One call at a time.
/// <para>Stations keep what they have committed through <see cref="Kill"/>; nothing else is promised of a killed one.</para>
/// <para>Time: <see cref="Elapsed"/> counts from the end of <see cref="Found"/> and goes on only while something is awaited, at least
/// where time is virtual.</para></summary>
public interface IStage : IAsyncDisposable
{
    /// <summary>Time since the stations were founded.</summary>
    TimeSpan Elapsed { get; }

    /// <summary>What the stations' clocks show, UTC.</summary>
    DateTimeOffset Clock { get; }

    /// <summary>The suite of a number, where the stations use it.</summary>
    Suite? SuiteOf(SuiteId id);

    /// <summary>Founds all stations of a scenario with their officers and starts them. Circuits stand ready; none opens before digits are
    /// compared.</summary>
    Task Found(Scenario scenario, CancellationToken cancel);

    /// <summary>Lets that time since the founding come. Returns at once when it is past.</summary>
    Task Reach(TimeSpan time, CancellationToken cancel);

    /// <summary>Asks again and again until the answer is yes or the time is over; the last answer.</summary>
    Task<bool> Until(Func<Task<bool>> question, TimeSpan within, CancellationToken cancel);

    /// <summary>Does an operation at an officer's station. <paramref name="officer"/> null: the umpire, who has every role.</summary>
    /// <exception cref="ControlFault">The station does not run.</exception>
    Task<Outcome<TAnswer>> Do<TAnswer>(string party, ScenarioOfficer? officer, Operation<TAnswer> operation, CancellationToken cancel);

    /// <summary>Cuts a circuit (number from 1), or mends it. Doing so twice is no error.</summary>
    Task Circuit(string one, string other, int number, bool cut, CancellationToken cancel);

    /// <summary>Ends a station as a power failure would.</summary>
    Task Kill(string party, CancellationToken cancel);

    /// <summary>Starts a killed station; returns when it answers.</summary>
    Task Start(string party, CancellationToken cancel);
}
