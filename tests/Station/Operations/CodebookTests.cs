using Parley.Control;
using Parley.Control.Codebooks;
using Parley.Control.Lines;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Tests.Operations;

/// <summary>Codebooks at a station, and what a live charter asks for before one is in force.</summary>
public sealed class CodebookTests
{
    [Fact]
    public void A_codebook_is_kept_by_its_hash_and_survives_a_start()
    {
        var (astra, _, _) = Desk.Pair();
        var added = astra.Do(new AddCodebook(Books.One.Encode()));
        Assert.Equal(Books.One.Hash().ToString(), added.Hash);
        Assert.Equal(("ann", null, 4), (added.AddedBy, added.CertifiedBy, added.UncheckedTexts + 1));
        astra.Do(new CertifyCodebook("sample/1", added.Digits), "chen");
        astra.Do(new AddCodebook(Books.One.Encode()));
        astra.Start();

        var kept = Assert.Single(astra.Do(new ListCodebooks()));
        Assert.Equal(("ann", "chen"), (kept.AddedBy, kept.CertifiedBy));
        var texts = astra.Do(new ShowCodebook(kept.Hash[..8]));
        Assert.Equal(Books.One.Encode(), texts.Encoding);
        Assert.Equal([7, 21, 48], texts.Codes.Select(c => c.Number));
    }

    [Fact]
    public void What_cannot_be_is_refused_by_name()
    {
        var (astra, boreal, _) = Desk.Pair();
        Assert.Equal(Refusal.FileRefused, astra.Refusal(new AddCodebook([1, 2, 3])));
        astra.Hold(Books.One, certified: false);
        Assert.Equal(Refusal.UnknownCodebook, astra.Refusal(new ShowCodebook("other/1")));
        Assert.Equal(Refusal.UnknownCodebook, astra.Refusal(new CertifyCodebook("other/1", "1")));
        Assert.Equal(Refusal.DigitsDiffer, astra.Refusal(new CertifyCodebook("sample/1", Books.DigitsOf(Books.Two))));
        Assert.Equal(Refusal.NotAllowed, astra.Refusal(new CertifyCodebook("sample/1", Books.DigitsOf(Books.One)), "rao", Roles.Watch));
        astra.Hold(Books.Two, certified: false);
        Assert.Contains("fits 2", Assert.IsType<Refused<CodebookTexts>>(astra.Ask(new ShowCodebook("sample"))).Detail, StringComparison.Ordinal);
        Assert.Empty(boreal.Do(new ListCodebooks()));
    }

    [Fact]
    public void The_station_holds_no_more_than_its_bound()
    {
        var (astra, _, _) = Desk.Pair();
        for (var i = 1; i <= Bounds.Codebooks; i++)
            astra.Do(new AddCodebook((Books.One with { Version = i }).Encode()));
        Assert.Equal(Refusal.TooMany, astra.Refusal(new AddCodebook((Books.One with { Version = 999 }).Encode())));
    }

    [Fact]
    public void A_live_line_refuses_a_codebook_that_not_every_party_has_certified()
    {
        var (astra, boreal, _) = Desk.Pair();
        var propose = new ProposeLine("coded", LineKind.Hot, LineMode.Live, ["boreal"], new TermsView(Codebook: "sample/1"));
        Assert.Equal(Refusal.UnknownCodebook, astra.Refusal(propose));
        astra.Hold(Books.One, certified: false);
        Assert.Equal(Refusal.CodebookUncertified, astra.Refusal(propose));
        astra.Hold(Books.One);
        astra.Do(propose);
        Desk.Settle(astra, boreal);

        Assert.Equal(Refusal.UnknownCodebook, boreal.Refusal(new AcceptLine("coded")));
        boreal.Hold(Books.One, certified: false);
        Assert.Equal(Refusal.CodebookUncertified, boreal.Refusal(new AcceptLine("coded")));
        Assert.False(boreal.Line("coded").Fold.IsOpen);
        boreal.Hold(Books.One);
        boreal.Do(new AcceptLine("coded"));
        Desk.Settle(astra, boreal);
        Assert.All([astra, boreal], d => Assert.Equal(Books.One.Hash(), d.Line("coded").Fold.Current!.Terms.Codebook));
        Assert.Equal(["coded"], astra.Do(new ListCodebooks()).Single().Lines);
    }

    [Fact]
    public void The_acceptance_of_a_party_states_its_certification_for_everybody()
    {
        var (astra, boreal) = Books.Agreed();
        var line = astra.Line("coded");
        var accepts = line.Feeds.Values.Where(f => f.Id.Party == boreal.Party).SelectMany(f => astra.Store.Entries(f.Id, 0, 100))
            .Where(e => EntryHeader.Parse(e.Header)!.Kind == EntryKind.Accept).ToList();
        var content = Content.Parse(Handover.OpenAtRest(astra.Memory, Assert.Single(accepts))!)!;
        Assert.Equal(Books.One.Hash(), CharterEntries.CertifiedIn(content));
    }

    [Fact]
    public void An_exercise_may_use_a_codebook_that_nobody_has_certified_and_an_amendment_of_a_live_line_may_not()
    {
        var (astra, boreal, _) = Desk.Pair();
        astra.Hold(Books.One, certified: false);
        boreal.Hold(Books.One, certified: false);
        Books.Propose(astra, boreal, "drill", LineMode.Exercise);
        Assert.True(astra.Line("drill").Fold.IsOpen);

        Assert.Equal(Refusal.CodebookUncertified, astra.Refusal(new AmendLine("hot", new TermsView(Codebook: "sample/1"))));
        astra.Do(new AmendLine("drill", new TermsView(Codebook: "")));
        Desk.Settle(astra, boreal);
        boreal.Do(new AcceptLine("drill"));
        Desk.Settle(astra, boreal);
        Assert.Null(astra.Line("drill").Fold.Current!.Terms.Codebook);
    }

    [Fact]
    public void A_damaged_codebook_is_seen_at_the_start()
    {
        var (astra, _, _) = Desk.Pair();
        astra.Hold(Books.One);
        Assert.Contains(astra.Store.Load().Documents, d => d.Kind == DocumentKind.Codebook && d.Id == Books.One.Hash().ToString());
        Assert.Null(CodebookState.Parse(new byte[] { 0x85 }));
    }
}
