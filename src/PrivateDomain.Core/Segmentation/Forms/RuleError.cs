using System.Collections.Immutable;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>One mistake in a written rule (规则书写错误): where, and the reason.</summary>
/// <remarks>Equality is that of all members; there is no ordering.</remarks>
public sealed record RuleError
{
    internal RuleError(string path, int line, int column, Reason reason)
    {
        Path = path;
        Line = line;
        Column = column;
        Reason = reason;
    }

    /// <summary>The JSON path, such as <c>$.rule.all[0].value</c>; empty for the text form.</summary>
    public string Path { get; }

    /// <summary>The line, from 1.</summary>
    public int Line { get; }

    /// <summary>The column in UTF-16 units, from 1.</summary>
    public int Column { get; }

    /// <summary>What is wrong: found and needed.</summary>
    public Reason Reason { get; }

    /// <summary>The place and the English sentence.</summary>
    public override string ToString() => ToString(Language.English);

    /// <summary>The place and the sentence in a language.</summary>
    /// <param name="language">The language.</param>
    public string ToString(Language language) =>
        FormattableString.Invariant($"{(Path.Length == 0 ? "" : Path + " ")}({Line},{Column}): ") + Reason.ToString(language);
}

/// <summary>A written rule is wrong (规则书写异常); <see cref="Errors"/> names the mistakes.</summary>
public sealed class RuleFormatException : FormatException
{
    /// <summary>Makes the exception without errors.</summary>
    public RuleFormatException()
        : this("The rule is wrong.")
    {
    }

    /// <summary>Makes the exception with a message of one's own.</summary>
    /// <param name="message">What is wrong.</param>
    public RuleFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with a message of one's own and its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public RuleFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes the exception for the mistakes found.</summary>
    /// <param name="errors">The mistakes, in the order of their places.</param>
    public RuleFormatException(ImmutableArray<RuleError> errors)
        : base($"The rule has {errors.Length} mistake(s): {string.Join(" ", errors)}") =>
        Errors = errors;

    /// <summary>The mistakes found, in the order of their places.</summary>
    public ImmutableArray<RuleError> Errors { get; } = [];
}
