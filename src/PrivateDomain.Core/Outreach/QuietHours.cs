using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.TimeZones;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Outreach;

/// <summary>The hours of the customer's day in which nothing but an answer is sent (免打扰时段).</summary>
/// <remarks>
/// <para>They follow the clock on the customer's wall: where clocks are put forward over the end, quiet ends with the jump; where they are
/// put
/// back into quiet hours, it is quiet again.</para>
/// <para>Immutable, so safe on several threads. Equality is that of both times; there is no ordering. It is checked by the policy it
/// becomes a
/// part of.</para>
/// </remarks>
[JsonConverter(typeof(OptionsJsonConverter<QuietHours>))]
public sealed record QuietHours : IPolicyOptions<QuietHours>
{
    /// <summary>The first quiet time of day; 21:00, from the article on moving from traditional e-commerce to the private domain.</summary>
    public LocalTime From { get; init; } = new(21, 0);

    /// <summary>The first time of day that is no longer quiet, 9:00 likewise; before <see cref="From"/> when the night is between them. The
    /// two differ.</summary>
    public LocalTime Until { get; init; } = new(9, 0);

    static Description<QuietHours> IPolicyOptions<QuietHours>.Description { get; } = new(
        new("quiet hours", "免打扰时段"), static () => new(),
        For<QuietHours>.Value(
            static o => o.From, static (o, v) => o with { From = v }, new("first quiet time", "开始时刻"),
            ClockForm.Instance, Source.TraditionalToPrivate),
        For<QuietHours>.Value(
            static o => o.Until, static (o, v) => o with { Until = v }, new("first time no longer quiet", "结束时刻"),
            ClockForm.Instance, Source.TraditionalToPrivate),
        For<QuietHours>.Rule("until", static o =>
            o.From == o.Until ? PolicyReasons.NotInOrder.With(OutreachReasons.Clock(o.Until), OtherTime) : null));

    /// <summary>Whether a time of day is quiet.</summary>
    /// <param name="time">The time of day.</param>
    public bool Contains(LocalTime time) => From < Until ? time >= From && time < Until : time >= From || time < Until;

    /// <summary>The first instant, not before the given one, that is not quiet in a zone.</summary>
    internal Instant NextOpen(Instant at, ref ShopDays clock)
    {
        while (true)
        {
            ZoneInterval interval = clock.IntervalAt(at);
            LocalTime time = at.WithOffset(interval.WallOffset).TimeOfDay;
            if (!Contains(time))
            {
                return at;
            }

            long left = Until.NanosecondOfDay - time.NanosecondOfDay;
            Instant open = at + Duration.FromNanoseconds(left > 0 ? left : left + NodaConstants.NanosecondsPerDay);
            if (!interval.HasEnd || open < interval.End)
            {
                return open;
            }

            at = interval.End; // the clock changes while it is quiet: look again at what it shows then
        }
    }

    private static Bilingual OtherTime => new("another time than the beginning", "与开始时刻不同的时刻");
}
