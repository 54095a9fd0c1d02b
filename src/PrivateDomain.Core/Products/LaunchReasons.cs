namespace PrivateDomain.Core.Products;

/// <summary>Why a product may not be launched (上架理由).</summary>
public static class LaunchReasons
{
    /// <summary>A question is not answered.</summary>
    public static ReasonDefinition Unanswered { get; } = new(
        "launch.unanswered", "It is not answered {found}.", "尚未回答：{found}。");
}
