using Parley.Control;
using Parley.Station;
using Parley.Station.Operations;
using Parley.Station.Storage;

namespace Parley.Testing.Simulation;

/// <summary>How scripted officers talk to their station: as people behind a face do, they ask again, with the same key, when there was no answer.</summary>
internal sealed class Officers(SimulatedWorld world)
{
    private static readonly Roles All = (Roles)31;

    /// <summary>Requests that have no answer yet.</summary>
    public int Waiting { get; private set; }

    /// <summary>Asks until there is an outcome. When the station is set back to an old disk meanwhile, the request is given up.</summary>
    public void Ask<TAnswer>(SimulatedStation at, string officer, Operation<TAnswer> operation, Action<Outcome<TAnswer>> answered)
    {
        Waiting++;
        new Request<TAnswer>(this, at, new Actor(officer, All), operation, answered).Try();
    }

    private sealed class Request<TAnswer>(
        Officers officers, SimulatedStation at, Actor actor, Operation<TAnswer> operation, Action<Outcome<TAnswer>> answered)
    {
        private readonly int restores = at.Restores;
        private int tries;
        private bool done;

        public void Try()
        {
            if (done)
                return;
            if (at.Restores != restores)
            {
                End();
                return;
            }

            var mine = ++tries;
            at.Give(new OfficerAsks(operation, actor, answer => Later(mine, answer)));
            officers.World.Schedule.After(officers.World.Dice.Between(5_000, 20_000), () =>
            {
                if (tries == mine)
                    Try();
            });
        }

        private void Later(int attempt, object answer)
        {
            if (at.IsDying())
                return;
            officers.World.Schedule.After(officers.World.Dice.Between(0, 20), () => Take(attempt, answer));
        }

        private void Take(int attempt, object answer)
        {
            if (done || attempt != tries || at.Restores != restores)
                return;
            try
            {
                if (answer is Deferred deferred)
                    answer = deferred.Read();
            }
            catch (StoreFault)
            {
                // The process ended while its answer was being read.
                return;
            }

            if (answer is Outcome<TAnswer> outcome)
            {
                End();
                answered(outcome);
            }
            else if (answer is ControlFault)
            {
                officers.World.Schedule.After(officers.World.Dice.Between(100, 3_000), Try);
            }
            else
            {
                throw officers.World.Failure($"{at.Party} answered {operation.GetType().Name} with {answer}");
            }
        }

        private void End()
        {
            done = true;
            officers.Waiting--;
        }
    }

    private SimulatedWorld World => world;
}
