using System.Text;
using Parley.Control;
using Parley.Control.Officers;
using Parley.Control.Stations;
using Parley.Ledger;
using Parley.Station.Journals;
using Parley.Station.State;
using Parley.Testing.Simulation;
using Parley.Testing.Storage;
using Parley.Testing.Suites;

namespace Parley.Station.Tests.Entrance;

/// <summary>A running station's entrance, as the console in its process uses it.</summary>
public sealed class HostEntranceTests : IAsyncLifetime
{
    private const string Pin = "open sesame";
    private readonly SetClock clock = new(new Timestamp(SimulatedWorld.Epoch).ToDateTimeOffset());
    private readonly MemoryDisk disk = new();
    private readonly Keys.StationKeys keys = SimulatedStation.NewKeys("astra", new SuiteZero(7));
    private StationHost host = null!;
    private OfficerToken ann = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static byte[] Credential { get; } = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private static AddPasskey Passkey { get; } = new(Credential, [7, 7, 7], 5, "desk", ["usb"], true, true, false);

    private IEntrance Entrance => host.Entrance;

    public async ValueTask InitializeAsync()
    {
        Start();
        ann = await Must(host.Owner, new AddOfficer("ann", Roles.Watch));
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    private void Start() => host = StationHost.Start(
        keys, MemoryStore.Open(disk), new StationOptions(null, TimeSpan.FromSeconds(5)) { PinIterations = Crypto.Bounds.PinLeastIterations }, clock);

    private static async Task<TAnswer> Must<TAnswer>(IControl face, Operation<TAnswer> operation) => Assert.IsType<Done<TAnswer>>(await face.Do(operation, Stop)).Answer;

    private static async Task<Refusal> Why<TAnswer>(IControl face, Operation<TAnswer> operation) => Assert.IsType<Refused<TAnswer>>(await face.Do(operation, Stop)).Why;

    private static IFace Face(SignIn outcome) => Assert.IsType<SignedIn>(outcome).Face;

    private static SignInRefusal Why(SignIn outcome) => Assert.IsType<SignInRefused>(outcome).Why;

    private Task<SignIn> TryPin(string pin) => Entrance.ByTokenAndPin(ann.Token, pin, Stop);

    private async Task<IFace> OverLink() => Face(await Entrance.ByLink((await Must(host.Owner, new MakeSignInLink("ann"))).Code, Stop));

    private async Task<List<string>> Journal() =>
        [.. (await Must(host.Owner, new ReadJournal(0, 500))).Select(r => $"{r.Act} {r.Officer} {r.Note}".TrimEnd())];

    [Fact]
    public async Task A_link_lets_in_to_set_up_one_thing_and_is_over_then()
    {
        var face = Face(await Entrance.ByLink(ann.Code!, Stop));
        var other = Face(await Entrance.ByLink(ann.Code!, Stop));
        Assert.Equal(("ann", true), (face.Officer, face.Stands));
        Assert.Equal("ann", (await Must(face, new WhoAmI())).Name);
        Assert.Equal(Refusal.SignInTooWeak, await Why(face, new ShowStatus()));
        await foreach (var _ in face.Changes(Stop))
            Assert.Fail("a link shows no changes");

        await Must(face, Passkey);

        Assert.False(face.Stands);
        Assert.False(other.Stands);
        Assert.Equal(Refusal.NotSignedIn, await Why(other, new WhoAmI()));
        Assert.Equal(SignInRefusal.LinkOver, Why(await Entrance.ByLink(ann.Code!, Stop)));
        Assert.Contains("SignedIn ann by sign-in link", await Journal());
        Assert.Contains("SignInRefused  sign-in link unknown, used or too old", await Journal());
    }

    [Fact]
    public async Task A_link_that_is_unknown_or_too_old_opens_nothing()
    {
        Assert.Equal(SignInRefusal.LinkOver, Why(await Entrance.ByLink("nothing", Stop)));
        Assert.Equal(SignInRefusal.LinkOver, Why(await Entrance.ByLink(new string('x', 100_000), Stop)));
        var face = Face(await Entrance.ByLink(ann.Code!, Stop));
        clock.Move(TimeSpan.FromHours(24));
        Assert.False(face.Stands);
        Assert.Equal(Refusal.NotSignedIn, await Why(face, new WhoAmI()));
        Assert.Equal(SignInRefusal.LinkOver, Why(await Entrance.ByLink(ann.Code!, Stop)));
    }

    [Fact]
    public async Task Token_and_pin_let_in_and_a_new_token_does_not_follow()
    {
        Assert.Equal(SignInRefusal.NoPin, Why(await TryPin(Pin)));
        await Must(await OverLink(), new SetPin(Pin));
        Assert.Equal(SignInRefusal.WrongTokenOrPin, Why(await TryPin("open barley")));
        Assert.Equal(SignInRefusal.WrongTokenOrPin, Why(await TryPin("")));
        Assert.Equal(SignInRefusal.WrongTokenOrPin, Why(await Entrance.ByTokenAndPin("nobody's", Pin, Stop)));

        var face = Face(await TryPin(Pin));
        Assert.Equal((true, 0), await Must(face, new WhoAmI()) is var me ? (me.HasPin, me.Passkeys) : default);
        await Must(face, new SetPin("another one"));
        Assert.Equal(SignInRefusal.WrongTokenOrPin, Why(await TryPin(Pin)));
        Face(await TryPin("another one"));
        Assert.True(face.Stands);

        await Must(host.Owner, new RevokeOfficer("ann"));
        Assert.False(face.Stands);
        Assert.Equal(SignInRefusal.WrongTokenOrPin, Why(await TryPin("another one")));
    }

    [Fact]
    public async Task After_five_wrong_pins_even_the_right_one_waits()
    {
        await Must(await OverLink(), new SetPin(Pin));
        for (var i = 0; i < 5; i++)
            Assert.Equal(SignInRefusal.WrongTokenOrPin, Why(await TryPin($"wrong {i}")));
        Assert.Equal(clock.GetUtcNow().AddSeconds(30), Assert.IsType<MustWait>(await TryPin(Pin)).Until);
        clock.Move(TimeSpan.FromSeconds(30));
        Assert.Equal(SignInRefusal.WrongTokenOrPin, Why(await TryPin("wrong")));
        Assert.Equal(clock.GetUtcNow().AddSeconds(60), Assert.IsType<MustWait>(await TryPin(Pin)).Until);
        clock.Move(TimeSpan.FromSeconds(60));
        Face(await TryPin(Pin));
        for (var i = 0; i < 4; i++)
            Assert.Equal(SignInRefusal.WrongTokenOrPin, Why(await TryPin("wrong")));
        Face(await TryPin(Pin));

        // A PIN that is set anew ends the wait.
        for (var i = 0; i < 5; i++)
            await TryPin("wrong");
        Assert.IsType<MustWait>(await TryPin(Pin));
        await Must(await OverLink(), new SetPin("another one"));
        Face(await TryPin("another one"));
    }

    [Fact]
    public async Task Refusals_are_in_the_journal_and_do_not_fill_it()
    {
        for (var i = 0; i < 500; i++)
            Assert.Equal(SignInRefusal.WrongTokenOrPin, Why(await Entrance.ByTokenAndPin($"guess {i}", Pin, Stop)));
        clock.Move(TimeSpan.FromMinutes(1));
        await Entrance.ByTokenAndPin("guess", Pin, Stop);
        var refused = (await Journal()).Where(r => r.StartsWith("SignInRefused", StringComparison.Ordinal)).ToList();
        Assert.Equal(Bounds.SignInRefusals + 1, refused.Count);
        Assert.EndsWith("wrong token; and 492 refusals before it that are not written", refused[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passkey_lets_in_and_its_counter_only_grows()
    {
        await Must(await OverLink(), Passkey);
        var known = Entrance.Passkey(Credential)!;
        Assert.Equal(("ann", 5, "desk", true, true, false), (known.Officer, known.SignCount, known.Name, known.IsUserVerified, known.IsBackupEligible, known.IsBackedUp));
        Assert.Equal(Passkey.PublicKey, known.PublicKey);
        Assert.Equal(Credential, Assert.Single(Entrance.PasskeysOf("ann")).CredentialId);
        Assert.Empty(Entrance.PasskeysOf("bob"));
        Assert.Null(Entrance.Passkey([1]));

        var face = Face(await Entrance.ByPasskey(Credential, 6, true, Stop));
        Assert.Equal("ann", (await Must(face, new WhoAmI())).Name);
        Assert.Equal((6, true), Entrance.Passkey(Credential) is { } used ? (used.SignCount, used.IsBackedUp) : default);
        Assert.Equal(clock.GetUtcNow(), Assert.Single(await Must(face, new ListPasskeys())).LastUsed);

        foreach (var count in (long[])[6, 5, 0])
            Assert.Equal(SignInRefusal.CounterWentBack, Why(await Entrance.ByPasskey(Credential, count, true, Stop)));
        Assert.Equal(SignInRefusal.UnknownPasskey, Why(await Entrance.ByPasskey([1, 2, 3], 9, true, Stop)));
        await Entrance.RefusePasskey(Credential, Stop);
        await Entrance.RefusePasskey([1, 2, 3], Stop);

        var journal = await Journal();
        Assert.Contains("SignedIn ann by passkey AQIDBAUG", journal);
        Assert.Contains("SignInRefused  ann, passkey AQIDBAUG: counter 5 is not above 6; there may be a copy", journal);
        Assert.Contains("SignInRefused  ann, passkey AQIDBAUG: its assertion does not verify", journal);
        Assert.True(face.Stands);
    }

    [Fact]
    public async Task A_passkey_that_does_not_count_lets_in_again_and_again()
    {
        await Must(await OverLink(), Passkey with { SignCount = 0 });
        Face(await Entrance.ByPasskey(Credential, 0, false, Stop));
        Face(await Entrance.ByPasskey(Credential, 0, false, Stop));
    }

    [Fact]
    public async Task A_face_ends_with_its_passkey_and_so_do_its_changes()
    {
        await Must(await OverLink(), Passkey);
        await Must(await OverLink(), Passkey with { CredentialId = [.. Credential, 1] });
        var (gone, stays) = (Face(await Entrance.ByPasskey(Credential, 6, false, Stop)), Face(await Entrance.ByPasskey([.. Credential, 1], 6, false, Stop)));
        await using var changes = gone.Changes(Stop).GetAsyncEnumerator(Stop);
        var next = changes.MoveNextAsync();

        await Must(stays, new RemovePasskey(Assert.Single(await Must(stays, new ListPasskeys()), p => p.Id.Length < 44).Id));

        Assert.False(await next);
        Assert.False(gone.Stands);
        Assert.Equal(Refusal.NotSignedIn, await Why(gone, new WhoAmI()));
        Assert.True(stays.Stands);
        Assert.Null(Entrance.Passkey(Credential));
    }

    [Fact]
    public async Task Who_signs_out_is_out_and_it_is_written_once()
    {
        await Must(await OverLink(), Passkey);
        var (face, other) = (Face(await Entrance.ByPasskey(Credential, 6, false, Stop)), Face(await Entrance.ByPasskey(Credential, 7, false, Stop)));
        await face.SignOut();
        await face.SignOut();
        Assert.False(face.Stands);
        Assert.Equal(Refusal.NotSignedIn, await Why(face, new WhoAmI()));
        Assert.True(other.Stands);
        Assert.Single(await Journal(), r => r == "SignedOut ann by passkey AQIDBAUG");
    }

    [Fact]
    public async Task A_token_alone_works_as_ever_and_sets_nothing_up()
    {
        var face = Entrance.ByToken(ann.Token)!;
        Assert.Equal("ann", (await Must(face, new WhoAmI())).Name);
        Assert.Equal(Refusal.SignInTooWeak, await Why(face, new SetPin(Pin)));
        Assert.Equal(Refusal.SignInTooWeak, await Why(face, Passkey));
        Assert.Null(Entrance.ByToken("nobody's"));
        Assert.Null(Entrance.ByToken(new string('x', 100_000)));
        await Must(host.Owner, new RevokeOfficer("ann"));
        Assert.Null(Entrance.ByToken(ann.Token));
        Assert.Equal(Refusal.NotSignedIn, await Why(face, new WhoAmI()));
    }

    [Fact]
    public async Task A_pin_out_of_bounds_is_refused()
    {
        var face = await OverLink();
        foreach (var wrong in (string[])["", "12345", new string('1', 33), "12345\n6", "12345\ud800"])
            Assert.Equal(Refusal.Malformed, await Why(face, new SetPin(wrong)));
        Assert.True(face.Stands);
        Assert.Equal(Refusal.UnknownOfficer, await Why(host.Owner, new SetPin(Pin)));
    }

    [Fact]
    public async Task All_but_the_faces_outlast_a_restart()
    {
        await Must(await OverLink(), Passkey);
        await Must(await OverLink(), new SetPin(Pin));
        var link = await Must(host.Owner, new MakeSignInLink("ann"));
        Face(await Entrance.ByPasskey(Credential, 9, false, Stop));

        await host.DisposeAsync();
        Start();

        Assert.Equal(SignInRefusal.CounterWentBack, Why(await Entrance.ByPasskey(Credential, 9, false, Stop)));
        Face(await Entrance.ByPasskey(Credential, 10, false, Stop));
        Face(await TryPin(Pin));
        Face(await Entrance.ByLink(link.Code, Stop));
    }

    [Fact]
    public async Task A_sign_in_that_cannot_be_written_has_not_come_about()
    {
        await Must(await OverLink(), Passkey);
        var faults = 1;
        disk.Plan = _ => faults-- > 0 ? DiskFault.NotPersisted : DiskFault.None;
        await Assert.ThrowsAsync<ControlFault>(() => Entrance.ByPasskey(Credential, 9, false, Stop));
        Face(await Entrance.ByPasskey(Credential, 9, false, Stop));
        disk.Plan = null;
    }

    [Fact]
    public async Task No_secret_reaches_the_journal_or_a_document_or_a_note()
    {
        var notes = new StringBuilder();
        await using var changes = host.Owner.Changes(Stop).GetAsyncEnumerator(Stop);
        var next = changes.MoveNextAsync();
        var link = await Must(host.Owner, new MakeSignInLink("ann"));
        await Must(Face(await Entrance.ByLink(link.Code, Stop)), new SetPin(Pin));
        await Why(Face(await TryPin(Pin)), new SetPin("short"));
        await Must(await OverLink(), Passkey with { PublicKey = Encoding.ASCII.GetBytes("public key bytes") });
        await TryPin("wrong pin of mine");
        await Entrance.ByTokenAndPin("wrong token of mine", Pin, Stop);
        await Entrance.ByLink("wrong code of mine", Stop);
        await Must(host.Owner, new RemovePasskey(PasskeyState.IdOf(Credential), "ann"));
        while (await next && changes.Current.Text is var text)
        {
            notes.Append(text);
            if (text == "a passkey of ann was removed")
                break;
            next = changes.MoveNextAsync();
        }

        using var store = MemoryStore.Open(disk.Clone());
        var seen = new StringBuilder().Append(notes);
        foreach (var record in store.Journal(0, 1000).Select(r => JournalTrail.Open(keys, r)!))
            seen.Append(record);
        foreach (var document in store.Load().Documents)
            seen.Append(Encoding.Latin1.GetString(keys.AtRest.Open(Step.ContextOf(document.Kind, document.Id), document.Bytes)!));
        Assert.Contains("PinSet", seen.ToString());
        foreach (var secret in (string[])[ann.Token, ann.Code!, link.Code, Pin, "short", "public key bytes", "wrong pin", "wrong token of", "wrong code"])
            Assert.DoesNotContain(secret, seen.ToString());
    }
}
