using System.Collections.Immutable;

namespace PrivateDomain.Core.Costs;

/// <summary>One kind of upkeep (维护成本项).</summary>
public enum UpkeepItem
{
    /// <summary>The advisors' wages (人工).</summary>
    Labour,

    /// <summary>Content (内容).</summary>
    Content,

    /// <summary>Benefits and hooks (福利与钩子).</summary>
    Benefits,

    /// <summary>Membership (会员).</summary>
    Membership,

    /// <summary>Tools (工具).</summary>
    Tools,
}

/// <summary>One line of the upkeep (维护成本明细).</summary>
/// <remarks>Equality is that of both parts. The default value is labour of no money.</remarks>
public readonly record struct UpkeepLine
{
    internal UpkeepLine(UpkeepItem item, Money perYear)
    {
        Item = item;
        PerYear = perYear;
    }

    /// <summary>What for.</summary>
    public UpkeepItem Item { get; }

    /// <summary>The cost per customer and year.</summary>
    public Money PerYear { get; }
}

/// <summary>What keeping one customer costs in a year (维护成本), D33: labour, content, benefits, membership and tools.</summary>
/// <remarks>
/// <para>Nothing is rounded. Equality is that of the wage, the customers per advisor and every line; there is no ordering.</para>
/// </remarks>
public sealed record Upkeep
{
    private const decimal MonthsPerYear = 12m;

    private Upkeep(Money wagePerYear, decimal customersPerAdvisor, Money content, Money benefits, Money membership, Money tools)
    {
        WagePerYear = wagePerYear;
        CustomersPerAdvisor = customersPerAdvisor;
        Labour = wagePerYear / customersPerAdvisor;
        Content = content;
        Benefits = benefits;
        Membership = membership;
        Tools = tools;
        PerYear = Labour + content + benefits + membership + tools;
    }

    /// <summary>An advisor's wage per year.</summary>
    public Money WagePerYear { get; }

    /// <summary>How many customers one advisor serves.</summary>
    public decimal CustomersPerAdvisor { get; }

    /// <summary>Labour per customer and year: wage ÷ customers per advisor.</summary>
    public Money Labour { get; }

    /// <summary>Content per customer and year.</summary>
    public Money Content { get; }

    /// <summary>Benefits and hooks per customer and year.</summary>
    public Money Benefits { get; }

    /// <summary>Membership per customer and year.</summary>
    public Money Membership { get; }

    /// <summary>Tools per customer and year.</summary>
    public Money Tools { get; }

    /// <summary>All upkeep per customer and year.</summary>
    public Money PerYear { get; }

    /// <summary>All upkeep per customer and month: a twelfth of the year's, unrounded.</summary>
    public Money PerMonth => PerYear / MonthsPerYear;

    /// <summary>The lines in the order of <see cref="UpkeepItem"/>, zeros included; they add up to <see cref="PerYear"/>.</summary>
    public ImmutableArray<UpkeepLine> Lines =>
    [
        new(UpkeepItem.Labour, Labour),
        new(UpkeepItem.Content, Content),
        new(UpkeepItem.Benefits, Benefits),
        new(UpkeepItem.Membership, Membership),
        new(UpkeepItem.Tools, Tools),
    ];

    /// <summary>Makes an upkeep which the caller expects to be valid.</summary>
    /// <param name="wagePerYear">An advisor's wage per year, 0 or more.</param>
    /// <param name="customersPerAdvisor">How many customers one advisor serves, above 0; 300–500 people keep their depth ([D], D4), and there is no default.</param>
    /// <param name="content">Content per customer and year; null is none.</param>
    /// <param name="benefits">Benefits and hooks per customer and year; null is none.</param>
    /// <param name="membership">Membership per customer and year; null is none.</param>
    /// <param name="tools">Tools per customer and year; null is none.</param>
    /// <exception cref="InvalidPolicyException">An amount is negative or an advisor serves nobody; all mistakes are reported.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static Upkeep Create(
        Money wagePerYear, decimal customersPerAdvisor, Money? content = null, Money? benefits = null, Money? membership = null, Money? tools = null)
    {
        Check(wagePerYear, customersPerAdvisor, content, benefits, membership, tools).ThrowIfAny("upkeep");
        return Make(wagePerYear, customersPerAdvisor, content, benefits, membership, tools);
    }

    /// <summary>Makes an upkeep from a user's input.</summary>
    /// <param name="wagePerYear">An advisor's wage per year.</param>
    /// <param name="customersPerAdvisor">How many customers one advisor serves.</param>
    /// <param name="content">Content per customer and year; null is none.</param>
    /// <param name="benefits">Benefits and hooks per customer and year; null is none.</param>
    /// <param name="membership">Membership per customer and year; null is none.</param>
    /// <param name="tools">Tools per customer and year; null is none.</param>
    /// <returns>The upkeep, or everything that <see cref="Create"/> would report.</returns>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public static Answer<Upkeep> TryCreate(
        Money wagePerYear, decimal customersPerAdvisor, Money? content = null, Money? benefits = null, Money? membership = null, Money? tools = null)
    {
        PolicyCheck check = Check(wagePerYear, customersPerAdvisor, content, benefits, membership, tools);
        return check.IsClean ? Make(wagePerYear, customersPerAdvisor, content, benefits, membership, tools) : check.Refusal<Upkeep>();
    }

    /// <summary>The ticket (客单价) at which a year's gross profit of a customer pays a year's upkeep (保本客单价): <c>upkeep ÷ (margin × orders)</c>.</summary>
    /// <param name="grossMargin">The gross margin, above 0 and at most 1.</param>
    /// <param name="ordersPerYear">The orders of a customer in a year, above 0; they need not be whole.</param>
    /// <returns>The ticket, unrounded; undefined when the margin or the orders are out of range.</returns>
    public Answer<Money> BreakEvenTicket(Ratio grossMargin, decimal ordersPerYear)
    {
        PolicyCheck check = new PolicyCheck()
            .Needs(grossMargin is { IsKnown: true, Value: > 0m and <= 1m }, "grossMargin", CostsReasons.MarginOutOfRange, found: grossMargin)
            .Needs(ordersPerYear > 0m, "ordersPerYear", CostsReasons.NoOrdersPerYear, found: ordersPerYear, required: 0m);
        return check.IsClean ? PerYear / (grossMargin.Value * ordersPerYear) : check.Refusal<Money>();
    }

    private static PolicyCheck Check(Money wage, decimal customers, Money? content, Money? benefits, Money? membership, Money? tools) =>
        new PolicyCheck()
            .NeedsCost(wage, "wagePerYear")
            .Needs(customers > 0m, "customersPerAdvisor", CostsReasons.NoCustomersPerAdvisor, found: customers, required: 0m)
            .NeedsCost(content ?? Money.Zero(wage.Currency), "content")
            .NeedsCost(benefits ?? Money.Zero(wage.Currency), "benefits")
            .NeedsCost(membership ?? Money.Zero(wage.Currency), "membership")
            .NeedsCost(tools ?? Money.Zero(wage.Currency), "tools");

    private static Upkeep Make(Money wage, decimal customers, Money? content, Money? benefits, Money? membership, Money? tools)
    {
        Money none = Money.Zero(wage.Currency);
        return new Upkeep(wage, customers, content ?? none, benefits ?? none, membership ?? none, tools ?? none);
    }
}
