using Parley.Control;
using Parley.Station.Circuits;
using Parley.Station.Keys;
using Parley.Station.Storage;

namespace Parley.Station;

/// <param name="InstanceFolder">Folder of the instance file.</param>
/// <param name="BeaconInterval">Time between two beacons of a quiet circuit.</param>
public sealed record StationOptions(string InstanceFolder, TimeSpan BeaconInterval);

/// <summary>A station at work.</summary>
public sealed class StationHost : IAsyncDisposable
{
    private StationHost(StationKeys keys) => Keys = keys;

    public IControl Owner => throw new NotSupportedException();

    public ICircuitEvents Events => throw new NotSupportedException();

    public StationKeys Keys { get; }

    public static StationHost Start(StationKeys keys, IStationStore store, StationOptions options, TimeProvider time) => new(keys);

    public IControl? As(string token) => null;

    public void Attach(ICircuits circuits)
    {
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
