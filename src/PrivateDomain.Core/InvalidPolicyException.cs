using System.Collections.Immutable;

namespace PrivateDomain.Core;

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
    /// <param name="mistakes">The mistakes, in the order of the policy's figures.</param>
    public InvalidPolicyException(string policy, ImmutableArray<Mistake> mistakes)
        : base(MessageOf(policy, mistakes)) =>
        Mistakes = mistakes;

    /// <summary>All mistakes found.</summary>
    public ImmutableArray<Mistake> Mistakes { get; } = [];

    /// <summary>One line that counts the mistakes and tells the first of them.</summary>
    internal static string MessageOf(string what, ImmutableArray<Mistake> mistakes, int shownMax = int.MaxValue)
    {
        string all = string.Join(" ", mistakes.Take(shownMax));
        string count = mistakes.Length == 1 ? "1 mistake" : FormattableString.Invariant($"{mistakes.Length} mistakes");
        return $"The {what} has {count}: {all}{(mistakes.Length > shownMax ? " …" : "")}";
    }
}
