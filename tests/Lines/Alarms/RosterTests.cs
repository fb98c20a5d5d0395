using Parley.Lines.Alarms;

namespace Parley.Lines.Tests.Alarms;

public sealed class RosterTests
{
    private static readonly Roster Sample = Roster.Empty
        .With(new RosterRow(AlarmLevel.Watch, ["ann"], ["bell"]))
        .With(new RosterRow(AlarmLevel.Deputy, ["bob", "duty room"], ["pager"]))
        .With(new RosterRow(AlarmLevel.Supervisor, [], ["siren"]));

    private static readonly string[] All = ["bell", "pager", "siren"];

    [Fact]
    public void A_level_rings_with_those_before_it()
    {
        Assert.Equal(["bell"], Sample.Outlets(AlarmLevel.Watch, All, _ => true));
        Assert.Equal(["bell", "pager"], Sample.Outlets(AlarmLevel.Deputy, All, _ => true));
        Assert.Equal(All, Sample.Outlets(AlarmLevel.Supervisor, All, _ => true));
        Assert.Equal(All, Roster.Empty.Outlets(AlarmLevel.Watch, All, _ => true));
    }

    [Fact]
    public void A_level_whose_outlets_fail_or_are_gone_rings_all_others()
    {
        Assert.Equal(All, Sample.Outlets(AlarmLevel.Watch, All, o => o != "bell"));
        Assert.Equal(["pager"], Sample.Outlets(AlarmLevel.Watch, ["pager"], _ => true));
        Assert.Empty(Sample.Outlets(AlarmLevel.Supervisor, [], _ => true));
    }

    [Fact]
    public void It_comes_back_as_it_was_saved_and_nothing_else_is_read()
    {
        var back = Roster.Parse(Sample.Encode())!;
        Assert.Equal(Sample.Rows.SelectMany(r => r.Names.Concat(r.Outlets)), back.Rows.SelectMany(r => r.Names.Concat(r.Outlets)));
        Assert.Null(Roster.Parse(Sample.Encode().AsMemory(1)));
        Assert.Null(Roster.Parse(Roster.Empty.With(new RosterRow(AlarmLevel.Watch, [], ["Bell!"])).Encode()));
        Assert.Null(Roster.Parse(Roster.Empty.With(new RosterRow(AlarmLevel.Watch, ["a/b"], [])).Encode()));
    }
}
