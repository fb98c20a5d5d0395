using Parley.Control.Lines;
using Parley.Control.Messages;
using Parley.Control.Notices;
using Parley.Exchange.Notices;
using Parley.Lines.Notices;

namespace Parley.Station.Tests.Operations;

/// <summary>Two stations whose line <c>hot</c> has every notice format that comes with the program.</summary>
internal sealed class NoticeDesks
{
    public NoticeDesks(params string[] addressees)
    {
        (Astra, Boreal, _) = Desk.Pair();
        foreach (var desk in new[] { Astra, Boreal })
        {
            foreach (var format in FormatShelf.All)
                desk.Do(new AddFormat(format.Encode()));
        }

        Astra.Do(new AmendLine("hot", new TermsView(Formats: FormatShelf.Ids, Addressees: addressees)));
        Desk.Settle(Astra, Boreal);
        Boreal.Do(new AcceptLine("hot"));
        Desk.Settle(Astra, Boreal);
    }

    public Desk Astra { get; }

    public Desk Boreal { get; }

    /// <summary>Verifies, releases and carries it; its ref.</summary>
    public string Send(Desk desk, NoticeDraftView draft)
    {
        Assert.Empty(draft.Check.Gaps);
        desk.Do(new VerifyNotice(draft.Draft.Id, draft.Draft.Revision), "bob");
        var released = desk.Do(new ApproveDraft(draft.Draft.Id, draft.Draft.Revision));
        Desk.Exchange(Astra, Boreal);
        return released.Released!;
    }

    /// <summary>So many days from now, as a form has it.</summary>
    public string At(double days) => FieldText.OfTime(Astra.Now.ToDateTimeOffset().AddDays(days));

    public void Later(TimeSpan span)
    {
        foreach (var desk in new[] { Astra, Boreal })
        {
            desk.Now += span;
            desk.Step();
        }

        Desk.Exchange(Astra, Boreal);
    }
}
