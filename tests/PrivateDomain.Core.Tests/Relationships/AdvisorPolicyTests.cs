using FsCheck;
using FsCheck.Fluent;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;

namespace PrivateDomain.Core.Tests.Relationships;

public sealed class AdvisorPolicyTests
{
    private static readonly AdvisorPolicy Small = AdvisorPolicy.Create(30, 50);

    [Theory]
    [InlineData(0, 0, 0, 0, 0)]
    [InlineData(1, 0, 1, 0, 1)]
    [InlineData(500, 1, 0, 0, 0)]
    [InlineData(501, 1, 1, 0, 1)] // one too many
    [InlineData(1200, 2, 1, 0, 200)]
    [InlineData(1200, 4, 0, 0, 0)] // 300 each
    [InlineData(1199, 4, 0, 1, 0)] // one of four could go
    [InlineData(100, 1, 0, 0, 0)] // the needed one is kept
    [InlineData(0, 3, 0, 3, 0)]
    public void Staff_Default_WorkedNumbers(int customers, int advisors, int shortage, int surplus, long unserved)
    {
        AdvisorStaffing staffing = AdvisorPolicy.Default.Staff(customers, advisors);

        Assert.Equal((shortage, surplus, unserved), (staffing.Shortage, staffing.Surplus, staffing.Unserved));
        Assert.Equal(shortage == 0 && surplus == 0, staffing.Decide().IsAllowed);
        Assert.Equal(shortage > 0, staffing.Decide().Has(RelationshipsReasons.TooFewAdvisors));
        Assert.Equal(shortage == 0 && surplus > 0, staffing.Decide().Has(RelationshipsReasons.TooManyAdvisors));
    }

    [Fact]
    public void Staff_LoadAndCapacity()
    {
        AdvisorStaffing staffing = AdvisorPolicy.Default.Staff(1200, 3);

        Assert.Equal(1500, staffing.Capacity);
        Assert.Equal(Ratio.Known(0.8m), staffing.Load);
        Assert.Equal(Ratio.Known(400), staffing.CustomersPerAdvisor);
        Assert.Equal(Ratio.Unknown, AdvisorPolicy.Default.Staff(5, 0).Load);
        Assert.Equal(5_000_000L * 500, AdvisorPolicy.Default.Staff(1, 5_000_000).Capacity);
    }

