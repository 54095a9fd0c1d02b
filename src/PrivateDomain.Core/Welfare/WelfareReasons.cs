namespace PrivateDomain.Core.Welfare;

/// <summary>Why a welfare is refused or an occasion cannot be dated (福利理由), in order of precedence.</summary>
public static class WelfareReasons
{
    /// <summary>A date is outside of the lunisolar table.</summary>
    public static ReasonDefinition DateNotCovered { get; } = new(
        "welfare.date_not_covered", "{found} is not covered; the calendar covers {required}.", "日历不含 {found}，仅覆盖 {required}。");

    /// <summary>A year is outside of the lunisolar table.</summary>
    public static ReasonDefinition YearNotCovered { get; } = new(
        "welfare.year_not_covered", "The year {found} is not covered; the calendar covers {required}.",
        "日历不含 {found} 年，仅覆盖 {required} 年。");

    /// <summary>What comes once does not come in that year.</summary>
    public static ReasonDefinition NotInYear { get; } = new(
        "welfare.not_in_year", "{found} comes only on {required}.", "{found}仅在 {required} 这一天。");

    /// <summary>No more occasions come.</summary>
    public static ReasonDefinition NothingAhead { get; } = new(
        "welfare.nothing_ahead", "No occasion comes after {found} until {required}.", "{found} 之后至 {required} 没有时机。");

    /// <summary>The calendar has no such occasion.</summary>
    public static ReasonDefinition NoSuchOccasion { get; } = new(
        "welfare.no_such_occasion", "The calendar has no occasion named {found}.", "日历中没有“{found}”。");

    /// <summary>Nothing was set aside for the occasion.</summary>
    public static ReasonDefinition NoBudget { get; } = new(
        "welfare.no_budget", "There is no budget for {found}.", "{found}没有预算。");

    /// <summary>The gifts cost more than was set aside.</summary>
    public static ReasonDefinition OverBudget { get; } = new(
        "welfare.over_budget", "The welfare costs {found}, but the budget is {required}.", "福利成本为 {found}，预算为 {required}。");
}
