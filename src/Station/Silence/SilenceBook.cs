using Parley.Lines.Charters;
using Parley.Lines.Parties;
using Parley.Lines.Silence;
using Parley.Station.State;
using Parley.Station.Storage;

namespace Parley.Station.Silence;

/// <summary>The last test of ourselves, and what stands of each line and party. Documents of two kinds.</summary>
internal sealed class SilenceBook
{
    private const string SelfTestId = "self-test";
    private readonly SortedDictionary<(LineId Line, PartyId Party), SilenceNote> notes = [];

    public SelfTest? OwnTest { get; private set; }

    public IEnumerable<SilenceNote> Notes => notes.Values;

    public SilenceNote? Of(LineId line, PartyId party) => notes.GetValueOrDefault((line, party));

    public void Set(Step step, SelfTest test)
    {
        OwnTest = test;
        step.Put(DocumentKind.SelfTest, SelfTestId, test.Encode());
    }

    public void Put(Step step, SilenceNote note)
    {
        notes[(note.Line, note.Party)] = note;
        step.Put(DocumentKind.Silence, note.Id, note.Encode());
    }

    /// <summary>A document of ours as it was read; false when it is not sound.</summary>
    public bool Take(DocumentKind kind, string id, byte[] bytes)
    {
        if (kind == DocumentKind.SelfTest)
            return id == SelfTestId && (OwnTest = SelfTest.Parse(bytes)) is not null;
        if (SilenceNote.Parse(id, bytes) is not { } note)
            return false;
        notes[(note.Line, note.Party)] = note;
        return true;
    }
}
