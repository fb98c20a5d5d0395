using Parley.Control;
using Parley.Control.Notices;
using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Notices;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;
using LineState = Parley.Station.State.LineState;

namespace Parley.Station.Operations;

/// <summary>Notice formats of this station: those that come with the program, and those that officers added. A line uses those that its charter names by hash.</summary>
internal static class Formats
{
    private const int ShortHash = 8;

    /// <summary>Puts what comes with the program beside what is stored.</summary>
    public static void Shelve(StationMemory memory, IReadOnlyList<NoticeFormat> shelf)
    {
        foreach (var state in shelf.Select(f => new FormatState(f, null)))
            memory.Formats.TryAdd(state.Hash, state);
    }

    public static Outcome<FormatView> Add(OperationContext context, AddFormat operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (NoticeFormat.Parse(operation.Encoding) is not { } format)
            return Refuse(Refusal.FileRefused, "This is no notice format, or one that breaks a rule of formats.");
        if (memory.Formats.TryGetValue(format.Hash(), out var known))
            return new Done<FormatView>(View(memory, known, null));
        if (memory.Formats.Count >= Bounds.NoticeFormats)
            return Refuse(Refusal.TooMany, "The station holds as many notice formats as it can.");
        var state = new FormatState(format, new OfficerWord(context.Actor.Name, step.Now));
        Keep(step, state);
        step.Journal(JournalAct.FormatAdded, note: state.Named.ToString(), key: operation.Key);
        return new Done<FormatView>(View(memory, state, null));
    }

    public static Outcome<IReadOnlyList<FormatView>> List(OperationContext context, ListFormats operation)
    {
        var memory = context.Memory;
        var all = memory.Formats.Values.AsEnumerable();
        if (operation.Line is { } name)
        {
            if (LineNames.Find(memory, name, out var refused) is not { } line)
                return new Refused<IReadOnlyList<FormatView>>(refused.Why, refused.Detail);
            all = Of(memory, line);
        }

        return new Done<IReadOnlyList<FormatView>>(
            [.. all.OrderBy(f => f.Named.Id, StringComparer.Ordinal).ThenBy(f => f.Named.Version).Select(f => View(memory, f, operation.Language))]);
    }

    public static Outcome<FormatTexts> Show(OperationContext context, ShowFormat operation) => Find(context.Memory, operation.Format, out var why) is { } state
        ? new Done<FormatTexts>(new FormatTexts(View(context.Memory, state, operation.Language), state.Format.Encode()))
        : new Refused<FormatTexts>(Refusal.UnknownFormat, why);

    /// <summary>Formats that the charter of the line names and that are here.</summary>
    public static IEnumerable<FormatState> Of(StationMemory memory, LineState line) =>
        (line.Fold.Current ?? line.Fold.Founding!).Terms.Formats.Select(memory.Formats.GetValueOrDefault).OfType<FormatState>();

