namespace PrivateDomain.ShopReport.Reading.Tables;

/// <summary>Which of two numbers is the day, in a date such as 01/03/2026.</summary>
internal enum DateOrder
{
    /// <summary>Not said, and not found.</summary>
    Unknown,

    /// <summary>Day, month, year.</summary>
    DayFirst,

    /// <summary>Month, day, year.</summary>
    MonthFirst,
}
