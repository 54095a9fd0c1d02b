using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation;

/// <summary>The facts rules may refer to (事实表): those of a customer's history,
/// those with parameters, and what rooms and hosts add.</summary>
/// <remarks>Immutable, so any number of threads may read it. Two schemas are equal only when they are the same object.</remarks>
/// <example>
/// <code>
/// ChoiceFact tier = ChoiceFact.From("tier", new("tier", "会员等级"), new ChoiceLevel("silver", new("silver", "银卡")));
/// FactSchema schema = ShopFacts.Schema.With(tier);
/// bool isThere = schema.Find("count(order, 90d)").HasValue;
/// </code>
/// </example>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class FactSchema
{
    /// <summary>The greatest number of facts without parameters.</summary>
    public const int FactsMax = 10_000;

    private readonly FrozenDictionary<string, Fact> byName;

    private FactSchema(ImmutableArray<Fact> facts)
    {
        All = facts;
        byName = facts.ToFrozenDictionary(static fact => fact.Name, StringComparer.Ordinal);
    }

    /// <summary>The schema of the facts that a customer's history gives: those of <see cref="Facts"/>.</summary>
    public static FactSchema BuiltIn { get; } = new(Facts.All);

    /// <summary>The facts without parameters: first those of <see cref="Facts"/>, then the others in the order in which they were
    /// added.</summary>
    public ImmutableArray<Fact> All { get; }

    /// <summary>The schema with more facts: those of a room, or a host's own.</summary>
    /// <param name="facts">The facts; each name once and none that the schema has, and at most <see cref="FactsMax"/> in all.</param>
    /// <exception cref="ArgumentNullException">A fact is null.</exception>
    /// <exception cref="InvalidPolicyException">Names are taken or facts have parameters; all of them are named.</exception>
    public FactSchema With(params ReadOnlySpan<Fact> facts)
    {
        var check = new PolicyCheck();
        check.Needs(All.Length + facts.Length <= FactsMax, "facts", SegmentationReasons.TooMany, All.Length + facts.Length, FactsMax);
        var names = new HashSet<string>(byName.Keys, StringComparer.Ordinal);
        for (int i = 0; i < facts.Length; i++)
        {
            string path = FormattableString.Invariant($"facts[{i}]");
            string name = Guard.Against.Null(facts[i], nameof(facts)).Name;
            check.Needs(FactNotation.IsAttributeName(name), path, SegmentationReasons.NoAttribute, name);
            check.Needs(names.Add(name), path, SegmentationReasons.NameTaken, name);
        }

        check.ThrowIfAny("fact schema");
        return facts.IsEmpty ? this : new([.. All, .. facts]);
    }

    /// <summary>The fact that a text refers to, such as <c>orders</c>, <c>count(order, 90d)</c> or <c>ratio(spend, orders)</c>. Blanks
    /// around arguments do not matter.</summary>
    /// <param name="reference">The text.</param>
    /// <returns>The fact, whose <see cref="Fact.Name"/> is the canonical reference; or why there is none, with the nearest name where one
    /// is near.</returns>
    /// <exception cref="ArgumentNullException">The text is null.</exception>
    public Answer<Fact> Find(string reference)
    {
        string text = Guard.Against.Null(reference).Trim();
        int open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return byName.TryGetValue(text, out Fact? fact) ? Answer<Fact>.From(fact) : Unknown(text);
        }

        string function = text[..open].TrimEnd();
        foreach ((string name, string signature) in FactNotation.Functions)
        {
            if (string.Equals(name, function, StringComparison.Ordinal))
            {
                Fact? made = text.EndsWith(')') ? Make(function, text[(open + 1)..^1]) : null;
                return made is null ? Answer<Fact>.Refused(SegmentationReasons.BadFact.With(Quoted.Of(text), signature))
                    : Answer<Fact>.From(made);
            }
        }

        return Unknown(function);
    }

    /// <summary>The names nearest to one that is not known: at most three, the nearest first.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="ArgumentNullException">The name is null.</exception>
    public ImmutableArray<string> Suggest(string name) =>
        NearNames.Of(Guard.Against.Null(name),
            All.Select(static fact => fact.Name).Concat(FactNotation.Functions.Select(static f => f.Name)));

    /// <summary>Whether a fact is of this schema: a rule made with facts of another schema may not mean the same.</summary>
    internal bool Has(Fact fact) => Find(fact.Name).TryGet(out Fact? own) && own.Equals(fact);

    private Answer<Fact> Unknown(string name) =>
        Suggest(name) is [var near, ..]
            ? Answer<Fact>.Refused(SegmentationReasons.UnknownFact.With(Quoted.Of(name), near))
            : Answer<Fact>.Refused(SegmentationReasons.UnknownFactNothingNear.With(Quoted.Of(name)));

    private Fact? Make(string function, string arguments)
    {
        if (function is "bucket")
        {
            return QuotedText.Read(arguments.AsSpan().Trim()) is { } salt && IdentifierText.IsValid(salt) ? Facts.Bucket(salt) : null;
        }

        string[] parts = Split(arguments);
        if (function is "ratio")
        {
            return parts.Length == 2 && Number(parts[0]) is { } numerator && Number(parts[1]) is { } denominator
                ? Facts.Ratio(numerator, denominator) : null;
        }

        if (function is "spend")
        {
            return parts.Length == 1 && FactNotation.ReadWindow(parts[0]) is { } when ? Facts.SpendIn(when) : null;
        }

        if (SnakeNames<Behaviour>.From(parts[0]) is not { } behaviour || behaviour == Behaviour.None)
        {
            return null;
        }

        if (function is "periods")
        {
            return parts.Length == 3
                && FactNotation.ReadDays(parts[1], least: 1) is { } days
                && FactNotation.ReadNumber(parts[2], 1, Facts.PeriodsMax) is { } periods
                && days <= TimeWindow.DaysMax / periods
                    ? Facts.Periods(behaviour, days, periods)
                    : null;
        }

        TimeWindow? window = parts.Length == 1 ? TimeWindow.All : parts.Length == 2 ? FactNotation.ReadWindow(parts[1]) : null;
        return (function, window) switch
        {
            ("first", _) => parts.Length == 1 ? Facts.First(behaviour) : null,
            ("last", _) => parts.Length == 1 ? Facts.Last(behaviour) : null,
            ("count", { } known) => Facts.Count(behaviour, known),
            ("days", { } known) => Facts.Days(behaviour, known),
            ("gap", { } known) => Facts.Gap(behaviour, known),
            _ => null,
        };
    }

    // A ratio is not made of ratios, so this goes one step down at most.
    private NumberFact? Number(string reference) =>
        reference.StartsWith("ratio", StringComparison.Ordinal) && !byName.ContainsKey(reference) ? null
            : Find(reference).TryGet(out Fact? fact) ? fact as NumberFact : null;

    // At the commas outside of parentheses and quotes.
    private static string[] Split(string arguments)
    {
        var parts = new List<string>();
        int start = 0;
        int open = 0;
        bool quoted = false;
        for (int i = 0; i < arguments.Length; i++)
        {
            char c = arguments[i];
            if (quoted)
            {
                i += c == '\\' ? 1 : 0;
                quoted = c != '"';
            }
            else if (c == ',' && open == 0)
            {
                parts.Add(arguments[start..i].Trim());
                start = i + 1;
            }
            else
            {
                quoted = c == '"';
                open += c == '(' ? 1 : c == ')' ? -1 : 0;
            }
        }

        parts.Add(arguments[start..].Trim());
        return [.. parts];
    }
}
