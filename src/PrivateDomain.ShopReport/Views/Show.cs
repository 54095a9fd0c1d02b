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

    /// <summary>An amount to the minor unit: <c>¥1,234.50</c>.</summary>
    public static string Money(Money value) => Money(value, value.Currency.MinorUnitDigits);

    /// <summary>An amount for a headline: without the minor unit from 100 on.</summary>
    public static string Round(Money value) =>
        Money(value, Math.Abs(value.Amount) >= 100m ? 0 : value.Currency.MinorUnitDigits);

    public static string Money(Answer<Money> value, Language language) =>
        value.TryGet(out Money money) ? Money(money) : value.Reasons[0].ToString(language);

    /// <summary>What stands before an amount: ¥ for yuan; a code where a sign would be taken for another currency's.</summary>
    public static string Sign(Currency currency) => currency.Code switch
    {
        "CNY" => "¥",
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "HKD" => "HK$",
        "TWD" => "NT$",
        _ => currency.Code + " ",
    };

    /// <summary>A share for people: whole per cents, and a digit more where it is the news.</summary>
    public static string Percent(Ratio value, Texts texts) => !value.IsKnown ? texts.Unknown
        : Percent(value.Value, Math.Abs(value.Value) is (> 0m and < 0.0995m) or (> 0.9949m and < 1m) ? 1 : 0);

    /// <summary>A share that is compared with a target: rounded it could seem to reach it.</summary>
    public static string PercentToCompare(decimal value) => Percent(value, 1);

    public static string Date(LocalDate date) => LocalDatePattern.Iso.Format(date);

    public static string Moment(LocalDateTime moment) => moment.ToString("uuuu-MM-dd HH:mm", Culture);

    public static string Score(double value) => value.ToString("0.0", Culture);

    /// <summary>A number inside an SVG.</summary>
    public static string Svg(double value) => Math.Round(value, 1).ToString("0.#", Culture);

    /// <summary>A number for an axis: 240,000 does not fit beside it, 240k does.</summary>
    public static string Compact(double value)
    {
        const double Thousand = 1000;
        return Math.Abs(value) switch
        {
            >= Thousand * Thousand * 10 => Count((decimal)Math.Round(value / Thousand / Thousand, 1)) + "M",
            >= Thousand * 10 => Count((decimal)Math.Round(value / Thousand, 1)) + "k",
            _ => Count((decimal)Math.Round(value, 1)),
        };
    }

    private static string Money(Money value, int digits)
    {
        decimal amount = decimal.Round(value.Amount, digits, MidpointRounding.AwayFromZero);
        string number = Math.Abs(amount).ToString(string.Create(Culture, $"N{digits}"), Culture);
        return (amount < 0m ? "-" : "") + Sign(value.Currency) + number;
    }

    private static string Percent(decimal value, int digits) =>
        decimal.Round(value * 100m, digits, MidpointRounding.AwayFromZero).ToString(digits == 0 ? "#,0" : "#,0.#", Culture) + " %";
}
