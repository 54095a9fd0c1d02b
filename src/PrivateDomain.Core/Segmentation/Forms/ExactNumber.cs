using System.Globalization;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Reads numbers, and tells whether the number read is the one written.</summary>
internal static class ExactNumber
{
    private const NumberStyles Style =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a number in double precision.</summary>
    /// <param name="text">The text, in ASCII.</param>
    /// <param name="value">The nearest finite number.</param>
    /// <param name="isExact">Whether that number, in its shortest form, says what the text says.</param>
    /// <returns>Whether the text is a number.</returns>
    internal static bool TryRead(ReadOnlySpan<char> text, out double value, out bool isExact)
    {
        isExact = false;
        if (!double.TryParse(text, Style, CultureInfo.InvariantCulture, out value) || double.IsNaN(value)
            || !text.ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        value = Math.Clamp(value, -double.MaxValue, double.MaxValue) + 0.0; // -0 is 0
        Span<char> shortest = stackalloc char[32];
        isExact = value.TryFormat(shortest, out int length, "R", CultureInfo.InvariantCulture) && IsSame(text, shortest[..length]);
        return true;
    }

    // Whether two decimal texts say the same number: the same sign, digits and power of ten, zeros at either end left out.
    private static bool IsSame(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        (Range leftDigits, long leftPower) = Parts(left);
        (Range rightDigits, long rightPower) = Parts(right);
        ReadOnlySpan<char> a = left[leftDigits];
        ReadOnlySpan<char> b = right[rightDigits];
        if (a.IsEmpty || b.IsEmpty)
        {
            return a.IsEmpty && b.IsEmpty; // both 0, whatever the sign
        }

        if (leftPower != rightPower || (left[0] == '-') != (right[0] == '-'))
        {
            return false;
        }

        int j = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] == '.')
            {
                continue;
            }

            j += j < b.Length && b[j] == '.' ? 1 : 0;
            if (j == b.Length || a[i] != b[j])
            {
                return false;
            }

            j++;
        }

        return j == b.Length;
    }

    // From the first digit that is not 0 to the last, and the power of ten of the first.
    private static (Range Digits, long Power) Parts(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny('e', 'E');
        long exponent = end < 0 ? 0 : ExponentOf(text[(end + 1)..]);
        end = end < 0 ? text.Length : end;
        int first = text[..end].IndexOfAnyInRange('1', '9');
        if (first < 0)
        {
            return (..0, 0);
        }

        int last = text[..end].LastIndexOfAnyInRange('1', '9');
        int point = text[..end].IndexOf('.') is >= 0 and var at ? at : end;
        return (first..(last + 1), exponent + (point > first ? point - first - 1 : point - first));
    }

    // An exponent too long to read is as good as a very great one: no double has it.
    private static long ExponentOf(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long exponent)
            && Math.Abs(exponent) < int.MaxValue
            ? exponent
            : int.MaxValue;
}
