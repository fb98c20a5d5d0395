using System.Diagnostics.CodeAnalysis;

namespace Parley.Station.Folders;

/// <summary>Why something was not done with a station's folder. Closed.</summary>
public enum FolderRefusal
{
    /// <summary>There is no station in the folder, or one of its files is missing.</summary>
    Missing,

    /// <summary>A file or folder that would be made exists already.</summary>
    Exists,

    /// <summary>A file with secrets can be read by others than its owner.</summary>
    ReadableByOthers,

    /// <summary><c>parley.json</c> is not of its form.</summary>
    SettingsMalformed,

    /// <summary>A party id, name or address is not of its form.</summary>
    Malformed,

    /// <summary>A key file is damaged or of another kind.</summary>
    KeyFileMalformed,

    /// <summary>The key file is under a passphrase and none was given.</summary>
    PassphraseNeeded,

    WrongPassphrase,

    /// <summary>The next key would lie in the folder that it is to outlive.</summary>
    NextKeyInFolder,

    /// <summary>The next key is not the one that the card names.</summary>
    WrongNextKey,
}

/// <summary>A refusal, and one sentence that says what to do.</summary>
public sealed record FolderProblem(FolderRefusal Why, string Detail);

/// <summary>A value, or the problem that stands in its place. Trouble with the disk is an <see cref="IOException"/> or an
/// <see cref="UnauthorizedAccessException"/>.</summary>
public readonly struct FolderResult<T>
    where T : class
{
    private FolderResult(T? value, FolderProblem? problem) => (Value, Problem) = (value, problem);

    public T? Value { get; }

    public FolderProblem? Problem { get; }

    /// <summary>Takes it apart: true with the value, false with the problem.</summary>
    public bool Is([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out FolderProblem? problem)
    {
        (value, problem) = (Value, Problem);
        return value is not null;
    }

#pragma warning disable CA2225 // the conversions are the constructors
    public static implicit operator FolderResult<T>(T value) => new(value, null);

    public static implicit operator FolderResult<T>(FolderProblem problem) => new(null, problem);
#pragma warning restore CA2225
}
