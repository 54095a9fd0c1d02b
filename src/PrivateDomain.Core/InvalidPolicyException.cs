using System.Collections.Immutable;

namespace PrivateDomain.Core;

/// <summary>One mistake in a policy or a file (违规项): where, and the reason.</summary>
/// <remarks>Equality is that of both parts. The default value has an empty path and the reason <c>decision.never_made</c>.</remarks>
public readonly record struct Violation
{
    private readonly string? path;

    /// <summary>Makes a violation.</summary>
    /// <param name="path">Where, such as <c>curves.ticket.knots[2]</c>.</param>
    /// <param name="reason">What is wrong: found and needed.</param>
    /// <exception cref="ArgumentNullException">The path is null.</exception>
    public Violation(string path, Reason reason)
    {
        this.path = Guard.Against.Null(path);
        Reason = reason;
    }

    /// <summary>Where the mistake is.</summary>
    public string Path => path ?? "";

    /// <summary>What is wrong.</summary>
    public Reason Reason { get; }

    /// <summary>The path and the English sentence.</summary>
    public override string ToString() => ToString(Language.English);

    /// <summary>The path and the sentence in a language.</summary>
    /// <param name="language">The language.</param>
    public string ToString(Language language) => $"{Path}: {Reason.ToString(language)}";
}

/// <summary>A policy cannot be made as asked (策略无效); it names every mistake at once, not only the first.</summary>
public sealed class InvalidPolicyException : ArgumentException
{
    /// <summary>Makes the exception without violations.</summary>
    public InvalidPolicyException()
        : this("The policy is invalid.")
    {
    }

    /// <summary>Makes the exception with a message of one's own.</summary>
    /// <param name="message">What went wrong.</param>
    public InvalidPolicyException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message of one's own and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public InvalidPolicyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception for the mistakes found.</summary>
    /// <param name="policy">What could not be made, in the user's words.</param>
    /// <param name="violations">The mistakes, in the order of the policy's parts.</param>
    public InvalidPolicyException(string policy, ImmutableArray<Violation> violations)
        : base($"The {policy} has {violations.Length} mistake(s): {string.Join(" ", violations)}") =>
        Violations = violations;

    /// <summary>All mistakes found.</summary>
    public ImmutableArray<Violation> Violations { get; } = [];
}
