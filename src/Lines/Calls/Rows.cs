using System.Formats.Cbor;

namespace Parley.Lines.Calls;

/// <summary>Lists in charters: how they are ordered, written and read.</summary>
internal static class Rows
{
    /// <summary>Whether each item stands after the one before it, so that none stands twice.</summary>
    public static bool AreAscending<T>(IReadOnlyList<T> items, Comparison<T> compare)
    {
        for (var i = 1; i < items.Count; i++)
        {
            if (compare(items[i - 1], items[i]) >= 0)
                return false;
        }

        return true;
    }

    public static void WriteTexts(CborWriter writer, IReadOnlyList<string> texts)
    {
        writer.WriteStartArray(texts.Count);
        foreach (var text in texts)
            writer.WriteTextString(text);
        writer.WriteEndArray();
    }

    public static string[] ReadTexts(CborReader reader, int most, int length)
    {
        var texts = new string[reader.ArrayUpTo(most)];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = reader.Text(length);
        reader.ReadEndArray();
        return texts;
    }
}
