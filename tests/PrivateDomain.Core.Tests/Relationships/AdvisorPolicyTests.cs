using System.Collections.Immutable;
using FsCheck.Fluent;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Tests.Relationships;

[Text]
public sealed class AdvisorPolicyTests
{
    private static readonly AdvisorPolicy Small = AdvisorPolicy.Create(new AdvisorOptions { CustomersMin = 30, CustomersMax = 50 });

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
    public void Assess_Default_WorkedNumbers(int customers, int advisors, int shortage, int surplus, long unserved)
    {
        AdvisorAssessment staff = AdvisorPolicy.Default.Assess(customers, advisors);

        Assert.Equal((shortage, surplus, unserved), (staff.Shortage, staff.Surplus, staff.Unserved));
        Assert.Equal(shortage > 0 ? AdvisorStaffing.TooFew : surplus > 0 ? AdvisorStaffing.TooMany : AdvisorStaffing.Enough,
            staff.Staffing);
        Assert.Equal(
            shortage > 0 ? [RelationshipsReasons.TooFewAdvisors.With(advisors, advisors + shortage)]
            : surplus > 0 ? [RelationshipsReasons.TooManyAdvisors.With(advisors, advisors - surplus)]
            : [],
            staff.Reasons);
    }

    [Fact]
    public void Assess_LoadAndCapacity()
    {
        AdvisorAssessment staff = AdvisorPolicy.Default.Assess(1200, 3);

        Assert.Equal(1500, staff.Capacity);
        Assert.Equal(Ratio.From(0.8m), staff.Load);
        Assert.Equal(Ratio.From(400), staff.CustomersPerAdvisor);
        Assert.Equal(Ratio.Unknown, AdvisorPolicy.Default.Assess(5, 0).Load);
        Assert.Equal(5_000_000L * 500, AdvisorPolicy.Default.Assess(1, 5_000_000).Capacity);
        Assert.Equal(2_147_483_647, AdvisorPolicy.Create(new AdvisorOptions { CustomersMin = 0, CustomersMax = 1 }).Assess(int.MaxValue, 0)
            .Shortage);
        Assert.Equal(0, AdvisorPolicy.Create(new AdvisorOptions { CustomersMin = 0, CustomersMax = 1 }).Assess(0, 9)
            .Surplus); // nobody is idle where no least is asked for
        Assert.Equal((AdvisorStaffing.Unknown, 0, 0),
            (default(AdvisorAssessment).Staffing, default(AdvisorAssessment).AdvisorsNeeded, default(AdvisorAssessment).Surplus));
    }

    [Fact]
    public void Allocate_RespectsTheRadius_WhateverTheNumbers() =>
        Prop.ForAll(Gen.Choose(0, 700).ToArbitrary(), Gen.Choose(0, 14).ToArbitrary(), static (customers, advisors) =>
        {
            AdvisorAllocation allocation = Small.Allocate(Customers(customers), Advisors(advisors));

            Assert.Equal(Math.Max(0, customers - (50 * advisors)), allocation.Unserved.Length);
            Assert.Equal(advisors, allocation.Advisors.Length);
            Assert.Equal(Customers(customers).Order(),
                allocation.Unserved.Concat(allocation.Advisors.SelectMany(a => allocation.CustomersOf(a))).Order());
            foreach (AdvisorId advisor in allocation.Advisors)
            {
                ImmutableArray<CustomerId> own = allocation.CustomersOf(advisor);
                Assert.InRange(own.Length, customers >= 30 * advisors ? 30 : 0, 50);
                Assert.All(own, c => Assert.Equal(advisor, allocation.AdvisorOf(c)));
                Assert.Equal(own.Order(), own);
            }

            Assert.All(allocation.Unserved, c => Assert.Null(allocation.AdvisorOf(c)));
            Assert.Equal(Small.Assess(customers, advisors), allocation.Assessment);
        }).Holds();

    [Fact]
    public void Allocate_WhateverTheOrder_IsTheSame() =>
        Prop.ForAll(Gen.Choose(0, 300).ToArbitrary(), Gen.Choose(1, 6).ToArbitrary(), static (customers, advisors) => Assert.Equal(
            0,
            Moved(
                Small.Allocate(Customers(customers), Advisors(advisors)),
                Small.Allocate(Customers(customers).Reverse(), Advisors(advisors).Reverse())))).Holds();

