using System.Collections.Immutable;
using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Charters;
using Parley.Lines.PublicWarnings;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.PublicWarnings;

/// <summary>What the loop knows of public warnings: all but their words, which are in the store.</summary>
internal sealed class WarningBook
{
    private readonly Dictionary<Digest, int> prints = [];

    /// <summary>Replaced when one is kept, never changed: any thread may read it.</summary>
    public HeldWarnings Held { get; private set; } = new(ImmutableSortedDictionary<int, PublicWarning>.Empty);

    /// <summary>Number of the last one; 0: there is none.</summary>
    public int Last => Held.Last;

    /// <summary>Whether one that says the same is kept.</summary>
    public bool Knows(PublicWarning warning) => prints.ContainsKey(warning.Print);

    /// <summary>Reads one at start.</summary>
    public bool Take(string id, byte[] bytes)
    {
        if (PublicWarning.Parse(id, bytes) is not { } warning)
            return false;
        Hold([warning], []);
        return true;
    }

    /// <summary>Keeps those, and lets others go that ended long ago where there is no room. Null: there is none; else how many went.</summary>
    public int? Keep(Step step, IReadOnlyList<PublicWarning> warnings)
    {
        var past = Past(Held.All.Count + warnings.Count - Bounds.Warnings, step.Now);
        if (past is null)
            return null;
        foreach (var gone in past)
            step.Remove(DocumentKind.PublicWarning, PublicWarning.IdOf(gone));
        foreach (var warning in warnings)
            step.Put(DocumentKind.PublicWarning, warning.Id, warning.Encode());
        Hold(warnings, past);
        return past.Count;
    }

    /// <summary>The numbers of so many that may go; null: so many there are not. The last number stays, for numbers are given once.</summary>
    private List<int>? Past(int count, Timestamp now)
    {
        if (count <= 0)
            return [];
        var since = (now - TimeSpan.FromDays(Bounds.WarningsEndedDays)).ToDateTimeOffset();
        List<int> past =
        [
            .. Enum.GetValues<LineMode>().SelectMany(Held.Of).Select(w => (w.Warning.Number, End: w.Closed ?? w.Warning.Ends ?? w.Warning.At.ToDateTimeOffset()))
                .Where(w => w.End < since && w.Number != Last).OrderBy(w => w.End).ThenBy(w => w.Number).Take(count).Select(w => w.Number),
        ];
        return past.Count == count ? past : null;
    }

    private void Hold(IReadOnlyList<PublicWarning> warnings, IReadOnlyList<int> gone)
    {
        foreach (var warning in warnings)
            prints.TryAdd(warning.Print, warning.Number);
        foreach (var print in gone.Count == 0 ? [] : prints.Where(p => gone.Contains(p.Value)).Select(p => p.Key).ToList())
            prints.Remove(print);
        Held = new HeldWarnings(Held.All.RemoveRange(gone).SetItems(warnings.Select(w => KeyValuePair.Create(w.Number, Bare(w)))));
    }

    /// <summary>Without its words, and of its remarks only that there are some.</summary>
    private static PublicWarning Bare(PublicWarning warning) => warning with { Words = "", Remarks = warning.Remarks.Count > 0 ? [""] : [] };
}

/// <summary>The public warnings of a station at one moment, without their words. Never changed; any thread.</summary>
internal sealed class HeldWarnings(ImmutableSortedDictionary<int, PublicWarning> all)
{
    private readonly Lazy<IReadOnlyList<StandingWarning>>[] standing =
    [
        .. Enum.GetValues<LineMode>().Order().Select(m => new Lazy<IReadOnlyList<StandingWarning>>(() => WarningFold.Of([.. all.Values.Where(w => w.Mode == m)]))),
    ];

    /// <summary>By number.</summary>
    public ImmutableSortedDictionary<int, PublicWarning> All => all;

    public int Last => all.IsEmpty ? 0 : all.Keys.Last();

    /// <summary>Those of a mode in the order of their numbers, with what later ones closed.</summary>
    public IReadOnlyList<StandingWarning> Of(LineMode mode) => standing[(int)mode].Value;
}
