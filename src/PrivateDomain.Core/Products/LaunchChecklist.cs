using System.Collections.Immutable;
using NodaTime;

namespace PrivateDomain.Core.Products;

/// <summary>A question to be answered before a product is launched (上架问题).</summary>
public enum LaunchQuestion
{
    /// <summary>What sets it apart from rivals (与竞品的差异)?</summary>
    Difference = 0,

    /// <summary>What is the selling point (卖点)?</summary>
    SellingPoint,

    /// <summary>Does it match the customers' portrait (与用户画像是否匹配)?</summary>
    PortraitMatch,

    /// <summary>Why would an old customer choose it (老客户为什么选择)?</summary>
    WhyOldCustomers,

    /// <summary>What would users want improved (用户希望改进什么)?</summary>
    WishedImprovement,
}

/// <summary>An answer, kept as evidence (上架问题的回答).</summary>
/// <remarks>Equality is that of all parts; there is no ordering.</remarks>
public sealed record LaunchAnswer
{
    internal LaunchAnswer(LaunchQuestion question, string text, string by, Instant at) => (Question, Text, By, At) = (question, text, by, at);

    /// <summary>The question.</summary>
    public LaunchQuestion Question { get; }

    /// <summary>What was answered.</summary>
    public string Text { get; }

    /// <summary>Who answered.</summary>
    public string By { get; }

    /// <summary>When.</summary>
    public Instant At { get; }
}

/// <summary>Whether the five questions before a launch are answered (上架检查表), with the answers as evidence. From [C], D19.</summary>
/// <remarks>Immutable. Two are equal only when they are the same object.</remarks>
public sealed class LaunchChecklist
{
    private static readonly ImmutableArray<Bilingual> Words =
    [
        new("what sets it apart from rivals", "与竞品的差异是什么"),
        new("what the selling point is", "卖点是什么"),
        new("whether it matches the customers' portrait", "与用户画像是否匹配"),
        new("why an old customer would choose it", "老客户为什么会选择它"),
        new("what users would want improved", "用户希望改进什么"),
    ];

    private LaunchChecklist(ProductId product, ImmutableArray<LaunchAnswer> evidence)
    {
        Product = product;
        Evidence = evidence;
    }

    /// <summary>The product.</summary>
    public ProductId Product { get; }

    /// <summary>Every answer ever given, in the order given; the last one to a question counts.</summary>
    public ImmutableArray<LaunchAnswer> Evidence { get; }

    /// <summary>The questions without an answer, in order.</summary>
    public ImmutableArray<LaunchQuestion> Unanswered =>
        [.. Enum.GetValues<LaunchQuestion>().Where(question => Evidence.All(answer => answer.Question != question))];

    /// <summary>Whether the product may be launched: denied with one reason for each question without an answer.</summary>
    public Decision Decision =>
        Unanswered is { IsEmpty: false } open ? Decision.Denied([.. open.Select(static question => LaunchReasons.Unanswered.With(WordsOf(question)))]) : Decision.Allowed;

    /// <summary>The checklist of a product to which nothing is answered yet.</summary>
    /// <param name="product">The product.</param>
    /// <exception cref="ArgumentException">The product is the default value.</exception>
    public static LaunchChecklist For(ProductId product)
    {
        Guard.Against.NullOrWhiteSpace(product.Text, nameof(product));
        return new LaunchChecklist(product, []);
    }

    /// <summary>The checklist with one more answer. An earlier answer to the question stays as evidence.</summary>
    /// <param name="question">The question.</param>
    /// <param name="text">The answer; "no" is one, nothing is not.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="at">When.</param>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    /// <exception cref="ArgumentException">A text is empty, or the question is not defined.</exception>
    public LaunchChecklist Answer(LaunchQuestion question, string text, string by, Instant at) =>
        Enum.IsDefined(question)
            ? new(Product, Evidence.Add(new LaunchAnswer(question, Guard.Against.NullOrWhiteSpace(text), Guard.Against.NullOrWhiteSpace(by), at)))
            : throw new ArgumentOutOfRangeException(nameof(question), question, "One of the five questions is needed.");

    /// <summary>The answer that counts; null when there is none.</summary>
    /// <param name="question">The question.</param>
    public LaunchAnswer? AnswerTo(LaunchQuestion question) => Evidence.LastOrDefault(answer => answer.Question == question);

    /// <summary>A question in words.</summary>
    /// <param name="question">The question.</param>
    /// <exception cref="ArgumentOutOfRangeException">The question is not defined.</exception>
    public static Bilingual WordsOf(LaunchQuestion question) =>
        Enum.IsDefined(question) ? Words[(int)question] : throw new ArgumentOutOfRangeException(nameof(question), question, "One of the five questions is needed.");
}
