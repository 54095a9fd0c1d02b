using System.Collections.Immutable;
using System.Text.Json.Serialization;
using NodaTime;

namespace PrivateDomain.Core.Acquisition;

/// <summary>The figures by which an SMS is checked before it goes (短信发送前检查的配置).</summary>
/// <remarks>Equality is that of all parts, of the lines in their order. They are not checked: <see cref="SmsPolicy"/> does.</remarks>
[JsonConverter(typeof(OptionsJsonConverter<SmsOptions>))]
public sealed record SmsOptions : IPolicyOptions<SmsOptions>
{
    /// <summary>The most segments, from 1 to 255, the most that can be joined; 2 when nothing else is said. The library's own
    /// figure.</summary>
    public int SegmentsMax { get; init; } = 2;

    /// <summary>The lines by which people say how to opt out (退订方式), of which the text must hold one. Blanks, quotes, case and full
    /// width do not matter; <c>*</c>
    /// stands for the code: 1 to 6 letters or digits. The usual Chinese and English ones when nothing else is said; the library's own
    /// list.</summary>
    public ImmutableArray<string> OptOutLines { get; init; } =
    [
        "拒收请回复*", "拒收请回*", "拒收回复*", "拒收回*", "退订请回复*", "退订请回*", "退订回复*", "退订回*",
        "回复*退订", "回复*即可退订", "回复*可退订", "回复*拒收", "回*即可退订", "回*可退订", "TD退订", "退订TD",
        "回*退订", "回*拒收", "发送*退订", "退订发送*", "不需要请回*",
        "Reply STOP", "Text STOP", "Send STOP", "STOP to unsubscribe", "STOP to opt out", "STOP to opt-out", "STOP to end",
            "STOP to cancel", "STOP to quit",
    ];

    /// <summary>The first quiet time of a recipient's day; 21:00 when nothing else is said. The library's own figure.</summary>
    public LocalTime QuietFrom { get; init; } = new(21, 0);

    /// <summary>The first time of a recipient's day that is no longer quiet, 9:00 when nothing else is said; the same as
    /// <see cref="QuietFrom"/> for no quiet
    /// hours. The library's own figure.</summary>
    public LocalTime QuietUntil { get; init; } = new(9, 0);

    static Description<SmsOptions> IPolicyOptions<SmsOptions>.Description { get; } = new(
        new("SMS policy", "短信发送策略"), static () => new(),
        For<SmsOptions>.Whole(
            static o => o.SegmentsMax, static (o, v) => o with { SegmentsMax = v }, new("most segments", "最多条数"),
            1, 255, Unit.Messages, Source.Own),
        For<SmsOptions>.Values(
            static o => o.OptOutLines, static (o, v) => o with { OptOutLines = v }, new("opt-out lines", "退订方式"),
            new TextForm(int.MaxValue), Source.Own),
        For<SmsOptions>.Rules(static o => WrongLines(o.OptOutLines)),
        For<SmsOptions>.Value(
            static o => o.QuietFrom, static (o, v) => o with { QuietFrom = v }, new("first quiet time", "免打扰开始时刻"),
            ClockForm.Instance, Source.Own),
        For<SmsOptions>.Value(
            static o => o.QuietUntil, static (o, v) => o with { QuietUntil = v }, new("first time no longer quiet", "免打扰结束时刻"),
            ClockForm.Instance, Source.Own));

    /// <inheritdoc/>
    public bool Equals(SmsOptions? other) =>
        other is not null && SegmentsMax == other.SegmentsMax && QuietFrom == other.QuietFrom && QuietUntil == other.QuietUntil &&
        Contents.Equal(OptOutLines, other.OptOutLines);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(SegmentsMax, QuietFrom, QuietUntil, Contents.Hash(OptOutLines));

    private static IEnumerable<Mistake> WrongLines(ImmutableArray<string> lines)
    {
        if (lines.IsDefaultOrEmpty)
        {
            return [new Mistake("optOutLines", PolicyReasons.WrongCount.With(0, Wanted.Range(1, null, above: false, below: false)))];
        }

        // A line needs more than the placeholder: "*" alone would be found in every text.
        return lines.Select(static (line, i) => (line, i))
            .Where(static one => one.line is null || one.line.All(static c => c == '*' || char.IsWhiteSpace(c)))
            .Select(static one =>
                new Mistake(FormattableString.Invariant($"optOutLines[{one.i}]"), PolicyReasons.Missing.With(required: Wanted.Text)));
    }
}
