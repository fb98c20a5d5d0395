namespace Parley.Station.Storage;

/// <summary>What is wrong with a store.</summary>
public enum StoreTrouble
{
    /// <summary>Another process has it open.</summary>
    InUse,

    /// <summary>The change does not follow the last one, or the store was opened anew by somebody else.</summary>
    Conflict,

    /// <summary>No room is left.</summary>
    Full,

    /// <summary>It is locked or cannot be reached now; trying again may help.</summary>
    Unavailable,

    /// <summary>Its bytes are not what was written.</summary>
    Corrupt,

    /// <summary>It was written by a newer version of the program.</summary>
    TooNew,

    /// <summary>There is no store, or it is not one.</summary>
    Missing,
}

/// <summary>A store did not do what it was asked to. Translated once, at the edge of the adapter.</summary>
public sealed class StoreFault : Exception
{
    public StoreFault()
    {
    }

    public StoreFault(string message)
        : base(message)
    {
    }

    public StoreFault(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public StoreFault(StoreTrouble trouble, string message, Exception? cause = null)
        : base(message, cause) => Trouble = trouble;

    public StoreTrouble Trouble { get; }
}
