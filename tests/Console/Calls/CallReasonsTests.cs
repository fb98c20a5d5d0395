using Parley.Console.Calls;
using Parley.Console.Words;

namespace Parley.Console.Tests.Calls;

public sealed class CallReasonsTests
{
    private static readonly Language English = Languages.Read(null).English;

    [Fact]
    public void Every_reason_of_the_list_has_its_words() =>
        Assert.DoesNotContain(CallReasons.Names, name => English.Find("reason." + name) is null);

    [Fact]
    public void A_known_reason_is_said_in_the_readers_language_and_another_as_the_station_says_it()
    {
        Assert.Equal("expressly without a reason", CallReasons.Words("1/0", "x", English));
        Assert.Equal("something new", CallReasons.Words("2/7", "something new", English));
        Assert.Equal("?", CallReasons.Words(null, null, English));
    }
}
