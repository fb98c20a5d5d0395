using Parley.Control;
using Parley.Control.Codebooks;
using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Codebooks;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Operations;

/// <summary>Codebooks of this station: kept by hash, certified by a named officer. A live charter binds nobody before every party has certified its codebook:
/// here we certify ours, and our `propose` and `accept` say so to the others.</summary>
internal static class Codebooks
{
    private const int ShortHash = 8;

    public static Outcome<CodebookView> Add(OperationContext context, AddCodebook operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (Codebook.Parse(operation.Encoding) is not { } book)
            return Refuse(Refusal.FileRefused, "This is no codebook, or one that breaks a rule of codebooks.");
        var hash = book.Hash();
        if (memory.Codebooks.TryGetValue(hash, out var known))
            return new Done<CodebookView>(View(memory, known));
        if (memory.Codebooks.Count >= Bounds.Codebooks)
            return Refuse(Refusal.TooMany, "The station holds as many codebooks as it can.");
        var state = new CodebookState(book, new OfficerWord(context.Actor.Name, step.Now), null);
        Keep(step, state);
        step.Journal(JournalAct.CodebookAdded, note: state.Named.ToString(), key: operation.Key);
        return new Done<CodebookView>(View(memory, state));
    }

    public static Outcome<CodebookView> Certify(OperationContext context, CertifyCodebook operation)
    {
        var (memory, step) = (context.Memory, context.Step);
        if (Find(memory, operation.Book, out var why) is not { } state)
            return Refuse(Refusal.UnknownCodebook, why);
        if (!Digits.Matches(operation.Digits, state.Hash))
            return Refuse(Refusal.DigitsDiffer, $"The digits are not those of {Name(state.Named)}: what was checked is another codebook.");
        if (state.Certified is null)
        {
            state = state with { Certified = new OfficerWord(context.Actor.Name, step.Now) };
            Keep(step, state);
            step.Journal(JournalAct.CodebookCertified, note: state.Named.ToString(), key: operation.Key);
        }

        return new Done<CodebookView>(View(memory, state));
    }

    public static Outcome<IReadOnlyList<CodebookView>> List(OperationContext context) => new Done<IReadOnlyList<CodebookView>>(
        [.. context.Memory.Codebooks.Values.OrderBy(c => c.Named.Id, StringComparer.Ordinal).ThenBy(c => c.Named.Version).Select(c => View(context.Memory, c))]);

    public static Outcome<CodebookTexts> Show(OperationContext context, ShowCodebook operation)
    {
        if (Find(context.Memory, operation.Book, out var why) is not { } state)
            return new Refused<CodebookTexts>(Refusal.UnknownCodebook, why);
        var book = state.Book;
        var codes = book.Codes.Select(c => new CodeTexts(
            c.Number,
            c.Release == ReleaseClass.One ? "one" : "charter",
            [.. c.Blanks.Select(b => new CodeBlank(b.Name, Kind(b.Kind), b.Least, b.Most))],
            [.. c.Texts.Select((t, i) => new CodeWording(book.Languages[i], t.Title, t.Text, t.Unchecked))]));
        return new Done<CodebookTexts>(new CodebookTexts(View(context.Memory, state), [.. codes], book.Encode()));
    }

    /// <summary>The codebook of that name: <c>id/version/hash</c>, <c>id/version</c>, <c>id</c>, or a hash or its beginning; null with the reason when none or more than
    /// one fits.</summary>
    public static CodebookState? Find(StationMemory memory, string name, out string why)
    {
        var found = memory.Codebooks.Values.Where(c => c.Named.ToString() == name || $"{c.Named.Id}/{c.Named.Version}" == name || c.Named.Id == name).ToList();
        if (found.Count == 0 && name.Length >= ShortHash)
            found = [.. memory.Codebooks.Values.Where(c => c.Hash.ToString().StartsWith(name, StringComparison.Ordinal))];
        why = found.Count == 0
            ? $"This station holds no codebook '{name}'. 'codebook list' names those that it holds; 'codebook add' takes another."
            : $"'{name}' fits {found.Count} codebooks: {string.Join(", ", found.Select(c => c.Named))}.";
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>Why these terms may not be proposed or accepted by us: their codebook is not here, or a live line's is not certified. Null when they may.</summary>
    public static Writing.Why? Bar(StationMemory memory, LineMode mode, CharterTerms terms)
    {
        if (terms.Codebook is not { } hash)
            return null;
        if (!memory.Codebooks.TryGetValue(hash, out var held))
        {
            return new Writing.Why(
                Refusal.UnknownCodebook, $"The charter names the codebook {hash}, which is not at this station. Get its file and use 'codebook add'.");
        }

        return mode == LineMode.Live && held.Certified is null
            ? new Writing.Why(
                Refusal.CodebookUncertified,
                $"Nobody has certified {Name(held.Named)} for our party, and this line is live. Have its texts checked, then use 'codebook certify'.")
            : null;
    }

    /// <summary>For people: id, version and the beginning of the hash.</summary>
    public static string Name(CodebookRef book) => $"{book.Id} version {book.Version} ({book.Hash.ToString()[..ShortHash]})";

    /// <summary>The codebook of that hash as people call it; the hash alone where it is not here.</summary>
    public static string Name(IReadOnlyDictionary<Digest, CodebookState> books, Digest hash) =>
        books.TryGetValue(hash, out var held) ? Name(held.Named) : $"one that is not here ({hash.ToString()[..ShortHash]})";

    private static void Keep(Step step, CodebookState state)
    {
        // Readers outside the loop hold the one before.
        step.Memory.Codebooks = new SortedDictionary<Digest, CodebookState>(step.Memory.Codebooks) { [state.Hash] = state };
        step.Put(DocumentKind.Codebook, state.Hash.ToString(), state.Encode());
    }

    private static CodebookView View(StationMemory memory, CodebookState state) => new(
        state.Named.Id,
        state.Named.Version,
        state.Hash.ToString(),
        state.Named.ToString(),
        Digits.Of(state.Hash),
        state.Book.Languages,
        state.Book.Codes.Count,
        state.Book.UncheckedTexts,
        state.Added.Officer,
        state.Added.At.ToDateTimeOffset(),
        state.Certified?.Officer,
        state.Certified?.At.ToDateTimeOffset(),
        [.. memory.Lines.Values.Where(l => l.Fold.Current?.Terms.Codebook == state.Hash).Select(l => LineNames.HandleOf(memory, l))]);

    private static string Kind(BlankKind kind) => kind switch
    {
        BlankKind.Time => "time",
        BlankKind.Place => "place",
        BlankKind.Count => "count",
        _ => "message",
    };

    private static Refused<CodebookView> Refuse(Refusal why, string detail) => new(why, detail);
}