    // The newcomer's share has to move. What moves beyond it is at most a tenth: where the least load has to be kept up, the last to choose
    // choose again.
    // A modulo moves nine in ten. All combinations, so nothing is left to chance.
    [Fact]
    public void Allocate_OneAdvisorJoins_FewCustomersMove()
    {
        foreach ((int advisors, int each) in from a in Enumerable.Range(5, 8) from e in Enumerable.Range(32, 15) select (a, e))
        {
            int customers = advisors * each;
            AdvisorAllocation before = Small.Allocate(Customers(customers), Advisors(advisors));
            AdvisorAllocation after = Small.Allocate(Customers(customers), Advisors(advisors + 1));

            int toNewcomer = after.CustomersOf(AdvisorId.From($"advisor-{advisors}")).Length;
            Assert.InRange(toNewcomer, 1, 50);
            Assert.InRange(Moved(before, after) - toNewcomer, 0, customers / 10);
        }
    }

    [Fact]
    public void Allocate_OneCustomerLeaves_AlmostNobodyElseMoves()
    {
        foreach ((int advisors, int each) in from a in Enumerable.Range(5, 8) from e in Enumerable.Range(32, 15) select (a, e))
        {
            AdvisorAllocation before = Small.Allocate(Customers(advisors * each), Advisors(advisors));
            AdvisorAllocation after = Small.Allocate(Customers(advisors * each).Skip(1), Advisors(advisors));

            Assert.InRange(Moved(before, after), 1, 5); // the one who left is counted too; of 160 to 552
        }
    }

    [Fact]
    public void Allocate_DefaultRadius_OnlyTheNewcomersShareMoves()
    {
        AdvisorAllocation before = AdvisorPolicy.Default.Allocate(Customers(4_000), Advisors(10));
        AdvisorAllocation after = AdvisorPolicy.Default.Allocate(Customers(4_000), Advisors(11));

        Assert.All(before.Advisors, a => Assert.InRange(before.CustomersOf(a).Length, 300, 500));
        Assert.All(after.Advisors, a => Assert.InRange(after.CustomersOf(a).Length, 300, 500));
        Assert.InRange(Moved(before, after), 300, 500);
        Assert.Equal(1, Moved(before, AdvisorPolicy.Default.Allocate(Customers(4_000).Skip(1), Advisors(10)))); // only who left
    }

    // Every advisor has to have exactly the least, or exactly the most: there is no slack at all.
    [Theory]
    [InlineData(30)]
    [InlineData(50)]
    public void Allocate_WithoutSlack_GivesEverybodyTheSame(int each)
    {
        AdvisorAllocation allocation = Small.Allocate(Customers(each * 40), Advisors(40));

        Assert.Empty(allocation.Unserved);
        Assert.All(allocation.Advisors, a => Assert.Equal(each, allocation.CustomersOf(a).Length));
    }

    [Fact]
    public void Allocate_IsTheSameOnEveryMachine() => Assert.Equal(
        "03002322320101100121", // worked out by another program, point by point
        string.Concat(Customers(20).Order().Select(static c => Small.Allocate(Customers(20), Advisors(4)).AdvisorOf(c)!.Value.Text[^1])));

    [Fact]
    public void Allocate_StrangersHaveNobody()
    {
        AdvisorAllocation allocation = Small.Allocate(Customers(3), Advisors(1));

        Assert.Null(allocation.AdvisorOf(CustomerId.From("stranger")));
        Assert.Null(allocation.AdvisorOf(default));
        Assert.Empty(allocation.CustomersOf(AdvisorId.From("stranger")));
    }

    [Fact]
    public void Allocate_EmptyOrDoubleIds_AreRefused()
    {
        Assert.Equal("customers",
            Assert.Throws<ArgumentException>(static () => Small.Allocate([CustomerId.From("a"), CustomerId.From("a")], [])).ParamName);
        Assert.Equal("advisors", Assert.Throws<ArgumentException>(static () => Small.Allocate([], [default])).ParamName);
        Assert.Equal("customers", Assert.Throws<ArgumentNullException>(static () => Small.Allocate(null!, [])).ParamName);
        Assert.Equal("advisors", Assert.Throws<ArgumentNullException>(static () => Small.Allocate([], null!)).ParamName);
    }

