using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Parley.Exchange.Humanitarian;
using Parley.Exchange.Tests.Files;
using Parley.Volumes.Texts;

namespace Parley.Exchange.Tests.Humanitarian;

/// <summary>Whatever the bytes, a reader of sites and movements gives whole items and problems with lines that the file has; it never throws.</summary>
public sealed class AidFuzzTests
{
    [Fact]
    public void AnyDamageToRows_GivesWholeItemsOrAProblem() => FileFuzz.Check(AidFilesTests.Rows, 1_000, text => IsWhole(AidCsv.Read(text, AidFilesTests.Defaults), text));

    [Fact]
    public void AnyDamageToFeatures_GivesWholeItemsOrAProblem() =>
        FileFuzz.Check(AidFilesTests.Features, 1_000, text => IsWhole(AidGeoJson.Read(text, AidFilesTests.Defaults), text));

    [Fact]
    public void AnyBytes_GiveAProblemOrNothing() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        var text = Encoding.UTF8.GetString(bytes);
        return IsWhole(AidCsv.Read(new MemoryStream(bytes), AidFilesTests.Defaults), text) != false &&
            IsWhole(AidGeoJson.Read(new MemoryStream(bytes), AidFilesTests.Defaults), text) != false;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    /// <summary>Null when something was refused.</summary>
    private static bool? IsWhole(AidImport import, string text)
    {
        var lines = 1 + text.ReplaceLineEndings("\n").Count(c => c == '\n');
        var isSound = import.Problems.All(p => p.Line >= 1 && p.Line <= lines && p.Words.Length > 0) &&
            import.Items.All(i => i.Content is { Title.Length: > 0, Contact.Length: > 0, Aid: not null } &&
                VolumeText.TryParse(i.Volume, out var volume, out _) && volume == i.Content.Volumes[0]);
        return !isSound ? false : import.Problems.Count > 0 ? null : true;
    }
}
