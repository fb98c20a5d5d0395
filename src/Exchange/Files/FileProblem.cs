namespace Parley.Exchange.Files;

/// <summary>Why a file is not what it should be.</summary>
/// <param name="Line">Line of the file, from 1.</param>
/// <param name="Text">What is wrong and what to write instead.</param>
public sealed record FileProblem(int Line, string Text)
{
    /// <inheritdoc/>
    public override string ToString() => $"line {Line}: {Text}";
}

/// <summary>Carries a problem out of the depth of a file to <see cref="YamlText.Read"/>, and no further.</summary>
internal sealed class FileFault(FileProblem problem) : Exception(problem.ToString())
{
    public FileFault(long line, string text)
        : this(new FileProblem((int)line, text))
    {
    }

    public FileProblem Problem { get; } = problem;
}
