using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Parley.Console.Words;

namespace Parley.Console.Sessions;

/// <summary>The door.</summary>
public sealed partial class SignInPage : ComponentBase
{
    [CascadingParameter]
    public required HttpContext Context { get; set; }

    [Inject]
    public required ConsoleOptions Options { get; set; }

    [Inject]
    internal Languages Known { get; set; } = null!;

    [SupplyParameterFromQuery]
    public string? Officer { get; set; }

    [SupplyParameterFromQuery]
    public string? Back { get; set; }

    /// <summary>Why the officer stands here again.</summary>
    [SupplyParameterFromQuery]
    public string? Why { get; set; }

    private Language Say => Known.Of(Context.Request);

    private string Name => Options.Names.TryGetValue(Say.Tag, out var name) ? name : Options.Names.Values.FirstOrDefault() ?? Options.Party;

    private string? Told => Why is "token" or "form" or "direct" or "out" or "ended" ? Say["door.why." + Why] : null;
}