    /// <summary>The format of that name: <c>id/version/hash</c>, <c>id/version</c>, <c>id</c> (its newest version here), or a hash or its beginning; null with the reason when
    /// none or more than one fits.</summary>
    public static FormatState? Find(StationMemory memory, string name, out string why)
    {
        var found = memory.Formats.Values.Where(f => f.Named.ToString() == name || $"{f.Named.Id}/{f.Named.Version}" == name).ToList();
        if (found.Count == 0)
            found = [.. memory.Formats.Values.Where(f => f.Named.Id == name).GroupBy(f => f.Named.Version).OrderByDescending(g => g.Key).Take(1).SelectMany(g => g)];
        if (found.Count == 0 && name.Length >= ShortHash)
            found = [.. memory.Formats.Values.Where(f => f.Hash.ToString().StartsWith(name, StringComparison.Ordinal))];
        why = found.Count == 0
            ? $"This station holds no notice format '{name}'. 'notice formats' names those that it holds; 'notice add-format' takes another."
            : $"'{name}' fits {found.Count} formats: {string.Join(", ", found.Select(f => f.Named))}.";
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The format of that id that the charter of the line names; null with the reason when it names none.</summary>
    public static FormatState? Find(StationMemory memory, LineState line, string name, out string why)
    {
        List<FormatState> agreed = [.. Of(memory, line)];
        var found = agreed.Find(f => f.Named.Id == name || $"{f.Named.Id}/{f.Named.Version}" == name || f.Named.ToString() == name);
        why = agreed.Count == 0
            ? "The charter of this line names no notice formats. 'line amend --notice-format' proposes some."
            : $"The charter of this line names no format '{name}'; it names {string.Join(", ", agreed.Select(f => f.Named.Id).Order(StringComparer.Ordinal))}.";
        return found;
    }

    /// <summary>The hashes of formats by their names, in order; null with the reason when one is not here, or two have the same id.</summary>
    public static IReadOnlyList<Digest>? Named(StationMemory memory, IReadOnlyList<string> names, out string why)
    {
        why = "";
        var found = new SortedDictionary<Digest, FormatState>();
        foreach (var name in names)
        {
            if (Find(memory, name, out why) is not { } state)
                return null;
            found[state.Hash] = state;
        }

        var twice = found.Values.GroupBy(f => f.Named.Id).FirstOrDefault(g => g.Count() > 1)?.Key;
        why = twice is null ? "" : $"A charter names one version of a format; '{twice}' stands twice.";
        return twice is null ? [.. found.Keys] : null;
    }

    /// <summary>Why these terms may not be proposed or accepted by us: a format that they name is not here. Null when they may; what came with the program is stored
    /// then, so that a newer program does not lose it.</summary>
    public static Writing.Why? Hold(Step step, CharterTerms terms)
    {
        var memory = step.Memory;
        var missing = terms.Formats.Where(f => !memory.Formats.ContainsKey(f)).ToList();
        if (missing.Count > 0)
        {
            return new Writing.Why(
                Refusal.UnknownFormat,
                $"The charter names notice formats that are not at this station: {string.Join(", ", missing)}. Get their files and use 'notice add-format'.");
        }

        bool IsStored(FormatState state) => state.Added is not null || memory.DocumentRows.ContainsKey((DocumentKind.NoticeFormat, state.Hash.ToString()));
        foreach (var state in terms.Formats.Select(f => memory.Formats[f]).Where(f => !IsStored(f)))
            Keep(step, state);
        return null;
    }

    /// <summary>For people: id, version and the beginning of the hash.</summary>
    public static string Name(FormatRef format) => $"{format.Id} version {format.Version} ({format.Hash.ToString()[..ShortHash]})";

    private static void Keep(Step step, FormatState state)
    {
        // Readers outside the loop hold the one before.
        step.Memory.Formats = new SortedDictionary<Digest, FormatState>(step.Memory.Formats) { [state.Hash] = state };
        step.Put(DocumentKind.NoticeFormat, state.Hash.ToString(), state.Encode());
    }

    private static FormatView View(StationMemory memory, FormatState state, string? language)
    {
        var format = state.Format;
        return new FormatView(
            format.Id, format.Version, state.Hash.ToString(), state.Named.ToString(), format.Number, format.Titles[format.LanguageFor(language)], format.Basis, format.Effect,
            format.Regards, format.Languages, format.Officers, format.Voluntary, format.Alarm, format.Clocks.Lead, format.Clocks.Answer, format.Clocks.Completion,
            format.Addressees, state.Added?.Officer, state.Added?.At.ToDateTimeOffset(),
            [.. memory.Lines.Values.Where(l => l.Fold.Current?.Terms.Formats.Contains(state.Hash) == true).Select(l => LineNames.HandleOf(memory, l))]);
    }

    private static Refused<FormatView> Refuse(Refusal why, string detail) => new(why, detail);
}
