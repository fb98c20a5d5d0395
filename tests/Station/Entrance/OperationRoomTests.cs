using Parley.Control;
using Parley.Control.Alarms;
using Parley.Control.Alerts;
using Parley.Control.Messages;
using Parley.Control.Stations;
using Parley.Lines.Entries;
using Parley.Station.Entrance;

namespace Parley.Station.Tests.Entrance;

public sealed class OperationRoomTests
{
    private readonly OperationRoom room = new();

    private int Enter(string officer, bool isUrgent = false) => Enumerable.Range(0, 100_000).TakeWhile(_ => room.TryEnter(officer, isUrgent)).Count();

    [Fact]
    public void A_program_fills_its_own_half_and_an_officer_still_finds_room()
    {
        Assert.Equal(Bounds.OperationsOfOfficer, Enter("program"));
        Assert.True(room.TryEnter("ann", false));
        Assert.Equal(Bounds.OperationsWaiting - Bounds.OperationsOfOfficer - 1, Enter("other"));
        Assert.False(room.TryEnter("bob", false));

        room.Leave("ann", false);
        Assert.True(room.TryEnter("bob", false));
        Assert.False(room.TryEnter("bob", false));
    }

    [Fact]
    public void What_is_urgent_finds_room_whatever_else_waits()
    {
        Enter("program");
        Enter("other");

        Assert.Equal(Bounds.UrgentOfOfficer, Enter("program", isUrgent: true));
        Assert.Equal(Bounds.UrgentOfOfficer, Enter("ann", isUrgent: true));
        room.Leave("program", true);
        Assert.Equal(1, Enter("program", isUrgent: true));
    }

    [Fact]
    public void Flash_and_the_first_minute_are_urgent_and_the_rest_is_not()
    {
        Operation[] urgent =
        [
            new RaiseAlert("hot", "here"), new SendMessage("hot", Precedence.Flash, "en", "flash"), new ApproveDraft("1", "1"), new TakeAlarm(),
        ];
        Operation[] others = [new SendMessage("hot", Precedence.Immediate, "en", "soon"), new ShowStatus(), new DraftMessage("hot", Precedence.Routine, "en", "words")];

        Assert.All(urgent, o => Assert.True(Urgency.Of(o)));
        Assert.All(others, o => Assert.False(Urgency.Of(o)));
    }
}
