using Parley.Control;
using Parley.Control.Checks;
using Parley.Lines.Checks;
using Parley.Lines.Entries;

namespace Parley.Testing.Simulation.Silences;

/// <summary>The people at a station: they send and answer checks by their own clock, as long as they are there.</summary>
internal sealed class SilenceCrew(SilenceWorld world, SilenceStation station, CheckSchedule schedule, bool isFirst)
{
    private string? unanswered;

    /// <summary>They do nothing.</summary>
    public bool IsAway { get; private set; }

    public void Begin() => Plan();

    public void Leave() => IsAway = true;

    /// <summary>They are back, and answer what waits.</summary>
    public void Return()
    {
        IsAway = false;
        if (unanswered is { } check)
            Answer(check);
    }

    /// <summary>Something changed at the station.</summary>
    public void Hear(ChangeNote note)
    {
        if (note.Kind != ChangeKind.Recorded || note.Entry is not { } text || EntryRef.Parse(text) is not { } entry || entry.Party == station.Party)
            return;
        world.Schedule.After(world.Dice.Between(20_000, 300_000), () =>
        {
            if (!station.IsUp || world.Hot(station) is not { } line || station.Core.Memory.HeaderOf(entry.Feed(line), entry.Index)?.Kind != EntryKind.Check)
                return;
            unanswered = text;
            if (!IsAway)
                Answer(text);
        });
    }

    private void Answer(string check)
    {
        if (station.IsUp && station.Ask(new AnswerCheck("hot", check)) is not null)
            unanswered = null;
    }

    /// <summary>Whenever a minute of the clock on the wall begins that is the schedule's.</summary>
    private void Plan()
    {
        world.Schedule.After(60_000 - (station.Clock.UnixMilliseconds % 60_000) + world.Dice.Between(0, 20_000), () =>
        {
            var now = station.Clock;
            if (station.IsUp && !IsAway && schedule.Last(now) is { } due && now - due.At < TimeSpan.FromMinutes(1) && (due.Number % 2 == 0) == isFirst)
                station.Ask(new SendCheck("hot", "en", "The lamps are lit."));
            Plan();
        });
    }
}
