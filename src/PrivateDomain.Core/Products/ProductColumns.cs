using System.Runtime.InteropServices;

namespace PrivateDomain.Core.Products;

/// <summary>What is known of many products (商品数据列): four columns in single precision, a row a product. Not a number is
/// unknown.</summary>
/// <remarks>Infinity is worth what the nearest end of a curve is. <see cref="ProductFitPolicy"/>
/// checks that all columns have the length of the outputs.
/// There is no equality and no ordering; the default value has no currency and is refused.</remarks>
public readonly ref struct ProductColumns
{
    /// <summary>The currency of the tickets.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Tickets (客单价) in major units.</summary>
    public required ReadOnlySpan<float> Ticket { get; init; }

    /// <summary>Repurchase rates (复购率), from 0 to 1.</summary>
    public required ReadOnlySpan<float> RepurchaseRate { get; init; }

    /// <summary>Loyalty rates (忠诚度), from 0 to 1.</summary>
    public required ReadOnlySpan<float> LoyaltyRate { get; init; }

    /// <summary>Brand power (品牌力), from 0 to 1.</summary>
    public required ReadOnlySpan<float> BrandPower { get; init; }

    /// <summary>Refuses columns that the kernel must not be given.</summary>
    internal static void Check(in ProductColumns columns, ReadOnlySpan<float> scores, ReadOnlySpan<FitGrade> grades)
    {
        string? wrong = columns.Currency.IsNone
            ? $"The tickets need a currency, but it was \"{columns.Currency.Code}\"."
            : Wrong(columns.Ticket, scores, grades, nameof(Ticket)) ?? Wrong(columns.RepurchaseRate, scores, grades, nameof(RepurchaseRate))
            ?? Wrong(columns.LoyaltyRate, scores, grades, nameof(LoyaltyRate)) ?? Wrong(
                columns.BrandPower, scores, grades, nameof(BrandPower));
        if (wrong is not null)
        {
            throw new ArgumentException(wrong, nameof(columns));
        }

        if (grades.Length != scores.Length)
        {
            throw new ArgumentException($"The grades need {scores.Length} rows like the scores, but have {grades.Length}.", nameof(grades));
        }

        if (MemoryMarshal.AsBytes(scores).Overlaps(MemoryMarshal.AsBytes(grades)))
        {
            throw new ArgumentException("The grades must not share memory with the scores.", nameof(grades));
        }
    }

    private static string? Wrong(ReadOnlySpan<float> column, ReadOnlySpan<float> scores, ReadOnlySpan<FitGrade> grades, string name) =>
        column.Length != scores.Length ? $"{name} needs {scores.Length} rows like the scores, but has {column.Length}."
        : column.Overlaps(scores) || MemoryMarshal.AsBytes(column).Overlaps(MemoryMarshal.AsBytes(grades))
            ? $"{name} must not share memory with the scores or grades, but its {column.Length} rows do."
        : null;
}
