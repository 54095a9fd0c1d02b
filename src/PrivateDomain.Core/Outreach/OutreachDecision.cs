using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Outreach;

/// <summary>What the outreach guard says (触达结论).</summary>
/// <remarks>The default value is <see cref="Denied"/>.</remarks>
public enum OutreachOutcome
{
    /// <summary>No, and waiting alone will not change it (不允许).</summary>
    Denied = 0,

    /// <summary>It cannot be said, because a fact is missing (无法判断). Treat it as no, and ask for the fact.</summary>
    Undecidable = 1,

    /// <summary>Not now; from an instant on, if nothing else happens (稍后可发).</summary>
    Deferred = 2,

    /// <summary>Yes (可发).</summary>
    Allowed = 3,
}

/// <summary>The answer of the outreach guard: yes, no, not until an instant, or undecidable, with all reasons (触达决定).</summary>
/// <remarks>
/// <para>Immutable, so safe on several threads.</para>
/// <para>Reasons keep the order of precedence: the first is the first to show.</para>
/// <para>Equality is that of the outcome, the instant, the reasons and the warnings in order; there is no ordering.</para>
/// <para>The default value was never made. It is <see cref="OutreachOutcome.Denied"/> with the reason <c>decision.never_made</c>.</para>
/// </remarks>
[JsonConverter(typeof(OutreachDecisionJsonConverter))]
public readonly struct OutreachDecision : IEquatable<OutreachDecision>
{
    private static readonly ImmutableArray<Reason> NeverMade = [default];
    private readonly ImmutableArray<Reason> reasons;
    private readonly ImmutableArray<Reason> warnings;

    private OutreachDecision(
        OutreachOutcome outcome, Instant? until, ImmutableArray<Reason> reasons, ImmutableArray<Reason> warnings = default)
    {
        this.warnings = warnings;
        Outcome = outcome;
        Until = until;
        this.reasons = reasons;
    }

    /// <summary>Yes, no, or not yet.</summary>
    public OutreachOutcome Outcome { get; }

    /// <summary>The earliest instant at which it is allowed if nothing else happens; null unless it is deferred.</summary>
    public Instant? Until { get; }

    /// <summary>Whether the answer is yes.</summary>
    public bool IsAllowed => Outcome == OutreachOutcome.Allowed;

    /// <summary>All that speaks against it now, most important first, then what would forbid it later for good. Empty exactly when the
    /// answer is
    /// yes.</summary>
    public ImmutableArray<Reason> Reasons => reasons.IsDefault ? NeverMade : reasons;

    /// <summary>What speaks against it without forbidding it: a need that is not shown, where the rule of this kind of touch only warns.
    /// Mostly empty.</summary>
    public ImmutableArray<Reason> Warnings => warnings.IsDefault ? [] : warnings;

    internal static OutreachDecision Yes => new(OutreachOutcome.Allowed, null, []);

    /// <summary>Whether one of the reasons has the given code.</summary>
    /// <param name="definition">The kind of reason to look for.</param>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    public bool Has(ReasonDefinition definition)
    {
        Guard.Against.Null(definition);
        return Reasons.Any(reason => reason.Definition.Equals(definition));
    }

    /// <inheritdoc/>
    public bool Equals(OutreachDecision other) =>
        Outcome == other.Outcome && Until == other.Until && Reasons.AsSpan().SequenceEqual(other.Reasons.AsSpan())
            && Warnings.AsSpan().SequenceEqual(other.Warnings.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is OutreachDecision other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Outcome, Until, Reasons.Length);

    /// <summary>Whether both are equal.</summary>
    public static bool operator ==(OutreachDecision left, OutreachDecision right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(OutreachDecision left, OutreachDecision right) => !left.Equals(right);

    /// <summary>The outcome, until when, and the codes of its reasons.</summary>
    public override string ToString() => IsAllowed
        ? "Allowed"
        : $"{Outcome}{(Until is { } until ? $" until {until}" : "")}: {string.Join(", ", Reasons.Select(static r => r.Code))}";

    internal static OutreachDecision No(OutreachOutcome outcome, ImmutableArray<Reason> reasons) => new(outcome, null, reasons);

    internal OutreachDecision Warned(params ImmutableArray<Reason> doubts) => new(Outcome, Until, Reasons, doubts);

    internal static OutreachDecision NotYet(Instant until, ImmutableArray<Reason> reasons) => new(OutreachOutcome.Deferred, until, reasons);
}
