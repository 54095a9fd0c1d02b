namespace PrivateDomain.Core.Acquisition;

/// <summary>Why cards cannot move (包裹卡库存理由), in order of precedence.</summary>
public static class CardReasons
{
    /// <summary>A movement was told before with another number.</summary>
    public static ReasonDefinition MovementDiffers { get; } = new(
        "card.movement_differs", "The movement of {found} cards was told before as {required}.", "该笔变动此前为 {required} 张，现为 {found} 张。");

    /// <summary>There are not so many cards.</summary>
    public static ReasonDefinition OutOfStock { get; } = new(
        "card.out_of_stock", "There are {found} cards, but {required} are to be packed.", "库存 {found} 张，需要装入 {required} 张。");
}
