using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PrivateDomain.Core.Content;

/// <summary>Who is built alike (体型分组)? Groups by a body ratio, so that content is shown by people built like the reader.</summary>
/// <remarks>Immutable, so safe on several threads. Equality is that of the options; there is no ordering.</remarks>
public sealed class BodyGroupPolicy : IEquatable<BodyGroupPolicy>
{
    private BodyGroupPolicy(BodyGroupOptions options) => Options = options;

    /// <summary>The policy of the default options: height ÷ weight.</summary>
    public static BodyGroupPolicy Default { get; } = new(new BodyGroupOptions());

    /// <summary>The figures the policy was made of.</summary>
    public BodyGroupOptions Options { get; }

    internal static Description<BodyGroupOptions> Description => BodyGroupOptions.Description;

    /// <summary>Makes a policy.</summary>
    /// <param name="options">The bands.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="InvalidPolicyException">There is no group, a name is used twice, a band is empty, or bands leave a gap or overlap;
    /// all
    /// mistakes are named.</exception>
    public static BodyGroupPolicy Create(BodyGroupOptions options)
    {
        Description.ThrowIfWrong(Guard.Against.Null(options));
        return new BodyGroupPolicy(options);
    }

    /// <summary>Makes a policy, or tells all mistakes.</summary>
    /// <param name="options">The bands.</param>
    /// <param name="policy">The policy; null when there are mistakes.</param>
    /// <param name="mistakes">The mistakes; empty when there is a policy.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    public static bool TryCreate(
        BodyGroupOptions options, [NotNullWhen(true)] out BodyGroupPolicy? policy, out ImmutableArray<Mistake> mistakes)
    {
        mistakes = Description.Check(Guard.Against.Null(options));
        policy = mistakes.IsEmpty ? new BodyGroupPolicy(options) : null;
        return policy is not null;
    }

    /// <summary>The group of somebody measured.</summary>
    /// <param name="numerator">The measurement above the line, such as the height; null is unknown.</param>
    /// <param name="denominator">The measurement below the line, such as the weight; null is unknown.</param>
    /// <returns>The group; no value when a measurement is unknown or not above 0, or the ratio is in no group.</returns>
    public Answer<BodyGroup> Select(decimal? numerator, decimal? denominator) => (numerator, denominator) switch
    {
        ( <= 0m, _) => Answer<BodyGroup>.Refused(ContentReasons.MeasurementNotPositive.With(numerator.Value, 0)),
        (_, <= 0m) => Answer<BodyGroup>.Refused(ContentReasons.MeasurementNotPositive.With(denominator.Value, 0)),
        ({ } above, { } below) => Select(Core.Ratio.Of(above, below)),
        _ => Select(Core.Ratio.Unknown),
    };

    /// <summary>The group of a ratio the host has worked out, such as weight ÷ height².</summary>
    /// <param name="ratio">The ratio.</param>
    /// <returns>The group; no value when the ratio is unknown or in no group.</returns>
    public Answer<BodyGroup> Select(Ratio ratio) =>
        !ratio.IsKnown ? Answer<BodyGroup>.Refused(ContentReasons.MeasurementUnknown.With())
        : Options.Groups.FirstOrDefault(group => group.Has(ratio.Value)) is { } found ? found
        : Answer<BodyGroup>.Refused(ContentReasons.OutsideAllGroups.With(ratio.Value));

    /// <inheritdoc/>
    public bool Equals(BodyGroupPolicy? other) => other is not null && Options.Equals(other.Options);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as BodyGroupPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() => Options.GetHashCode();
}
