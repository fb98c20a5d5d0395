using System.Net;

namespace Parley.Api;

/// <summary>Counts wrong tokens by address. A right token is never held up: a flood of wrong ones must not shut out officers who share the
/// address with it, and tokens are too long to be guessed. What the count spares is work and log.</summary>
internal sealed class FailedTokens(TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<IPAddress, Allowance> allowances = [];

    /// <summary>Counts one; false when there were too many.</summary>
    public bool Count(IPAddress? address)
    {
        var now = time.GetUtcNow();
        lock (gate)
        {
            var key = address ?? IPAddress.None;
            if (!allowances.TryGetValue(key, out var allowance))
            {
                if (allowances.Count >= Bounds.FailedTokenAddresses)
                    Forget(now);
                if (allowances.Count >= Bounds.FailedTokenAddresses)
                    key = IPAddress.None;
                allowance = allowances.GetValueOrDefault(key, new Allowance(Bounds.FailedTokens, now));
            }

            var left = allowance.At(now);
            allowances[key] = new Allowance(Math.Max(0, left - 1), now);
            return left >= 1;
        }
    }

    // Whoever has his whole allowance again need not be remembered.
    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, allowance) in allowances)
        {
            if (allowance.At(now) >= Bounds.FailedTokens)
                allowances.Remove(key);
        }
    }

    private readonly record struct Allowance(double Left, DateTimeOffset Since)
    {
        public double At(DateTimeOffset now) => Math.Min(Bounds.FailedTokens, Left + Math.Max(0, (now - Since) / Bounds.FailedTokenPause));
    }
}
