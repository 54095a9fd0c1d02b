using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.ShopReport;

/// <summary>Whom to write to today.</summary>
/// <param name="At">When the guard was asked.</param>
/// <param name="Groups">The reasons for writing with how many customers each has, in the order of the list.</param>
/// <param name="List">The customers, each once: by reason, and within it those who spent most first.</param>
internal sealed record TodayPart(
    Instant At, ImmutableArray<(TodayReason Reason, int Customers)> Groups, ImmutableArray<ToWrite> List)
{
    /// <summary>How many customers are to be written to, listed or not.</summary>
    public int Customers => Groups.Sum(static each => each.Customers);
}

/// <summary>Why a customer is to be written to today; in the order of the list.</summary>
internal enum TodayReason
{
    /// <summary>What was bought is due again, and a promotion may be sent.</summary>
    DueAgain,

    /// <summary>Came lately, and no conversation was held.</summary>
    Newcomer,

    /// <summary>Bought often or much, and stays away.</summary>
    Leaving,

    /// <summary>Bought, and nobody ever talked to them.</summary>
    NeverTalked,
}

/// <summary>A customer to write to.</summary>
/// <param name="Kind">What may be sent, by the guard.</param>
/// <param name="Product">What to write about: the product that is due or was bought last; null when no product is known.</param>
/// <param name="On">The day of the reason: the last purchase, or when the newcomer came.</param>
/// <param name="Cycle">After how many days the product is bought again; null where that is not the reason.</param>
internal sealed record ToWrite(Standing Customer, TodayReason Reason, TouchKind Kind, string? Product, LocalDate On, int? Cycle = null);
