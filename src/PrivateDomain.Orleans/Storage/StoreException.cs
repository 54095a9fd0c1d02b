namespace PrivateDomain.Orleans.Storage;

/// <summary>What is stored could not be read or written (存储错误). Nothing that was acknowledged is lost: the grain reads
/// again before it
/// answers anything else.</summary>
/// <remarks>It crosses the wire as what it is, without the driver's own exception, whose message it repeats.</remarks>
[GenerateSerializer]
public abstract class StoreException : Exception
{
    private protected StoreException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}

/// <summary>The store did not answer, or answered with an error (存储不可用). Whether the write was done is not known: ask
/// again with the
/// same ids.</summary>
[GenerateSerializer]
public sealed class StoreUnavailableException : StoreException
{
    /// <summary>Makes the exception without a message of one's own.</summary>
    public StoreUnavailableException()
        : this("The store did not answer.")
    {
    }

    /// <summary>Makes the exception with a message of one's own.</summary>
    /// <param name="message">What is wrong.</param>
    public StoreUnavailableException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message of one's own and its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public StoreUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>A stored row cannot be read (数据行损坏). Its owner refuses everything until the row is repaired.</summary>
[GenerateSerializer]
public sealed class BrokenRowException : StoreException
{
    /// <summary>Makes the exception without a message of one's own.</summary>
    public BrokenRowException()
        : this("A stored row cannot be read.")
    {
    }

    /// <summary>Makes the exception with a message of one's own.</summary>
    /// <param name="message">What is wrong.</param>
    public BrokenRowException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message of one's own and its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public BrokenRowException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Others wrote between reading and writing, each time it was tried (版本冲突). Nothing was written: ask again.</summary>
[GenerateSerializer]
public sealed class VersionConflictException : StoreException
{
    /// <summary>Makes the exception without a message of one's own.</summary>
    public VersionConflictException()
        : this("Another writer was faster each time; nothing was written.")
    {
    }

    /// <summary>Makes the exception with a message of one's own.</summary>
    /// <param name="message">What is wrong.</param>
    public VersionConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message of one's own and its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public VersionConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
