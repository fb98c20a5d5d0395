namespace Parley.House.Tests.Documents;

/// <summary>Every way in which something can be refused or end is explained to whoever runs a station.</summary>
public static class Troubles
{
    /// <summary>The members of that family for which the table under its heading has no row, and the rows without a member.</summary>
    public static IReadOnlyList<string> Broken<TFamily>(string heading, string document)
        where TFamily : struct, Enum
    {
        var rows = MarkdownTable.Under(heading, document).Where(r => r.All(c => c.Length > 0)).Select(r => r[0].Trim('`')).ToList();
        var members = Enum.GetNames<TFamily>().Select(Written).ToList();
        return
        [
            .. members.Except(rows).Select(m => $"{typeof(TFamily).Name}: {m} is not explained"),
            .. rows.Except(members).Select(r => $"{typeof(TFamily).Name}: there is no {r}"),
        ];
    }

    /// <summary>As the program shows it.</summary>
    private static string Written(string member) => char.ToLowerInvariant(member[0]) + member[1..];
}
