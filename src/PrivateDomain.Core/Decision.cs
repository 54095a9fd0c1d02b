using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core;

/// <summary>What a <see cref="Decision"/> says (结论).</summary>
/// <remarks>The default value is <see cref="Denied"/>.</remarks>
public enum DecisionOutcome
{
    /// <summary>No (不允许).</summary>
    Denied = 0,

    /// <summary>It cannot be said, because a fact is missing (无法判断). Treat it as no, and ask for the fact.</summary>
    Undecidable = 1,

    /// <summary>Yes (允许).</summary>
    Allowed = 2,
}

/// <summary>The answer to a question that can be refused, with every reason for a refusal (决定).</summary>
/// <remarks>
/// <para>Reasons keep the order of precedence: the first is the first to show.</para>
/// <para>Equality is that of the outcome and the reasons in order; there is no ordering.</para>
/// <para>The default value was never made. It is <see cref="DecisionOutcome.Denied"/> with the reason <c>decision.never_made</c>, so a
/// forgotten decision refuses.</para>
/// </remarks>
/// <example>
/// <code>
/// Decision decision = ReferrerPolicy.Default.Decide(referrer);
/// if (!decision.IsAllowed)
/// {
///     foreach (Reason reason in decision.Reasons) { Show(reason.Code, reason.ToString(Language.SimplifiedChinese)); }
/// }
/// </code>
/// </example>
[JsonConverter(typeof(DecisionJsonConverter))]
public readonly struct Decision : IEquatable<Decision>
{
    private static readonly ImmutableArray<Reason> NeverMade = [default];

    // An array of reasons, or the rule that makes them of the facts and the flags when they are read. Null only in the default value and in
    // yes.
    private readonly object? source;
    private readonly object? facts;
    private readonly ulong flags;

    private Decision(DecisionOutcome outcome, object? source, object? facts = null, ulong flags = 0)
    {
        Outcome = outcome;
        this.source = source;
        this.facts = facts;
        this.flags = flags;
    }

    /// <summary>The decision that nothing speaks against. Allocates nothing.</summary>
    public static Decision Allowed => new(DecisionOutcome.Allowed, null);

    /// <summary>Yes, no, or undecidable.</summary>
    public DecisionOutcome Outcome { get; }

    /// <summary>Whether the answer is yes.</summary>
    public bool IsAllowed => Outcome == DecisionOutcome.Allowed;

    /// <summary>All that speaks against it, most important first. Empty exactly when the answer is yes.</summary>
    /// <remarks>Some rules make the sentences' values only here: read it once and keep it.</remarks>
    public ImmutableArray<Reason> Reasons => source switch
    {
        Reason[] made => ImmutableCollectionsMarshal.AsImmutableArray(made),
        IReasonSource rule => rule.ReasonsOf(facts!, flags),
        _ => IsAllowed ? [] : NeverMade,
    };

    /// <summary>Says no.</summary>
    /// <param name="reasons">Why, the most important first; at least one.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    public static Decision Denied(params ReadOnlySpan<Reason> reasons) => Because(DecisionOutcome.Denied, reasons);

    /// <summary>Says that it cannot be said.</summary>
    /// <param name="reasons">Which facts are missing, the most important first; at least one.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    public static Decision Undecidable(params ReadOnlySpan<Reason> reasons) => Because(DecisionOutcome.Undecidable, reasons);

    /// <summary>A refusal whose reasons are made when they are read: nothing is allocated before.</summary>
    internal static Decision Lazily(DecisionOutcome outcome, IReasonSource source, object facts, ulong flags) =>
        new(outcome, source, facts, flags);

    /// <summary>Whether one of the reasons has the given code.</summary>
    /// <param name="definition">The kind of reason to look for.</param>
    /// <exception cref="ArgumentNullException">There is no kind.</exception>
    public bool Has(ReasonDefinition definition)
    {
        Guard.Against.Null(definition);
        return Reasons.Any(reason => reason.Definition.Equals(definition));
    }

    /// <inheritdoc/>
    public bool Equals(Decision other) => Outcome == other.Outcome && Reasons.AsSpan().SequenceEqual(other.Reasons.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Decision other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => IsAllowed ? 0 : HashCode.Combine(Outcome, Reasons[0]);

    /// <summary>Whether both are equal.</summary>
    public static bool operator ==(Decision left, Decision right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Decision left, Decision right) => !left.Equals(right);

    /// <summary>The outcome, and the codes of its reasons.</summary>
    public override string ToString() => IsAllowed ? "Allowed" : $"{Outcome}: {string.Join(", ", Reasons.Select(static r => r.Code))}";

    private static Decision Because(DecisionOutcome outcome, ReadOnlySpan<Reason> reasons) =>
        reasons.IsEmpty
            ? throw new ArgumentException("A decision other than yes needs at least one reason, but there are 0.", nameof(reasons))
            : new(outcome, reasons.ToArray());
}
