using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PrivateDomain.Core.Value;

namespace PrivateDomain.Core.Tests.Value;

[Text]
public sealed class KeyCustomersTests
{
    [Fact]
    public void Best_EqualValues_AreTakenByIdentifier_AndWhoWasTiedOutIsCounted()
    {
        KeyCustomers best = Best(2).Select([Value("d", 5m), Value("b", 5m), Value("a", 1m), Value("c", 5m), Value("e", 9m)]);

        Assert.Equal(["e", "b"], best.Ranked.Select(static v => v.Customer.Text));
        Assert.Equal((5, 2), (best.Considered, best.TiedOut));
        Assert.Equal((1, 2, null),
            (best.RankOf(CustomerId.From("e")), best.RankOf(CustomerId.From("b")), best.RankOf(CustomerId.From("c"))));
    }

    [Fact]
    public void Best_AnyValues_IsTheHeadOfAllSorted_InWhateverOrderTheyCome()
    {
        Prop.ForAll(Values().ToArbitrary(), Gen.Choose(1, 8).ToArbitrary(), static (values, count) =>
        {
            CustomerValue[] sorted = [.. values.OrderByDescending(static v => v.Value).ThenBy(static v => v.Customer.Text,
                StringComparer.Ordinal)];
            KeyCustomers best = Best(count).Select(values);
            int tied = sorted.Skip(count).Count(v => v.Value == sorted[count - 1].Value);
            return best.Ranked.SequenceEqual(sorted.Take(count)) && best.TiedOut == tied
                && Best(count).Select(values.Reverse()).Ranked.SequenceEqual(best.Ranked);
        }).Holds();
    }

    // At most a fifth of the buyers, rounded down: where everybody is key, nobody is.
    [Theory]
    [InlineData(0, 0, "key_customers.too_few_buyers")]
    [InlineData(4, 0, "key_customers.too_few_buyers")]
    [InlineData(5, 1, "key_customers.limited")]
    [InlineData(9, 1, "key_customers.limited")]
    [InlineData(10, 2, "key_customers.limited")]
    [InlineData(4_999, 999, "key_customers.limited")]
    [InlineData(5_000, 1_000, null)]
    [InlineData(5_005, 1_000, null)]
    public void Default_IsTheBestThousand_ButAtMostAFifth_AndSaysSo(int buyers, int key, string? note)
    {
        KeyCustomers best = KeyCustomerPolicy.Default.Select(Enumerable.Range(0, buyers).Select(static i =>
            Value(FormattableString.Invariant($"c{i}"), i)));
        Assert.Equal((key, buyers), (best.Ranked.Length, best.Considered));
        Assert.Equal(note, best.Notes.IsEmpty ? null : best.Notes.Single().Code);
        Assert.Equal(0, best.TiedOut);
    }

    [Fact]
    public void TooFewBuyers_AreToldWithTheNumberNeeded()
    {
        Reason reason = KeyCustomerPolicy.Default.Select([Value("a", 1m)]).Notes.Single();
        Assert.Equal("There is 1 buyer; key customers need at least 5.", reason.ToString(Language.English));
        Assert.Equal("只有 1 位已购客户，至少需要 5 位才能选出重点客户。", reason.ToString(Language.SimplifiedChinese));
    }

    [Fact]
    public void AnyValues_AnyShare_IsTheHeadOfAllSorted_AndWhoWasTiedOutIsCounted()
    {
        Prop.ForAll(Values().ToArbitrary(), Gen.Choose(1, 8).ToArbitrary(), Gen.Choose(1, 10).ToArbitrary(),
            static (values, count, tenths) =>
        {
            KeyCustomerPolicy policy = KeyCustomerPolicy.Create(new KeyCustomerOptions { CountMax = count, ShareMax = tenths / 10m });
            KeyCustomers best = policy.Select(values);
            CustomerValue[] sorted = [.. values.OrderByDescending(static v => v.Value).ThenBy(static v => v.Customer.Text,
                StringComparer.Ordinal)];
            int limit = Math.Min(count, values.Length * tenths / 10);
            int tied = limit == 0 ? 0 : sorted.Skip(limit).Count(v => v.Value == sorted[limit - 1].Value);
            return best.Ranked.SequenceEqual(sorted.Take(limit)) && best.TiedOut == tied;
        }).Holds();
    }

