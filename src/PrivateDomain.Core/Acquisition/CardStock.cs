using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Acquisition;

/// <summary>What a package card is for (包裹卡种类).</summary>
/// <remarks>The default value is <see cref="None"/>, which no card has. Names for people: <see cref="AcquisitionNames"/>.</remarks>
public enum CardKind
{
    /// <summary>Not said (未说明).</summary>
    None = 0,

    /// <summary>Tells how to use, return or reach the shop (通知卡).</summary>
    Notice,

    /// <summary>Tells who the shop is (品牌卡).</summary>
    Brand,

    /// <summary>Offers something for adding the shop (营销卡).</summary>
    Marketing,

    /// <summary>Takes up what people talk about (热点卡).</summary>
    HotTopic,
}

/// <summary>A package card, kept like goods: a virtual item with a stock (包裹卡库存). It goes on top in the parcel.</summary>
/// <remarks>
/// <para>Immutable and safe to share between threads. Every movement has an event id: told twice it counts once, in any order of telling,
/// as long as the stock
/// never falls below 0.</para>
/// <para>Two are equal only when they are the same object. The four kinds come from the article on going from classic to private-domain
/// commerce.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class CardStock
{
    private readonly ImmutableDictionary<CustomerEventId, int> movements;

    private CardStock(ProductId item, CardKind kind, int reorderAt, int count, ImmutableDictionary<CustomerEventId, int> movements)
    {
        Item = item;
        Kind = kind;
        ReorderAt = reorderAt;
        Count = count;
        this.movements = movements;
    }

    /// <summary>Makes the stock of a card of which there is none yet.</summary>
    /// <param name="item">The virtual item under which the shop keeps the card.</param>
    /// <param name="kind">What the card is for.</param>
    /// <param name="reorderAt">At how many cards new ones are to be ordered; 0 or more.</param>
    /// <exception cref="ArgumentException">The item is the default value, the kind none there is, or the number negative.</exception>
    public CardStock(ProductId item, CardKind kind, int reorderAt = 0)
        : this(item, kind, Guard.Against.Negative(reorderAt), 0, ImmutableDictionary<CustomerEventId, int>.Empty)
    {
        Guard.Against.NullOrWhiteSpace(item.Text, nameof(item));
        if (kind is not (> CardKind.None and <= CardKind.HotTopic))
        {
            throw new ArgumentOutOfRangeException(nameof(kind), kind, "One of the four kinds is needed.");
        }
    }

    /// <summary>The virtual item under which the shop keeps the card.</summary>
    public ProductId Item { get; }

    /// <summary>What the card is for.</summary>
    public CardKind Kind { get; }

    /// <summary>At how many cards new ones are to be ordered.</summary>
    public int ReorderAt { get; }

    /// <summary>How many cards there are; never below 0.</summary>
    public int Count { get; }

    /// <summary>Whether new cards are to be ordered: there are <see cref="ReorderAt"/> or fewer.</summary>
    public bool NeedsReorder => Count <= ReorderAt;

    /// <summary>Cards came in.</summary>
    /// <param name="id">The id of the movement.</param>
    /// <param name="cards">How many; above 0.</param>
    /// <returns>The decision, and the stock after it: <c>card.movement_differs</c> when the id was told with another number,
    /// <c>card.stock_too_large</c> when
    /// there would be more than 2,147,483,647.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above 0.</exception>
    /// <exception cref="ArgumentException">The id is the default value.</exception>
    public (Decision Decision, CardStock After) Receive(CustomerEventId id, int cards) => Move(id, Guard.Against.NegativeOrZero(cards));

    /// <summary>Cards went out with parcels.</summary>
    /// <param name="id">The id of the movement, such as that of the parcel.</param>
    /// <param name="cards">How many; above 0.</param>
    /// <returns>The decision, and the stock after it: <c>card.out_of_stock</c> when there are fewer, <c>card.movement_differs</c> when the
    /// id was told with another
    /// number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above 0.</exception>
    /// <exception cref="ArgumentException">The id is the default value.</exception>
    public (Decision Decision, CardStock After) Pack(CustomerEventId id, int cards = 1) => Move(id, -Guard.Against.NegativeOrZero(cards));

    private (Decision Decision, CardStock After) Move(CustomerEventId id, int change)
    {
        Guard.Against.NullOrWhiteSpace(id.Text, nameof(id));
        if (movements.TryGetValue(id, out int told))
        {
            return (told == change ? Decision.Allowed : Decision.Denied(AcquisitionReasons.CardMovementDiffers.With(change, told)), this);
        }

        long after = (long)Count + change;
        return after switch
        {
            < 0 => (Decision.Denied(AcquisitionReasons.CardOutOfStock.With(Count, -(long)change)), this),
            > int.MaxValue => (Decision.Denied(AcquisitionReasons.CardStockTooLarge.With(after, int.MaxValue)), this),
            _ => (Decision.Allowed, new CardStock(Item, Kind, ReorderAt, (int)after, movements.Add(id, change))),
        };
    }
}
