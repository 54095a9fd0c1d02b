using System.Globalization;

namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Reads the text form by recursive descent; after a mistake it goes on with the next clause.</summary>
internal sealed partial class RuleParser
{
    private const int NestingMax = 2 * SegmentRule.DepthMax;
    private static readonly Bilingual RuleWanted = new("a rule, such as orders >= 2,", "一条规则（如 orders >= 2）");
    private static readonly Bilingual TextWanted = new("a text in \"quotes\"", "带引号的文本");
    private readonly RuleInput input;
    private readonly string text;
    private RuleToken token;
    private int nesting;
    private bool isBroken;

    internal RuleParser(RuleInput input, string text)
    {
        this.input = input;
        this.text = text;
        token = Next(0);
    }

    internal SegmentRule? Read()
    {
        SegmentRule? rule = Either();
        while (token.Kind != TokenKind.End && !input.IsFull)
        {
            Wrong(new Bilingual("and, or, or the end", " and、or 或结尾"));
            Advance();
            _ = Take("and") || Take("or");
            if (token.Kind != TokenKind.End)
            {
                Either();
            }
        }

        return rule;
    }

    private ReadOnlySpan<char> Here => Of(token);

    private ReadOnlySpan<char> Of(RuleToken some) => text.AsSpan(some.Start, some.End - some.Start);

    private bool Is(string word) => token.Kind is TokenKind.Word or TokenKind.Symbol && Here.SequenceEqual(word);

    private bool NextIs(string word) => Of(After(token)).SequenceEqual(word);

    private RuleToken After(RuleToken some) => RuleToken.At(text, some.End);

    private bool Take(string word)
    {
        bool found = Is(word);
        if (found)
        {
            Advance();
        }

        return found;
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
                int like = RuleToken.LookAlikes.IndexOf(text[next.Start], StringComparison.Ordinal);
                input.Wrong(next.Start, "", like >= 0 && like % 2 == 0
                    ? RuleInputReasons.LookAlikeCharacter.With(text[next.Start].ToString(), RuleToken.LookAlikes[like + 1].ToString())
                    : RuleInputReasons.UnknownCharacter.With(Visible(Of(next))));
            }

            isBroken = true;
            next = RuleToken.At(text, next.End);
        }

        return input.IsFull ? new(TokenKind.End, text.Length, text.Length) : next;
    }

    // Signs that cannot be seen are shown by their numbers.
    private static string Visible(ReadOnlySpan<char> strange) =>
        char.IsControl(strange[0]) || char.IsSurrogate(strange[0]) || char.GetUnicodeCategory(strange[0]) == UnicodeCategory.Format
            ? FormattableString.Invariant($"U+{(int)strange[0]:X4}")
            : strange[0].ToString();

    private void Advance() => token = Next(token.End);

    private SegmentRule? Wrong(Bilingual wanted)
    {
        // After a sign that was left out, what follows is often no mistake of its own.
        if (!isBroken)
        {
            input.Wrong(token.Start, "", RuleInputReasons.Unexpected.With(
                token.Kind == TokenKind.End ? new Bilingual("the end", "结尾") : RuleInput.Shown(Here), wanted));
        }

        return null;
    }

    private SegmentRule? Wrong(string wanted) => Wrong(new Bilingual(wanted, " " + wanted));

    private bool Need(string word)
    {
        bool found = Take(word);
        if (!found)
        {
            Wrong(word);
        }

        return found;
    }

    private SegmentRule? Either() => Chain("or", GroupOperator.AnyOf);

    private SegmentRule? Chain(string word, GroupOperator how)
    {
        int start = token.Start;
        SegmentRule? first = how == GroupOperator.AnyOf ? Chain("and", GroupOperator.AllOf) : Part();
        if (!Is(word))
        {
            return first;
        }

        var rules = new List<SegmentRule?> { first };
        while (Take(word))
        {
            rules.Add(how == GroupOperator.AnyOf ? Chain("and", GroupOperator.AllOf) : Part());
        }

        return input.GroupOf(start, "", how, 0, rules);
    }

    private SegmentRule? Part()
    {
        isBroken = false;
        int start = token.Start;
        if (nesting >= NestingMax)
        {
            input.Wrong(start, "", RuleInputReasons.RuleTooDeep.With(required: SegmentRule.DepthMax));
            SkipClause();
            return null;
        }

        nesting++;
        SegmentRule? rule = Take("not") ? input.NotOf(start, "", Part())
            : Take("(") ? Inner()
            : Is("segment") ? Reference()
            : (Is("all") || Is("any") || Is("none")) && NextIs("of") ? Group(start)
            : Is("at") && NextIs("least") ? Group(start)
            : Clause();
        nesting--;
        if (rule is null)
        {
            SkipClause();
        }

        return rule;
    }

    private SegmentRule? Inner()
    {
        SegmentRule? rule = Either();
        return Close() ? rule : null;
    }

    // What stands where the parenthesis should close is reported once, and left out.
    private bool Close()
    {
        if (Take(")"))
        {
            return true;
        }

        Wrong(")");
        for (int open = 0; token.Kind != TokenKind.End && (open > 0 || !Is(")")); Advance())
        {
            open += Is("(") ? 1 : Is(")") ? -1 : 0;
        }

        _ = Take(")");
        return false;
    }

    private SegmentRule? Reference()
    {
        Advance();
        return Text() is { } name ? SegmentRule.InSegment(name) : null;
    }

    private SegmentRule? Group(int start)
    {
        GroupOperator how = Is("all") ? GroupOperator.AllOf : Is("any") ? GroupOperator.AnyOf : Is("none") ? GroupOperator.NoneOf : GroupOperator.AtLeastOf;
        Advance();
        double count = 0;
        if (how == GroupOperator.AtLeastOf)
        {
            Advance();
            if (Whole(0, int.MaxValue) is not { } whole)
            {
                return null;
            }

            count = whole;
        }

        if (!Need("of") || !Need("("))
        {
            return null;
        }

        var rules = new List<SegmentRule?>();
        if (!Is(")"))
        {
            do
            {
                rules.Add(Either());
            }
            while (Take(","));
        }

        return Close() ? input.GroupOf(start, "", how, count, rules) : null;
    }

    // To the and, or, comma or closing parenthesis that ends the clause; those inside of ranges, parentheses and "on or before" do not.
    private void SkipClause()
    {
        int open = 0;
        bool inRange = false;
        bool afterOn = false;
        while (token.Kind != TokenKind.End)
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

    private string? Text()
    {
        if (token.Kind != TokenKind.Quoted)
        {
            Wrong(TextWanted);
            return null;
        }

        int start = token.Start;
        string? value = FactReference.Unquote(Here);
        if (value is null)
        {
            input.Wrong(start, "", RuleInputReasons.BadQuotes.With());
            return null;
        }

        Advance();
        return input.IsText(start, "", value) ? value : null;
    }
}
