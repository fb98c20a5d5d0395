using Parley.Circuits.Pouch;
using Parley.Ledger;
using Parley.Lines.Parties;

namespace Parley.Circuits.Tests.Pouch;

public sealed class PouchFolderTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("parley-pouch").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public void A_file_is_written_under_its_name_and_read_back()
    {
        var folder = new PouchFolder(_path);
        var name = Write(folder, [1, 2, 3]);
        Assert.Equal("parley-astra-boreal-20260102T030405678-039058c6.pouch", name);
        Assert.Equal(name, Write(folder, [1, 2, 3]));
        Write(folder, [4]);
        var files = folder.Read().ToList();
        Assert.Equal(2, files.Count);
        Assert.Equal([1, 2, 3], files.Single(f => f.Name == name).Content);
        Assert.All(files, f => Assert.Null(f.Refusal));
        Assert.Equal(2, Directory.GetFiles(_path).Length);
    }

    [Fact]
    public void Files_that_cannot_be_read_have_a_reason_and_others_are_left_alone()
    {
        File.WriteAllBytes(Path.Combine(_path, "a.pouch"), []);
        using (var large = File.Create(Path.Combine(_path, "b.pouch")))
        {
            large.SetLength(Bounds.PouchFileSize + 1L);
        }

        Directory.CreateDirectory(Path.Combine(_path, "d.pouch"));
        File.CreateSymbolicLink(Path.Combine(_path, "c.pouch"), Path.Combine(_path, "nowhere"));
        File.WriteAllText(Path.Combine(_path, "notes.txt"), "for the courier");
        File.WriteAllText(Path.Combine(_path, "x.pouch.part"), "half");
        Assert.Equal(
            [("a.pouch", PouchRefusal.Empty), ("b.pouch", PouchRefusal.TooLarge), ("c.pouch", PouchRefusal.Unreadable)],
            new PouchFolder(_path).Read().Select(f => (f.Name, f.Refusal!.Value)));
    }

    private static string Write(PouchFolder folder, byte[] content) => folder.Write(
        PartyId.Parse("astra")!.Value, PartyId.Parse("boreal")!.Value,
        Timestamp.From(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero)), content);
}
