using Parley.Control;
using Parley.Control.Checks;
using Parley.Ledger;
using Parley.Lines.Parties;

namespace Parley.Scenarios.Play;

/// <summary>Crews that keep the check calendars of the lines: officers send a check when it is their turn and answer those of the other side, as long as they are
/// there. What they do goes through the same operations as any officer's, between the steps of the play, and is not told line by line.</summary>
internal sealed class Crews(IStage stage)
{
    // A check is sent soon after its time, and answered when somebody has read it.
    private static readonly TimeSpan Sent = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Answered = TimeSpan.FromMinutes(2);

    private readonly PriorityQueue<Func<CancellationToken, Task>, (long Time, long Number)> duties = new();
    private readonly HashSet<(string Line, string Party)> away = [];
    private long number;

    /// <summary>The line is open: from its next check on.</summary>
    public void Begin(ScenarioLine line)
    {
        if (line.Checks is { } checks)
            PlanNext(line, checks, Timestamp.From(stage.Clock));
    }

    public void Set(ScenarioOfficer who, ScenarioLine line, bool isAway)
    {
        if (isAway)
            away.Add((line.Name, who.Party));
        else
            away.Remove((line.Name, who.Party));
    }

    /// <summary>Lets that time since the founding come, and does what is due before it.</summary>
    /// <exception cref="StepFault">An officer was refused what his post asks of him.</exception>
    public async Task Reach(TimeSpan time, CancellationToken cancel)
    {
        var end = stage.Clock + (time - stage.Elapsed);
        while (duties.TryPeek(out var duty, out var at) && at.Time <= end.ToUnixTimeMilliseconds())
        {
            duties.Dequeue();
            var wait = DateTimeOffset.FromUnixTimeMilliseconds(at.Time) - stage.Clock;
            await stage.Reach(stage.Elapsed + wait, cancel);
            await duty(cancel);
        }

        await stage.Reach(time, cancel);
    }

    private void Plan(DateTimeOffset at, Func<CancellationToken, Task> duty) => duties.Enqueue(duty, (at.ToUnixTimeMilliseconds(), number++));

    private void PlanNext(ScenarioLine line, ScenarioChecks checks, Timestamp after)
    {
        if (checks.Schedule.Next(after) is not { } due)
            return;
        Plan(due.At.ToDateTimeOffset() + Sent, async cancel =>
        {
            PlanNext(line, checks, due.At);
            var parties = line.Parties.Select(p => PartyId.Parse(p)!.Value).Order().ToList();
            await Send(line, checks, checks.Schedule.Turn(due, parties).ToString(), cancel);
        });
    }

    private async Task Send(ScenarioLine line, ScenarioChecks checks, string party, CancellationToken cancel)
    {
        if (Here(line, checks, party) is not { } crew ||
            await Do(crew, new SendCheck(line.Name, line.Languages[0], checks.Text), cancel) is not { } sent)
            return;
        foreach (var other in line.Parties.Where(p => p != party))
        {
            Plan(stage.Clock + Answered, async cancelled =>
            {
                if (Here(line, checks, other) is { } reader)
                    await Do(reader, new AnswerCheck(line.Name, sent.Check.Entry), cancelled);
            });
        }
    }

    private ScenarioOfficer? Here(ScenarioLine line, ScenarioChecks checks, string party) =>
        away.Contains((line.Name, party)) ? null : checks.Crews.FirstOrDefault(c => c.Party == party);

    /// <summary>Null: the station does not run, or what is to be answered has not come to it.</summary>
    private async Task<TAnswer?> Do<TAnswer>(ScenarioOfficer who, Operation<TAnswer> operation, CancellationToken cancel)
        where TAnswer : class
    {
        try
        {
            return await stage.Do(who.Party, who, operation, cancel) switch
            {
                Done<TAnswer> done => done.Answer,
                Refused<TAnswer> { Why: Refusal.UnknownEntry } => null,
                Refused<TAnswer> refused => throw new StepFault($"{who.Party}/{who.Name} was refused a check ({refused.Why}): {refused.Detail}"),
                _ => null,
            };
        }
        catch (ControlFault)
        {
            return null;
        }
    }
}
