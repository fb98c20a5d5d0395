using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Parley.Exchange.Imports;
using Parley.Exchange.Observations;
using Parley.Exchange.Tests.Files;
using Parley.Ledger;
using Parley.Lines.Observations;

namespace Parley.Exchange.Tests.Observations;

public sealed class ObservationCsvTests
{
    private const string Head = "grading,kind,party,from,time-error,place,error,source,text";

    private const string Rows =
        $""""
        {Head}
        B2,launch,boreal,2026-11-25T14:05:00Z,30,69.3 16.0,5000,radar,"One, ""bright"" light.
        Then a second one."
        F6,flight,,2026-11-25T16:00:00+03:00,600,70.0 20.0,20000,person,

        C3,ships,boreal,2026-11-25T14:05,60,69.1 16.2,900,open,no zone

        """";

    [Fact]
    public void Rows_are_fields_with_their_place_and_a_quoted_cell_may_have_lines()
    {
        var import = ObservationCsv.Read(Rows);
        Assert.Empty(import.Problems);
        Assert.Equal(["line 2", "line 4", "line 6"], import.Rows.Select(r => r.Where));
        Assert.Equal("One, \"bright\" light.\nThen a second one.", import.Rows[0].Fields["text"].ReplaceLineEndings("\n"));
        Assert.Equal(["error", "from", "grading", "kind", "place", "source", "time-error"], import.Rows[1].Fields.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("2026-11-25T14:05", import.Rows[2].Fields["from"]);
        var read = import.Rows.Select(r => ObservationForm.Read(r.Fields, 1, "rao", new Timestamp(1_796_083_200_000)).Faults).ToList();
        Assert.Equal([0, 0, 1], read.Select(f => f.Count));
        Assert.Equal(new ObservationFault("from", ObservationFlaw.NoZone), read[2][0]);
    }

    [Fact]
    public void Every_column_is_a_field_of_the_form()
    {
        var all = ObservationCsv.Columns.ToDictionary(c => c, _ => "x", StringComparer.Ordinal);
        Assert.DoesNotContain(ObservationForm.Read(all, 1, "rao", new Timestamp(0)).Faults, f => f.Flaw == ObservationFlaw.UnknownField);
        Assert.Empty(ObservationCsv.Read(string.Join(',', ObservationCsv.Columns)).Problems);
    }

    [Fact]
    public void Lines_that_end_as_on_other_machines_and_a_mark_of_the_encoding_are_read()
    {
        var bytes = Encoding.UTF8.GetBytes("\uFEFF" + Rows.ReplaceLineEndings("\r\n"));
        var import = ObservationCsv.Read(new MemoryStream(bytes));
        Assert.Empty(import.Problems);
        Assert.Equal(("no zone", "line 6"), (import.Rows[2].Fields["text"], import.Rows[2].Where));
    }

    [Theory]
    [InlineData("kind,from,time-error,source,grading,shape,mood", "there is no field 'mood'")]
    [InlineData("kind,from,time-error,source,grading,shape,kind", "the column 'kind' stands twice")]
    [InlineData("kind,from,source,shape", "the first line lacks time-error, grading")]
    [InlineData("kind,from,time-error,source,grading,place", "the first line lacks place and error, or shape")]
    [InlineData("Kind,from,time-error,source,grading,shape", "there is no field 'Kind'")]
    [InlineData("kind,\"from,time-error", "a quote is opened here and not closed")]
    [InlineData("", "the file is empty")]
    public void A_first_line_that_is_not_sound_is_refused_by_name(string head, string words)
    {
        var import = ObservationCsv.Read($"{head}\n");
        Assert.Empty(import.Rows);
        Assert.StartsWith(words, Assert.Single(import.Problems).Words);
    }

    [Fact]
    public void What_is_wrong_with_a_row_is_told_with_its_line_and_the_others_are_read()
    {
        var import = ObservationCsv.Read($"{Head}\nB2,launch\nB2,launch,,x,1,1 1,1,radar,fine\n,,,,,,,,{new string('x', Bounds.ObservationRowLength)}\nB2,\"launch,,,\n,,,,,,,,\n");
        Assert.Equal([(3, "fine")], import.Rows.Select(r => (int.Parse(r.Where[5..]), r.Fields["text"])));
        Assert.Equal([2, 4, 5], import.Problems.Select(p => p.Line));
        Assert.Contains("cells: 2; the first line names 9", import.Problems[0].Words);
        Assert.Contains("longer than 65536 characters", import.Problems[1].Words);
        Assert.Contains("nothing after it was read", import.Problems[2].Words);
    }

    [Fact]
    public void More_rows_than_the_bound_are_not_read()
    {
        var text = new StringBuilder(Head).Append('\n').Insert(Head.Length + 1, ",,,,,,,,x\n", Bounds.ObservationRows + 5).ToString();
        var import = ObservationCsv.Read(text);
        Assert.Equal(Bounds.ObservationRows, import.Rows.Count);
        Assert.Equal((ImportFault.TooMany, Bounds.ObservationRows + 2), (Assert.Single(import.Problems).Fault, import.Problems[0].Line));
    }

    [Fact]
    public void Any_damage_gives_whole_rows_or_a_problem() => FileFuzz.Check(Rows, 1_000, text => IsWhole(ObservationCsv.Read(text), text));

    [Fact]
    public void Any_bytes_give_a_problem() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(), bytes => IsWhole(ObservationCsv.Read(new MemoryStream(bytes)), Encoding.UTF8.GetString(bytes)) is null)
        .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    /// <summary>Null when something was refused.</summary>
    private static bool? IsWhole(ObservationImport import, string text)
    {
        var lines = 1 + text.Count(c => c == '\n');
        var isSound = import.Problems.All(p => p.Line >= 1 && p.Line <= lines && p.Words.Length > 0) &&
            import.Rows.All(r => r.Fields.All(f => ObservationCsv.Columns.Contains(f.Key) && f.Value.Length > 0));
        return !isSound ? false : import.Problems.Count > 0 ? null : true;
    }
}
