using Parley.Lines.Activities;
using Parley.Ledger;

namespace Parley.Lines.Observations;

/// <summary>Makes of an activity, with all that followed it, what observations are held against.</summary>
public static class AnnouncedActivity
{
    /// <summary>What an activity announced, version by version. A site or movement that has expired is closed.</summary>
    /// <param name="reference">How officers find it.</param>
    public static Announced Of(ActivityMatter matter, string reference)
    {
        AnnouncedKind[] kinds = [KindOf(matter.Content.Kind)];
        var versions = matter.Versions.Select(v => new AnnouncedVersion(
            v.Entry.ToString(), v.At.ToDateTimeOffset(), [.. v.Volumes.Select(volume => AnnouncedPart.Of("", kinds, volume))], Bounds.ActivityTolerance, [], null));
        var closed = matter.IsClosed
            ? matter.Followed.Where(f => f is { Effect: ActivityEffect.Took, Said.What: ActivityStepContent { Step: ActivityStep.End or ActivityStep.Cancel } })
                .Max(f => (Timestamp?)f.Said.At)
            : null;
        var ends = closed ?? matter.Expires;
        return new Announced(reference, matter.Party.ToString(), [.. versions], ends?.ToDateTimeOffset());
    }

    private static AnnouncedKind KindOf(ActivityKind kind) => kind switch
    {
        ActivityKind.Flight => AnnouncedKind.Flight,
        ActivityKind.StrikeArea => AnnouncedKind.StrikeArea,
        ActivityKind.Fire => AnnouncedKind.Gunnery,
        ActivityKind.Patrol => AnnouncedKind.Patrol,
        ActivityKind.Vessel => AnnouncedKind.Ships,
        ActivityKind.NoGoArea => AnnouncedKind.ClosedArea,
        ActivityKind.Site => AnnouncedKind.HumanitarianSite,
        _ => AnnouncedKind.HumanitarianMovement,
    };
}
