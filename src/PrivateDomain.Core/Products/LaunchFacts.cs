using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Products;

/// <summary>A question to be answered before a product is launched (上架问题).</summary>
/// <remarks>The default value is <see cref="Difference"/>.</remarks>
public enum LaunchQuestion
{
    /// <summary>What sets it apart from rivals (与竞品的差异)?</summary>
    Difference = 0,

    /// <summary>What is the selling point (卖点)?</summary>
    SellingPoint = 1,

    /// <summary>Does it match the customers' portrait (与用户画像是否匹配)?</summary>
    PortraitMatch = 2,

    /// <summary>Why would an old customer choose it (老客户为什么选择)?</summary>
    WhyOldCustomers = 3,

    /// <summary>What would users want improved (用户希望改进什么)?</summary>
    WishedImprovement = 4,
}

/// <summary>An answer, kept as evidence (上架问题的回答).</summary>
/// <remarks>Equality is that of all parts; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record LaunchAnswer
{
    /// <summary>Makes an answer.</summary>
    /// <param name="question">The question.</param>
    /// <param name="text">The answer; "no" is one, nothing is not.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="at">When.</param>
    /// <exception cref="ArgumentNullException">A text is null.</exception>
    /// <exception cref="ArgumentException">A text is empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The question is not defined.</exception>
    public LaunchAnswer(LaunchQuestion question, string text, string by, Instant at)
    {
        Question = Enum.IsDefined(question)
            ? question
            : throw new ArgumentOutOfRangeException(nameof(question), question, "One of the five questions is needed.");
        Text = Guard.Against.NullOrWhiteSpace(text);
        By = Guard.Against.NullOrWhiteSpace(by);
        At = at;
    }

    /// <summary>The question.</summary>
    public LaunchQuestion Question { get; }

    /// <summary>What was answered.</summary>
    public string Text { get; }

    /// <summary>Who answered.</summary>
    public string By { get; }

    /// <summary>When.</summary>
    public Instant At { get; }
}

/// <summary>What was answered before a product is launched (上架资料).</summary>
/// <remarks>Every answer stays as evidence. Equality is by content; there is no ordering. Immutable, so safe to share between
/// threads.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record LaunchFacts
{
    /// <summary>Puts the answers together.</summary>
    /// <param name="product">The product.</param>
    /// <param name="answers">Every answer ever given, in the order given.</param>
    /// <exception cref="ArgumentException">The product is the default value, or an answer is null.</exception>
    public LaunchFacts(ProductId product, params ImmutableArray<LaunchAnswer> answers)
    {
        Guard.Against.NullOrWhiteSpace(product.Text, nameof(product));
        Product = product;
        Answers = answers.IsDefault ? [] : answers;
        if (Answers.Contains(null!))
        {
            throw new ArgumentException($"Every answer must be there, but that at {Answers.IndexOf(null!)} was null.", nameof(answers));
        }
    }

    /// <summary>The product.</summary>
    public ProductId Product { get; }

    /// <summary>Every answer ever given, in the order given; the last one to a question counts.</summary>
    public ImmutableArray<LaunchAnswer> Answers { get; }

    /// <summary>The answer that counts; null when there is none.</summary>
    /// <param name="question">The question.</param>
    public LaunchAnswer? AnswerTo(LaunchQuestion question) => Answers.LastOrDefault(answer => answer.Question == question);

    /// <inheritdoc/>
    public bool Equals(LaunchFacts? other) => other is not null && Product == other.Product && Contents.Equal(Answers, other.Answers);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Product, Contents.Hash(Answers));
}
