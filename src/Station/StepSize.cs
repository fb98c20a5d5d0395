namespace Parley.Station;

/// <summary>How much the loop takes in one step: as much as it did in <see cref="Bounds.StepMilliseconds"/> of late, so that what is urgent never waits long for the step before
/// it. Where the disk alone takes long, whatever is written, small steps would help nobody; then it is as much as takes twice that. Deciding code: how long a step took is
/// passed in.</summary>
internal sealed class StepSize
{
    private const double Share = 0.1;
    private (double Inputs, double Time, double InputsSquared, double InputsTime)? means;

    /// <summary>Inputs of the next step.</summary>
    public int Inputs { get; private set; } = Bounds.StepInputs;

    /// <summary>Entries of peers in it, give or take one batch.</summary>
    public int Entries => Inputs * (Bounds.StepEntries / Bounds.StepInputs);

    /// <summary>A step that took so many inputs was so long. What was short without being full says nothing of larger ones.</summary>
    public void Took(int inputs, TimeSpan time)
    {
        var milliseconds = time.TotalMilliseconds;
        if (inputs > 0)
            Learn(inputs, milliseconds);
        var longest = Math.Clamp(2 * Empty(), Bounds.StepMilliseconds, Bounds.SlowStepMilliseconds);
        if (milliseconds > longest)
            Inputs = Math.Max(Bounds.LeastStepInputs, Inputs / 2);
        else if (inputs >= Inputs && milliseconds < 0.75 * longest)
            Inputs = Math.Min(Bounds.StepInputs, Inputs * 2);
    }

    private void Learn(double inputs, double time)
    {
        var now = (Inputs: inputs, Time: time, InputsSquared: inputs * inputs, InputsTime: inputs * time);
        means = means is not { } old ? now : (
            old.Inputs + (Share * (now.Inputs - old.Inputs)),
            old.Time + (Share * (now.Time - old.Time)),
            old.InputsSquared + (Share * (now.InputsSquared - old.InputsSquared)),
            old.InputsTime + (Share * (now.InputsTime - old.InputsTime)));
    }

    /// <summary>Milliseconds that a step takes of itself, without its inputs: where the straight line through the last steps begins (least squares). 0 while they were all of
    /// one size.</summary>
    private double Empty()
    {
        if (means is not { } m)
            return 0;
        var spread = m.InputsSquared - (m.Inputs * m.Inputs);
        if (spread < 1)
            return 0;
        var each = Math.Max(0, (m.InputsTime - (m.Inputs * m.Time)) / spread);
        return Math.Max(0, m.Time - (each * m.Inputs));
    }
}
