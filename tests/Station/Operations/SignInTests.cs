using Parley.Control;
using Parley.Control.Messages;
using Parley.Control.Officers;
using Parley.Control.Stations;
using Parley.Crypto;
using Parley.Station.Entrance;
using Parley.Station.State;
using Parley.Station.Storage;
using Limits = Parley.Control.Bounds;

namespace Parley.Station.Tests.Operations;

/// <summary>What an officer signs in with: set up over a link, kept over a restart, gone with a revocation; and what each of it may not do.</summary>
public sealed class SignInTests
{
    private readonly Desk astra = new("astra", 1);
    private readonly OfficerToken ann;

    public SignInTests()
    {
        ann = astra.Do(new AddOfficer("ann", Roles.Watch), "owner");
        astra.Do(new AddOfficer("bob", Roles.Admin), "owner");
    }

    private static PinHash Pin { get; } = PinHash.Of("123456", SuiteOne.Instance, Crypto.Bounds.PinLeastIterations);

    private Means Token => new Means.Token(OfficerState.HashOf(ann.Token));

    private static AddPasskey Key(int number) => new(Id(number), [1, 2, (byte)number], 0, $"key {number}", ["internal"], true, true, true);

    private static byte[] Id(int number) => [.. Enumerable.Repeat((byte)number, 16)];

    private static Means Link(string code) => new Means.SignInLink(OpenLink.HashOf(code));

    private Outcome<TAnswer> Ask<TAnswer>(Operation<TAnswer> operation, Means? by = null, string officer = "ann", PinHash? pin = null, Roles roles = Roles.Watch)
    {
        object? answer = null;
        astra.Step(new OfficerAsks(operation, new Actor(officer, roles, by), a => answer = a) { Pin = pin });
        return (Outcome<TAnswer>)answer!;
    }

    private TAnswer Must<TAnswer>(Operation<TAnswer> operation, Means? by = null, string officer = "ann", PinHash? pin = null) =>
        Assert.IsType<Done<TAnswer>>(Ask(operation, by, officer, pin)).Answer;

    private Refusal Why<TAnswer>(Operation<TAnswer> operation, Means? by = null, string officer = "ann", PinHash? pin = null, Roles roles = Roles.Watch) =>
        Assert.IsType<Refused<TAnswer>>(Ask(operation, by, officer, pin, roles)).Why;

    [Fact]
    public void The_link_of_a_new_officer_makes_one_passkey_and_no_second()
    {
        var link = Link(ann.Code!);
        Assert.Equal(TimeSpan.FromHours(24), ann.Until - astra.Now.ToDateTimeOffset() + TimeSpan.FromMilliseconds(1));
        Assert.Equal(("ann", false, 0), Must(new WhoAmI(), link) is var me ? (me.Name, me.HasPin, me.Passkeys) : default);

        Assert.Equal("key 1", Must(Key(1), link).Name);

        Assert.Equal(Refusal.NotSignedIn, Why(Key(2), link));
        Assert.Equal(Refusal.NotSignedIn, Why(new SetPin(""), link, pin: Pin));
        Assert.Equal(Refusal.NotSignedIn, Why(new WhoAmI(), link));
        Assert.Equal(1, Must(new WhoAmI()).Passkeys);
        Assert.Contains(astra.Notes, n => n.Kind == ChangeKind.Officer && n.Text == "ann has added a passkey");
    }

    [Fact]
    public void A_refused_passkey_leaves_the_link_for_another_try_and_a_pin_uses_it_up()
    {
        var link = Link(ann.Code!);
        Assert.Equal(Refusal.Malformed, Why(Key(1) with { Name = "" }, link));
        Assert.Equal(Refusal.Malformed, Why(new SetPin(""), link));
        Must(new SetPin(""), link, pin: Pin);
        Assert.Equal(Refusal.NotSignedIn, Why(Key(1), link));
        Assert.True(Must(new WhoAmI()).HasPin);
    }