    [Fact]
    public void Allocate_RespectsTheRadius_WhateverTheNumbers() =>
        Prop.ForAll(Gen.Choose(0, 700).ToArbitrary(), Gen.Choose(0, 14).ToArbitrary(), static (customers, advisors) =>
        {
            AdvisorAllocation allocation = Small.Allocate(Customers(customers), Advisors(advisors));

            Assert.Equal(customers, allocation.AdvisorOf.Count + allocation.Unserved.Length);
            Assert.Equal(Math.Max(0, customers - (50 * advisors)), allocation.Unserved.Length);
            Assert.Equal(advisors, allocation.Loads.Count);
            Assert.All(allocation.Loads, l => Assert.InRange(l.Value, customers >= 30 * advisors ? 30 : 0, 50));
            Assert.Equal(allocation.Loads, Advisors(advisors).ToDictionary(static a => a, a => allocation.AdvisorOf.Values.Count(v => v == a)).OrderBy(static p => p.Key));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Allocate_WhateverTheOrder_IsTheSame() =>
        Prop.ForAll(Gen.Choose(0, 300).ToArbitrary(), Gen.Choose(1, 6).ToArbitrary(), static (customers, advisors) => Assert.Equal(
            Small.Allocate(Customers(customers), Advisors(advisors)).AdvisorOf,
            Small.Allocate(Customers(customers).Reverse(), Advisors(advisors).Reverse()).AdvisorOf)).QuickCheckThrowOnFailure();

    // The newcomer's share has to move. What moves beyond it is at most a tenth (measured: 9 in 100, where the least load has to be kept up); a modulo moves nine in ten.
    [Fact]
    public void Allocate_OneAdvisorJoins_FewCustomersMove() =>
        Prop.ForAll(Gen.Choose(5, 12).ToArbitrary(), Gen.Choose(32, 46).ToArbitrary(), static (advisors, each) =>
        {
            int customers = advisors * each;
            AdvisorAllocation before = Small.Allocate(Customers(customers), Advisors(advisors));
            AdvisorAllocation after = Small.Allocate(Customers(customers), Advisors(advisors + 1));

            int toNewcomer = after.Loads[AdvisorId.From($"advisor-{advisors}")];
            Assert.InRange(toNewcomer, 1, 50);
            Assert.InRange(Moved(before, after) - toNewcomer, 0, customers / 10);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Allocate_OneCustomerLeaves_AlmostNobodyElseMoves() =>
        Prop.ForAll(Gen.Choose(5, 12).ToArbitrary(), Gen.Choose(32, 46).ToArbitrary(), static (advisors, each) =>
        {
            AdvisorAllocation before = Small.Allocate(Customers(advisors * each), Advisors(advisors));
            AdvisorAllocation after = Small.Allocate(Customers(advisors * each).Skip(1), Advisors(advisors));

            Assert.InRange(Moved(before, after), 1, 4); // the one who left is counted too
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Allocate_DefaultRadius_OnlyTheNewcomersShareMoves()
    {
        AdvisorAllocation before = AdvisorPolicy.Default.Allocate(Customers(4_000), Advisors(10));
        AdvisorAllocation after = AdvisorPolicy.Default.Allocate(Customers(4_000), Advisors(11));

        Assert.All(before.Loads.Values.Concat(after.Loads.Values), static load => Assert.InRange(load, 300, 500));
        Assert.InRange(Moved(before, after), 300, 500);
        Assert.Equal(1, Moved(before, AdvisorPolicy.Default.Allocate(Customers(4_000).Skip(1), Advisors(10)))); // only who left
    }

    [Fact]
    public void Allocate_IsTheSameOnEveryMachine() => Assert.Equal(
        "23122332213033130102", // worked out by another program
        string.Concat(Small.Allocate(Customers(20), Advisors(4)).AdvisorOf.OrderBy(static p => p.Key).Select(static p => p.Value.Text[^1])));

    [Fact]
    public void Allocate_EmptyOrDoubleIds_AreRefused()
    {
        Assert.Equal("customers", Assert.Throws<ArgumentException>(static () => Small.Allocate([CustomerId.From("a"), CustomerId.From("a")], [])).ParamName);
        Assert.Equal("advisors", Assert.Throws<ArgumentException>(static () => Small.Allocate([], [default])).ParamName);
    }

    [Fact]
    public void Create_ImpossibleRadius_NamesEveryMistake()
    {
        Assert.Equal(
            ["customersMin: The number is -1; at least 0 is needed.", "customersMax: The number is -2; at least 1 is needed."],
            Assert.Throws<InvalidPolicyException>(static () => AdvisorPolicy.Create(-1, -2)).Mistakes.Select(static v => v.ToString()));
        Assert.Throws<InvalidPolicyException>(static () => AdvisorPolicy.Create(300, 299));
        Assert.Equal((300, 500), (AdvisorPolicy.Default.CustomersMin, AdvisorPolicy.Default.CustomersMax));
    }

    [Fact]
    public void Staff_NegativeNumbers_AreRefused()
    {
        Assert.Equal("customers", Assert.Throws<ArgumentOutOfRangeException>(static () => Small.Staff(-1, 1)).ParamName);
        Assert.Equal("advisors", Assert.Throws<ArgumentOutOfRangeException>(static () => Small.Staff(1, -1)).ParamName);
    }

    private static int Moved(AdvisorAllocation before, AdvisorAllocation after) =>
        before.AdvisorOf.Count(p => !after.AdvisorOf.TryGetValue(p.Key, out AdvisorId now) || now != p.Value);

    private static IEnumerable<CustomerId> Customers(int count) => Enumerable.Range(0, count).Select(static n => CustomerId.From($"customer-{n}"));

    private static IEnumerable<AdvisorId> Advisors(int count) => Enumerable.Range(0, count).Select(static n => AdvisorId.From($"advisor-{n}"));
}
