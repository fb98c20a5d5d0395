using Parley.Control.Stations;

namespace Parley.Console.Journal;

/// <summary>What an auditor looks for; empty: everything.</summary>
/// <param name="Line">A line's id.</param>
internal sealed record JournalFilter(string Officer, string Act, string Line)
{
    public bool IsNone => Officer.Length + Act.Length + Line.Length == 0;

    public bool Fits(JournalView record) =>
        (Officer.Length == 0 || string.Equals(record.Officer, Officer, StringComparison.OrdinalIgnoreCase)) &&
        (Act.Length == 0 || record.Act.Contains(Act, StringComparison.OrdinalIgnoreCase)) && (Line.Length == 0 || record.Line == Line);
}

/// <summary>A page of the journal, newest first.</summary>
/// <param name="Before">For the page of what is older; null: there is none.</param>
internal sealed record JournalFound(IReadOnlyList<JournalView> Records, long? Before);

/// <summary>Reads the journal backward, which the station gives forward from a number.</summary>
/// <param name="read">A stretch; null when the station did not answer.</param>
internal sealed class JournalSearch(Func<ReadJournal, Task<IReadOnlyList<JournalView>?>> read)
{
    private long end;

    /// <summary>The number that the next record will have. Later searches go on from where the last one ended.</summary>
    public async Task<long> End()
    {
        var step = (long)Bounds.JournalStretch;
        while (await Has(end + step))
        {
            end += step;
            step *= 2;
        }

        // The end lies between here and one step on.
        while (step > Bounds.JournalStretch)
        {
            step /= 2;
            if (await Has(end + step))
                end += step;
        }

        while (await read(new ReadJournal(end, Bounds.JournalStretch)) is { Count: > 0 } rest)
            end = rest[^1].Index + 1;
        return end;
    }

    /// <summary>The last records before <paramref name="before"/> that fit. Of a long journal with few of them it gives up after a while; its cursor leads on.</summary>
    public async Task<JournalFound> Find(JournalFilter filter, long? before)
    {
        var upTo = before ?? await End();
        var found = new List<JournalView>();
        for (var stretch = 0; stretch < Bounds.JournalStretches && upTo > 0; stretch++)
        {
            var from = Math.Max(0, upTo - Bounds.JournalStretch);
            if (await read(new ReadJournal(from, (int)(upTo - from))) is not { } records)
                break;
            foreach (var record in records.Reverse().Where(filter.Fits))
            {
                if (found.Count == Bounds.JournalPage)
                    return new JournalFound(found, found[^1].Index);
                found.Add(record);
            }

            upTo = from;
        }

        return new JournalFound(found, upTo > 0 ? upTo : null);
    }

    private async Task<bool> Has(long index) => await read(new ReadJournal(index, 1)) is { Count: > 0 };
}
