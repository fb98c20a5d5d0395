namespace Parley.Station.Tests;

public sealed class StepSizeTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMilliseconds(Bounds.StepMilliseconds * 2);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(Bounds.StepMilliseconds / 4);
    private readonly StepSize size = new();

    [Fact]
    public void Long_steps_make_the_next_ones_small_down_to_a_bound()
    {
        Assert.Equal((Bounds.StepInputs, Bounds.StepEntries), (size.Inputs, size.Entries));
        size.Took(Bounds.StepInputs, Long);
        Assert.Equal((Bounds.StepInputs / 2, Bounds.StepEntries / 2), (size.Inputs, size.Entries));
        for (var i = 0; i < 20; i++)
            size.Took(1, Long);
        Assert.Equal(Bounds.LeastStepInputs, size.Inputs);
    }

    [Fact]
    public void Short_and_full_steps_make_the_next_ones_large_up_to_a_bound()
    {
        for (var i = 0; i < 20; i++)
            size.Took(1, Long);
        size.Took(1, Short);
        Assert.Equal(Bounds.LeastStepInputs, size.Inputs);
        for (var i = 0; i < 20; i++)
            size.Took(size.Inputs, Short);
        Assert.Equal(Bounds.StepInputs, size.Inputs);
    }
}
