namespace Parley.Station;

/// <summary>How much the loop takes in one step: as much as it did in <see cref="Bounds.StepMilliseconds"/> of late, so that what is urgent never waits long for the step before
/// it. Where the disk alone takes as long for a few inputs, small steps would help nobody; then it is as much as takes twice that. Deciding code: how long a step took is passed
/// in.</summary>
internal sealed class StepSize
{
    private const double Longest = Bounds.StepMilliseconds;
    private double small;

    /// <summary>Inputs of the next step.</summary>
    public int Inputs { get; private set; } = Bounds.StepInputs;

    /// <summary>Entries of peers in it, give or take one batch.</summary>
    public int Entries => Inputs * (Bounds.StepEntries / Bounds.StepInputs);

    /// <summary>A step that took so many inputs was so long. What was short without being full says nothing.</summary>
    public void Took(int inputs, TimeSpan time)
    {
        var milliseconds = time.TotalMilliseconds;
        if (inputs <= Bounds.LeastStepInputs)
            small = (0.8 * small) + (0.2 * milliseconds);
        var longest = Math.Max(Longest, 2 * small);
        if (milliseconds > longest)
            Inputs = Math.Max(Bounds.LeastStepInputs, Inputs / 2);
        else if (inputs >= Inputs && milliseconds < 0.75 * longest)
            Inputs = Math.Min(Bounds.StepInputs, Inputs * 2);
    }
}
