using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace PrivateDomain.Core;

/// <summary>
/// Argument checks in the call shape of Ardalis.GuardClauses, for feeds that do not serve that package.
/// Only members whose signature fits both are here; see docs/decisions/0002-guard-clauses.md.
/// </summary>
internal sealed class Guard
{
    private Guard()
    {
    }

    /// <summary>The entry point of every check.</summary>
    public static Guard Against { get; } = new();

    /// <summary>Refuses null.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The call shape is that of the package.")]
    public T Null<T>([NotNull] T? input, [CallerArgumentExpression(nameof(input))] string? parameterName = null, string? message = null)
    {
        if (input is null)
        {
            throw new ArgumentNullException(parameterName, message);
        }

        return input;
    }

    /// <summary>Refuses null, the empty text and white space.</summary>
    public string NullOrWhiteSpace([NotNull] string? input, [CallerArgumentExpression(nameof(input))] string? parameterName = null, string? message = null)
    {
        Null(input, parameterName, message);
        if (string.IsNullOrWhiteSpace(input))
        {
            throw new ArgumentException(message ?? $"A text is needed, but it was \"{input}\".", parameterName);
        }

        return input;
    }

    /// <summary>Refuses what is below <paramref name="rangeFrom"/> or above <paramref name="rangeTo"/>.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The call shape is that of the package.")]
    public T OutOfRange<T>(T input, string parameterName, T rangeFrom, T rangeTo, string? message = null)
        where T : IComparable, IComparable<T>
    {
        if (input.CompareTo(rangeFrom) < 0 || input.CompareTo(rangeTo) > 0)
        {
            throw new ArgumentOutOfRangeException(
                parameterName,
                input,
                message ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"A value from {rangeFrom} to {rangeTo} is needed."));
        }

        return input;
    }

    /// <summary>Refuses a negative amount.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The call shape is that of the package.")]
    public decimal Negative(decimal input, [CallerArgumentExpression(nameof(input))] string? parameterName = null, string? message = null)
    {
        if (input < 0)
        {
            throw new ArgumentOutOfRangeException(parameterName, input, message ?? "A value of 0 or more is needed.");
        }

        return input;
    }

    /// <summary>Refuses a negative number.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The call shape is that of the package.")]
    public int Negative(int input, [CallerArgumentExpression(nameof(input))] string? parameterName = null, string? message = null)
    {
        if (input < 0)
        {
            throw new ArgumentOutOfRangeException(parameterName, input, message ?? "A value of 0 or more is needed.");
        }

        return input;
    }

    /// <summary>Refuses zero and negative numbers.</summary>
    [SuppressMessage("Performance", "CA1822:Mark members as static", Justification = "The call shape is that of the package.")]
    public int NegativeOrZero(int input, [CallerArgumentExpression(nameof(input))] string? parameterName = null, string? message = null)
    {
        if (input <= 0)
        {
            throw new ArgumentOutOfRangeException(parameterName, input, message ?? "A value above 0 is needed.");
        }

        return input;
    }
}
