namespace PrivateDomain.Core.Products;

/// <summary>What makes a product suit the private domain (选品标准).</summary>
/// <remarks>From the article on choosing products. The default value is <see cref="TicketSize"/>. The order is that of columns and of
/// sentences where points
/// tie.</remarks>
public enum FitCriterion
{
    /// <summary>How much is spent at one purchase (客单价): the cost is labour per relationship, so more is better.</summary>
    TicketSize = 0,

    /// <summary>How many buyers buy it again (复购): without it each touch is a nuisance.</summary>
    Repurchase = 1,

    /// <summary>How many buyers stay with it over time (忠诚度): loyal categories cost less to keep.</summary>
    Loyalty = 2,

    /// <summary>How well known its brand is (品牌力); inverse: strong brands do better in public media, weak ones earn more here.</summary>
    BrandPower = 3,
}

/// <summary>How well a product suits the private domain, in words (适配等级).</summary>
/// <remarks>The default value is <see cref="Unknown"/>. Above <see cref="Barred"/>, greater is better.</remarks>
#pragma warning disable CA1028 // A byte a row: grades are columns of the library's hot path.
public enum FitGrade : byte
#pragma warning restore CA1028
{
    /// <summary>A criterion is unknown, so there is no score (未知).</summary>
    Unknown = 0,

    /// <summary>The gate keeps it out, whatever its score (不准入).</summary>
    Barred = 1,

    /// <summary>Below fair (差).</summary>
    Poor = 2,

    /// <summary>Fair (一般).</summary>
    Fair = 3,

    /// <summary>Good (良好).</summary>
    Good = 4,

    /// <summary>Excellent (优秀).</summary>
    Excellent = 5,
}
