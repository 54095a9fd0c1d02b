using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Value;

namespace PrivateDomain.Core.Tests.Value;

public sealed class KeyCustomersTests
{
    [Fact]
    public void Best_EqualValues_AreTakenByIdentifier_AndWhoWasTiedOutIsCounted()
    {
        KeyCustomers best = KeyCustomers.Best([Value("d", 5m), Value("b", 5m), Value("a", 1m), Value("c", 5m), Value("e", 9m)], 2);

        Assert.Equal(["e", "b"], best.Ranked.Select(static v => v.Customer.Text));
        Assert.Equal((5, 2), (best.Considered, best.TiedOut));
        Assert.Equal((1, 2, null), (best.RankOf(CustomerId.From("e")), best.RankOf(CustomerId.From("b")), best.RankOf(CustomerId.From("c"))));
        Assert.True(best.Contains(CustomerId.From("b")));
        Assert.False(best.Contains(CustomerId.From("a")));
    }

    [Fact]
    public void Best_AnyValues_IsTheHeadOfAllSorted_InWhateverOrderTheyCome()
    {
        Prop.ForAll(Values().ToArbitrary(), Gen.Choose(1, 8).ToArbitrary(), static (values, count) =>
        {
            CustomerValue[] sorted = [.. values.OrderByDescending(static v => v.Value).ThenBy(static v => v.Customer.Text, StringComparer.Ordinal)];
            KeyCustomers best = KeyCustomers.Best(values, count);
            int tied = sorted.Skip(count).Count(v => v.Value == sorted[count - 1].Value);
            return best.Ranked.SequenceEqual(sorted.Take(count)) && best.TiedOut == tied
                && KeyCustomers.Best(values.Reverse(), count).Ranked.SequenceEqual(best.Ranked);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Best_Default_IsAThousand_FewerCustomersAreAllIn()
    {
        Assert.Equal(1_000, KeyCustomers.Best(Enumerable.Range(0, 1_500).Select(static i => Value($"c{i}", i))).Ranked.Length);
        Assert.Equal(3, KeyCustomers.Best(Enumerable.Range(0, 3).Select(static i => Value($"c{i}", i))).Ranked.Length);
        Assert.Empty(KeyCustomers.Best([]).Ranked);
        Assert.Throws<ArgumentOutOfRangeException>(static () => KeyCustomers.Best([], 0));
        Assert.Throws<ArgumentException>(static () => KeyCustomers.Best([Value("a", 1m), Value("a", 2m)]));
    }

    [Fact]
    public void BySpend_WhoNeverBought_IsNoKeyCustomer()
    {
        KeyCustomers best = KeyCustomers.BySpend(
            [RfmTests.Facts("a", (1, 10m)), RfmTests.Facts("b", (1, 10m), (9, 20m)), RfmTests.Facts("c", (-1, 99m))]);

        Assert.Equal([Value("b", 30m), Value("a", 10m)], best.Ranked);
        Assert.Equal(2, best.Considered);
    }

    [Fact]
    public void Allocate_TooFewHours_KeyCustomersFirst_AndSaysWhoWentShort()
    {
        KeyCustomers key = KeyCustomers.Best([Value("a", 10m), Value("b", 20m), Value("c", 5m), Value("d", 1m)], 2);
        ServiceAllocation hours = key.Allocate(7m, [Request("d", 2m), Request("a", 3m), Request("c", 2m), Request("b", 3m)]);

        Assert.Equal(["b", "a", "d", "c"], hours.Shares.Select(static s => s.Customer.Text));
        Assert.Equal([3m, 3m, 1m, 0m], hours.Shares.Select(static s => s.Given));
        Assert.Equal([("d", 1m), ("c", 2m)], hours.WentShort.Select(static s => (s.Customer.Text, s.Shortfall)));
        Assert.Equal((0m, 3m, 0m), (hours.KeyShort, hours.RestShort, hours.Left));
        Assert.Equal([1, 2, null, null], hours.Shares.Select(static s => s.Rank));
        Assert.Equal(2m, key.Allocate(4m, [Request("a", 3m), Request("b", 3m), Request("d", 4m)]).KeyShort);
        Assert.Equal(4m, key.Allocate(4m, [Request("d", 8m)]).RestShort);
    }

    [Fact]
    public void Allocate_AnyRequests_NeverMoreThanThereIs_NobodyIsServedBeforeABetterOneIsFull()
    {
        Prop.ForAll(Values().ToArbitrary(), Gen.Choose(0, 40).ToArbitrary(), static (values, available) =>
        {
            KeyCustomers key = KeyCustomers.Best(values, 3);
            ServiceAllocation allocation = key.Allocate(available, values.Select(static (v, i) => ServiceRequest.Of(v.Customer, i % 5)));
            ImmutableArray<ServiceShare> shares = allocation.Shares;
            bool inOrder = !Enumerable.Range(1, Math.Max(0, shares.Length - 1)).Any(i => shares[i].Given > 0m && shares[i - 1].Shortfall > 0m);
            bool keyFirst = shares.Select(static s => s.Rank ?? int.MaxValue).SequenceEqual(shares.Select(static s => s.Rank ?? int.MaxValue).Order());
            return shares.Sum(static s => s.Given) + allocation.Left == available && shares.All(static s => s.Given >= 0m && s.Shortfall >= 0m)
                && (allocation.Left == 0m || allocation.WentShort.IsEmpty) && inOrder && keyFirst
                && allocation.KeyShort + allocation.RestShort == shares.Sum(static s => s.Asked - s.Given);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Allocate_Misuse_IsRefused()
    {
        KeyCustomers nobody = KeyCustomers.Best([]);

        Assert.Throws<ArgumentException>(() => nobody.Allocate(1m, [Request("a", 1m), Request("a", 1m)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => nobody.Allocate(-1m, []));
        Assert.Throws<ArgumentOutOfRangeException>(static () => Request("a", -1m));
    }

    private static CustomerValue Value(string customer, decimal value) => CustomerValue.Of(CustomerId.From(customer), value);

    private static ServiceRequest Request(string customer, decimal amount) => ServiceRequest.Of(CustomerId.From(customer), amount);

    private static Gen<ImmutableArray<CustomerValue>> Values() =>
        from values in Gen.Choose(0, 6).ListOf()
        select values.Select(static (value, i) => Value(FormattableString.Invariant($"c{i * 7 % 100:00}-{i}"), value)).ToImmutableArray();
}