    [Fact]
    public void Allocate_MoreThanAMillionAdvisors_AreRefused() =>
        Assert.Equal("advisors", Assert.Throws<ArgumentException>(static () => Small.Allocate([], Advisors(1_000_001))).ParamName);

    // Who comes behind the last point of the ring goes on from its first one.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Allocate_ExactlyAsManyAsThereIsRoomFor_ServesAll(int advisors)
    {
        AdvisorPolicy few = AdvisorPolicy.Create(new AdvisorOptions { CustomersMin = 0, CustomersMax = 40 });

        Assert.Empty(few.Allocate(Customers(advisors * 40), Advisors(advisors)).Unserved);
        Assert.Single(few.Allocate(Customers((advisors * 40) + 1), Advisors(advisors)).Unserved);
    }

    [Fact]
    public void AnAdvisorsId_ThatIsNone_IsTheDefault()
    {
        Assert.False(AdvisorId.TryFrom("", out AdvisorId none));
        Assert.Equal(default, none);
        Assert.True(AdvisorId.TryFrom("li", out AdvisorId li));
        Assert.Equal(AdvisorId.From("li"), li);
    }

    [Fact]
    public void Hashes_ThatAreEqual_AreOrderedAsTheOtherOrderSays()
    {
        ulong[] hashes = [7, 3, 7, 9, 3, 7, 3];
        int[] numbers = [6, 5, 4, 3, 2, 1, 0];
        IdHash.Sort(hashes, numbers, static (left, right) => left.CompareTo(right));

        Assert.Equal([3, 3, 3, 7, 7, 7, 9], hashes);
        Assert.Equal([0, 2, 5, 1, 4, 6, 3], numbers);
    }

    [Fact]
    public void Create_ImpossibleRadius_NamesEveryMistake()
    {
        Assert.Equal(
            ["customersMin policy.out_of_range", "customersMax policy.out_of_range"],
            Mistakes(-1, 0));
        Assert.Equal(["customersMin policy.not_in_order"], Mistakes(300, 299));
        Assert.True(AdvisorPolicy.TryCreate(new AdvisorOptions { CustomersMin = 300, CustomersMax = 300 }, out _, out _));
        Assert.True(AdvisorPolicy.TryCreate(new AdvisorOptions { CustomersMin = 0, CustomersMax = 1 }, out _, out _));
        Assert.Equal(new AdvisorOptions { CustomersMin = 300, CustomersMax = 500 }, AdvisorPolicy.Default.Options);
        Assert.Equal(AdvisorPolicy.Default, AdvisorPolicy.Create(new AdvisorOptions()));
        Assert.NotEqual(AdvisorPolicy.Default, Small);
        Assert.Throws<ArgumentNullException>(static () => AdvisorPolicy.Create(null!));

        static string[] Mistakes(int min, int max) =>
        [
            .. Assert.Throws<InvalidPolicyException>(() =>
                AdvisorPolicy.Create(new AdvisorOptions { CustomersMin = min, CustomersMax = max })).Mistakes
                .Select(static m => $"{m.Place} {m.Reason.Code}"),
        ];
    }

    [Fact]
    public void Assess_NegativeNumbers_AreRefused()
    {
        Assert.Equal("customers", Assert.Throws<ArgumentOutOfRangeException>(static () => Small.Assess(-1, 1)).ParamName);
        Assert.Equal("advisors", Assert.Throws<ArgumentOutOfRangeException>(static () => Small.Assess(1, -1)).ParamName);
    }

    private static int Moved(AdvisorAllocation before, AdvisorAllocation after) =>
        before.Advisors.Sum(a => before.CustomersOf(a).Count(c => after.AdvisorOf(c) != a));

    private static IEnumerable<CustomerId> Customers(int count) =>
        Enumerable.Range(0, count).Select(static n => CustomerId.From($"customer-{n}"));

    private static IEnumerable<AdvisorId> Advisors(int count) =>
        Enumerable.Range(0, count).Select(static n => AdvisorId.From($"advisor-{n}"));
}