    [Fact]
    public void Two_that_use_a_link_at_once_are_one_too_many()
    {
        var answers = new List<object>();
        var actor = new Actor("ann", Roles.Watch, Link(ann.Code!));
        astra.Step(new OfficerAsks(Key(1), actor, answers.Add), new OfficerAsks(Key(2), actor, answers.Add));
        Assert.IsType<Done<PasskeyView>>(answers[0]);
        Assert.Equal(Refusal.NotSignedIn, Assert.IsType<Refused<PasskeyView>>(answers[1]).Why);
    }

    [Fact]
    public void A_link_is_good_for_a_day_and_until_the_next()
    {
        astra.Now += TimeSpan.FromHours(24);
        Assert.Equal(Refusal.NotSignedIn, Why(Key(1), Link(ann.Code!)));

        var second = astra.Do(new MakeSignInLink("ann"), "owner");
        var third = astra.Do(new MakeSignInLink("ann"), "owner");
        Assert.NotEqual(second.Code, third.Code);
        Assert.Equal(Refusal.NotSignedIn, Why(Key(1), Link(second.Code)));
        Must(Key(1), Link(third.Code));
        Assert.Contains(astra.Notes, n => n.Text == "a sign-in link was made for ann");
    }

    [Fact]
    public void A_link_belongs_to_an_officer_of_today()
    {
        Assert.Equal(Refusal.UnknownOfficer, astra.Refusal(new MakeSignInLink("eve"), "owner"));
        astra.Do(new RevokeOfficer("ann"), "owner");
        Assert.Equal(Refusal.UnknownOfficer, astra.Refusal(new MakeSignInLink("ann"), "owner"));
        Assert.Equal(Refusal.NotAllowed, Why(new MakeSignInLink("bob"), Token));
    }

    [Fact]
    public void A_link_does_nothing_else_and_a_token_sets_nothing_up()
    {
        Assert.Equal(Refusal.SignInTooWeak, Why(new ShowStatus(), Link(ann.Code!)));
        Assert.Equal(Refusal.SignInTooWeak, Why(new ListPasskeys(), Link(ann.Code!)));
        Assert.Equal(Refusal.SignInTooWeak, Why(new DraftMessage("hot", Parley.Lines.Entries.Precedence.Routine, "en", "x"), Link(ann.Code!)));
        Assert.Equal(Refusal.SignInTooWeak, Why(Key(1), Token));
        Assert.Equal(Refusal.SignInTooWeak, Why(new SetPin(""), Token, pin: Pin));
        Must(new WhoAmI(), Token);
    }

    [Fact]
    public void A_passkey_has_bounds()
    {
        foreach (var wrong in (AddPasskey[])
        [
            Key(1) with { CredentialId = new byte[15] }, Key(1) with { CredentialId = new byte[1024] }, Key(1) with { PublicKey = [] },
            Key(1) with { PublicKey = new byte[2049] }, Key(1) with { SignCount = -1 }, Key(1) with { SignCount = 1L << 32 }, Key(1) with { Name = " x" },
            Key(1) with { Name = "a\nb" }, Key(1) with { Name = new string('x', 65) }, Key(1) with { Transports = ["USB"] }, Key(1) with { Transports = [""] },
            Key(1) with { Transports = [.. Enumerable.Repeat("usb", 9)] }, Key(1) with { Transports = [new string('x', 33)] },
        ])
            Assert.Equal(Refusal.Malformed, Why(wrong));
        for (var i = 0; i < Limits.Passkeys; i++)
            Must(Key(i));
        Assert.Equal(Refusal.TooMany, Why(Key(100)));
        Assert.Equal(Refusal.UnknownOfficer, Why(Key(100), officer: "eve"));
        Assert.Equal(Refusal.UnknownOfficer, Why(new SetPin(""), officer: "eve", pin: Pin));
    }

    [Fact]
    public void A_passkey_is_one_officers_and_the_same_again_changes_nothing()
    {
        Must(Key(1));
        Assert.Equal(Must(Key(1)), Must(new ListPasskeys()).Single());
        Assert.Equal(Refusal.PasskeyExists, Why(Key(1), officer: "bob"));
        Assert.Equal(Refusal.PasskeyExists, Why(Key(1) with { PublicKey = [9] }));
    }

