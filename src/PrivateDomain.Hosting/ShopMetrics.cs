namespace PrivateDomain.Hosting;

/// <summary>The names of what is measured (指标名称), for <c>AddMeter</c>, dashboards, tests. They are part of the contract.</summary>
public static class ShopMetrics
{
    /// <summary>The meter of all instruments.</summary>
    public const string MeterName = "PrivateDomain.Hosting";

    /// <summary>A counter of decisions, with the tags shop, question, outcome and, unless it is yes, the first reason's code.</summary>
    public const string Decisions = "private_domain.decisions";

    /// <summary>A histogram of the seconds that decisions take, with the tags shop, question and outcome.</summary>
    public const string DecisionDuration = "private_domain.decision.duration";

    /// <summary>A counter of changes of rules, with the tags shop and outcome (<c>added</c>, <c>changed</c>, <c>unchanged</c>,
    /// <c>refused</c>, <c>removed</c>).</summary>
    public const string Reloads = "private_domain.reloads";

    /// <summary>A gauge: how many shops have rules in force.</summary>
    public const string Shops = "private_domain.shops";

    /// <summary>A gauge: of how many shops the latest change was refused.</summary>
    public const string ShopsRefused = "private_domain.shops.refused";

    /// <summary>The tag with the shop's name.</summary>
    public const string ShopTag = "private_domain.shop";

    /// <summary>The tag with what was asked, in the host's words.</summary>
    public const string QuestionTag = "private_domain.question";

    /// <summary>The tag with the outcome: <c>allowed</c>, <c>denied</c>, <c>undecidable</c>, <c>deferred</c>, or <c>failed</c> where the
    /// question threw an exception.</summary>
    public const string OutcomeTag = "private_domain.outcome";

    /// <summary>The tag with the code of the first reason, such as <c>outreach.cap_reached</c>.</summary>
    public const string ReasonTag = "private_domain.reason";
}
