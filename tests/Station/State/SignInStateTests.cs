using Parley.Crypto;
using Parley.Ledger;
using Parley.Station.State;

namespace Parley.Station.Tests.State;

public sealed class SignInStateTests
{
    private static readonly PasskeyState Passkey = new(
        [.. Enumerable.Range(0, 40).Select(i => (byte)i)], [1, 2, 3], uint.MaxValue, "desk", ["usb", "nfc"], true, false, true, new Timestamp(5), new Timestamp(9));

    [Fact]
    public void What_was_written_is_read()
    {
        var pin = PinHash.Of("123456", SuiteOne.Instance, Crypto.Bounds.PinLeastIterations);
        foreach (var state in (SignInState[])
        [
            SignInState.Nothing,
            SignInState.Nothing with { Pin = pin },
            new(pin, new OpenLink(OpenLink.HashOf("code"), new Timestamp(7)), [Passkey, Passkey with { CredentialId = new byte[16], LastUsed = null }]),
        ])
        {
            var back = SignInState.Parse(state.Encode())!;
            Assert.Equal(state.Encode(), back.Encode());
            Assert.Equal((state.Link, state.Passkeys.Count, state.Pin is null), (back.Link, back.Passkeys.Count, back.Pin is null));
        }

        var read = Assert.Single(SignInState.Parse((SignInState.Nothing with { Passkeys = [Passkey] }).Encode())!.Passkeys);
        Assert.Equal(
            (Passkey.Id, 3, uint.MaxValue, "desk", true, false, true, Passkey.Since, Passkey.LastUsed),
            (read.Id, read.PublicKey.Length, read.SignCount, read.Name, read.IsUserVerified, read.IsBackupEligible, read.IsBackedUp, read.Since, read.LastUsed));
        Assert.Equal(["usb", "nfc"], read.Transports);
    }

    [Fact]
    public void What_is_not_of_the_form_is_refused()
    {
        Assert.Null(SignInState.Parse((SignInState.Nothing with { Passkeys = [Passkey, Passkey] }).Encode()));
        PasskeyState[] nine = [.. Enumerable.Range(0, 9).Select(i => Passkey with { CredentialId = new byte[16 + i] })];
        Assert.Null(SignInState.Parse((SignInState.Nothing with { Passkeys = nine }).Encode()));
        Assert.Null(SignInState.Parse((SignInState.Nothing with { Passkeys = [Passkey with { CredentialId = new byte[1024] }] }).Encode()));
        Assert.Null(SignInState.Parse((SignInState.Nothing with { Passkeys = [Passkey with { PublicKey = new byte[2049] }] }).Encode()));
        Assert.Null(SignInState.Parse((SignInState.Nothing with { Passkeys = [Passkey with { Name = new string('x', 65) }] }).Encode()));
        var bytes = (SignInState.Nothing with { Passkeys = [Passkey] }).Encode();
        for (var length = 0; length < bytes.Length; length++)
            Assert.Null(SignInState.Parse(bytes.AsMemory(0, length)));
        Assert.Null(SignInState.Parse((byte[])[.. bytes, 0]));
    }

    [Fact]
    public void The_largest_that_may_be_is_read()
    {
        var large = new PasskeyState(new byte[1023], new byte[2048], 0, new string('é', 64), [.. Enumerable.Repeat(new string('x', 32), 8)], true, true, true, default, null);
        var eight = SignInState.Nothing with { Passkeys = [.. Enumerable.Range(0, 8).Select(i => large with { CredentialId = new byte[1016 + i] })] };
        Assert.NotNull(SignInState.Parse(eight.Encode()));
    }
}
