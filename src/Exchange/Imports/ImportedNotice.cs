using Parley.Volumes;

namespace Parley.Exchange.Imports;

/// <summary>What a notice does to earlier ones.</summary>
public enum NoticeKind
{
    New = 1,

    /// <summary>It takes the place of those that it names.</summary>
    Replacement = 2,

    /// <summary>It ends those that it names, and announces nothing.</summary>
    Cancellation = 3,
}

/// <summary>What a notice is about, as far as the report keeps them apart.</summary>
public enum NoticeClass
{
    /// <summary>A NOTAM about airspace or a warning to pilots: its subject begins with R or W.</summary>
    Airspace = 1,

    /// <summary>A navigational warning of firing, launches, gunnery, missiles, exercises or what is called hazardous operations.</summary>
    Firing = 2,
    Other = 3,
}

/// <summary>Where the shapes of a notice are from.</summary>
public enum ShapeOrigin
{
    /// <summary>From the words of the notice: exact.</summary>
    Text = 1,

    /// <summary>The circle of the Q line, which holds the area and more: whole minutes and whole miles.</summary>
    QLine = 2,

    /// <summary>The drawing that stands beside the words in the file.</summary>
    Geometry = 3,
    None = 4,
}

/// <summary>What became of the times that a notice states within its validity.</summary>
public enum WindowOrigin
{
    /// <summary>Stated and read.</summary>
    Read = 1,

    /// <summary>Stated and read but for a part, for which more was taken: sunset, a holiday.</summary>
    Part = 2,

    /// <summary>Stated and not read: the whole validity is taken.</summary>
    Unread = 3,

    /// <summary>None stated: the validity is the window.</summary>
    Unstated = 4,
}

/// <summary>A notice of somebody else, as it was read.</summary>
/// <param name="Number">As the author counts: <c>A1234/23</c>, <c>HYDROLANT 215/16</c>; empty where the file has none.</param>
/// <param name="Refers">Numbers of the notices that it replaces or cancels.</param>
/// <param name="Subject">A NOTAM's code (<c>QRTCA</c>), a warning's heading, a drawing's name.</param>
/// <param name="Validity">Null for a cancellation.</param>
/// <param name="Original">The words as written.</param>
/// <param name="Line">Line of the file, from 1.</param>
public sealed record ImportedNotice(
    string Number,
    NoticeKind Kind,
    IReadOnlyList<string> Refers,
    string Subject,
    NoticeClass Class,
    DateTimeOffset? Issued,
    Window? Validity,
    IReadOnlyList<Volume> Volumes,
    ShapeOrigin Shape,
    WindowOrigin Windows,
    string Original,
    IReadOnlyList<ImportRemark> Remarks,
    int Line);
