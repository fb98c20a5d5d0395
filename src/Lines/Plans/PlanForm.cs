using Parley.Lines.Messages;
using Parley.Lines.Notices;

namespace Parley.Lines.Plans;

/// <summary>What a plan fills in of a form. The rest is for officers, and nothing leaves before they have filled it in.</summary>
public static class PlanForm
{
    private static readonly string[] Titles = ["designation", "name", "title"];

    /// <summary>The title, the times where the form takes both in one field or one of each, and each sign that the form can say.</summary>
    public static IReadOnlyList<NoticeValue> Values(Plan plan, NoticeFormat format)
    {
        var values = new SortedDictionary<int, NoticeValue>();
        void Fill(string name, string text)
        {
            var at = format.Fields.ToList().FindIndex(f => f.Name == name);
            if (at >= 0)
                values[at] = new NoticeValue(name, [text]);
        }

        if (Titles.FirstOrDefault(t => format[t] is { Kind: FieldKind.Text } field && plan.Title.Length <= field.Most) is { } title && MessageContent.IsText(plan.Title))
            Fill(title, plan.Title);
        var (from, until) = (FieldText.OfTime(plan.Span.From), FieldText.OfTime(plan.Span.Until));
        foreach (var name in new[] { format.Start, format.End }.Distinct())
        {
            if (format[name] is { Kind: FieldKind.Window })
                Fill(name, $"{from} {until}");
            else if (format[name] is { Kind: FieldKind.Time })
                Fill(name, name == format.Start ? from : until);
        }

        foreach (var sign in plan.Signs.Select(Signs.Of))
        {
            if (sign.FieldIn(format) is { Length: > 0 } name)
                Fill(name, sign.Fields.First(f => f.Name == name).Value);
        }

        return [.. values.Values];
    }
}
