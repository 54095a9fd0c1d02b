using System.Text.Json.Serialization;

namespace PrivateDomain.Core;

/// <summary>One mistake in a policy's options, a text or a file (输入错误): where it is, what is wrong and what is wanted.</summary>
/// <remarks>
/// <para>Whoever reads from outside reports all mistakes at once, each with its place, in English and in Chinese.</para>
/// <para>Equality is that of all members; there is no ordering. The default value has an empty place and the reason
/// <c>decision.never_made</c>.</para>
/// </remarks>
/// <example>
/// <code>
/// if (!GroupHealthPolicy.TryCreate(new GroupHealthOptions { MembersMin = -1 }, out GroupHealthPolicy? policy, out var mistakes))
/// {
///     foreach (Mistake mistake in mistakes) { Show(mistake.Place, mistake.ToString(Language.SimplifiedChinese)); }
/// }
/// </code>
/// </example>
[JsonConverter(typeof(MistakeJsonConverter))]
public readonly record struct Mistake
{
    private readonly string? place;

    /// <summary>Makes a mistake.</summary>
    /// <param name="place">Where, such as <c>curves.ticket.knots[2]</c> in options or <c>$.rule.all[0].value</c> in JSON; empty when a
    /// line and a column say it.</param>
    /// <param name="reason">What is wrong: found and required.</param>
    /// <param name="line">The line of a text, from 1; 0 when there is none.</param>
    /// <param name="column">The column in UTF-16 units, from 1; 0 when there is none.</param>
    /// <exception cref="ArgumentNullException">The place is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The line or the column is below 0.</exception>
    public Mistake(string place, Reason reason, int line = 0, int column = 0)
    {
        this.place = Guard.Against.Null(place).Length > 0 ? place : null; // the empty place is the default value's
        Reason = reason;
        Line = Guard.Against.Negative(line);
        Column = Guard.Against.Negative(column);
    }

    /// <summary>Where the mistake is: the path of a figure or of a JSON value; empty when only a line and a column say it.</summary>
    public string Place => place ?? "";

    /// <summary>The line of a text, from 1; 0 when there is none.</summary>
    public int Line { get; }

    /// <summary>The column in UTF-16 units, from 1; 0 when there is none.</summary>
    public int Column { get; }

    /// <summary>What is wrong: what was found and what is wanted.</summary>
    public Reason Reason { get; }

    /// <summary>The place and the English sentence.</summary>
    public override string ToString() => ToString(Language.English);

    /// <summary>The place and the sentence in a language.</summary>
    /// <param name="language">The language; a value outside the enumeration reads as English.</param>
    public string ToString(Language language) => $"{Where}{(Where.Length > 0 ? ": " : "")}{Reason.ToString(language)}";

    private string Where => (Place.Length, Line) switch
    {
        (_, 0) => Place,
        (0, _) => FormattableString.Invariant($"({Line},{Column})"),
        _ => FormattableString.Invariant($"{Place} ({Line},{Column})"),
    };
}
