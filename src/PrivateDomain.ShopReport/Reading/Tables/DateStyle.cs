namespace PrivateDomain.ShopReport.Reading.Tables;

/// <summary>What the dates of a whole column tell about the order of day and month.</summary>
internal sealed class DateStyle
{
    private string? dayProof;
    private string? monthProof;
    private string? unclear;

    /// <summary>Looks at one more value of the column.</summary>
    public void Add(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        (bool isEither, DateOrder proof) = DateText.OrderOf(text);
        dayProof ??= proof == DateOrder.DayFirst ? text : null;
        monthProof ??= proof == DateOrder.MonthFirst ? text : null;
        unclear ??= isEither ? text : null;
    }

    /// <summary>The order, or the values that leave it in doubt.</summary>
    public DateOrder Order(DateOrder said, out (string First, string? Second)? doubt)
    {
        doubt = said != DateOrder.Unknown ? null
            : dayProof is not null && monthProof is not null && unclear is not null ? (dayProof, monthProof)
            : dayProof is null && monthProof is null && unclear is not null ? (unclear, null)
            : null;
        return said != DateOrder.Unknown ? said
            : dayProof is not null ? DateOrder.DayFirst
            : monthProof is not null ? DateOrder.MonthFirst
            : DateOrder.Unknown;
    }
}
