using FsCheck;
using FsCheck.Fluent;

namespace Parley.Exchange.Tests.Files;

/// <summary>Damages a text file at random: lines are left out, doubled, moved or indented otherwise, characters replaced. A reader may refuse it with a line that the
/// file has, or read something that is whole; it never throws.</summary>
internal static class FileFuzz
{
    private const string Telling = "{}[]:-#&*!|>'\"%@,?~ \t\n0aя中ع\u202e\ud800";

    private enum Damage
    {
        LeaveOut,
        Double,
        Indent,
        Replace,
        Insert,
    }

    /// <param name="isWhole">Whether what was read is whole; null when the file was refused.</param>
    public static void Check(string valid, int rounds, Func<string, bool?> isWhole)
    {
        Assert.True(isWhole(valid));
        var (accepted, refused) = (0, 0);
        Prop.ForAll(Damaged(valid).ToArbitrary(), text =>
        {
            var whole = isWhole(text);
            (accepted, refused) = whole is null ? (accepted, refused + 1) : (accepted + 1, refused);
            return whole != false;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(rounds));
        Assert.True(accepted > 0 && refused > 0);
    }

    private static Gen<string> Damaged(string valid)
    {
        var blow =
            from kind in Gen.Elements(Enum.GetValues<Damage>())
            from position in Gen.Choose(0, int.MaxValue)
            from sign in Gen.Elements(Telling.ToCharArray())
            select (kind, position, sign);
        return
            from count in Gen.Choose(1, 2)
            from blows in blow.ListOf(count)
            select blows.Aggregate(valid, (text, b) => Strike(text, b.kind, b.position, b.sign));
    }

    private static string Strike(string text, Damage kind, int position, char sign)
    {
        if (text.Length == 0)
            return text;
        if (kind is Damage.Replace or Damage.Insert)
        {
            var at = position % text.Length;
            return text[..at] + sign + text[(kind == Damage.Replace ? at + 1 : at)..];
        }

        var lines = text.Split('\n').ToList();
        var line = position % lines.Count;
        if (kind == Damage.LeaveOut)
            lines.RemoveAt(line);
        else if (kind == Damage.Double)
            lines.Insert(line, lines[line]);
        else
            lines[line] = "  " + lines[line];
        return string.Join('\n', lines);
    }
}
