using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Parley.Control;

namespace Parley.Api;

/// <summary>The stream of changes as server-sent events (HTML standard, section 9.2). Events are named <c>change</c>; an event <c>alive</c>
/// comes when nothing else did. It ends when the token is revoked or the server stops.</summary>
internal sealed class ChangeStream(Officers officers, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private static readonly byte[] Alive = "event: alive\ndata: alive\n\n"u8.ToArray();
    private int open;

    public async Task Handle(HttpContext context)
    {
        if (await officers.SignIn(context) is not { } control)
            return;
        try
        {
            if (Interlocked.Increment(ref open) > Bounds.Streams)
                await Replies.Refuse(context, Refusal.Busy, "Too many streams of changes are open; close some and try again.");
            else
                await Run(context, control);
        }
        finally
        {
            Interlocked.Decrement(ref open);
        }
    }

    private async Task Run(HttpContext context, IControl control)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        try
        {
            await Copy(context, control, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The reader or the server has gone: that is how every stream ends.
        }
        catch (IOException) when (end.IsCancellationRequested)
        {
        }
        finally
        {
            await end.CancelAsync();
        }
    }

    private async Task Copy(HttpContext context, IControl control, CancellationToken cancel)
    {
        using var asking = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await using var notes = control.Changes(asking.Token).GetAsyncEnumerator(asking.Token);
        // Asked for before the head of the answer leaves: who has seen the head misses nothing.
        var next = notes.MoveNextAsync().AsTask();
        try
        {
            context.Response.ContentType = "text/event-stream";
            await Write(context, Alive, cancel);
            while (true)
            {
                await Task.WhenAny(next, Task.Delay(Bounds.StreamAlive, time, cancel));
                cancel.ThrowIfCancellationRequested();
                if (!officers.IsStillSignedIn(context))
                    return;
                if (!next.IsCompleted)
                {
                    await Write(context, Alive, cancel);
                    continue;
                }

                if (!await next)
                    return;
                await Write(context, Event(notes.Current), cancel);
                next = notes.MoveNextAsync().AsTask();
            }
        }
        finally
        {
            // An enumerator cannot be disposed of while it is asked for its next note.
            await asking.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task Write(HttpContext context, byte[] bytes, CancellationToken cancel)
    {
        await context.Response.Body.WriteAsync(bytes, cancel);
        await context.Response.Body.FlushAsync(cancel);
    }

    private static byte[] Event(ChangeNote note) => Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture,
        $"id: {note.Number}\nevent: change\ndata: {JsonSerializer.Serialize(note, ControlJson.Options)}\n\n"));
}
