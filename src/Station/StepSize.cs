namespace Parley.Station;

/// <summary>How much the loop takes in one step: as much as it did in <see cref="Bounds.StepMilliseconds"/> of late, so that what is urgent never waits long for the step before
/// it. Large where nothing is in a hurry would be quicker for a flood, and slower for a flash. Deciding code: how long a step took is passed in.</summary>
internal sealed class StepSize
{
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(Bounds.StepMilliseconds);

    /// <summary>Inputs of the next step.</summary>
    public int Inputs { get; private set; } = Bounds.StepInputs;

    /// <summary>Entries of peers in it, give or take one batch.</summary>
    public int Entries => Inputs * (Bounds.StepEntries / Bounds.StepInputs);

    /// <summary>A step that took so many inputs was so long. What was short without being full says nothing.</summary>
    public void Took(int inputs, TimeSpan time)
    {
        if (time > Long)
            Inputs = Math.Max(Bounds.LeastStepInputs, Inputs / 2);
        else if (time < Long / 2 && inputs >= Inputs)
            Inputs = Math.Min(Bounds.StepInputs, Inputs * 2);
    }
}
