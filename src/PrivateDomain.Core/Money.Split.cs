using System.Collections.Immutable;

namespace PrivateDomain.Core;

public readonly partial record struct Money
{
    private const int PartsMax = 1_000_000;

    /// <summary>Splits the amount into equal parts that add up to it exactly (均分).</summary>
    /// <param name="parts">How many parts; 1 to 1,000,000.</param>
    /// <returns>The parts; they differ by at most one minor unit, the larger ones first.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no parts, or more than 1,000,000.</exception>
    /// <exception cref="OverflowException">The amount has more minor units than a decimal holds.</exception>
    public ImmutableArray<Money> Split(int parts)
    {
        Guard.Against.OutOfRange(parts, nameof(parts), 1, PartsMax);
        var weights = new decimal[parts];
        Array.Fill(weights, 1m);
        return Allocate(weights);
    }

    /// <summary>Splits the amount in proportion to weights, into parts that add up to it exactly (按比例分摊).</summary>
    /// <param name="weights">One weight per part: none negative, at least one above 0.</param>
    /// <returns>
    /// One part per weight. Each is a whole number of minor units (fen), cut off towards zero; the minor units then left over go one each
    /// to the parts that lost most, ties to the earlier part. A fraction of a minor unit in the amount itself goes to the first part
    /// with a weight, because nothing is rounded away.
    /// </returns>
    /// <exception cref="ArgumentException">There is no weight, or all are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, or the weights add up to more than a decimal holds.</exception>
    /// <exception cref="OverflowException">The amount has more minor units than a decimal holds.</exception>
    public ImmutableArray<Money> Allocate(params ReadOnlySpan<decimal> weights)
    {
        decimal total = 0m;
        foreach (decimal weight in weights)
        {
            if (Guard.Against.Negative(weight, nameof(weights)) > decimal.MaxValue - total)
            {
                throw new ArgumentOutOfRangeException(nameof(weights), weight, "The weights add up to more than a decimal holds.");
            }

            total += weight;
        }

        if (total == 0m)
        {
            throw new ArgumentException($"At least one weight above 0 is needed, but all {weights.Length} are 0.", nameof(weights));
        }

        decimal unit = MinorUnit(Currency);
        if (decimal.Abs(Amount) > decimal.MaxValue * unit)
        {
            throw Beyond($"The number of minor units of {this}");
        }

        decimal whole = decimal.Truncate(Amount / unit);
        decimal sign = whole < 0 ? -1m : 1m;
        decimal units = Math.Abs(whole);

        var parts = new decimal[weights.Length];
        var lost = new decimal[weights.Length];
        decimal left = units;
        for (int i = 0; i < parts.Length; i++)
        {
            // Weights are scaled first, so that a large amount times a large weight does not overflow.
            decimal exact = units * (weights[i] / total);
            parts[i] = Math.Min(decimal.Truncate(exact), left);
            lost[i] = weights[i] == 0m ? -1m : exact - parts[i];
            left -= parts[i];
        }

        HandOut(parts, lost, left);

        var result = ImmutableArray.CreateBuilder<Money>(parts.Length);
        foreach (decimal part in parts)
        {
            result.Add(new Money(sign * part * unit, Currency));
        }

        decimal fraction = Amount - (whole * unit);
        int first = Array.FindIndex(lost, static l => l >= 0m);
        result[first] = new Money(result[first].Amount + fraction, Currency);
        return result.MoveToImmutable();
    }

    private static void HandOut(decimal[] parts, decimal[] lost, decimal left)
    {
        int[] order = [.. Enumerable.Range(0, parts.Length).Where(i => lost[i] >= 0m).OrderByDescending(i => lost[i])];
        for (int i = 0; left > 0m; i = (i + 1) % order.Length)
        {
            parts[order[i]]++;
            left--;
        }
    }

    private static decimal MinorUnit(Currency currency) => currency.MinorUnitDigits switch
    {
        0 => 1m,
        2 => 0.01m,
        _ => 0.001m,
    };
}
