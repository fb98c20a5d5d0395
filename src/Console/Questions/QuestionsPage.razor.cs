using Parley.Console.Desks;
using Parley.Control;
using Parley.Control.Lines;
using Parley.Control.Questions;

namespace Parley.Console.Questions;

/// <summary>Messages that ask for an answer by a time, over all lines: open ones first, then what became of the others.</summary>
public sealed partial class QuestionsPage : RoundPage
{
    private IReadOnlyList<QuestionListView> lists = [];
    private IReadOnlyList<QuestionView> open = [];
    private IReadOnlyList<QuestionView> over = [];
    private Dictionary<string, IReadOnlyList<string>> tongues = [];
    private string told = "";

    protected override bool Concerns(ChangeNote note) => note.Kind is ChangeKind.Recorded or ChangeKind.Receipt or ChangeKind.Opened or ChangeKind.Line;

    protected override async Task Load()
    {
        if (await Ask(new ListQuestions()) is not { } found)
            return;
        lists = found;
        (open, over) = QuestionMoves.Parted(found);
        if (await Ask(new ListLines()) is { } lines)
            tongues = lines.GroupBy(l => l.Handle).ToDictionary(g => g.Key, g => g.First().Terms.Languages ?? []);
    }

    private IReadOnlyList<string> TonguesOf(string line) => tongues.GetValueOrDefault(line) is { Count: > 0 } agreed ? agreed : [Say.Tag];

    private async Task Told(string words)
    {
        await LoadAnew();
        told = words;
    }
}
