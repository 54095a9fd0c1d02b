using System.Text.Json.Serialization;

namespace PrivateDomain.Core.Acquisition;

/// <summary>How an SMS is written on the air (短信编码).</summary>
public enum SmsEncoding
{
    /// <summary>The 7-bit alphabet of GSM; a character of its extension counts two (GSM 7 位编码).</summary>
    Gsm7 = 0,

    /// <summary>Two bytes a unit, for everything else, Chinese included (UCS-2 编码).</summary>
    Ucs2,
}

/// <summary>How long an SMS is, in what is paid for (短信计费条数). From the standard 3GPP TS 23.038 and 23.040.</summary>
/// <remarks>
/// <para>One segment holds 160 units of the GSM alphabet or 70 of UCS-2. A longer text is sent in parts that hold 153 or 67 each. A
/// character of two units, of the GSM
/// extension or beyond the basic plane of Unicode, is never split: a part may end one unit early.</para>
/// <para>The default value is that of the empty text. Equality is that of all parts; there is no ordering.</para>
/// </remarks>
[JsonConverter(typeof(NotStoredJsonConverter))]
public readonly record struct SmsLength
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ" +
        " !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Extension = "\f^{}\\[~]|€";

    private SmsLength(SmsEncoding encoding, int units, int segments) => (Encoding, Units, Segments) = (encoding, units, segments);

    /// <summary>How the text is written on the air.</summary>
    public SmsEncoding Encoding { get; }

    /// <summary>How many units the text has.</summary>
    public int Units { get; }

    /// <summary>How many segments are paid for; 0 for the empty text.</summary>
    public int Segments { get; }

    /// <summary>The length of a text.</summary>
    /// <param name="text">The text, signature and all.</param>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    public static SmsLength From(string text)
    {
        Guard.Against.Null(text);
        bool isGsm = true;
        foreach (char c in text)
        {
            isGsm &= Basic.Contains(c, StringComparison.Ordinal) || Extension.Contains(c, StringComparison.Ordinal);
        }

        (int alone, int part) = isGsm ? (160, 153) : (70, 67);
        int units = 0;
        int segments = 1;
        int used = 0;
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = !isGsm && char.IsSurrogatePair(text, i);
            int width = isPair || (isGsm && Extension.Contains(text[i], StringComparison.Ordinal)) ? 2 : 1;
            i += isPair ? 1 : 0;
            (segments, used) = used + width > part ? (segments + 1, width) : (segments, used + width);
            units += width;
        }

        return new SmsLength(isGsm ? SmsEncoding.Gsm7 : SmsEncoding.Ucs2, units, units == 0 ? 0 : units <= alone ? 1 : segments);
    }
}
