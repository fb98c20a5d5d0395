using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Parley.Console.Passkeys;
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

    /// <summary>Why the officer stands here.</summary>
    [SupplyParameterFromQuery]
    public string? Why { get; set; }

    /// <summary>Until when he must wait.</summary>
    [SupplyParameterFromQuery]
    public string? Until { get; set; }

    private static CultureInfo Invariant => CultureInfo.InvariantCulture;

    private Language Say => Known.Of(Context.Request);

    private string Name => Options.NameIn(Say.Tag);

    private bool HasName => Ceremonies.HasName(Context.Request.Host.Host);

    private string Word => DoorWords.Of(Why) ?? "";

    private DateTime? Waited => DateTimeOffset.TryParse(Until, Invariant, DateTimeStyles.AssumeUniversal, out var until) ? until.UtcDateTime : null;
}
