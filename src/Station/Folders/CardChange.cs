using Parley.Crypto;
using Parley.Ledger;
using Parley.Lines.Parties;

namespace Parley.Station.Folders;

/// <summary>Where the keys of a rotation or revocation come from and go to.</summary>
/// <param name="Passphrase">Of <c>station.key</c>.</param>
/// <param name="NextKeyFile">The next key, brought from its safe place.</param>
/// <param name="NextPassphrase">Of that file.</param>
/// <param name="NewNextKeyFile">Where the key after it goes; null: beside the folder.</param>
/// <param name="NewNextPassphrase">For that file.</param>
public sealed record CardKeys(
    string? Passphrase, string NextKeyFile, string? NextPassphrase, string? NewNextKeyFile, string? NewNextPassphrase);

/// <summary>A card that was made, and the file with the key that comes after it (null when the next key stays).</summary>
public sealed record NewCard(CardChain Chain, string? NextKeyFile);

/// <summary>New cards of an existing station. Each is valid from now on, as long as a first card. The station must not run meanwhile: it
/// reads its keys when it starts.</summary>
public static class CardChange
{
    /// <summary>Same keys, new validity, names and addresses as the settings have them; signed by the key in force.</summary>
    public static FolderResult<NewCard> Update(StationFolder folder, string? passphrase, TimeProvider time)
    {
        if (!folder.ReadSettings().Is(out var settings, out var problem) || !folder.ReadKeys(passphrase).Is(out var keys, out problem))
            return problem;
        using (keys)
        {
            var card = After(keys.Chain.Current, CardStep.Update, settings, time);
            var changed = keys with { Chain = keys.Chain.Extend(card, null, keys.Identity) };
            folder.WriteKeys(changed, passphrase);
            return new NewCard(changed.Chain, null);
        }
    }

    /// <summary>The next key takes over in good order: signed by the old key and the next. The old one is kept as retiring, for it has to
    /// close its feeds.</summary>
    public static FolderResult<NewCard> Rotate(StationFolder folder, CardKeys files, TimeProvider time) =>
        Change(folder, files, CardStep.Rotate, time);

    /// <summary>The old key is not trusted any more: signed by the next key alone. Whoever had the old key had the keys beside it in the
    /// same file, so the keys that open first keyings are new too.</summary>
    public static FolderResult<NewCard> Revoke(StationFolder folder, CardKeys files, TimeProvider time) =>
        Change(folder, files, CardStep.Revoke, time);

    private static FolderResult<NewCard> Change(StationFolder folder, CardKeys files, CardStep step, TimeProvider time)
    {
        if (!folder.ReadSettings().Is(out var settings, out var problem) ||
            !folder.ReadKeys(files.Passphrase).Is(out var keys, out problem))
            return problem;
        using var held = keys;
        var suite = keys.Suite;
        if (!NextKey.Read(files.NextKeyFile, files.NextPassphrase, suite, keys.Chain.Current.NextKey).Is(out var next, out problem))
            return problem;
        using var taking = next;
        var file = Path.GetFullPath(files.NewNextKeyFile ?? NextKey.DefaultFile(folder.Path, keys.Chain.Current.Version + 1));
        if (!NextKey.Create(folder, file, files.NewNextPassphrase, suite).Is(out var after, out problem))
            return problem;
        using var coming = after;
        using var live = step == CardStep.Revoke ? suite.GenerateKemKey() : null;
        using var exercise = step == CardStep.Revoke ? suite.GenerateKemKey() : null;
        var card = After(keys.Chain.Current, step, settings, time) with
        {
            Key = next.PublicKey,
            NextKey = Digest.Of(after.PublicKey),
            LiveKem = (live ?? keys.Live).PublicKey,
            ExerciseKem = (exercise ?? keys.Exercise).PublicKey,
        };
        var changed = keys with
        {
            Identity = next,
            Retiring = step == CardStep.Rotate ? keys.Identity : null,
            Live = live ?? keys.Live,
            Exercise = exercise ?? keys.Exercise,
            Chain = keys.Chain.Extend(card, step == CardStep.Rotate ? keys.Identity : null, next),
        };
        folder.WriteKeys(changed, files.Passphrase);
        return new NewCard(changed.Chain, file);
    }

    private static Card After(Card before, CardStep step, StationSettings settings, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return before with
        {
            Version = before.Version + 1,
            Step = step,
            Previous = before.Hash(),
            Names = [.. settings.Names.OrderBy(n => n.Key, StringComparer.Ordinal)],
            ValidFrom = Timestamp.From(now),
            ValidUntil = Timestamp.From(now + FolderInit.Validity),
            Addresses = settings.CardAddresses(),
        };
    }
}
