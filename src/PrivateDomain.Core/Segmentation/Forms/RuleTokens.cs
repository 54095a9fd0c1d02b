using System.Globalization;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>The tokens of a text, one at a time, with what clauses are made of: words, numbers, days, dates, texts.</summary>
/// <remarks>What is needed and not there is reported, at its place; nothing throws.</remarks>
internal sealed class RuleTokens
{
    private static readonly Bilingual TextWanted = new("a text in \"quotes\"", "带引号的文本");
    private readonly RuleInput input;
    private readonly string text;

    internal RuleTokens(RuleInput input, string text)
    {
        this.input = input;
        this.text = text;
        Current = Next(0);
    }

    /// <summary>The token that is looked at.</summary>
    internal RuleToken Current { get; private set; }

    /// <summary>Whether a sign was left out since the clause began.</summary>
    internal bool IsBroken { get; private set; }

    internal bool IsEnd => Current.Kind == TokenKind.End;

    internal int Start => Current.Start;

    internal ReadOnlySpan<char> Here => Of(Current);

    internal ReadOnlySpan<char> Of(RuleToken some) => text.AsSpan(some.Start, some.End - some.Start);

    internal string Between(int start, int end) => text[start..end];

    internal bool Is(string word) => Current.Kind is TokenKind.Word or TokenKind.Symbol && Here.SequenceEqual(word);

    internal bool NextIs(string word) => Of(After(Current)).SequenceEqual(word);

    internal RuleToken After(RuleToken some) => RuleToken.At(text, some.End);

    internal void Advance() => Current = Next(Current.End);

    internal void MoveTo(int place) => Current = Next(place);

    /// <summary>A clause begins: what follows a sign left out is looked at again.</summary>
    internal void BeginClause() => IsBroken = false;

    internal bool Take(string word)
    {
        bool found = Is(word);
        if (found)
        {
            Advance();
        }

        return found;
    }

    internal bool Need(string word)
    {
        bool found = Take(word);
        if (!found)
        {
            Wrong(word);
        }

        return found;
    }

    internal SegmentRule? Wrong(Bilingual wanted)
    {
        // After a sign that was left out, what follows is often no mistake of its own.
        if (!IsBroken)
        {
            input.Wrong(Start, "", RuleInputReasons.Unexpected.With(
                IsEnd ? new Bilingual("the end", "结尾") : RuleInput.Shown(Here), wanted));
        }

        return null;
    }

    internal SegmentRule? Wrong(string wanted) => Wrong(new Bilingual(wanted, " " + wanted));

    /// <summary>To the and, or, comma or closing parenthesis that ends the clause; those inside of ranges, parentheses and "on or before"
    /// do not.</summary>
    internal void SkipClause()
    {
        int open = 0;
        bool inRange = false;
        bool afterOn = false;
        while (!IsEnd)
        {
            bool or = Is("or");
            if (open == 0 && (Is(")") || Is(",") || (or && !afterOn) || (Is("and") && !inRange)))
            {
                return;
            }

            open += Is("(") ? 1 : Is(")") ? -1 : 0;
            inRange = Is("between") || (inRange && !Is("and"));
            afterOn = Is("on");
            Advance();
        }
    }

    /// <summary>The closing parenthesis; what stands where it should is reported once, and left out.</summary>
    internal bool Close()
    {
        if (Take(")"))
        {
            return true;
        }

        Wrong(")");
        for (int open = 0; !IsEnd && (open > 0 || !Is(")")); Advance())
        {
            open += Is("(") ? 1 : Is(")") ? -1 : 0;
        }

        _ = Take(")");
        return false;
    }

    internal string? Text()
    {
        if (Current.Kind != TokenKind.Quoted)
        {
            Wrong(TextWanted);
            return null;
        }

        int start = Start;
        string? value = QuotedText.Read(Here);
        if (value is null)
        {
            input.Wrong(start, "", RuleInputReasons.BadQuotes.With());
            return null;
        }

        Advance();
        return input.IsText(start, "", value) ? value : null;
    }

    internal double? Number()
    {
        if (Current.Kind != TokenKind.Literal || !ExactNumber.TryRead(Here, out double value, out bool isExact))
        {
            Wrong(RuleInput.Number);
            return null;
        }

        if (!isExact)
        {
            input.Wrong(Start, "", RuleInputReasons.NumberNotHeld.With(RuleInput.Shown(Here), RulePrinter.Of(value)));
            return null;
        }

        Advance();
        return value;
    }

    internal LocalDate? Day() =>
        FactNotation.ReadDate(Current.Kind == TokenKind.Literal ? Here : []) is var day
            ? TakeIf(day is not null, day ?? default, RuleInput.Date)
            : null;

    internal int? Whole(int least, int most) =>
        FactNotation.ReadNumber(Current.Kind == TokenKind.Literal ? Here : [], least, most) is var number
            ? TakeIf(number is not null, number ?? 0, new Bilingual($"a whole number from {least}", $"不小于 {least} 的整数"))
            : null;

    /// <summary>A number and the word; 90d is read too, as in facts.</summary>
    internal int? Days(int least)
    {
        ReadOnlySpan<char> literal = Current.Kind == TokenKind.Literal ? Here : [];
        if (FactNotation.ReadDays(literal, least) is { } days)
        {
            Advance();
            return days;
        }

        int? number = FactNotation.ReadNumber(literal, least, TimeWindow.DaysMax);
        return TakeIf(number is not null, number ?? 0, RuleInput.DaysFrom(least)) is { } read && (Take("day") || Need("days")) ? read
            : null;
    }

    private T? TakeIf<T>(bool isRead, T value, Bilingual wanted)
        where T : struct
    {
        if (!isRead)
        {
            Wrong(wanted);
            return null;
        }

        Advance();
        return value;
    }

    // Reports and leaves out what means nothing; when enough is reported, the text ends.
    private RuleToken Next(int place)
    {
        RuleToken next = RuleToken.At(text, place);
        while (next.Kind is TokenKind.Strange or TokenKind.OpenQuote && !input.IsFull)
        {
            if (next.Kind == TokenKind.OpenQuote)
            {
                input.Wrong(next.Start, "", RuleInputReasons.BadQuotes.With());
            }
            else
            {
                input.Wrong(next.Start, "", LookAlikes.Of(text[next.Start]) is { } like
                    ? RuleInputReasons.LookAlikeCharacter.With(text[next.Start].ToString(), like)
                    : RuleInputReasons.UnknownCharacter.With(Visible(Of(next))));
            }

            IsBroken = true;
            next = RuleToken.At(text, next.End);
        }

        return input.IsFull ? new(TokenKind.End, text.Length, text.Length) : next;
    }

    // Signs that cannot be seen are shown by their numbers.
    private static string Visible(ReadOnlySpan<char> strange) =>
        char.IsControl(strange[0]) || char.IsSurrogate(strange[0]) || char.GetUnicodeCategory(strange[0]) == UnicodeCategory.Format
            ? FormattableString.Invariant($"U+{(int)strange[0]:X4}")
            : strange[0].ToString();
}
