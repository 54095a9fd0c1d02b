namespace PrivateDomain.ShopReport.Reading.Tables;

/// <summary>What the numbers of a whole column tell about its decimal mark.</summary>
internal sealed class NumberStyle
{
    private string? pointProof;
    private string? commaProof;
    private string? unclear;

    /// <summary>Looks at one more value of the column.</summary>
    public void Add(string text)
    {
        (int only, bool isPlain) = NumberText.PlainForm(text);
        if (isPlain)
        {
            bool isMark = only >= 0 && text.Length - only - 1 != 3;
            pointProof ??= isMark ? text : null;
            unclear ??= only >= 0 && !isMark ? text : null;
            return;
        }

        if (text.Length == 0 || !NumberText.TryTake(text, out NumberText number))
        {
            return;
        }

        string digits = number.Digits.Split('e', 'E')[0];
        int point = digits.LastIndexOf('.');
        int comma = digits.LastIndexOf(',');
        if (point < 0 && comma < 0)
        {
            return;
        }

        bool isPoint = point >= 0
            && (comma >= 0 ? point > comma : digits.IndexOf('.', StringComparison.Ordinal) == point && digits.Length - point - 1 != 3);
        bool isComma = comma >= 0
            && (point >= 0 ? comma > point : digits.IndexOf(',', StringComparison.Ordinal) == comma && digits.Length - comma - 1 != 3);
        bool hasCommaThousands = comma >= 0 && point < 0 && digits.IndexOf(',', StringComparison.Ordinal) != comma;
        bool hasPointThousands = point >= 0 && comma < 0 && digits.IndexOf('.', StringComparison.Ordinal) != point;
        pointProof ??= isPoint || hasCommaThousands ? text : null;
        commaProof ??= isComma || hasPointThousands ? text : null;
        unclear ??= !isPoint && !isComma && !hasCommaThousands && !hasPointThousands ? text : null;
    }

    /// <summary>The decimal mark, or why it is not certain.</summary>
    public char Mark(char? said, out (string First, string? Second)? doubt)
    {
        doubt = said is null && pointProof is not null && commaProof is not null ? (pointProof, commaProof)
            : said is null && pointProof is null && commaProof is null && unclear is not null ? (unclear, null)
            : null;
        return said ?? (commaProof is not null ? ',' : '.');
    }
}
