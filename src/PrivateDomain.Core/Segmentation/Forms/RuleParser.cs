namespace PrivateDomain.Core.Segmentation.Forms;

/// <summary>Reads the text form by recursive descent; after a mistake it goes on with the next clause.</summary>
internal sealed class RuleParser
{
    private const int NestingMax = 2 * SegmentRule.DepthMax;
    private static readonly Bilingual RuleWanted = new("a rule, such as orders >= 2,", "一条规则（如 orders >= 2）");
    private readonly RuleInput input;
    private readonly RuleTokens tokens;
    private readonly ComparisonParser comparisons;
    private readonly BehaviourParser behaviours;
    private int nesting;

    internal RuleParser(RuleInput input, string text)
    {
        this.input = input;
        tokens = new(input, text);
        comparisons = new(input, tokens);
        behaviours = new(input, tokens);
    }

    internal SegmentRule? Read()
    {
        SegmentRule? rule = Either();
        while (!tokens.IsEnd && !input.IsFull)
        {
            // A sign that was left out stood where the next clause should begin.
            bool isSeparated = tokens.IsBroken && !tokens.Is(")") && !tokens.Is(",");
            tokens.Wrong(new Bilingual("and, or, or the end", " and、or 或结尾"));
            if (!isSeparated)
            {
                tokens.Advance();
            }

            _ = tokens.Take("and") || tokens.Take("or");
            if (!tokens.IsEnd)
            {
                Either();
            }
        }

        return rule;
    }

    private SegmentRule? Either() => Chain("or", GroupOperator.AnyOf);

    private SegmentRule? Chain(string word, GroupOperator how)
    {
        int start = tokens.Start;
        SegmentRule? first = how == GroupOperator.AnyOf ? Chain("and", GroupOperator.AllOf) : Part();
        if (!tokens.Is(word))
        {
            return first;
        }

        var rules = new List<SegmentRule?> { first };
        while (tokens.Take(word))
        {
            rules.Add(how == GroupOperator.AnyOf ? Chain("and", GroupOperator.AllOf) : Part());
        }

        return input.GroupOf(start, "", how, 0, rules);
    }

    private SegmentRule? Part()
    {
        tokens.BeginClause();
        int start = tokens.Start;
        if (nesting >= NestingMax)
        {
            input.Wrong(start, "", RuleInputReasons.RuleTooDeep.With(required: SegmentRule.DepthMax));
            tokens.SkipClause();
            return null;
        }

        nesting++;
        SegmentRule? rule = tokens.Take("not") ? input.NotOf(start, "", Part())
            : tokens.Take("(") ? Inner()
            : tokens.Is("segment") ? Reference()
            : (tokens.Is("all") || tokens.Is("any") || tokens.Is("none")) && tokens.NextIs("of") ? Group(start)
            : tokens.Is("at") && tokens.NextIs("least") ? Group(start)
            : Clause();
        nesting--;
        if (rule is null)
        {
            tokens.SkipClause();
        }

        return rule;
    }

    private SegmentRule? Inner()
    {
        SegmentRule? rule = Either();
        return tokens.Close() ? rule : null;
    }

    private SegmentRule? Reference()
    {
        tokens.Advance();
        return tokens.Text() is { } name ? SegmentRule.InSegment(name) : null;
    }

    private SegmentRule? Group(int start)
    {
        GroupOperator how = tokens.Is("all") ? GroupOperator.AllOf
            : tokens.Is("any") ? GroupOperator.AnyOf
            : tokens.Is("none") ? GroupOperator.NoneOf
            : GroupOperator.AtLeastOf;
        tokens.Advance();
        double count = 0;
        if (how == GroupOperator.AtLeastOf)
        {
            tokens.Advance();
            if (tokens.Whole(0, int.MaxValue) is not { } whole)
            {
                return null;
            }

            count = whole;
        }

        if (!tokens.Need("of") || !tokens.Need("("))
        {
            return null;
        }

        var rules = new List<SegmentRule?>();
        if (!tokens.Is(")"))
        {
            do
            {
                rules.Add(Either());
            }
            while (tokens.Take(","));
        }

        return tokens.Close() ? input.GroupOf(start, "", how, count, rules) : null;
    }

    private SegmentRule? Clause()
    {
        if (tokens.Current.Kind != TokenKind.Word
            || (FactNotation.Words.Contains(tokens.Here.ToString(), StringComparer.Ordinal) && !tokens.NextIs("(")))
        {
            return tokens.Wrong(RuleWanted);
        }

        return behaviours.TryRead(out SegmentRule? rule) ? rule : comparisons.Read();
    }
}
