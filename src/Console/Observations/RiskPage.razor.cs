using Microsoft.AspNetCore.Components;
using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Observations;

namespace Parley.Console.Observations;

/// <summary>Terms of risk, each by itself with its interval: where the station's file turns them on. No page adds them up, and nothing reads them.</summary>
public sealed partial class RiskPage : DeskPage
{
    private const int Usual = 26;
    private const int Hour = 60;
    private const int Day = 24 * Hour;

    private static readonly int[] Choices = [4, Usual, 104];

    private RiskView? view;

    /// <summary>How many weeks back; null: half a year.</summary>
    [SupplyParameterFromQuery(Name = "weeks")]
    public int? Asked { get; set; }

    private int Weeks => Asked ?? Usual;

    // It is read when it is opened: nobody watches it.
    protected override bool Concerns(ChangeNote note) => false;

    protected override async Task Load()
    {
        if (SeenWords.MaySee(Desk.Roles))
            view = await Ask(new ShowRisk(Weeks));
    }

    private string Span(int minutes) =>
        minutes < 2 * Hour ? Say["risk.minutes", Say.Number(minutes)]
        : minutes < 2 * Day ? Say["risk.hours", Say.Number(minutes / Hour), Say.Number(minutes % Hour)]
        : Say["risk.days", Say.Number(minutes / Day)];
}
