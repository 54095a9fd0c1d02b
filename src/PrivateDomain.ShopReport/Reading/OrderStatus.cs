namespace PrivateDomain.ShopReport.Reading;

/// <summary>What the status of an order means for sales.</summary>
internal enum OrderStatus
{
    /// <summary>Paid, sent or done: it counts.</summary>
    Paid,

    /// <summary>A part of it was given back.</summary>
    PartlyRefunded,

    /// <summary>All of it was given back.</summary>
    Refunded,

    /// <summary>It was never paid, or taken back before.</summary>
    Cancelled,

    /// <summary>It is not paid yet.</summary>
    Pending,
}
