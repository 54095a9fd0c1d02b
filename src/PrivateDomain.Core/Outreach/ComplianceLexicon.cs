using System.Collections.Immutable;

namespace PrivateDomain.Core.Outreach;

/// <summary>The ways of writing that get everything shut down (违规类别). From [C], D29.</summary>
/// <remarks>The default value is <see cref="None"/>; it is refused wherever a category is needed.</remarks>
public enum ComplianceCategory
{
    /// <summary>No category: refused.</summary>
    None = 0,

    /// <summary>Pressing the customer to buy (过度营销).</summary>
    OverMarketing,

    /// <summary>Playing up the customer's pain (放大痛点).</summary>
    PainPlay,

    /// <summary>What may not be said or sold at all (违禁内容).</summary>
    Forbidden,

    /// <summary>Boasting, absolute superlatives included (夸大宣传).</summary>
    Boasting,
}

/// <summary>One expression that a text must not have (违规词).</summary>
/// <remarks>Equality is that of both members; there is no ordering. A lexicon checks its terms when it is made.</remarks>
public sealed record ComplianceTerm
{
    /// <summary>Makes a term.</summary>
    /// <param name="category">Why it is not allowed.</param>
    /// <param name="text">The expression; case, width and blanks do not matter.</param>
    /// <exception cref="ArgumentNullException">There is no text.</exception>
    public ComplianceTerm(ComplianceCategory category, string text)
    {
        Category = category;
        Text = Guard.Against.Null(text);
    }

    /// <summary>Why it is not allowed.</summary>
    public ComplianceCategory Category { get; }

    /// <summary>The expression.</summary>
    public string Text { get; }
}

/// <summary>What a text must not have, by category, and the harmless phrases that contain it (违规词库).</summary>
/// <remarks>Immutable; checked when made. Equality is that of the reference.</remarks>
public sealed class ComplianceLexicon
{
    private ComplianceLexicon(ImmutableArray<ComplianceTerm> terms, ImmutableArray<string> harmless)
    {
        Terms = terms;
        Harmless = harmless;
    }

    /// <summary>A small lexicon to start from: the four ways of [C], D29, with the absolute superlatives of article 9 of China's Advertising Law.
    /// It is no legal advice; a host adds its own terms.</summary>
    public static ComplianceLexicon Default { get; } = Create(
        [
            .. Of(ComplianceCategory.OverMarketing, "不买后悔", "最后一天", "最后一次机会", "错过再等一年", "手慢无", "赶紧下单", "马上抢购", "不转不是", "buy now or never", "last chance"),
            .. Of(ComplianceCategory.PainPlay, "再不就晚了", "再不买就晚了", "再胖下去", "没人要", "嫁不出去", "丑死了", "毁掉孩子", "输在起跑线", "后果自负"),
            .. Of(ComplianceCategory.Forbidden, "高仿", "刷单", "代开发票", "赌博", "色情", "好评返现", "稳赚不赔", "保本高收益", "无抵押贷款"),
            .. Of(
                ComplianceCategory.Boasting,
                "国家级", "世界级", "最高级", "最佳", "最好", "最优", "最低价", "最便宜", "最先进", "全网最低", "史上最低", "第一", "第一品牌", "唯一", "首选", "顶级", "极品", "独一无二",
                "绝无仅有", "100%有效", "百分百有效", "根治", "包治百病", "药到病除", "永不反弹", "no.1", "world's best", "number one"),
        ],
        ["第一次", "第一时间", "第一天", "第一步", "最好是", "最好先", "唯一码"]);

    /// <summary>The expressions, in the order given.</summary>
    public ImmutableArray<ComplianceTerm> Terms { get; }

    /// <summary>Phrases in which a term is harmless, such as 第一次 for 第一.</summary>
    public ImmutableArray<string> Harmless { get; }

    /// <summary>Makes a lexicon.</summary>
    /// <param name="terms">The expressions; one text may have several categories.</param>
    /// <param name="harmless">Phrases in which a term is harmless; a phrase that contains no term is idle.</param>
    /// <exception cref="ArgumentNullException">A term or a phrase is null, or there are no terms.</exception>
    /// <exception cref="InvalidPolicyException">A term has no category or nothing to look for, or is there twice; all mistakes are named.</exception>
    public static ComplianceLexicon Create(IEnumerable<ComplianceTerm> terms, IEnumerable<string>? harmless = null)
    {
        ImmutableArray<ComplianceTerm> all = [.. Guard.Against.Null(terms)];
        ImmutableArray<string> phrases = [.. harmless ?? []];
        var check = new PolicyCheck();
        var seen = new HashSet<(ComplianceCategory Category, string Text)>();
        for (int i = 0; i < all.Length; i++)
        {
            ComplianceTerm term = Guard.Against.Null(all[i], nameof(terms));
            string folded = FoldedText.Of(term.Text);
            check
                .Needs(
                    Enum.IsDefined(term.Category) && term.Category != ComplianceCategory.None,
                    $"terms[{i}].category", EngagementReasons.PolicyKindUnknown, term.Category.ToString())
                .Needs(folded.Length > 0, $"terms[{i}].text", EngagementReasons.PolicyOutOfRange, $"\"{term.Text}\"", Wanted.Text)
                .Needs(folded.Length == 0 || seen.Add((term.Category, folded)), $"terms[{i}]", EngagementReasons.PolicyTwice, term.Text);
        }

        for (int i = 0; i < phrases.Length; i++)
        {
            check.Needs(
                FoldedText.Of(Guard.Against.Null(phrases[i], nameof(harmless))).Length > 0,
                $"harmless[{i}]", EngagementReasons.PolicyOutOfRange, $"\"{phrases[i]}\"", Wanted.Text);
        }

        check.ThrowIfAny("compliance lexicon");
        return new ComplianceLexicon(all, phrases);
    }

    /// <summary>This lexicon with more terms.</summary>
    /// <param name="terms">The terms to add.</param>
    /// <exception cref="ArgumentNullException">A term is null, or there are no terms.</exception>
    /// <exception cref="InvalidPolicyException">A term is invalid or is there already.</exception>
    public ComplianceLexicon With(IEnumerable<ComplianceTerm> terms) => Create(Terms.Concat(Guard.Against.Null(terms)), Harmless);

    private static IEnumerable<ComplianceTerm> Of(ComplianceCategory category, params string[] texts) =>
        texts.Select(text => new ComplianceTerm(category, text));
}
