namespace Parley.House.Tests;

/// <summary>Tables of the project's documents, which tests read as data.</summary>
public static class MarkdownTable
{
    /// <summary>The rows of the first table under that heading, a cell a column, without its head; empty when there is none.</summary>
    public static IReadOnlyList<string[]> Under(string heading, string markdown)
    {
        var rows = new List<string[]>();
        var at = false;
        foreach (var line in markdown.Split('\n'))
        {
            if (line.StartsWith('#'))
            {
                if (rows.Count > 0)
                    break;
                at = line.TrimStart('#').Trim() == heading;
            }
            else if (at && line.StartsWith('|'))
            {
                rows.Add([.. line.Trim().Trim('|').Split('|').Select(c => c.Trim())]);
            }
            else if (rows.Count > 0)
            {
                break;
            }
        }

        return [.. rows.Skip(2)];
    }

    /// <summary>The words between commas; none for a dash.</summary>
    public static string[] List(string cell) =>
        cell is "" or "-" ? [] : cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
