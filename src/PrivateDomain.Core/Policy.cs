using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PrivateDomain.Core;

/// <summary>A rule book (策略): made of options, checked once when it is made, and never changed.</summary>
/// <remarks>
/// <para>To change one figure, make another policy: <c>XPolicy.Create(policy.Options with { … })</c>.</para>
/// <para>Immutable, so safe on several threads. Two policies are equal when their options are; there is no ordering.</para>
/// </remarks>
/// <typeparam name="TSelf">The policy's own type.</typeparam>
/// <typeparam name="TOptions">The record of its figures.</typeparam>
public abstract class Policy<TSelf, TOptions> : IEquatable<TSelf>
    where TSelf : Policy<TSelf, TOptions>, IPolicy<TSelf, TOptions>
    where TOptions : class, IPolicyOptions<TOptions>, new()
{
    private protected Policy(TOptions options) => Options = options;

    /// <summary>The policy of the default options.</summary>
    public static TSelf Default { get; } = Create(new TOptions());

    /// <summary>The figures the policy was made of.</summary>
    public TOptions Options { get; }

    /// <summary>Makes a policy.</summary>
    /// <param name="options">Its figures.</param>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    /// <exception cref="InvalidPolicyException">A figure is wrong; all mistakes are named, each with its place.</exception>
    public static TSelf Create(TOptions options)
    {
        TOptions.Description.ThrowIfWrong(Guard.Against.Null(options));
        return TSelf.Make(options);
    }

    /// <summary>Makes a policy, or tells all mistakes.</summary>
    /// <param name="options">Its figures.</param>
    /// <param name="policy">The policy; null when there are mistakes.</param>
    /// <param name="mistakes">The mistakes, each with its place; empty when there is a policy.</param>
    /// <returns>Whether there is a policy.</returns>
    /// <exception cref="ArgumentNullException">There are no options.</exception>
    public static bool TryCreate(TOptions options, [NotNullWhen(true)] out TSelf? policy, out ImmutableArray<Mistake> mistakes)
    {
        mistakes = TOptions.Description.Check(Guard.Against.Null(options));
        policy = mistakes.IsEmpty ? TSelf.Make(options) : null;
        return policy is not null;
    }

    /// <summary>Whether both were made of equal options.</summary>
    /// <param name="other">The other policy.</param>
    public bool Equals(TSelf? other) => other is not null && Options.Equals(other.Options);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as TSelf);

    /// <inheritdoc/>
    public sealed override int GetHashCode() => Options.GetHashCode();
}

/// <summary>How a policy is made of options (策略的构造); only the library's policies are.</summary>
/// <typeparam name="TSelf">The policy's own type.</typeparam>
/// <typeparam name="TOptions">The record of its figures.</typeparam>
public interface IPolicy<TSelf, TOptions>
    where TSelf : IPolicy<TSelf, TOptions>
    where TOptions : class, IPolicyOptions<TOptions>
{
    /// <summary>The policy of options that were checked.</summary>
    internal static abstract TSelf Make(TOptions options);
}
