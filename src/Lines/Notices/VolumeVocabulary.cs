namespace Parley.Lines.Notices;

/// <summary>The words in which volumes are read, in the languages that the program speaks.</summary>
internal sealed record VolumeVocabulary(
    string Point, string Circle, string Radius, string Ellipse, string Axes, string Direction, string Polygon, string Corridor, string Area, string Height, string Surface,
    string Unlimited, string AboveGround, string AboveSea, string AboveEllipsoid, string Deep, string Valid, string Window, string Daily, string Alternate, string Every,
    IReadOnlyList<string> Edges, IReadOnlyList<string> Oceans, IReadOnlyList<string> Quadrants, IReadOnlyList<string> Days)
{
    private static readonly VolumeVocabulary English = new(
        "Point", "Circle", "radius", "Ellipse", "semi-axes", "long axis", "Polygon", "Corridor", "Area of the charter", "Height", "surface", "unlimited", "above ground",
        "above sea level", "above the WGS 84 ellipsoid", "deep", "Valid", "Times", "Daily", "In reserve", "every day",
        ["edges: shortest way", "edges: one heading", "edges: straight in degrees"],
        ["Atlantic", "Pacific", "Indian Ocean", "Arctic Ocean"],
        ["north-east quadrant", "south-east quadrant", "south-west quadrant", "north-west quadrant"],
        ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]);

    private static readonly VolumeVocabulary Russian = new(
        "Точка", "Круг", "радиус", "Эллипс", "полуоси", "большая ось", "Многоугольник", "Коридор", "Район по уставу линии", "Высота", "поверхность", "без ограничения",
        "над землёй", "над уровнем моря", "над эллипсоидом WGS 84", "глубина", "Действует", "Время", "Ежедневно", "Резерв", "каждый день",
        ["рёбра: кратчайший путь", "рёбра: постоянный курс", "рёбра: прямые в градусах"],
        ["Атлантический океан", "Тихий океан", "Индийский океан", "Северный Ледовитый океан"],
        ["северо-восточный квадрант", "юго-восточный квадрант", "юго-западный квадрант", "северо-западный квадрант"],
        ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]);

    private static readonly VolumeVocabulary Arabic = new(
        "نقطة", "دائرة", "نصف القطر", "قطع ناقص", "نصفا المحورين", "المحور الطويل", "مضلع", "ممر", "منطقة مسماة في الميثاق", "الارتفاع", "السطح", "بلا حد", "فوق الأرض",
        "فوق مستوى البحر", "فوق مجسم WGS 84", "عمق", "سارٍ", "الأوقات", "يوميا", "احتياطي", "كل يوم",
        ["الأضلاع: أقصر طريق", "الأضلاع: اتجاه ثابت", "الأضلاع: مستقيمة بالدرجات"],
        ["المحيط الأطلسي", "المحيط الهادئ", "المحيط الهندي", "المحيط المتجمد الشمالي"],
        ["الربع الشمالي الشرقي", "الربع الجنوبي الشرقي", "الربع الجنوبي الغربي", "الربع الشمالي الغربي"],
        ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]);

    public static VolumeVocabulary For(string language) => language.Split('-')[0] switch
    {
        "ru" => Russian,
        "ar" => Arabic,
        _ => English,
    };
}
