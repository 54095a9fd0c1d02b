namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>What an input method for Chinese, or the habit of another language, writes instead of a sign or word of ours.</summary>
internal static class LookAlikes
{
    private const string Signs = "（(）)，,、,“\"”\"＂\"＜<＞>＝=－-";

    /// <summary>What is written instead, with the same meaning; null when the sign looks like nothing of ours.</summary>
    internal static string? Of(char sign)
    {
        int place = Signs.IndexOf(sign, StringComparison.Ordinal);
        return sign switch
        {
            '&' or '＆' or '∧' => "and",
            '|' or '｜' or '∨' => "or",
            '!' or '！' or '¬' or '~' => "not",
            '\u3000' or '\u00A0' => "a blank",
            _ => place >= 0 && place % 2 == 0 ? Signs[place + 1].ToString() : null,
        };
    }

    /// <summary>Whether the sign stands for one of ours, so that it is no part of a word.</summary>
    internal static bool Contains(char sign) => Of(sign) is not null;
}
