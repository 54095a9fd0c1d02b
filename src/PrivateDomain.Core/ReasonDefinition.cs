using System.Text.Json.Serialization;

namespace PrivateDomain.Core;

/// <summary>A kind of reason (理由种类): a stable code for programs and a sentence for people in two languages.</summary>
/// <remarks>
/// <para>A code is dotted lower-case words, <c>area.what_is_wrong</c>, and is never reused for another meaning.
/// The sentences may use <c>{found}</c> and <c>{required}</c> for the values of a <see cref="Reason"/>,
/// and <c>{found|message|messages}</c> for a word that follows the value's number.</para>
/// <para>Two definitions are equal when their codes are. Hosts may define their own.</para>
/// </remarks>
[JsonConverter(typeof(ReasonDefinitionJsonConverter))]
public sealed class ReasonDefinition : IEquatable<ReasonDefinition>
{
    /// <summary>Defines a kind of reason.</summary>
    /// <param name="code">Dotted lower-case words, such as <c>referral.referrer_has_not_bought</c>.</param>
    /// <param name="english">One English sentence with a full stop.</param>
    /// <param name="chinese">The same in Simplified Chinese, ending in 。</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The code has another form, a sentence is empty, or it has another placeholder; the message has
    /// the value.</exception>
    public ReasonDefinition(string code, string english, string chinese)
    {
        Code = Guard.Against.NullOrWhiteSpace(code);
        Sentence = new Bilingual(Guard.Against.NullOrWhiteSpace(english), Guard.Against.NullOrWhiteSpace(chinese));
        if (!IsCode(code))
        {
            throw new ArgumentException(
                $"A reason code is dotted lower-case words such as \"area.what_is_wrong\", but it was \"{code}\".", nameof(code));
        }

        SentenceTemplate.Check(english, nameof(english));
        SentenceTemplate.Check(chinese, nameof(chinese));
    }

    /// <summary>The stable code.</summary>
    public string Code { get; }

    /// <summary>The sentence, with its placeholders.</summary>
    public Bilingual Sentence { get; }

    /// <summary>The reason of this kind for the values at hand.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="required">What was needed.</param>
    public Reason With(ReasonValue found = default, ReasonValue required = default) => new(this, found, required);

    /// <inheritdoc/>
    public bool Equals(ReasonDefinition? other) => other is not null && string.Equals(Code, other.Code, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ReasonDefinition);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    private static bool IsCode(string code)
    {
        string[] words = code.Split('.');
        return words.Length >= 2 && words.All(static word =>
            word.Length > 0
                && char.IsAsciiLetterLower(word[0])
                && word.All(static c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'));
    }
}
