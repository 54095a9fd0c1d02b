using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using NodaTime;
using NodaTime.Text;

namespace PrivateDomain.Core;

/// <summary>
/// The guards whose form in the package we do not want: those drop the value or box it, or throw <see cref="ArgumentException"/> where a
/// range is
/// meant. They stand in this namespace because the compiler prefers extensions of an enclosing namespace to imported ones: a call
/// <c>Guard.Against.Negative(x)</c> anywhere in the library means this class. See docs/decisions/0002-guard-clauses.md.
/// </summary>
internal static class GuardExtensions
{
    /// <summary>Refuses null, the empty text and white space.</summary>
    public static string NullOrWhiteSpace(
        this IGuardClause guard, [NotNull] string? input, [CallerArgumentExpression(nameof(input))] string? parameterName = null,
        string? message = null)
    {
        guard.Null(input, parameterName, message);
        if (string.IsNullOrWhiteSpace(input))
        {
            throw new ArgumentException(message ?? $"A text is needed, but it was \"{input}\".", parameterName);
        }

        return input;
    }

    /// <summary>Refuses what is below <paramref name="rangeFrom"/> or above <paramref name="rangeTo"/>.</summary>
    public static T OutOfRange<T>(this IGuardClause _, T input, string parameterName, T rangeFrom, T rangeTo, string? message = null)
        where T : IComparable<T>
    {
        if (input.CompareTo(rangeFrom) < 0 || input.CompareTo(rangeTo) > 0)
        {
            Throw(parameterName, input, message ?? $"A value from {Text(rangeFrom)} to {Text(rangeTo)} is needed.");
        }

        return input;
    }

    /// <summary>Refuses a negative number, and what is no number.</summary>
    public static T Negative<T>(
        this IGuardClause _, T input, [CallerArgumentExpression(nameof(input))] string? parameterName = null, string? message = null)
        where T : struct, INumber<T>
    {
        if (!(input >= T.Zero))
        {
            Throw(parameterName, input, message ?? "A value of 0 or more is needed.");
        }

        return input;
    }

    /// <summary>Refuses zero, a negative number, and what is no number.</summary>
    public static T NegativeOrZero<T>(
        this IGuardClause _, T input, [CallerArgumentExpression(nameof(input))] string? parameterName = null, string? message = null)
        where T : struct, INumber<T>
    {
        if (!(input > T.Zero))
        {
            Throw(parameterName, input, message ?? "A value above 0 is needed.");
        }

        return input;
    }

    // The value goes into the exception as its invariant text: the exception's own message would print a number in the culture of the
    // thread.
    [DoesNotReturn]
    private static void Throw<T>(string? parameterName, T input, string message) =>
        throw new ArgumentOutOfRangeException(parameterName, Text(input), message);

    private static string? Text<T>(T value) => value switch
    {
        LocalDate date => LocalDatePattern.Iso.Format(date),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString(),
    };
}
