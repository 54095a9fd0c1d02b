namespace PrivateDomain.Core.Internals;

/// <summary>Quotes what came from outside: never longer than people read.</summary>
internal static class Quoted
{
    private const int LengthMax = 100;

    /// <summary>The text, cut with an ellipsis where it is longer than 100 characters; never half a character.</summary>
    internal static string Of(string? text)
    {
        if (text is null || text.Length <= LengthMax)
        {
            return text ?? "";
        }

        int length = char.IsHighSurrogate(text[LengthMax - 1]) ? LengthMax - 1 : LengthMax;
        return text[..length] + "…";
    }
}
