using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.Core.Content;

/// <summary>A customer who may become an ambassador (大使候选人).</summary>
/// <remarks>Immutable, so safe on several threads. Two candidates are equal only when they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class AmbassadorCandidate
{
    /// <summary>Makes a candidate.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="skill">How good the customer is at making content; null when nobody judged it.</param>
    /// <param name="stage">How far the relationship has come; null when not known.</param>
    /// <param name="bodyGroups">The names of the body groups that the customer stands for; case matters.</param>
    /// <exception cref="ArgumentNullException">There are no groups.</exception>
    /// <exception cref="ArgumentException">The customer is the default value, a group has no name, or the stage is not defined.</exception>
    public AmbassadorCandidate(CustomerId customer, Score? skill, RelationshipStage? stage, params IEnumerable<string> bodyGroups)
    {
        Guard.Against.NullOrWhiteSpace(customer.Text, nameof(customer));
        Customer = customer;
        Skill = skill;
        Stage = stage is { } known && !Enum.IsDefined(known)
            ? throw new ArgumentOutOfRangeException(nameof(stage), stage, "A defined stage is needed.")
            : stage;
        BodyGroups = Names(bodyGroups, nameof(bodyGroups));
    }

    /// <summary>The customer.</summary>
    public CustomerId Customer { get; }

    /// <summary>How good the customer is at making content; null when nobody judged it.</summary>
    public Score? Skill { get; }

    /// <summary>How far the relationship has come; null when not known.</summary>
    public RelationshipStage? Stage { get; }

    /// <summary>The body groups that the customer stands for, each once, in ordinal order.</summary>
    public ImmutableSortedSet<string> BodyGroups { get; }

    internal static ImmutableSortedSet<string> Names(IEnumerable<string> groups, string parameterName) =>
        Guard.Against.Null(groups, parameterName)
            .Select(group => Guard.Against.NullOrWhiteSpace(group, parameterName))
            .ToImmutableSortedSet(StringComparer.Ordinal);
}

/// <summary>A customer who was chosen (试穿大使).</summary>
/// <remarks>Immutable, so safe on several threads. Two are equal only when they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class Ambassador
{
    internal Ambassador(AmbassadorCandidate candidate, ImmutableArray<string> chosenFor, int round)
    {
        Candidate = candidate;
        ChosenFor = chosenFor;
        Round = round;
    }

    /// <summary>The customer.</summary>
    public AmbassadorCandidate Candidate { get; }

    /// <summary>The groups that were open when the place was given, in ordinal order.</summary>
    public ImmutableArray<string> ChosenFor { get; }

    /// <summary>1 for the first ambassador of these groups, 2 for the second, and so on.</summary>
    public int Round { get; }
}

/// <summary>A candidate who cannot be an ambassador, and why (落选候选人).</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of both members; there is no ordering.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed record RefusedCandidate
{
    internal RefusedCandidate(AmbassadorCandidate candidate, Decision decision) => (Candidate, Decision) = (candidate, decision);

    /// <summary>The customer.</summary>
    public AmbassadorCandidate Candidate { get; }

    /// <summary>Why not.</summary>
    public Decision Decision { get; }
}

/// <summary>Who was chosen, and which groups stay without an ambassador (大使甄选结果).</summary>
/// <remarks>Immutable, so safe on several threads. Two selections are equal only when they are the same object.</remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public sealed class AmbassadorSelection
{
    internal AmbassadorSelection(
        ImmutableArray<Ambassador> chosen,
        ImmutableArray<string> uncovered,
        Ratio coverage,
        ImmutableArray<Reason> reasons,
        ImmutableArray<RefusedCandidate> refused)
    {
        Chosen = chosen;
        Uncovered = uncovered;
        Coverage = coverage;
        Reasons = reasons;
        Refused = refused;
    }

    /// <summary>Who was chosen, in the order of choice.</summary>
    public ImmutableArray<Ambassador> Chosen { get; }

    /// <summary>The groups without an ambassador, in ordinal order.</summary>
    public ImmutableArray<string> Uncovered { get; }

    /// <summary>The share of the groups that have an ambassador; unknown when no group was asked for.</summary>
    public Ratio Coverage { get; }

    /// <summary>Why groups stay uncovered: those without a candidate first, then those
    /// for which no place was left. Empty exactly when all are covered.</summary>
    public ImmutableArray<Reason> Reasons { get; }

    /// <summary>Who cannot be an ambassador, by identifier.</summary>
    public ImmutableArray<RefusedCandidate> Refused { get; }
}