    [Fact]
    public void BySpend_WhoNeverBought_IsNoBuyer()
    {
        KeyCustomers best = Best(9).Select(
            [RfmTests.Facts("a", (1, 10m)), RfmTests.Facts("b", (1, 10m), (9, 20m)), RfmTests.Facts("c", (-1, 99m))]);

        Assert.Equal([Value("b", 30m), Value("a", 10m)], best.Ranked);
        Assert.Equal(2, best.Considered);
        Assert.Throws<ArgumentException>("facts", static () => Best(9).Select([RfmTests.Facts("a", (1, 10m)), null!]));
    }

    [Fact]
    public void Misuse_IsNamed()
    {
        Assert.Equal(["countMax", "shareMax"],
            Misuse.Paths(static () => KeyCustomerPolicy.Create(new KeyCustomerOptions { CountMax = 0, ShareMax = 0m })));
        Assert.Equal(["shareMax"], Misuse.Paths(static () => KeyCustomerPolicy.Create(new KeyCustomerOptions { ShareMax = 1.01m })));
        Assert.Throws<ArgumentException>("buyers", static () => Best(9).Select([Value("a", 1m), Value("a", 2m)]));
        Assert.Throws<ArgumentException>("buyers", static () => Best(9).Select([default(CustomerValue)]));
        Assert.Equal(KeyCustomerPolicy.Default, KeyCustomerPolicy.Create(new KeyCustomerOptions()));
    }

    [Fact]
    public void Allocate_TooFewHours_KeyCustomersFirst_AndSaysWhoWentShort()
    {
        KeyCustomers key = Best(2).Select([Value("a", 10m), Value("b", 20m), Value("c", 5m), Value("d", 1m)]);
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
            KeyCustomers key = Best(3).Select(values);
            ServiceAllocation allocation = key.Allocate(available, values.Select(static (v, i) => new ServiceRequest(v.Customer, i % 5)));
            ImmutableArray<ServiceShare> shares = allocation.Shares;
            bool inOrder = !Enumerable.Range(1, Math.Max(0, shares.Length - 1)).Any(i => shares[i].Given > 0m
                && shares[i - 1].Shortfall > 0m);
            bool keyFirst = shares.Select(static s => s.Rank
                ?? int.MaxValue).SequenceEqual(shares.Select(static s => s.Rank ?? int.MaxValue).Order());
            return shares.Sum(static s => s.Given) + allocation.Left == available
                && shares.All(static s => s.Given >= 0m && s.Shortfall >= 0m)
                && (allocation.Left == 0m || allocation.WentShort.IsEmpty) && inOrder && keyFirst
                && allocation.KeyShort + allocation.RestShort == shares.Sum(static s => s.Asked - s.Given);
        }).Holds();
    }

    [Fact]
    public void Allocate_Misuse_IsRefused()
    {
        KeyCustomers nobody = KeyCustomerPolicy.Default.Select(Array.Empty<CustomerValue>());

        Assert.Throws<ArgumentException>(() => nobody.Allocate(1m, [Request("a", 1m), Request("a", 1m)]));
        Assert.Throws<ArgumentException>("requests", () => nobody.Allocate(1m, [default]));
        Assert.Throws<ArgumentOutOfRangeException>("available", () => nobody.Allocate(-1m, []));
        Assert.Throws<ArgumentOutOfRangeException>("available", () => nobody.Allocate(1e15m + 1m, []));
        Assert.Throws<ArgumentOutOfRangeException>("amount", static () => Request("a", -1m));
        Assert.Throws<ArgumentOutOfRangeException>("amount", static () => Request("a", 1e15m + 1m));
        Assert.Equal(2e15m, nobody.Allocate(0m, [Request("a", 1e15m), Request("b", 1e15m)]).RestShort);
    }

    private static KeyCustomerPolicy Best(int count) =>
        KeyCustomerPolicy.Create(new KeyCustomerOptions { CountMax = count, ShareMax = 1m });

    private static CustomerValue Value(string customer, decimal value) => new CustomerValue(CustomerId.From(customer), value);

    private static ServiceRequest Request(string customer, decimal amount) => new ServiceRequest(CustomerId.From(customer), amount);

    private static Gen<ImmutableArray<CustomerValue>> Values() =>
        from values in Gen.Choose(0, 6).ListOf()
        select values.Select(static (value, i) => Value(FormattableString.Invariant($"c{i * 7 % 100:00}-{i}"), value)).ToImmutableArray();
}
