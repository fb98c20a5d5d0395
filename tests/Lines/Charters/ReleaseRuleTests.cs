using Parley.Lines.Charters;
using Parley.Lines.Entries;

namespace Parley.Lines.Tests.Charters;

public sealed class ReleaseRuleTests
{
    [Theory]
    [InlineData("flash=2", Precedence.Flash, EntryKind.Message, 2)]
    [InlineData("flash=2", Precedence.Routine, EntryKind.Message, 1)]
    [InlineData("message=2", Precedence.Routine, EntryKind.Message, 2)]
    [InlineData("message=2", Precedence.Routine, EntryKind.Call, 2)]
    [InlineData("nonsense", Precedence.Flash, EntryKind.Message, 1)]
    [InlineData(null, Precedence.Flash, EntryKind.Message, 1)]
    public void A_rule_in_its_text_form_says_how_many_officers_it_needs(string? rule, Precedence precedence, string kind, int officers) =>
        Assert.Equal(officers, ReleaseRule.Needed(rule, precedence, kind));
}
