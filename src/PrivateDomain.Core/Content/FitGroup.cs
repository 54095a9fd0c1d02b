namespace PrivateDomain.Core.Content;

/// <summary>A band of a body ratio (体型分组): from a value, included, to one, excluded.</summary>
/// <remarks>Two groups are equal when all parts are.</remarks>
public sealed record FitGroup
{
    private FitGroup(string name, Bilingual label, decimal? from, decimal? below)
    {
        Name = name;
        Label = label;
        From = from;
        Below = below;
    }

    /// <summary>The name for programs.</summary>
    public string Name { get; }

    /// <summary>The name for people.</summary>
    public Bilingual Label { get; }

    /// <summary>The least ratio in it; null is without limit.</summary>
    public decimal? From { get; }

    /// <summary>The ratio at which it has ended; null is without limit.</summary>
    public decimal? Below { get; }

    /// <summary>Makes a group; whether it fits to others is checked when they are put together.</summary>
    /// <param name="name">The name for programs.</param>
    /// <param name="label">The name for people.</param>
    /// <param name="from">The least ratio; null is without limit.</param>
    /// <param name="below">The ratio at which it has ended; null is without limit.</param>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static FitGroup Create(string name, Bilingual label, decimal? from, decimal? below) =>
        new(Guard.Against.NullOrWhiteSpace(name), label, from, below);

    /// <summary>Whether a ratio is in the group.</summary>
    /// <param name="ratio">The ratio.</param>
    public bool Has(decimal ratio) => !(ratio < From) && !(ratio >= Below);
}

/// <summary>Somebody measured, and whether they show content (体型成员).</summary>
/// <remarks>Two members are equal when all parts are.</remarks>
public sealed record FitMember
{
    private FitMember(CustomerId customer, decimal? numerator, decimal? denominator, bool showsContent)
    {
        Customer = customer;
        Numerator = numerator;
        Denominator = denominator;
        ShowsContent = showsContent;
    }

    /// <summary>Who.</summary>
    public CustomerId Customer { get; }

    /// <summary>The measurement above the line, such as the height; null is unknown.</summary>
    public decimal? Numerator { get; }

    /// <summary>The measurement below the line, such as the weight; null is unknown.</summary>
    public decimal? Denominator { get; }

    /// <summary>Whether they show content: wear the goods for others to see (出镜).</summary>
    public bool ShowsContent { get; }

    /// <summary>Makes a member.</summary>
    /// <param name="customer">Who.</param>
    /// <param name="numerator">The measurement above the line; null is unknown.</param>
    /// <param name="denominator">The measurement below the line; null is unknown.</param>
    /// <param name="showsContent">Whether they show content.</param>
    public static FitMember Create(CustomerId customer, decimal? numerator, decimal? denominator, bool showsContent = false) =>
        new(customer, numerator, denominator, showsContent);
}
