using System.Collections.Immutable;
using FsCheck.Fluent;
using PrivateDomain.Core.Costs;

namespace PrivateDomain.Core.Tests.Costs;

[Text]
public sealed class UpkeepTests
{
    private static readonly UpkeepFigures Figures = new()
    {
        WagePerYear = Money.Yuan(72_000m),
        CustomersPerAdvisor = 400m,
        Content = Money.Yuan(0.20m),
        Benefits = Money.Yuan(12m),
        Tools = Money.Yuan(3m),
    };

    private static readonly Upkeep Worked = Upkeep.From(Figures);

    [Fact]
    public void PerYear_LabourOnly_Is180() => Assert.Equal(Money.Yuan(180m), Of(72_000m, 400m).PerYear);

    [Fact]
    public void PerYear_AllLines_Is195_20()
    {
        Assert.Equal(Money.Yuan(195.20m), Worked.PerYear);
        Assert.Equal(Money.Yuan(195.20m) / 12m, Worked.PerMonth);
    }

    [Fact]
    public void PerYearOf_AllKinds_AddUpToTheYear()
    {
        Assert.Equal([180m, 0.20m, 12m, 0m, 3m], Enum.GetValues<UpkeepItem>().Select(static item => Worked.PerYearOf(item).Amount));
        Upkeep members = Upkeep.From(new UpkeepFigures
        {
            WagePerYear = Money.Yuan(0m),
            CustomersPerAdvisor = 1m,
            Membership = Money.Yuan(7m)
        });
        Assert.Equal(Money.Yuan(7m), members.PerYear);
        Assert.Equal(Money.Yuan(7m), members.PerYearOf(UpkeepItem.Membership));
        Assert.Throws<ArgumentOutOfRangeException>("item", static () => Worked.PerYearOf((UpkeepItem)5));
    }

    [Fact]
    public void BreakEvenTicket_FortyPercentAndFourOrders_Is122() =>
        Assert.Equal(Money.Yuan(122.00m), Worked.BreakEvenTicket(Ratio.From(0.40m), 4m).Value);

    [Fact]
    public void BreakEvenTicket_FiveThousandCases_IsPayable_PassesItsOwnTest_AndOneMinorUnitLowerFails()
    {
        var random = Chance.From(20260302);
        Currency[] currencies = [Currency.Cny, Currency.Jpy, Currency.From("KWD")];
        for (int i = 0; i < 5_000; i++)
        {
            Currency currency = currencies[i % 3];
            Upkeep upkeep = Upkeep.From(new UpkeepFigures
            {
                WagePerYear = Money.From(random.Next(0, 10_000_000) / 7m, currency),
                CustomersPerAdvisor = random.Next(1, 9_000) / 13m,
                Content = Money.From(random.Next(0, 1_000) / 11m, currency),
            });
            decimal margin = random.Next(1, 1_001) / 1_001m;
            decimal orders = random.Next(1, 500) / 37m;
            Money ticket = upkeep.BreakEvenTicket(Ratio.From(margin), orders).Value;
            decimal unit = currency.MinorUnitDigits switch { 0 => 1m, 2 => 0.01m, _ => 0.001m };
            Assert.Equal(0m, ticket.Amount % unit);
            Assert.True(ticket.Amount * margin * orders >= upkeep.PerYear.Amount, $"case {i}: {ticket} does not pay");
            Assert.True(ticket.IsZero || (ticket.Amount - unit) * margin * orders < upkeep.PerYear.Amount,
                $"case {i}: {ticket} is not the least");
        }
    }

    [Fact]
    public void BreakEvenTicket_UnknownAndKnownNonPositive_AreToldApart()
    {
        Assert.Equal(["costs.margin_unknown"], Codes(Ratio.Unknown, 4m));
        Assert.Equal(["costs.no_margin"], Codes(Ratio.From(0m), 4m));
        Assert.Equal(["costs.no_margin"], Codes(Ratio.From(-0.01m), 4m));
        Assert.Equal(["costs.margin_out_of_range"], Codes(Ratio.From(1.01m), 4m));
        Assert.Equal(["costs.no_orders_per_year"], Codes(Ratio.From(0.4m), 0m));
        Assert.Equal(["costs.no_orders_per_year"], Codes(Ratio.From(0.4m), -0.01m));
        Assert.Equal(["costs.no_margin", "costs.no_orders_per_year"], Codes(Ratio.From(0m), 0m));
        Assert.Equal(Money.Yuan(195.20m), Worked.BreakEvenTicket(Ratio.From(1m), 1m).Value);

        static IEnumerable<string> Codes(Ratio margin, decimal orders) =>
            Worked.BreakEvenTicket(margin, orders).Reasons.Select(static r => r.Code);
    }

