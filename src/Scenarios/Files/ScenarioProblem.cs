namespace Parley.Scenarios.Files;

/// <summary>Why a file is no scenario.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Text">What is wrong and what to write instead.</param>
public sealed record ScenarioProblem(int Line, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {Line}: {Text}";
}

/// <summary>Carries a problem out of the depth of a file to <see cref="ScenarioFile.Read"/>, and no further.</summary>
internal sealed class ScenarioSyntaxFault(ScenarioProblem problem) : Exception(problem.ToString())
{
    public ScenarioSyntaxFault(long line, string text)
        : this(new ScenarioProblem((int)line, text))
    {
    }

    public ScenarioProblem Problem { get; } = problem;
}
