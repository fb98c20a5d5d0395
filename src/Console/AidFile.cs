using Parley.Control.Activities;
using Parley.Lines.Activities;

namespace Parley.Console;

/// <summary>A file of sites and movements, and what is taken where it leaves something out.</summary>
/// <param name="Name">It shows in which form it is: *.csv, *.geojson, *.json.</param>
/// <param name="From">The beginning of items that state none.</param>
/// <param name="Expires">The expiry of items that state none; null: such items are refused.</param>
/// <param name="Contact">The contact of items that state none; null: such items are refused.</param>
/// <param name="IsExercise">Of the line.</param>
public sealed record AidFile(string Name, byte[] Bytes, DateTimeOffset From, DateTimeOffset? Expires, string? Contact, bool IsExercise);

/// <summary>A site or movement of a file, ready to be notified.</summary>
/// <param name="Where">Where it stands in the file.</param>
/// <param name="Volume">As a text (docs/formats/volume.md).</param>
/// <param name="Language">Of the words beside it.</param>
/// <param name="Remarks">What was mended or assumed, in words.</param>
/// <param name="IsBeginAssumed">The file does not say when it begins.</param>
public sealed record AidFileItem(
    string Where,
    ActivityKind Kind,
    string Title,
    string Contact,
    string Volume,
    AidInput Aid,
    string? Language,
    string? Text,
    IReadOnlyList<string> Remarks,
    bool IsBeginAssumed = false);

/// <summary>What a file of sites and movements gave.</summary>
/// <param name="Problems">What was refused, in words, each with its place in the file.</param>
public sealed record AidFileItems(IReadOnlyList<AidFileItem> Items, IReadOnlyList<string> Problems);
