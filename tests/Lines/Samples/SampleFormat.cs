using Parley.Lines.Entries;
using Parley.Lines.Notices;

namespace Parley.Lines.Tests.Samples;

/// <summary>A format that has every kind of field, and a notice that fills it in.</summary>
internal static class SampleFormat
{
    public const string Area =
        """
        volume 1
        circle 69.0000000 16.0000000 5000
        band sfc .. unlimited
        valid 2027-02-01T10:00:00Z 2027-02-03T10:00:00Z
        window 2027-02-02T10:00:00Z 2027-02-02T12:00:00Z
        """;

    public static NoticeFormat Format { get; } = new(
        "rocket", 1, "R-1", "An agreement of nobody, article 1", NoticeEffect.Announces, [], ["en", "ru"], 2, Precedence.Priority, false, AlarmPotential.High, "window",
        "window", "", "", 2000,
        new(24 * 60, 4 * 24 * 60, 48 * 60, 24 * 60, [24 * 60, 15]), ["warning centre"], [new("troops", 9000, "article 2")], [new("site", "border", 40_000, "article 3")],
        ["Rocket", "Ракета"],
        [
            Of("kind", FieldKind.Code) with { Need = FieldNeed.Always, Rule = "article 1", Codes = [new("space", ["Space launch", "Космический пуск"]), new("other",
                ["Other", "Другое"])] },
            Of("other", FieldKind.Text) with { Need = new("kind", "other"), Most = 40 },
            Of("troops", FieldKind.Number) with { Unit = "men", Least = 0, Most = 100_000 },
            Of("window", FieldKind.Window) with { Need = FieldNeed.Always },
            Of("site", FieldKind.Place) with { Need = FieldNeed.Always },
            Of("splash", FieldKind.Volume),
            Of("asked", FieldKind.Time),
            Of("crewed", FieldKind.Yes),
            Of("stages", FieldKind.Rows) with
            {
                Most = 2,
                Columns = [Of("name", FieldKind.Text) with { Need = FieldNeed.Always, Most = 20 }, Of("tons", FieldKind.Number) with { Least = 1, Most = 500 }],
            },
        ]);

    public static Notice Notice { get; } = new("rocket", 1, "en",
    [
        new("kind", ["space"]), new("troops", ["9000"]), new("window", ["2027-02-01T10:00:00Z 2027-02-03T10:00:00Z"]), new("site", ["69.3000000 16.0000000"]),
        new("splash", [Area]),
        new("asked", ["2027-01-01T00:00:00Z"]), new("crewed", ["no"]), new("stages", ["First", "120", "Second", ""]),
    ]);

    public static NoticeField Of(string name, FieldKind kind) => new(name, kind, null, "", "", 0, 0, [], [], ["The " + name, "Это " + name]);

    /// <summary>The format with another field of that name.</summary>
    public static NoticeFormat With(string name, Func<NoticeField, NoticeField> change) => Format with { Fields = [.. Format.Fields.Select(f => f.Name == name ? change(f) : f)] };

    /// <summary>The notice with that in a field; null: the field is left out.</summary>
    public static Notice Saying(string field, params string[]? items) => Notice with
    {
        Values = [.. Notice.Values.Where(v => v.Field != field), .. items is null ? Array.Empty<NoticeValue>() : [new(field, items)]],
    };
}
