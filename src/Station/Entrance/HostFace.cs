using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Parley.Control;
using Parley.Control.Officers;
using Parley.Station.Operations;

namespace Parley.Station.Entrance;

/// <summary>The face of an officer, or of the folder's owner, at a running station.</summary>
/// <param name="means">What opened it; null: the folder and its key.</param>
internal sealed class HostFace(StationHost host, string officer, Means? means) : IFace
{
    private const int NotesWaiting = 1024;
    private int signedOut;

    public string Officer => officer;

    public bool Stands => Actor is not null;

    private Actor? Actor => means is null ? new Actor(officer, (Roles)31)
        : Volatile.Read(ref signedOut) == 0 && host.Book.By(means) is { } enrolled && enrolled.Officer.Name == officer && enrolled.Has(means, host.Now)
            ? new Actor(officer, enrolled.Officer.Roles, means)
            : null;

    public async Task<Outcome<TAnswer>> Do<TAnswer>(Operation<TAnswer> operation, CancellationToken cancel = default)
    {
        if (Actor is not { } actor)
            return new Refused<TAnswer>(Refusal.NotSignedIn, "You are not signed in, or no longer. Sign in anew; for a new token or sign-in link ask an admin.");
        var isUrgent = Urgency.Of(operation);
        if (!host.TakeRoom(officer, isUrgent))
            return new Refused<TAnswer>(Refusal.Busy, "The station has too much to do. Try again.");
        object answer;
        try
        {
            var (asked, pin) = await host.Door.Stretched(operation, actor, cancel);
            answer = await host.Ask(told => new OfficerAsks(asked, actor, told) { Pin = pin, IsUrgent = isUrgent });
        }
        finally
        {
            host.GiveRoom(officer, isUrgent);
        }

        if (operation is SetPin && answer is Done<Nothing>)
            host.Door.PinChanged(officer);
        return answer is Deferred deferred ? (Outcome<TAnswer>)await Task.Run(deferred.Read, cancel) : (Outcome<TAnswer>)answer;
    }

    public async IAsyncEnumerable<ChangeNote> Changes([EnumeratorCancellation] CancellationToken cancel = default)
    {
        // Whoever holds a link is not in yet.
        if (means is Means.SignInLink)
            yield break;
        var missed = 0;
        var channel = Channel.CreateBounded<ChangeNote>(
            new BoundedChannelOptions(NotesWaiting) { FullMode = BoundedChannelFullMode.DropOldest },
            _ => Interlocked.Exchange(ref missed, 1));
        host.Listen(channel);
        try
        {
            await foreach (var note in channel.Reader.ReadAllAsync(cancel))
            {
                if (!Stands)
                    yield break;
                if (Interlocked.Exchange(ref missed, 0) == 1)
                    yield return note with { Kind = ChangeKind.Missed, Line = null, Entry = null, Text = "notes were left out; ask anew" };
                yield return note;
            }
        }
        finally
        {
            host.Forget(channel);
        }
    }

    public async Task SignOut()
    {
        if (means is not null && Interlocked.Exchange(ref signedOut, 1) == 0)
            await host.Ask(answer => new SignsOut(officer, means, answer));
    }
}
