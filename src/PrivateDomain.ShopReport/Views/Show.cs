using System.Globalization;
using NodaTime;
using NodaTime.Text;
using PrivateDomain.Core;

namespace PrivateDomain.ShopReport.Views;

/// <summary>Writes values as text: always in the invariant culture, so that a report is the same on every machine.</summary>
internal static class Show
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Count(decimal value) => value.ToString(decimal.Truncate(value) == value ? "N0" : "#,0.##", Culture);

    /// <summary>An amount without its currency.</summary>
    public static string Number(decimal value) => value.ToString("#,0.00", Culture);

    public static string Money(Money value) => value.ToString("N", Culture);

    public static string Money(Answer<Money> value, Language language) =>
        value.TryGet(out Money money) ? Money(money) : value.Reasons[0].ToString(language);

    public static string Percent(Ratio value, Texts texts) => value.IsKnown ? value.ToString("P1", Culture) : texts.Unknown;

    public static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Moment(LocalDateTime moment) => moment.ToString("uuuu-MM-dd HH:mm", Culture);

    public static string Score(double value) => value.ToString("0.0", Culture);

    /// <summary>A number inside an SVG.</summary>
    public static string Svg(double value) => Math.Round(value, 1).ToString("0.#", Culture);
}
