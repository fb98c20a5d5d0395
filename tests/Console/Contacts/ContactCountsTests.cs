using Parley.Console.Contacts;
using Parley.Console.Words;
using Parley.Control.Contacts;

namespace Parley.Console.Tests.Contacts;

public sealed class ContactCountsTests
{
    [Fact]
    public void Every_outcome_has_its_column_and_its_words()
    {
        var counts = ContactCounts.Of(new RequestCountsView(1, 2, 3, 4, 5, 6, 7, 8));
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8], counts.Select(c => c.Count));
        Assert.Equal(typeof(RequestCountsView).GetProperties().Select(p => p.Name.ToLowerInvariant()), counts.Select(c => c.Name));
        Assert.DoesNotContain(counts, c => Languages.Read(null).English.Find("contacts.count." + c.Name) is null);
    }
}
