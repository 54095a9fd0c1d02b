using System.Globalization;
using System.Text;

namespace PrivateDomain.ShopReport.Reading.Tables;

/// <summary>A number as exports write it, taken apart: sign, currency, digits with their marks, and a unit behind.</summary>
/// <param name="IsNegative">Whether a minus or brackets say so.</param>
/// <param name="Currency">The ISO code that the text names, "$" or "¥" for a sign that several currencies share, or empty.</param>
/// <param name="Digits">Digits, points, commas and an exponent.</param>
/// <param name="Unit">What stands behind the digits and is no currency, such as 件.</param>
internal readonly record struct NumberText(bool IsNegative, string Currency, string Digits, string Unit)
{
    private static readonly (string Text, string Code)[] Signs =
    [
        ("人民币", "CNY"), ("RMB", "CNY"), ("CNY", "CNY"), ("元", "CNY"), ("CN¥", "CNY"), ("HK$", "HKD"), ("NT$", "TWD"), ("US$", "USD"),
        ("USD", "USD"), ("EUR", "EUR"), ("GBP", "GBP"), ("JPY", "JPY"), ("HKD", "HKD"), ("TWD", "TWD"), ("KRW", "KRW"), ("SGD", "SGD"),
        ("AUD", "AUD"), ("CAD", "CAD"), ("CHF", "CHF"), ("€", "EUR"), ("£", "GBP"), ("₩", "KRW"), ("円", "JPY"), ("¥", "¥"), ("$", "$"),
    ];

    /// <summary>Whether a currency that a text names may be the shop's.</summary>
    public static bool MayBe(string named, string code) => named switch
    {
        "" => true,
        "¥" => code is "CNY" or "JPY",
        "$" => code is "USD" or "HKD" or "TWD" or "SGD" or "AUD" or "CAD",
        _ => named == code,
    };

    /// <summary>Reads digits with at most one decimal point and nothing else; false says nothing of other forms.</summary>
    public static bool TryReadPlain(string text, char decimalMark, out decimal value)
    {
        (int point, bool isPlain) = PlainForm(text);
        if (!isPlain || (point >= 0 && decimalMark != '.') || point == text.Length - 1)
        {
            value = 0m;
            return false;
        }

        long digits = 0;
        foreach (char c in text)
        {
            digits = c == '.' ? digits : (digits * 10) + (c - '0');
        }

        byte scale = (byte)(point < 0 ? 0 : text.Length - point - 1);
        value = new decimal(unchecked((int)digits), (int)(digits >> 32), 0, isNegative: false, scale);
        return true;
    }

    /// <summary>Where the decimal point of a plain number stands, or -1; and whether it is one: 1 to 16 digits, begun by a digit, with
    /// at most one point.</summary>
    public static (int Point, bool IsPlain) PlainForm(string text)
    {
        const int LengthMax = 17;
        int point = -1;
        for (int i = 0; i < text.Length && i <= LengthMax; i++)
        {
            if (text[i] == '.' && point < 0 && i > 0)
            {
                point = i;
            }
            else if (!char.IsAsciiDigit(text[i]))
            {
                return (-1, false);
            }
        }

        return (point, text.Length is > 0 and <= LengthMax);
    }

    /// <summary>Takes a text apart; false when it holds no digits in one piece.</summary>
    public static bool TryTake(string text, out NumberText number)
    {
        string narrow = Narrow(text);
        bool isNegative = false;
        string currency = "";
        bool isDone = false;
        while (!isDone)
        {
            string before = narrow;
            if (narrow is ['(', .., ')'])
            {
                (isNegative, narrow) = (!isNegative, narrow[1..^1].Trim());
            }

            if (narrow is ['-', ..] || narrow is [.., '-'])
            {
                (isNegative, narrow) = (!isNegative, narrow.Trim('-').Trim());
            }

            narrow = narrow.TrimStart('+');
            foreach ((string sign, string code) in Signs)
            {
                if (narrow.StartsWith(sign, StringComparison.OrdinalIgnoreCase))
                {
                    (currency, narrow) = (code, narrow[sign.Length..].Trim());
                }
                else if (narrow.EndsWith(sign, StringComparison.OrdinalIgnoreCase))
                {
                    (currency, narrow) = (code, narrow[..^sign.Length].Trim());
                }
            }

            isDone = narrow.Length == before.Length;
        }

        int end = 0;
        while (end < narrow.Length && (char.IsAsciiDigit(narrow[end]) || narrow[end] is '.' or ',' || IsExponentAt(narrow, end)))
        {
            end += IsExponentAt(narrow, end) ? 2 : 1;
        }

        string unit = narrow[end..].Trim();
        number = new NumberText(isNegative, currency, narrow[..end], unit);
        return end > 0 && narrow.Any(char.IsAsciiDigit) && unit.All(static c => char.IsLetter(c));
    }

    /// <summary>Reads the digits with a decimal mark; the other mark parts thousands.</summary>
    public bool TryRead(char decimalMark, out decimal value)
    {
        string plain = decimalMark == ','
            ? Digits.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : Digits.Replace(",", "", StringComparison.Ordinal);
        const NumberStyles Style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        bool isRead = decimal.TryParse(plain, Style, CultureInfo.InvariantCulture, out value) && AreThousandsInThrees(decimalMark);
        value = IsNegative ? -value : value;
        return isRead;
    }

    // "1,23" with a decimal point is no number whose thousands are parted.
    private bool AreThousandsInThrees(char decimalMark)
    {
        char parting = decimalMark == ',' ? '.' : ',';
        string[] groups = Digits.Split(decimalMark)[0].Split(parting);
        return groups.Length == 1 || (groups[0].Length is >= 1 and <= 3 && groups.Skip(1).All(static group => group.Length == 3));
    }

    private static bool IsExponentAt(string text, int at) =>
        at > 0 && text[at] is 'e' or 'E' && at + 1 < text.Length && (char.IsAsciiDigit(text[at + 1])
            || (text[at + 1] is '+' or '-' && at + 2 < text.Length && char.IsAsciiDigit(text[at + 2])));

    // Full-width characters become their usual ones; blanks and apostrophes inside part thousands.
    private static string Narrow(string text)
    {
        var narrow = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char one = c is >= '！' and <= '～'
                ? (char)(c - 0xFEE0)
                : c switch { '￥' => '¥', '　' => ' ', '−' => '-', '＄' => '$', _ => c };
            if (!char.IsWhiteSpace(one) && one is not ('\'' or '’'))
            {
                narrow.Append(one);
            }
        }

        return narrow.ToString();
    }
}
