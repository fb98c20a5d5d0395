using System.Text;
using Parley.Lines.Alarms;
using Parley.Station.Alarms;

namespace Parley.Outlets.Tests;

/// <summary>What leaves the station is this and no more.</summary>
public sealed class RingTextTests
{
    [Fact]
    public void A_ring_has_no_member_in_which_words_could_stand() => Assert.Equal(
        ["At", "Count", "Failed", "Kind", "Level", "Station"], typeof(AlarmRing).GetProperties().Where(p => p.Name != "EqualityContract").Select(p => p.Name).Order());

    [Fact]
    public void Json_says_station_kind_level_count_and_time()
    {
        Assert.Equal(
            """{"alarm":true,"station":"boreal","kind":"flash","level":"deputy","count":3,"at":"2027-01-15T08:00:00.000Z"}""",
            Encoding.UTF8.GetString(RingText.Json(Rings.Flash)));
        Assert.EndsWith(""","outlet":"siren"}""", Encoding.UTF8.GetString(RingText.Json(Rings.Failed)));
    }

    [Fact]
    public void An_exercise_says_so_first_and_last()
    {
        var line = RingText.Line(Rings.Flash with { Kind = AlarmKind.Exercise });
        Assert.Contains("ALARM EXERCISE: 3 unread EXERCISE, for deputy", line);
        Assert.Contains("TEST", RingText.Line(Rings.Flash with { Kind = AlarmKind.FlashTest }));
        foreach (var kind in Enum.GetValues<AlarmKind>())
            Assert.Contains(kind.Name(), Encoding.UTF8.GetString(RingText.Json(Rings.Flash with { Kind = kind })));
    }
}
