namespace PrivateDomain.Core.Customers;

/// <summary>What is wrong with a JSON input, and where (JSON 输入错误).</summary>
/// <remarks>Equality is that of all members; there is no ordering.</remarks>
public sealed record JsonInputError
{
    internal JsonInputError(string path, long line, long bytePosition, string message)
    {
        Path = path;
        Line = line;
        BytePosition = bytePosition;
        Message = message;
    }

    /// <summary>The JSON path, such as <c>$.events[3].amount</c>; as far as it is known.</summary>
    public string Path { get; }

    /// <summary>The line, from 1.</summary>
    public long Line { get; }

    /// <summary>The byte in the whole input, from 0.</summary>
    public long BytePosition { get; }

    /// <summary>What is wrong, for developers and logs, in English.</summary>
    public string Message { get; }

    /// <summary>The error with its place.</summary>
    public override string ToString() => $"{Path} (line {Line}, byte {BytePosition}): {Message}";
}

/// <summary>A JSON input is wrong (JSON 输入异常); <see cref="Error"/> says what and where.</summary>
public sealed class JsonInputException : FormatException
{
    /// <summary>Makes the exception without an error.</summary>
    public JsonInputException()
        : this("The JSON input is wrong.")
    {
    }

    /// <summary>Makes the exception with a message of one's own.</summary>
    /// <param name="message">What is wrong.</param>
    public JsonInputException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message of one's own and its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public JsonInputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception for an error.</summary>
    /// <param name="error">What is wrong, and where.</param>
    /// <exception cref="ArgumentNullException">There is no error.</exception>
    public JsonInputException(JsonInputError error)
        : base(Guard.Against.Null(error).ToString()) =>
        Error = error;

    /// <summary>What is wrong, and where; null when made from a message alone.</summary>
    public JsonInputError? Error { get; }
}
