using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace PrivateDomain.Core;

/// <summary>A value, or all the reasons why there is none (有值或说明原因的结果).</summary>
/// <remarks>
/// <para>This is what a formula returns where its denominator may be empty or a fact may be missing: never infinity, never a made-up
/// 0.</para>
/// <para>Equality is that of the value, or of the reasons in order; there is no ordering.</para>
/// <para>The default value has no value and the reason <c>decision.never_made</c>.</para>
/// </remarks>
/// <typeparam name="T">What is asked for.</typeparam>
/// <example>
/// <code>
/// Answer&lt;Money&gt; price = Money.Yuan(100m).Per(pieces);
/// if (price.TryGet(out Money each)) { Show(each); }
/// else { Show(price.Reasons); } // why there is none, in English and Chinese
/// Answer&lt;string&gt; label = price.Then(money =&gt; money.ToString());
/// </code>
/// </example>
[JsonConverter(typeof(AnswerJsonConverterFactory))]
public readonly struct Answer<T> : IEquatable<Answer<T>>
    where T : notnull
{
    private static readonly ImmutableArray<Reason> NeverMade = [default];
    private readonly T? value;
    private readonly ImmutableArray<Reason> reasons;

    private Answer(T? value, ImmutableArray<Reason> reasons)
    {
        this.value = value;
        this.reasons = reasons;
    }

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => !reasons.IsDefault && reasons.IsEmpty;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message says why.</exception>
    public T Value => HasValue ? value! : throw new InvalidOperationException("There is no value. " + string.Join(" ", Reasons));

    /// <summary>Why there is no value, most important first. Empty exactly when there is one.</summary>
    public ImmutableArray<Reason> Reasons => reasons.IsDefault ? NeverMade : reasons;

    /// <summary>An answer with a value.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public static Answer<T> From(T value) => new(Guard.Against.Null(value), []);

    /// <summary>An answer without a value.</summary>
    /// <param name="reasons">Why, the most important first; at least one.</param>
    /// <exception cref="ArgumentException">There is no reason.</exception>
    public static Answer<T> Refused(params ReadOnlySpan<Reason> reasons) =>
        reasons.IsEmpty
            ? throw new ArgumentException("An answer without a value needs at least one reason, but there are 0.", nameof(reasons))
            : new(default, [.. reasons]);

    /// <summary>A value is an answer.</summary>
    public static implicit operator Answer<T>(T value) => From(value);

    /// <summary>Gives the value if there is one.</summary>
    /// <param name="value">The value, or the default of its type.</param>
    public bool TryGet([MaybeNullWhen(false)] out T value)
    {
        value = this.value;
        return HasValue;
    }

    /// <summary>The answer computed from the value, or the same reasons.</summary>
    /// <typeparam name="TResult">What is computed.</typeparam>
    /// <param name="next">Computes it.</param>
    /// <exception cref="ArgumentNullException">There is nothing to compute with.</exception>
    public Answer<TResult> Then<TResult>(Func<T, TResult> next)
        where TResult : notnull
    {
        Guard.Against.Null(next);
        return HasValue ? next(value!) : Answer<TResult>.Refused(Reasons.AsSpan());
    }

    /// <summary>The answer computed from the value, which may itself have none, or the same reasons.</summary>
    /// <typeparam name="TResult">What is computed.</typeparam>
    /// <param name="next">Computes it.</param>
    /// <exception cref="ArgumentNullException">There is nothing to compute with.</exception>
    public Answer<TResult> Then<TResult>(Func<T, Answer<TResult>> next)
        where TResult : notnull
    {
        Guard.Against.Null(next);
        return HasValue ? next(value!) : Answer<TResult>.Refused(Reasons.AsSpan());
    }

    /// <summary>The answer computed from two values, or the reasons of both, these first; what both say stands once.</summary>
    /// <typeparam name="TOther">The other value.</typeparam>
    /// <typeparam name="TResult">What is computed.</typeparam>
    /// <param name="other">The other answer.</param>
    /// <param name="both">Computes it.</param>
    /// <exception cref="ArgumentNullException">There is nothing to compute with.</exception>
    public Answer<TResult> Combine<TOther, TResult>(Answer<TOther> other, Func<T, TOther, TResult> both)
        where TOther : notnull
        where TResult : notnull
    {
        Guard.Against.Null(both);
        return (HasValue, other.TryGet(out TOther? second)) switch
        {
            (true, true) => both(value!, second!),
            (true, false) => Answer<TResult>.Refused(other.Reasons.AsSpan()),
            (false, true) => Answer<TResult>.Refused(Reasons.AsSpan()),
            _ => Answer<TResult>.Refused([.. Reasons.Union(other.Reasons)]),
        };
    }

    /// <summary>The value, or another one when there is none.</summary>
    /// <param name="whenMissing">What stands for the missing value.</param>
    public T Or(T whenMissing) => HasValue ? value! : whenMissing;

    /// <inheritdoc/>
    public bool Equals(Answer<T> other) =>
        HasValue == other.HasValue &&
        (HasValue ? EqualityComparer<T>.Default.Equals(value, other.value) : Reasons.AsSpan().SequenceEqual(other.Reasons.AsSpan()));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Answer<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HasValue ? value!.GetHashCode() : Reasons[0].GetHashCode();

    /// <summary>Whether both are equal.</summary>
    public static bool operator ==(Answer<T> left, Answer<T> right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Answer<T> left, Answer<T> right) => !left.Equals(right);

    /// <summary>The value as text in the invariant culture, or the codes of the reasons.</summary>
    public override string ToString() =>
        HasValue
            ? (value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value!.ToString()) ?? ""
            : $"No value: {string.Join(", ", Reasons.Select(static r => r.Code))}";
}
