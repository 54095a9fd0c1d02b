using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation;

public sealed partial class FactValues
{
    /// <summary>The shop's day of an instant.</summary>
    internal LocalDate? DateAt(Instant? instant)
    {
        if (Facts is null || instant is not { } at)
        {
            return null;
        }

        var days = new ShopDays(Facts.Shop.Zone);
        return ShopDays.DateOf(days.Of(at));
    }

    internal double CountOf(Behaviour behaviour, TimeWindow window)
    {
        if (Facts is null)
        {
            return double.NaN;
        }

        if (behaviour == Behaviour.Order)
        {
            return Facts.OrderCountIn(window);
        }

        int count = 0;
        foreach (EventKind kind in Behaviours.KindsOf(behaviour))
        {
            if (!Facts.IsComplete(kind, window))
            {
                return double.NaN;
            }

            count += Facts.Count(kind, window);
        }

        return count;
    }

    internal double DaysOf(Behaviour behaviour, TimeWindow window)
    {
        (int from, int to) = DaysIn(window);
        return DaysUpTo(behaviour, from, to) is { } days ? days.Count(day => day >= from) : double.NaN;
    }

    internal double GapOf(Behaviour behaviour, TimeWindow window)
    {
        (int from, int to) = DaysIn(window);
        if (DaysUpTo(behaviour, from, to) is not { } days)
        {
            return double.NaN;
        }

        double longest = double.NaN;
        for (int i = 1; i < days.Count; i++)
        {
            if (days[i] >= from && !(days[i] - days[i - 1] <= longest))
            {
                longest = days[i] - days[i - 1];
            }
        }

        return longest;
    }

    internal double PeriodsOf(Behaviour behaviour, int length, int periods)
    {
        (int from, int to) = DaysIn(TimeWindow.LastDays(length * periods));
        return DaysUpTo(behaviour, from, to) is { } days
            ? days.Where(day => day >= from).Select(day => (to - day) / length).Distinct().Count()
            : double.NaN;
    }

    internal LocalDate? EndOf(Behaviour behaviour, bool last)
    {
        if (Facts is null)
        {
            return null;
        }

        Instant? end = null;
        ReadOnlySpan<EventKind> kinds = Behaviours.KindsOf(behaviour);
        for (int i = 0; i < Facts.Codes.Length; i++)
        {
            if (IsAnyOf(Facts.Codes[i], kinds))
            {
                end = last ? Facts.Instants[i] : end ?? Facts.Instants[i];
            }
        }

        foreach (EventTotal total in Facts.Folded)
        {
            if (kinds.Contains(total.Kind) && total.First <= Facts.AsOf)
            {
                Instant at = last && total.Last <= Facts.AsOf ? total.Last : total.First;
                end = end is { } known ? last ? Instant.Max(known, at) : Instant.Min(known, at) : at;
            }
        }

        return DateAt(end);
    }

    internal double RatioOf(NumberFact numerator, NumberFact denominator)
    {
        double whole = Number(denominator);
        return whole == 0 ? double.NaN : Number(numerator) / whole;
    }

    // From the targeting filter of Microsoft.FeatureManagement: the first four bytes of a hash, as a share of the greatest number they
    // hold.
    internal double BucketOf(string salt)
    {
        if (Customer.Text.Length == 0)
        {
            return double.NaN;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Customer.Text}\n{salt}"), hash);
        return BinaryPrimitives.ReadUInt32LittleEndian(hash) / (double)uint.MaxValue * 100;
    }

    private static bool IsAnyOf(byte code, ReadOnlySpan<EventKind> kinds)
    {
        foreach (EventKind kind in kinds)
        {
            if (HistoryIndex.IsOf(code, kind))
            {
                return true;
            }
        }

        return false;
    }

    // The first and the last day of a window, as numbers.
    private (int From, int To) DaysIn(TimeWindow window)
    {
        int today = ShopDays.NumberOf(Today);
        (TimeWindow.Shape shape, int days, LocalDate first, LocalDate last) = window.Parts;
        return shape switch
        {
            TimeWindow.Shape.LastDays => (today - days + 1, today),
            TimeWindow.Shape.MoreThanDaysAgo => (int.MinValue, today - days - 1),
            TimeWindow.Shape.Between => (ShopDays.NumberOf(first), Math.Min(today, ShopDays.NumberOf(last))),
            _ => (int.MinValue, today),
        };
    }

    // The days up to one on which the behaviour is seen, ascending, each once; null where folded events lie within the window, for their
    // days are gone.
    private List<int>? DaysUpTo(Behaviour behaviour, int from, int to)
    {
        if (Facts is null)
        {
            return null;
        }

        var days = new ShopDays(Facts.Shop.Zone);
        var seen = new SortedSet<int>();
        ReadOnlySpan<EventKind> kinds = Behaviours.KindsOf(behaviour);
        foreach (EventTotal total in Facts.Folded)
        {
            if (kinds.Contains(total.Kind) && total.First <= Facts.AsOf)
            {
                (int first, int last) = (days.Of(total.First), days.Of(total.Last));
                if (last >= from && first <= to && first != last)
                {
                    return null;
                }

                seen.Add(last);
            }
        }

        if (behaviour == Behaviour.Order)
        {
            seen.UnionWith(Facts.PurchaseDays.Select(ShopDays.NumberOf));
        }

        for (int i = 0; i < Facts.Codes.Length && kinds.Length > 0; i++)
        {
            if (IsAnyOf(Facts.Codes[i], kinds))
            {
                seen.Add(days.Of(Facts.Instants[i]));
            }
        }

        return [.. seen.Where(day => day <= to)];
    }
}
