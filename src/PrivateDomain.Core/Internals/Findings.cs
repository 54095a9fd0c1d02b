using System.Collections.Immutable;

namespace PrivateDomain.Core.Internals;

/// <summary>Collects what speaks against a yes, in the order of precedence. Nothing is allocated until something is found.</summary>
/// <remarks>A denial beats a missing fact; all reasons stay in the order in which they
/// were found. Make it with <c>default</c>, and pass it by <c>ref</c>.</remarks>
internal struct Findings
{
    private ImmutableArray<Reason>.Builder? reasons;
    private bool denies;

    /// <summary>Whether nothing was found.</summary>
    internal readonly bool IsEmpty => reasons is null;

    /// <summary>Records what is against it.</summary>
    internal void Deny(Reason reason)
    {
        denies = true;
        Add(reason);
    }

    /// <summary>Records a fact that is missing.</summary>
    internal void Lack(Reason reason) => Add(reason);

    /// <summary>Records all that another rule found.</summary>
    internal void Include(Decision decision)
    {
        denies |= decision.Outcome == DecisionOutcome.Denied;
        foreach (Reason reason in decision.Reasons)
        {
            Add(reason);
        }
    }

    /// <summary>Yes when nothing was found, no when anything denies, else undecidable.</summary>
    internal readonly Decision ToDecision() =>
        reasons is null ? Decision.Allowed
        : denies ? Decision.Denied(ToReasons().AsSpan())
        : Decision.Undecidable(ToReasons().AsSpan());

    /// <summary>All that was found.</summary>
    internal readonly ImmutableArray<Reason> ToReasons() => reasons?.ToImmutable() ?? [];

    /// <summary>The value when nothing was found, else the reasons.</summary>
    internal readonly Answer<T> ToAnswer<T>(Func<T> value)
        where T : notnull =>
        reasons is null ? value() : Answer<T>.Refused(ToReasons().AsSpan());

    private void Add(Reason reason) => (reasons ??= ImmutableArray.CreateBuilder<Reason>()).Add(reason);
}
