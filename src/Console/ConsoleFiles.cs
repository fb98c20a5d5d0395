namespace Parley.Console;

/// <summary>Forms of files that the console itself knows nothing of; whoever puts the program together knows them.</summary>
/// <param name="Codebook">The encoding of a codebook's file; otherwise null and what is wrong with it, in words.</param>
/// <param name="OwnCodebook">The file of the codebook that comes with the program; null: none does.</param>
/// <param name="ReportPage">A silence report as a page to read and print, with the report in it.</param>
/// <param name="Aid">The sites and movements of a file, and what of it was refused; null of a file whose name shows no form. Null itself: none are taken in.</param>
public sealed record ConsoleFiles(
    Func<string, (byte[]? Encoding, string Problem)> Codebook,
    string? OwnCodebook,
    Func<byte[], byte[]> ReportPage,
    Func<AidFile, AidFileItems?>? Aid = null);
