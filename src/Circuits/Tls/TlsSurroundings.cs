using Parley.Crypto;

namespace Parley.Circuits.Tls;

/// <summary>What circuits take from outside: time, chance and the suites that verify card chains.</summary>
/// <param name="Time">Clock of time stamps and deadlines.</param>
/// <param name="Chance">A number of 0 (inclusive) to 1 (exclusive), for jitter. Called from several threads.</param>
/// <param name="Suites">The suite of a number; null for one that is not accepted here.</param>
public sealed record TlsSurroundings(TimeProvider Time, Func<double> Chance, Func<SuiteId, Suite?> Suites)
{
    private readonly long _start = Time.GetTimestamp();

    /// <summary>Microseconds since this object was made.</summary>
    internal long Microseconds => (long)Time.GetElapsedTime(_start).TotalMicroseconds;
}
