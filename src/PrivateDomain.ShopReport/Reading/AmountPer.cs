namespace PrivateDomain.ShopReport.Reading;

/// <summary>Whether an amount is that of a row or of its whole order.</summary>
internal enum AmountPer
{
    /// <summary>Not said.</summary>
    Unknown,

    /// <summary>Of the row.</summary>
    Line,

    /// <summary>Of the order, on one of its rows or on each.</summary>
    Order,
}
