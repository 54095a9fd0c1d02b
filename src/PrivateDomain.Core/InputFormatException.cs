using System.Collections.Immutable;

namespace PrivateDomain.Core;

/// <summary>A text or a JSON document cannot be read (输入格式错误); it names every mistake at once, not only the first.</summary>
public sealed class InputFormatException : FormatException
{
    private const int ShownMax = 10;

    /// <summary>Makes the exception without mistakes.</summary>
    public InputFormatException()
        : this("The input cannot be read.")
    {
    }

    /// <summary>Makes the exception with a message of one's own.</summary>
    /// <param name="message">What is wrong.</param>
    public InputFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message of one's own and its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public InputFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception for the mistakes found; the message has the first ten of them.</summary>
    /// <param name="input">What was read, in the user's words, such as "rule".</param>
    /// <param name="mistakes">The mistakes, in the order of their places.</param>
    public InputFormatException(string input, ImmutableArray<Mistake> mistakes)
        : base(InvalidPolicyException.MessageOf(input, mistakes, ShownMax)) =>
        Mistakes = mistakes;

    /// <summary>All mistakes found, in the order of their places.</summary>
    public ImmutableArray<Mistake> Mistakes { get; } = [];
}
