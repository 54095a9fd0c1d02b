namespace PrivateDomain.Core;

/// <summary>Different currencies were added or compared (币种不一致): a mistake of the calling code, never of a customer.</summary>
public sealed class CurrencyMismatchException : InvalidOperationException
{
    /// <summary>Makes the exception without currencies.</summary>
    public CurrencyMismatchException()
        : this(Currency.None, Currency.None)
    {
    }

    /// <summary>Makes the exception with a message of one's own.</summary>
    /// <param name="message">What went wrong.</param>
    public CurrencyMismatchException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message of one's own and its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public CurrencyMismatchException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception for two currencies.</summary>
    /// <param name="left">The currency on the left.</param>
    /// <param name="right">The currency on the right.</param>
    public CurrencyMismatchException(Currency left, Currency right)
        : base($"Money of different currencies does not mix: {left.Code} and {right.Code}.")
    {
        Left = left;
        Right = right;
    }

    /// <summary>The currency on the left.</summary>
    public Currency Left { get; }

    /// <summary>The currency on the right.</summary>
    public Currency Right { get; }
}
