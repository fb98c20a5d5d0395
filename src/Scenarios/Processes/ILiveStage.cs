namespace Parley.Scenarios.Processes;

/// <summary>A station of a stage.</summary>
/// <param name="Port">Where officers reach it, on 127.0.0.1.</param>
/// <param name="Runs">Whether its process is there and has answered.</param>
public sealed record LiveStation(string Party, int Port, bool Runs);

/// <summary>A circuit of a stage, from the lesser party id to the greater.</summary>
/// <param name="Number">From 1, among those of the two.</param>
/// <param name="IsCut">Whether it is cut.</param>
/// <param name="IsOpen">Whether the two stations are connected over it now.</param>
public sealed record LiveCircuit(string One, string Other, int Number, bool IsCut, bool IsOpen);

/// <summary>A stage that stands when its play is over, for people to play on. What it is may be asked at any time by anybody; what is done to it, one thing after
/// the other.</summary>
public interface ILiveStage
{
    /// <summary>The stations as they are now, by party id.</summary>
    IReadOnlyList<LiveStation> Stations { get; }

    /// <summary>The circuits as they are now, by party ids and number.</summary>
    IReadOnlyList<LiveCircuit> Circuits { get; }

    /// <summary>An officer's token.</summary>
    string Token(string party, string officer);

    /// <inheritdoc cref="Play.IStage.Circuit"/>
    Task Circuit(string one, string other, int number, bool cut, CancellationToken cancel);

    /// <inheritdoc cref="Play.IStage.Kill"/>
    Task Kill(string party, CancellationToken cancel);

    /// <inheritdoc cref="Play.IStage.Start"/>
    Task Start(string party, CancellationToken cancel);
}
