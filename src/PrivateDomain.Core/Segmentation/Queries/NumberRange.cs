using System.Globalization;

namespace PrivateDomain.Core.Segmentation.Queries;

/// <summary>The numbers a rule asks for, in a column's own type; null is an open end.</summary>
/// <param name="Low">The lower end.</param>
/// <param name="HasLow">Whether the lower end is one of them.</param>
/// <param name="High">The upper end.</param>
/// <param name="HasHigh">Whether the upper end is one of them.</param>
/// <param name="IsEmpty">Whether no number of the type is one of them.</param>
internal readonly record struct NumberRange<T>(T? Low, bool HasLow, T? High, bool HasHigh, bool IsEmpty = false)
    where T : struct, IComparable<T>
{
    /// <summary>Whether it is one number.</summary>
    internal bool IsOne => Low is { } low && High is { } high && low.CompareTo(high) == 0 && HasLow && HasHigh;
}

/// <summary>Ranges of rules, and the same ranges among the numbers that other types can hold.</summary>
internal static class NumberRange
{
    private const double DecimalEnd = 7.9e28;

    /// <summary>The range of a rule; that of "not equal" is the number that it is not.</summary>
    internal static NumberRange<double> Of(NumberRule rule) => rule.Operator switch
    {
        NumberOperator.LessThan => new(null, false, rule.Value, false),
        NumberOperator.AtMost => new(null, false, rule.Value, true),
        NumberOperator.AtLeast => new(rule.Value, true, null, false),
        NumberOperator.GreaterThan => new(rule.Value, false, null, false),
        _ => new(rule.Value, true, rule.High, true),
    };

    /// <summary>The whole numbers of a range, both ends included, from a least to a greatest.</summary>
    internal static NumberRange<long> Whole(NumberRange<double> range, long least, long greatest)
    {
        double low = range.Low is { } l ? (range.HasLow ? Math.Ceiling(l) : Math.Floor(l) + 1) : double.NegativeInfinity;
        double high = range.High is { } h ? (range.HasHigh ? Math.Floor(h) : Math.Ceiling(h) - 1) : double.PositiveInfinity;
        return low > high || low >= greatest + 1.0 || high < least
            ? new(null, false, null, false, IsEmpty: true)
            : new(low < least ? null : (long)low, true, high >= greatest + 1.0 ? null : (long)high, true);
    }

    /// <summary>The decimals of a range: an end is the shortest decimal that reads back as the same double, or, where no decimal does, the
    /// nearest one with the side on which the end is.</summary>
    internal static NumberRange<decimal> Decimals(NumberRange<double> range)
    {
        (decimal? low, bool hasLow) = End(range.Low, range.HasLow, isLow: true);
        (decimal? high, bool hasHigh) = End(range.High, range.HasHigh, isLow: false);
        bool empty = range.Low >= DecimalEnd || range.High <= -DecimalEnd || low > high
            || (low is not null && low == high && !(hasLow && hasHigh));
        return new(low, hasLow, high, hasHigh, empty);
    }

    private static (decimal? End, bool Has) End(double? end, bool has, bool isLow)
    {
        if (end is not { } value || Math.Abs(value) >= DecimalEnd)
        {
            return (null, false);
        }

        decimal nearest =
            decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture);
        int side = ((double)nearest).CompareTo(value);
        return (nearest, side == 0 ? has : (side > 0) == isLow);
    }
}