    [Fact]
    public void Ones_own_passkeys_are_seen_and_removed_by_oneself_and_by_an_admin()
    {
        var (one, two) = (Must(Key(1)), Must(Key(2)));
        Assert.Equal(Refusal.NotAllowed, Why(new ListPasskeys("bob")));
        Assert.Equal(Refusal.NotAllowed, Why(new RemovePasskey(one.Id, "bob")));
        Assert.Equal(Refusal.UnknownOfficer, astra.Refusal(new ListPasskeys("eve"), "owner"));
        Assert.Equal(Refusal.UnknownOfficer, astra.Refusal(new ListPasskeys(), "owner"));
        Assert.Equal(Refusal.UnknownPasskey, Why(new RemovePasskey("")));
        Assert.Equal(Refusal.UnknownPasskey, Why(new RemovePasskey("zzz")));
        Assert.Equal(2, astra.Do(new ListPasskeys("ann"), "bob").Count);

        Must(new RemovePasskey(one.Id[..6]));
        Assert.Equal(two.Id, Assert.Single(Must(new ListPasskeys())).Id);
        astra.Do(new RemovePasskey(two.Id, "ann"), "bob");
        Assert.Empty(Must(new ListPasskeys()));
        Assert.Equal(Refusal.NotSignedIn, Why(new WhoAmI(), new Means.Passkey(two.Id)));
    }

    [Fact]
    public void A_beginning_that_fits_two_passkeys_removes_none()
    {
        Must(Key(1) with { CredentialId = [.. Id(1), 1] });
        Must(Key(1) with { CredentialId = [.. Id(1), 2] });
        Must(Key(1));
        Assert.Equal(Refusal.UnknownPasskey, Why(new RemovePasskey(PasskeyState.IdOf(Id(1))[..8])));
        Must(new RemovePasskey(PasskeyState.IdOf(Id(1))));
        Assert.Equal(2, Must(new ListPasskeys()).Count);
    }

    [Fact]
    public void All_of_it_outlasts_a_restart()
    {
        Must(Key(1));
        Must(new SetPin(""), pin: Pin);
        var link = astra.Do(new MakeSignInLink("ann"), "owner");

        astra.Start();

        Assert.Equal((true, 1), Must(new WhoAmI()) is var me ? (me.HasPin, me.Passkeys) : default);
        Assert.True(astra.Memory.SignIns["ann"].Pin!.Fits("123456"));
        Must(Key(2), Link(link.Code));
    }

    [Fact]
    public void Nothing_of_it_outlasts_a_revocation()
    {
        Must(Key(1));
        Must(new SetPin(""), pin: Pin);
        astra.Do(new RevokeOfficer("ann"), "owner");
        Assert.Equal(Refusal.NotSignedIn, Why(new WhoAmI(), new Means.Passkey(PasskeyState.IdOf(Id(1)))));
        Assert.DoesNotContain(astra.Store.Load().Documents, d => d.Kind == DocumentKind.SignIn && d.Id == "ann");

        var again = astra.Do(new AddOfficer("ann", Roles.Watch), "owner");
        Assert.Equal((false, 0), Must(new WhoAmI()) is var me ? (me.HasPin, me.Passkeys) : default);
        foreach (var old in (Means[])[Token, Link(ann.Code!), new Means.Passkey(PasskeyState.IdOf(Id(1)))])
            Assert.Equal(Refusal.NotSignedIn, Why(new WhoAmI(), old));
        Must(Key(1), Link(again.Code!));
        astra.Start();
        Assert.Equal(1, Must(new WhoAmI()).Passkeys);
    }

    [Fact]
    public void Token_and_pin_are_good_while_both_are()
    {
        var means = new Means.TokenAndPin(OfficerState.HashOf(ann.Token));
        Assert.Equal(Refusal.NotSignedIn, Why(new WhoAmI(), means));
        Must(new SetPin(""), pin: Pin);
        Must(new WhoAmI(), means);
        Must(Key(1), means);
    }
}
