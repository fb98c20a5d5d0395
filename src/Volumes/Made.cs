namespace Parley.Volumes;

/// <summary>Why something is no shape, altitude or schedule.</summary>
public enum ShapeFault
{
    /// <summary>A latitude beyond 90 or a longitude beyond 180 degrees.</summary>
    Position = 1,

    /// <summary>A radius, axis or width of nothing or beyond the bound, or a shorter axis that is longer.</summary>
    Extent,

    /// <summary>No direction from 0 to 179 degrees.</summary>
    Azimuth,
    TooFewVertices,
    TooManyVertices,

    /// <summary>The same vertex twice in a row.</summary>
    RepeatedVertex,

    /// <summary>Two edges of a polygon meet outside their ends.</summary>
    CrossesItself,

    /// <summary>An edge between opposite ends of the earth, or a straight or rhumb one over half a turn of longitude: there is no one way. A vertex between settles it.</summary>
    OppositeEnds,
    AreaName,

    /// <summary>An altitude beyond the bound, or one with a value where its reference has none.</summary>
    Altitude,

    /// <summary>The upper limit is surely below the lower one.</summary>
    UpsideDown,

    /// <summary>A window that ends before it begins, or not at all.</summary>
    EndBeforeStart,

    /// <summary>A daily rule without days.</summary>
    NoDays,
    TooManyWindows,
    TooManyShapes,
    NoShape,

    /// <summary>A separation below nothing or beyond the bound.</summary>
    Separation,
}

/// <summary>What was asked for, or the fault that it has.</summary>
public readonly record struct Made<T>
    where T : class
{
    private Made(T? value, ShapeFault? fault) => (Value, Fault) = (value, fault);

    /// <summary>Null when there is a fault.</summary>
    public T? Value { get; }

    public ShapeFault? Fault { get; }

    /// <summary>The value; for callers that know that it has no fault.</summary>
    /// <exception cref="InvalidOperationException">It has one.</exception>
    public T Must() => Value ?? throw new InvalidOperationException($"{typeof(T).Name}: {Fault}");

    public static implicit operator Made<T>(T value) => new(value, null);

    public static implicit operator Made<T>(ShapeFault fault) => new(null, fault);
}
