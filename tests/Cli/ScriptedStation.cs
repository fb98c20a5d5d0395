using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Parley.Api;
using Parley.Control;

namespace Parley.Cli.Tests;

/// <summary>A station behind a real interface that answers as the test says and remembers what it was asked.</summary>
public sealed class ScriptedStation : IControl, IAsyncDisposable
{
    public const string Token = "token-of-rao";
    private readonly Dictionary<Type, Func<Operation, object>> answers = [];
    private readonly Channel<ChangeNote> notes = Channel.CreateUnbounded<ChangeNote>();
    private ApiServer? api;

    public List<Operation> Asked { get; } = [];

    public string Address => api!.Address.GetLeftPart(UriPartial.Authority);

    public static async Task<ScriptedStation> Start()
    {
        var station = new ScriptedStation();
        station.api = await ApiServer.StartAsync(
            token => token == Token ? station : null, new ApiOptions(new Uri("http://127.0.0.1:0")), TimeProvider.System);
        return station;
    }

    /// <summary>What to answer: an answer, a <see cref="Refusal"/>, or a refusal with its sentence.</summary>
    public void On<TOperation>(Func<TOperation, object> answer)
        where TOperation : Operation => answers[typeof(TOperation)] = operation => answer((TOperation)operation);

    public void Change(ChangeNote note) => notes.Writer.TryWrite(note);

    public Task<Outcome<TAnswer>> Do<TAnswer>(Operation<TAnswer> operation, CancellationToken cancel = default)
    {
        Asked.Add(operation);
        return Task.FromResult<Outcome<TAnswer>>(answers[operation.GetType()](operation) switch
        {
            Refusal refusal => new Refused<TAnswer>(refusal, "Do this instead."),
            IRefused refused => new Refused<TAnswer>(refused.Why, refused.Detail),
            var answer => new Done<TAnswer>((TAnswer)answer),
        });
    }

    public async IAsyncEnumerable<ChangeNote> Changes([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var note in notes.Reader.ReadAllAsync(cancel))
            yield return note;
    }

    public ValueTask DisposeAsync() => api!.DisposeAsync();
}
