using System.Globalization;
using Parley.Control;
using Parley.Control.Codebooks;
using Parley.Control.Codes;
using Parley.Control.Lines;
using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Codebooks;
using Parley.Lines.Entries;
using LineState = Parley.Station.State.LineState;

namespace Parley.Testing.Simulation.Nouns;

/// <summary>Codebooks in charters, and code messages. Some stations know one version at first, and lines change from one to the other while words are under way.</summary>
internal sealed class CodeNoun(SimulatedWorld world) : Noun(world)
{
    private static readonly Refusal[] ForBlanks = [Refusal.BlanksWrong, .. ForBook];
    private readonly HashSet<(SimulatedStation At, Digest Book)> certified = [];
    private readonly bool isLive = world.Dice.Chance(0.4);

    // What the charter names may change, and a station that was set back may have lost its book.
    private static Refusal[] ForBook => [Refusal.UnknownCodebook, Refusal.CodebookDiffers, Refusal.UnknownCode];

    public override bool AsksForLive => isLive;

    public override void Prepare(Beginning beginning)
    {
        foreach (var station in World.Stations)
        {
            foreach (var book in SimulatedBook.Versions.Where(b => b.Version == 1 || Dice.Chance(0.6)))
            {
                beginning.Do(station, new AddCodebook(book.Encode()));
                if (!isLive || (book.Version > 1 && Dice.Chance(0.5)))
                    continue;
                certified.Add((station, book.Hash()));
                beginning.Do(station, new CertifyCodebook(book.Hash().ToString(), Digits.Of(book.Hash())));
            }
        }
    }

    public override TermsView With(TermsView terms) => terms with
    {
        Codebook = "sim/1",
        Release = Dice.Chance(0.5) ? $"{terms.Release},code=2" : terms.Release,
    };

    public override void Act(SimulatedStation station, string officer)
    {
        switch (Dice.Below(20))
        {
            case 0:
                Keep(station, officer, Dice.Pick(SimulatedBook.Versions));
                break;
            case 1 or 2 when OpenLine(station) is { } line:
                World.Officers.Ask(station, officer, new AmendLine(line.Id.ToString(), new TermsView(Codebook: Dice.Pick(["sim/1", "sim/2", "sim/2", ""]))), _ => { });
                break;
            case 3 or 4:
                World.Officers.Ask(station, officer, new ListLines(Pending: true), o => World.Script.AnswerAll(station, officer, o));
                break;
            case 5 or 6 or 7 or 8:
                SayWrongly(station, officer);
                break;
            default:
                if (Dice.PickAny(station.Core!.Memory.Lines.Values.Where(l => l.Fold.IsOpen && BookOf(l) is not null).ToList()) is { } coded)
                    SayRightly(station, officer, coded, BookOf(coded)!);
                break;
        }
    }

    public override void ActAtLast(SimulatedStation station, LineState line)
    {
        if (BookOf(line) is { } book)
            World.Officers.Ask(station, "ann", new AddCodebook(book.Encode()), _ => SayRightly(station, "ann", line, book, isLast: true));
    }

    private void Keep(SimulatedStation station, string officer, Codebook book)
    {
        World.Officers.Ask(station, officer, new AddCodebook(book.Encode()), _ => { });
        if (!Dice.Chance(0.5))
            return;
        if (Dice.Chance(0.7))
        {
            certified.Add((station, book.Hash()));
            World.Officers.Ask(station, officer, new CertifyCodebook(book.Hash().ToString(), Digits.Of(book.Hash())), _ => { });
        }
        else
        {
            // The digits of the other paper.
            var other = SimulatedBook.Versions.First(b => b.Version != book.Version);
            World.Officers.Ask(station, officer, new CertifyCodebook(book.Hash().ToString(), Digits.Of(other.Hash())), outcome =>
            {
                if (outcome is Done<CodebookView>)
                    throw World.Failure($"{station.Party} certified {book.Named()} by the digits of another");
            });
        }
    }

    private void SayRightly(SimulatedStation station, string officer, LineState line, Codebook book, bool isLast = false)
    {
        var ours = Dice.PickAny(World.Script.Spoken.Where(s => s.Author == station && s.Line == line.Id && s.Released is { } r && line.Heads.Covers(r)).ToList());
        var code = Dice.Pick(book.Codes.Where(c => ours is not null || c.Blanks.All(b => b.Kind != BlankKind.Message)).ToList());
        var said = new SaidCode(station, line.Id, World.Script.NextNumber(), code.Number)
        {
            IsLast = isLast,
            Names = Dice.Chance(0.4) ? $"{book.Id}/{(isLast || Dice.Chance(0.8) ? book.Version : 3 - book.Version)}" : null,
            Perhaps = isLast ? [] : [.. ForBook, .. PerhapsOf(station, code)],
        };
        foreach (var blank in code.Blanks)
            Fill(said, blank, ours);
        Ask(said, officer, code.Number);
    }

    // What is right in one version is not in the other where the blanks differ; a message of ours may be gone from a store that was set back.
    private static Refusal[] PerhapsOf(SimulatedStation station, Code code) =>
        [.. code.Number == 20 ? [Refusal.BlanksWrong] : Array.Empty<Refusal>(), .. station.Restores > 0 ? [Refusal.RegardsUnknown] : Array.Empty<Refusal>()];

