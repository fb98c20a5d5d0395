using Parley.Lines.Maps;

namespace Parley.Console.Maps;

/// <summary>Whose something on a map is. Told apart by line, hatch and word as well as by colour; none of them is green.</summary>
public enum MapSide
{
    /// <summary>Our party's.</summary>
    Ours = 1,

    /// <summary>Another member's of the line.</summary>
    Theirs,

    /// <summary>Of somebody else, or of nobody.</summary>
    Third,
}

/// <summary>How something on a map stands.</summary>
public enum MapState
{
    /// <summary>It was said, and is to come.</summary>
    Announced = 1,

    /// <summary>It was said, and its time is now.</summary>
    Active,

    /// <summary>Its time is past, or it was ended.</summary>
    Over,

    /// <summary>It was called off.</summary>
    Cancelled,

    /// <summary>It was told to nobody.</summary>
    Draft,

    /// <summary>It was seen, and fits what was announced.</summary>
    Consistent,

    /// <summary>It was seen, and differs from what was announced.</summary>
    Differs,

    /// <summary>It was seen, and nothing that was announced explains it.</summary>
    Unexplained,
}

/// <summary>One thing on a map and in the table below it.</summary>
/// <param name="Key">Its name on the page: letters, digits, <c>-</c>, <c>.</c> and <c>_</c>; none twice.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Kind">What it is, in the reader's words.</param>
/// <param name="Rings">Its outlines: <see cref="Outlines"/> makes them. A corridor is a ring too. Empty: it has no drawn edge.</param>
/// <param name="Centre">Where its label and symbol stand; alone, without rings, it is a place without extent. Null: it has no place, and stands in the table alone.</param>
/// <param name="From">When it begins; null: it is not known, and it is taken as on at any time before its end.</param>
/// <param name="Until">When it ends; null: it is not known.</param>
/// <param name="Detail">More words for the table, such as heights.</param>
/// <param name="Href">A page of the desk about it, relative to the desk.</param>
public sealed record MapItem(
    string Key,
    string Label,
    MapSide Side,
    string Kind,
    MapState State,
    IReadOnlyList<MapRing> Rings,
    MapPoint? Centre,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null,
    string? Detail = null,
    string? Href = null)
{
    /// <summary>Symbol identification code of 20 digits (MIL-STD-2525D, APP-6D) whose picture stands at the centre, with the frame that the caller chose; null: a plain
    /// mark.</summary>
    public string? Symbol { get; init; }

    /// <summary>Whose it is, as a name for the table; null: the side's word alone.</summary>
    public string? Party { get; init; }
}

/// <summary>Two things that meet: a marked place, and a line from it to each.</summary>
/// <param name="Key">Its name on the page, as with <see cref="MapItem.Key"/>; other than every item's.</param>
/// <param name="First">Key of the first item.</param>
/// <param name="Second">Key of the second item.</param>
/// <param name="Where">Where they meet, or are nearest.</param>
/// <param name="Words">How grave it is and how near, in the reader's words.</param>
/// <param name="Href">A page of the desk about it.</param>
public sealed record MapMeeting(string Key, string First, string Second, MapPoint Where, string Words, string? Href = null);