    // A better margin or more orders never need a dearer ticket, and what has none stays without one as figures get worse.
    [Fact]
    public void BreakEvenTicket_BetterFigures_NeverNeedADearerTicket() => Prop.ForAll(
        Gen.Choose(-50, 100).Two().ToArbitrary(), Gen.Choose(-20, 200).Two().ToArbitrary(), static (margins, orders) =>
        {
            decimal worse = Ticket(Math.Min(margins.Item1, margins.Item2), Math.Min(orders.Item1, orders.Item2));
            decimal better = Ticket(Math.Max(margins.Item1, margins.Item2), Math.Max(orders.Item1, orders.Item2));
            Assert.True(better <= worse);

            static decimal Ticket(int margin, int orders) =>
                Worked.BreakEvenTicket(Ratio.From(margin / 100m), orders / 10m).Or(Money.Yuan(decimal.MaxValue)).Amount;
        }).Holds();

    [Fact]
    public void Extremes_HaveAReasonOrAreNamed_NeverARawOverflow()
    {
        const decimal Least = 0.0000000000000000000000000001m;
        Assert.Equal("wagePerYear costs.amounts_too_large", Mistake(new UpkeepFigures
        {
            WagePerYear = Money.Yuan(decimal.MaxValue),
            CustomersPerAdvisor = Least,
        }));
        Assert.Equal("wagePerYear costs.amounts_too_large", Mistake(new UpkeepFigures
        {
            WagePerYear = Money.Yuan(decimal.MaxValue),
            CustomersPerAdvisor = 1m,
            Tools = Money.Yuan(decimal.MaxValue),
        }));
        foreach (decimal wage in new[] { decimal.MaxValue, 1m, Least, 0m })
        {
            foreach ((decimal margin, decimal orders) in new[] { (Least, Least), (1m, Least), (Least, decimal.MaxValue),
                (1m, decimal.MaxValue), (0.5m, 1m) })
            {
                Answer<Money> ticket = Of(wage, 1m).BreakEvenTicket(Ratio.From(margin), orders);
                Assert.All(ticket.Reasons, static reason => Assert.Equal("costs.amounts_too_large", reason.Code));
            }
        }

        static string Mistake(UpkeepFigures figures)
        {
            Assert.False(Upkeep.TryFrom(figures, out _, out ImmutableArray<Mistake> mistakes));
            return $"{mistakes.Single().Place} {mistakes.Single().Reason.Code}";
        }
    }

    [Fact]
    public void From_SeveralMistakes_NamesAll()
    {
        Money loss = Money.Yuan(-0.01m);
        var wrong = new UpkeepFigures
        {
            WagePerYear = loss,
            CustomersPerAdvisor = 0m,
            Content = loss,
            Benefits = loss,
            Membership = loss,
            Tools = loss
        };
        Assert.Equal(
            ["wagePerYear", "customersPerAdvisor", "content", "benefits", "membership", "tools"],
            Assert.Throws<InvalidPolicyException>(() => Upkeep.From(wrong)).Mistakes.Select(static m => m.Place));
        Assert.Equal(
            ["tools policy.other_currency"],
            Assert.Throws<InvalidPolicyException>(static () => Upkeep.From(Figures with { Tools = Money.From(1m, Currency.Eur) }))
                .Mistakes.Select(static m => $"{m.Place} {m.Reason.Code}"));
        Assert.Equal(
            ["wagePerYear policy.missing"],
            Assert.Throws<InvalidPolicyException>(static () => Upkeep.From(Figures with { WagePerYear = default }))
                .Mistakes.Select(static m => $"{m.Place} {m.Reason.Code}"));
        Assert.Equal(Worked, Upkeep.From(Figures with { Tools = Money.Yuan(3.0m) }));
    }

    private static Upkeep Of(decimal wage, decimal served) =>
        Upkeep.From(new UpkeepFigures { WagePerYear = Money.Yuan(wage), CustomersPerAdvisor = served });
}
