namespace Parley.EndToEnd.Tests;

/// <summary>Where time itself is the point nothing runs beside: how long a flash takes, what rings when, what a flood leaves to others.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
