using System.CommandLine;
using System.Text.Json;
using Parley.Cli.Rendering;
using Parley.Control;
using Parley.Station.Folders;

namespace Parley.Cli;

/// <summary>One command as it was called.</summary>
internal sealed class Invocation(ParseResult parsed, Terminal terminal, CancellationToken cancel)
{
    public Terminal Terminal { get; } = terminal;

    public CancellationToken Cancel { get; } = cancel;

    public Screen Screen { get; } = new(terminal);

    public T Get<T>(Argument<T> argument) => parsed.GetRequiredValue(argument);

    /// <summary>Of an argument that may be left out.</summary>
    public T? Find<T>(Argument<T> argument) => parsed.GetValue(argument);

    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    public T Need<T>(Option<T> option) => parsed.GetRequiredValue(option);

    /// <summary>Does an operation; a refusal ends the command.</summary>
    public async Task<TAnswer> Do<TAnswer>(IControl control, Operation<TAnswer> operation) => Need(await control.Do(operation, Cancel));

    /// <summary>The answer of an outcome; a refusal ends the command.</summary>
    public static TAnswer Need<TAnswer>(Outcome<TAnswer> outcome) => outcome switch
    {
        Done<TAnswer> done => done.Answer,
        Refused<TAnswer> refused => throw new CommandFault(ExitCode.Refused, Words(refused.Why, refused.Detail)),
        _ => throw new CommandFault(ExitCode.Unreachable, "the station gave no answer that this program knows"),
    };

    /// <summary>A value of a folder; a problem ends the command.</summary>
    public static T Need<T>(FolderResult<T> result)
        where T : class =>
        result.Is(out var value, out var problem) ? value : throw new CommandFault(ExitCode.Refused, Words(problem.Why, problem.Detail));

    /// <summary>Writes an answer: as JSON when that was asked for, otherwise for people.</summary>
    public void Show<TAnswer>(TAnswer answer, Action<Screen, TAnswer> forPeople)
    {
        if (parsed.GetValue(Common.Json))
            Terminal.Out.WriteLine(JsonSerializer.Serialize(answer, ControlJson.Indented));
        else
            forPeople(Screen, answer);
    }

    public bool WantsJson => parsed.GetValue(Common.Json);

    private static string Words<TWhy>(TWhy why, string detail)
        where TWhy : Enum => $"refused ({JsonNamingPolicy.CamelCase.ConvertName(why.ToString())}): {SafeText.Line(detail)}";
}
