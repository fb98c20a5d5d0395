using System.Text;
using Parley.Control.Officers;

namespace Parley.Control.Tests.Officers;

/// <summary>What somebody could sign in with stands in no text that is made of a record by the way.</summary>
public sealed class SecretsTests
{
    public static TheoryData<string> Records { get; } =
    [
        new OfficerToken("ann", Roles.Watch, "secret", "secret", DateTimeOffset.UnixEpoch).ToString(),
        new SignInLink("ann", "secret", DateTimeOffset.UnixEpoch).ToString(),
        new SetPin("secret").ToString(),
        new AddPasskey(Encoding.ASCII.GetBytes("secret"), Encoding.ASCII.GetBytes("secret"), 1, "secret").ToString(),
        new Done<OfficerToken>(new OfficerToken("ann", Roles.Watch, "secret", "secret")).ToString(),
        new Done<SignInLink>(new SignInLink("ann", "secret", DateTimeOffset.UnixEpoch)).ToString(),
        new PasskeyRecord("ann", Encoding.ASCII.GetBytes("secret"), Encoding.ASCII.GetBytes("secret"), default, 0, [], true, true, true, "desk").ToString(),
    ];

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_does_not_print_its_secret(string text)
    {
        Assert.NotEmpty(text);
        Assert.DoesNotContain("secret", text);
    }

    [Fact]
    public void Every_record_of_officers_that_holds_one_is_among_them()
    {
        string[] secrets = ["Token", "Code", "Pin", "PublicKey", "CredentialId"];
        var holders = typeof(Operation).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(SetPin).Namespace && secrets.Any(s => t.GetProperty(s) is not null))
            .Select(t => t.Name).Order(StringComparer.Ordinal);
        Assert.Equal([nameof(AddPasskey), nameof(OfficerToken), nameof(PasskeyRecord), nameof(SetPin), nameof(SignInLink)], holders);
    }
}
