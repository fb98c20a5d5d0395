namespace Parley.Station.Tests;

public sealed class StepSizeTests
{
    private readonly StepSize size = new();

    /// <summary>Full steps of a disk and a machine that take so long.</summary>
    private void Work(double commit, double input, int steps = 50)
    {
        for (var i = 0; i < steps; i++)
            size.Took(size.Inputs, Time(commit + (size.Inputs * input)));
    }

    private static TimeSpan Time(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    [Fact]
    public void Long_steps_make_the_next_ones_small_down_to_a_bound()
    {
        Assert.Equal((Bounds.StepInputs, Bounds.StepEntries), (size.Inputs, size.Entries));
        Work(1, 1, steps: 1);
        Assert.Equal((Bounds.StepInputs / 2, Bounds.StepEntries / 2), (size.Inputs, size.Entries));
        Work(1, 100, steps: 5);
        Assert.Equal(Bounds.LeastStepInputs, size.Inputs);
    }

    [Fact]
    public void A_quick_machine_takes_all_it_may_in_one_step()
    {
        Work(1, 1);
        Work(5, 0.01);
        Assert.Equal(Bounds.StepInputs, size.Inputs);
    }

    [Fact]
    public void Steps_stay_about_as_long_as_a_flash_may_wait()
    {
        Work(5, 0.4);
        Assert.InRange(5 + (size.Inputs * 0.4), Bounds.StepMilliseconds / 4, Bounds.StepMilliseconds * 2);
    }

    [Fact]
    public void A_slow_disk_does_not_make_steps_small_in_vain()
    {
        Work(100, 0.4);
        Assert.InRange(size.Inputs, 4 * Bounds.LeastStepInputs, Bounds.StepInputs);
    }

    [Fact]
    public void A_step_that_was_not_full_says_nothing_of_a_larger_one()
    {
        Work(1, 1, steps: 10);
        size.Took(1, Time(1));
        Assert.Equal(Bounds.LeastStepInputs, size.Inputs);
    }
}