    private void Fill(SaidCode said, Blank blank, Spoken? ours)
    {
        switch (blank.Kind)
        {
            case BlankKind.Place:
                said.Fill(blank.Name, Dice.Chance(0.5) ? said.Mark : $"“{said.Mark}”", $"“{said.Mark}”");
                break;
            case BlankKind.Count:
                var count = Dice.Between(blank.Least, blank.Most).ToString(CultureInfo.InvariantCulture);
                said.Fill(blank.Name, count, count);
                break;
            case BlankKind.Time:
                var at = In(said.Author, Dice.Between(0, 86_400_000)).UtcDateTime;
                said.Fill(
                    blank.Name, at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), at.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture));
                break;
            default:
                var entry = ours!.Released!.Value;
                var number = string.Create(CultureInfo.InvariantCulture, $"{(entry.Lane == Lane.Urgent ? 'U' : 'O')}{entry.Index}-{entry.Generation.ToString()[..4]}");
                said.Fill(blank.Name, Dice.Chance(0.7) ? number : entry.ToString(), number);
                break;
        }
    }

    private void SayWrongly(SimulatedStation station, string officer)
    {
        if (OpenLine(station, ofCrews: Dice.Chance(0.1)) is not { } line)
            return;
        var (number, reasons) = Dice.Pick([(99, ForBook), (10, ForBlanks), (10, ForBlanks), (30, [Refusal.RegardsUnknown, .. ForBlanks])]);
        var said = new SaidCode(station, line.Id, World.Script.NextNumber(), number) { Wrong = reasons };
        said.Fill("where", said.Mark, "");
        if (number == 30)
        {
            // No number, nobody's, one of another party, one that is no word of officers.
            var theirs = World.Script.Spoken.FirstOrDefault(s => s.Author != station && s.Line == line.Id && s.Released is not null)?.Released;
            said.Fill("message", Dice.Pick(["7", "U999999", theirs?.ToString() ?? "O1-zzzz", "U0"]), "");
        }
        else if (number == 10 && Dice.Chance(0.8))
        {
            said.Fill("count", Dice.Pick(["0", "100", "ten", "-1", "2030-01-01T00:00Z", ""]), "");
        }
        else if (number == 10)
        {
            // Left open, filled twice, or one that is not there.
            foreach (var name in Dice.Pick<string[]>([[], ["count", "count"], ["count", "why"]]))
                said.Fill(name, "5", "");
        }

        Ask(said, officer, number);
    }

    private void Ask(SaidCode said, string officer, int number)
    {
        var (line, precedence) = (said.Line.ToString(), Dice.Pick(Enum.GetValues<Precedence>()));
        var language = Dice.Chance(0.5) ? Dice.Pick(SimulatedBook.Languages) : null;
        if (Dice.Chance(0.6))
            Say(said, officer, new SendCode(line, number, said.Typed, precedence, said.Names, Language: language));
        else
            Say(said, officer, new DraftCode(line, number, said.Typed, precedence, said.Names, Language: language), isDraft: true);
    }

    private static Codebook? BookOf(LineState line) => SimulatedBook.Find(line.Fold.Current?.Terms.Codebook);

    public override void Check(Readings readings)
    {
        foreach (var (line, members) in readings.Lines)
        {
            foreach (var member in members)
            {
                AllCertified(member.Core!.Memory.Lines[line], members);
                foreach (var language in member.Core.Memory.Codebooks.Count > 0 ? SimulatedBook.Languages.Append("fr") : [])
                    Read(readings, line, member, language);
            }
        }
    }

    /// <summary>No live line works by a book that somebody on it has not certified.</summary>
    private void AllCertified(LineState line, IReadOnlyList<SimulatedStation> members)
    {
        foreach (var hash in line.Mode == LineMode.Live ? line.Fold.InForce.Select(c => c.Terms.Codebook).OfType<Digest>() : [])
        {
            if (members.FirstOrDefault(m => line.Fold.Founding!.Names(m.Party) && !certified.Contains((m, hash))) is { } other)
                throw World.Failure($"live line {line.Id} has the codebook {hash} in force, which {other.Party} never certified");
        }
    }

    /// <summary>Every code message in one language, as one member reads it. A charter can go with a disk that is set back; then nothing is rendered, and never out of
    /// another book.</summary>
    private void Read(Readings readings, LineId line, SimulatedStation member, string language)
    {
        var memory = member.Core!.Memory;
        foreach (var view in readings.Transcript(member, line, language).Where(v => v.Code is not null))
        {
            var said = World.Script.Saids.OfType<SaidCode>().First(s => view.Code!.Blanks.Any(b => Said.NumberIn(b.Value) == s.Number));
            if (said.Misread(member, view) is { } wrong)
                throw World.Failure($"{member.Party} reads {said.Name} of {view.Party}, {view.Entry}, in '{language}', and {wrong}");
            var agreed = memory.Lines[line].Fold.InForce.ElementAtOrDefault(Readings.HeaderAt(member, line, view.Entry).CharterVersion - 1)?.Terms.Codebook;
            var isAgreed = SimulatedBook.Find(agreed)?.Named().ToString() == view.Code!.Codebook;
            var isRendered = view.Code.NotRendered is null;
            if (isRendered && (!isAgreed || view.Language != language))
            {
                throw World.Failure(
                    $"{member.Party} reads {said.Name} of {view.Party} in '{view.Language}' out of {view.Code.Codebook}; agreed is {agreed}, asked for '{language}'");
            }

            var isHeld = agreed is { } hash && memory.Codebooks.ContainsKey(hash) && SimulatedBook.Languages.Contains(language);
            if (!isRendered && isHeld && (isAgreed || World.Stations.All(s => s.Restores == 0)))
                throw World.Failure($"{member.Party} holds the codebook of {said.Name} of {view.Party} and does not render it in '{language}': {view.Code.NotRendered}");
        }
    }
}
