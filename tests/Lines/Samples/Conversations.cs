using Parley.Crypto;
using Parley.Lines.Charters;
using Parley.Lines.Entries;
using Parley.Lines.Keys;
using Parley.Lines.Parties;
using Parley.Testing.Suites;

namespace Parley.Lines.Tests.Samples;

/// <summary>Conversations that tests start from.</summary>
internal static class Conversations
{
    /// <summary>Suite 0 for what reads and verifies.</summary>
    public static Suite? Suites(SuiteId id) => id == Zero.Id ? Zero : id == SuiteId.One ? SuiteOne.Instance : null;

    private static readonly SuiteZero Zero = new(0);

    /// <summary>Two parties, a few words each way, all received.</summary>
    public static SampleLine Short(ulong seed = 1, LineMode mode = LineMode.Live) => Short(new SuiteZero(seed), mode);

    public static SampleLine Short(Suite suite, LineMode mode = LineMode.Live)
    {
        var line = new SampleLine(suite, mode, "astra", "boreal");
        var (astra, boreal) = (line["astra"], line["boreal"]);
        Exchange(line);
        line.Say(astra, "Aircraft near the strait are ours.", Precedence.Flash);
        line.Say(astra, "Details follow.");
        Exchange(line);
        line.Say(boreal, "Received. Thank you.");
        Exchange(line);
        return line;
    }

    /// <summary>The short one, then rotations on both sides, an amended charter, a generation after a restore and one after a
    /// revocation.</summary>
    public static SampleLine Long(ulong seed = 1) => Long(new SuiteZero(seed));

    public static SampleLine Long(Suite suite)
    {
        var line = Short(suite);
        var (astra, boreal) = (line["astra"], line["boreal"]);
        line.Rotate(astra);
        line.Say(astra, "We changed our key.");
        Exchange(line);
        line.Amend();
        line.Open(boreal, GenerationReason.Restored);
        line.Say(boreal, "We came back from a backup.");
        Exchange(line);
        boreal.Update("tls://192.0.2.7:7101");
        line.Rotate(boreal);
        line.Say(boreal, "So did we.", Precedence.Flash);
        Exchange(line);
        astra.Rotate(CardStep.Revoke);
        line.Open(astra, GenerationReason.Revoked);
        line.Say(astra, "The old key is not ours any more.");
        Exchange(line);
        return line;
    }

    public static void Exchange(SampleLine line)
    {
        foreach (var from in line.Members)
        {
            foreach (var to in line.Members.Where(m => m != from))
                line.Carry(from, to);
        }
    }
}
