using System.Globalization;
using System.Runtime.CompilerServices;

namespace PrivateDomain.Core.Internals;

/// <summary>Values of enumerations that are none of their choices.</summary>
internal static class Choices
{
    /// <summary>The refusal of a value that is no choice; it names the argument, the value and the enumeration.</summary>
    internal static ArgumentOutOfRangeException Undefined<T>(T value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : struct, Enum => new(name, value, $"A defined {typeof(T).Name} is needed.");

    /// <summary>The name of a choice where a mistake is told; the bare number of what is none.</summary>
    internal static Bilingual NameOrNumber<T>(T value, Func<T, Bilingual> name)
        where T : struct, Enum
    {
        if (Enum.IsDefined(value))
        {
            return name(value);
        }

        string number = Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        return new(number, number);
    }
}
