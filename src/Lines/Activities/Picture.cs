namespace Parley.Lines.Activities;

/// <summary>What the author of volumes knew of the other ones when he set his.</summary>
public enum Picture
{
    /// <summary>His station had them, and his officer had been shown them.</summary>
    Shown = 1,

    /// <summary>His station had them, and his officer had not been shown them.</summary>
    HeldNotShown,

    /// <summary>His station did not have them.</summary>
    NotHeld,
}

/// <summary>What follows from two sets of volumes and who had which.</summary>
public static class PictureRules
{
    /// <summary>What the author of the first knew of the second. Who set his volumes without the other's, while the other one had his, was merely earlier: that is
    /// <see cref="Picture.NotHeld"/> too, and no fault.</summary>
    public static Picture Of(ActivityVersion mine, ActivityVersion theirs) =>
        mine.Seen.Covers(theirs.Entry) ? Picture.Shown
        : mine.Held.Covers(theirs.Entry) ? Picture.HeldNotShown
        : Picture.NotHeld;

    /// <summary>Whether volumes were set against a picture that was not the current one: its author had the others and was not shown them, or neither had the other's. Not
    /// refused: it is told to both sides.</summary>
    public static bool IsStale(ActivityVersion mine, ActivityVersion theirs) => Of(mine, theirs) switch
    {
        Picture.Shown => false,
        Picture.HeldNotShown => true,
        _ => !theirs.Held.Covers(mine.Entry) && mine.Position > theirs.Position,
    };

    /// <summary>Whether these volumes were set into what the other party had reserved, knowing of it.</summary>
    public static bool IsAgainstReserve(ActivityVersion mine, ActivityMatter theirs) =>
        theirs.Content.ReserveUntil is { } until && theirs.State == ActivityState.Reserved && until > mine.At && mine.Held.Covers(theirs.Entry);
}
