using System.Collections;

namespace Parley.Control.Tests;

/// <summary>Values of any record of Control, built by reflection: every member is set, each with another value.</summary>
public sealed class Samples
{
    private int count;

    public object Of(Type type)
    {
        count++;
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
            return $"text {count} é\n&=?";
        if (plain == typeof(int))
            return count;
        if (plain == typeof(long))
            return (1L << 40) + count;
        if (plain == typeof(double))
            return count + 0.5;
        if (plain == typeof(bool))
            return true;
        if (plain == typeof(DateTimeOffset))
            return new DateTimeOffset(2026, 11, 22, 12, 0, count % 60, TimeSpan.Zero);
        if (plain == typeof(Roles))
            return Roles.Watch | Roles.Audit;
        if (plain == typeof(byte[]))
            return new byte[] { 1, 2, (byte)count };
        if (plain.IsEnum)
            return Enum.GetValues(plain) is { } values ? values.GetValue(count % values.Length)! : 0;
        return plain.IsGenericType ? Collection(plain) : Record(plain);
    }

    private object Collection(Type type)
    {
        var arguments = type.GetGenericArguments();
        if (arguments.Length == 1)
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments))!;
            list.Add(Of(arguments[0]));
            list.Add(Of(arguments[0]));
            return list;
        }

        var dictionary = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        dictionary.Add(Of(arguments[0]), Of(arguments[1]));
        return dictionary;
    }

    private object Record(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType))]);
    }
}
