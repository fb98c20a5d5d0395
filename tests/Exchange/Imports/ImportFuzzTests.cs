using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Parley.Exchange.Drawings;
using Parley.Exchange.Imports;
using Parley.Exchange.Notams;
using Parley.Exchange.Tests.Drawings;
using Parley.Exchange.Tests.Notams;
using Parley.Exchange.Tests.Warnings;
using Parley.Exchange.Warnings;

namespace Parley.Exchange.Tests.Imports;

/// <summary>Whatever the bytes, a reader gives notices and problems with lines that the file has; it never throws.</summary>
public sealed class ImportFuzzTests
{
    private static readonly (string Name, byte[] Valid, Func<Stream, Import> Read)[] Readers =
    [
        ("text", NotamFilesTests.Bytes(NotamTextTests.Whole), NotamText.Read),
        ("bulletin", NotamFilesTests.Bytes(NotamFilesTests.Bulletin), NotamBulletin.Read),
        ("archive", NotamFilesTests.Bytes(NotamFilesTests.Line + "\n" + NotamFilesTests.Line), NotamArchive.Read),
        ("features", NotamFilesTests.Bytes(WarningFileTests.Feature(WarningFileTests.Text)), WarningFile.Read),
        ("warning", NotamFilesTests.Bytes(WarningFileTests.Text), s => ImportBytes.Read(s, out var problem) is { } text ? WarningFile.ReadText(text) : Import.Refused(problem!)),
        ("geojson", NotamFilesTests.Bytes(DrawingFilesTests.Collection), s => GeoJsonFile.Read(s, DrawingFilesTests.Assumed)),
        ("csv", NotamFilesTests.Bytes(DrawingFilesTests.Rows), s => CsvFile.Read(s, DrawingFilesTests.Assumed)),
    ];

    private static readonly string[] Pieces =
    [
        "0", "9", "99999999999", "2400", "000", "-", "/", ")", "(", "\"", "\\u0000", "<", "&lt;", "]]>", "{", "[", ",", "\n", " ",
        "N", "W", "E", "S", "Z", " TO ", " THRU ", " AND ", " UNTIL ", " EXCEPT ",
        " DAILY ", " ALTERNATE ", " SUNRISE ", " 31 FEB ", " 00 JAN 00 ", "310000Z", "9999N 18000W", "9000N 18000E", "5100N00100W",
        "ARC CENTRED ON ", " RADIUS ", "50000NM", " BETWEEN ", " EITHER SIDE OF ",
        "SR-SS", "EXC ", "PERM", "EST", "FL999", "-1FT AMSL", "UNL", "é", "ß", "İ", "\u202e", "😀", "null", "1e999",
    ];

    public static TheoryData<string> Names => [.. Readers.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void AnyDamage_GivesNoticesAndProblems(string name)
    {
        var (_, valid, read) = Readers.Single(r => r.Name == name);
        Assert.NotEmpty(NotamFilesTests.FromBytes(valid, read).Notices);
        var blow =
            from kind in Gen.Choose(0, 3)
            from position in Gen.Choose(0, int.MaxValue)
            from length in Gen.Choose(1, 12)
            from piece in Gen.Elements(Pieces)
            from value in Gen.Choose(0, 255)
            select (kind, position, length, piece, (byte)value);
        var damaged =
            from count in Gen.Choose(1, 4)
            from blows in blow.ListOf(count)
            select blows.Aggregate(valid, Strike);
        Prop.ForAll(damaged.ToArbitrary(), bytes => IsWhole(NotamFilesTests.FromBytes(bytes, read), bytes)).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AnyBytes_GiveNoticesAndProblems(string name)
    {
        var read = Readers.Single(r => r.Name == name).Read;
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => IsWhole(NotamFilesTests.FromBytes(bytes, read), bytes)).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void AnyPieces_AreReadInTimeThatGrowsWithTheText()
    {
        // Patterns that try every way of splitting would not come to an end here.
        foreach (var piece in Pieces.Append("A. ").Append("5100N ").Append("AREA (").Append("CANCEL ").Append("X "))
        {
            var text = string.Concat(Enumerable.Repeat(piece, 15_000 / Math.Max(1, piece.Length)));
            NotamText.Read(NotamTextTests.Whole.Replace("FIRING", text, StringComparison.Ordinal));
            WarningFile.ReadText(WarningFileTests.Text.Replace("DNC 01.", text, StringComparison.Ordinal));
        }
    }

    private static bool IsWhole(Import import, byte[] bytes)
    {
        var lines = 1 + Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").Count(c => c == '\n');
        return import.Notices.All(n => n.Line >= 1 && n.Line <= lines && n.Volumes.All(v => v.Shapes.Count > 0) && (n.Validity is not null || n.Kind == NoticeKind.Cancellation))
            && import.Problems.All(p => p.Line >= 1 && p.Line <= lines && p.Words.Length > 0)
            && ImportReport.Of(import).Parsed == import.Notices.Count;
    }

    private static byte[] Strike(byte[] bytes, (int Kind, int Position, int Length, string Piece, byte Value) blow)
    {
        if (bytes.Length == 0)
            return bytes;
        var at = blow.Position % bytes.Length;
        var end = Math.Min(bytes.Length, at + blow.Length);
        return blow.Kind switch
        {
            0 => [.. bytes[..at], .. bytes[end..]],
            1 => [.. bytes[..at], .. Encoding.UTF8.GetBytes(blow.Piece), .. bytes[at..]],
            2 => [.. bytes[..at], .. Encoding.UTF8.GetBytes(blow.Piece), .. bytes[end..]],
            _ => [.. bytes[..at], blow.Value, .. bytes[(at + 1)..]],
        };
    }
}
