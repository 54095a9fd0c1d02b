using System.Collections.Immutable;

namespace PrivateDomain.Core.Acquisition;

/// <summary>What a package card is for (包裹卡种类). From [A], D24.</summary>
/// <remarks>The default value is <see cref="None"/>, which no card has.</remarks>
public enum CardKind
{
    /// <summary>Not said.</summary>
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

/// <summary>A package card, kept like goods: a virtual item with a stock (包裹卡库存). It goes on top in the parcel. From [A], D24.</summary>
/// <remarks>
/// <para>Immutable. Every movement has an event id: told twice it counts once, in any order of telling, as long as the stock never falls below 0.</para>
/// <para>Two are equal only when they are the same object.</para>
/// </remarks>
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

    /// <summary>The virtual item under which the shop keeps the card.</summary>
    public ProductId Item { get; }

    /// <summary>What the card is for.</summary>
    public CardKind Kind { get; }

    /// <summary>At how many cards new ones are to be ordered.</summary>
    public int ReorderAt { get; }

    /// <summary>How many cards there are; never below 0.</summary>
    public int Count { get; }

    /// <summary>Whether new cards are to be ordered.</summary>
    public bool NeedsReorder => Count <= ReorderAt;

    /// <summary>A card of which there is none yet.</summary>
    /// <param name="item">The virtual item.</param>
    /// <param name="kind">What the card is for.</param>
    /// <param name="reorderAt">At how many cards new ones are to be ordered; 0 or more.</param>
    /// <exception cref="ArgumentException">The item is the default value, the kind none, or the number negative.</exception>
    public static CardStock Of(ProductId item, CardKind kind, int reorderAt = 0)
    {
        Guard.Against.NullOrWhiteSpace(item.Text, nameof(item));
        return kind is > CardKind.None and <= CardKind.HotTopic
            ? new(item, kind, Guard.Against.Negative(reorderAt), 0, ImmutableDictionary<CustomerEventId, int>.Empty)
            : throw new ArgumentOutOfRangeException(nameof(kind), kind, "One of the four kinds is needed.");
    }

    /// <summary>Cards came in.</summary>
    /// <param name="id">The id of the movement.</param>
    /// <param name="cards">How many; above 0.</param>
    /// <returns>The decision, and the stock after it: <c>card.movement_differs</c> when the id was told with another number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above 0.</exception>
    /// <exception cref="ArgumentException">The id is the default value.</exception>
    public (Decision Decision, CardStock After) Receive(CustomerEventId id, int cards) => Move(id, Guard.Against.NegativeOrZero(cards));

    /// <summary>Cards went out with parcels.</summary>
    /// <param name="id">The id of the movement, such as that of the parcel.</param>
    /// <param name="cards">How many; above 0.</param>
    /// <returns>The decision, and the stock after it: <c>card.out_of_stock</c> when there are fewer, <c>card.movement_differs</c> when the id was told with another
    /// number.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The number is not above 0.</exception>
    /// <exception cref="ArgumentException">The id is the default value.</exception>
    public (Decision Decision, CardStock After) Pack(CustomerEventId id, int cards = 1) => Move(id, -Guard.Against.NegativeOrZero(cards));

    private (Decision Decision, CardStock After) Move(CustomerEventId id, int change)
    {
        Guard.Against.NullOrWhiteSpace(id.Text, nameof(id));
        if (movements.TryGetValue(id, out int told))
        {
            return (told == change ? Decision.Allowed : Decision.Denied(CardReasons.MovementDiffers.With(change, told)), this);
        }

        return Count + change < 0
            ? (Decision.Denied(CardReasons.OutOfStock.With(Count, -change)), this)
            : (Decision.Allowed, new CardStock(Item, Kind, ReorderAt, Count + change, movements.Add(id, change)));
    }
}
