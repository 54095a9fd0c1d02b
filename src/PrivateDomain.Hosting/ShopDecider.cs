using Microsoft.Extensions.Logging;
using PrivateDomain.Core;
using PrivateDomain.Core.Outreach;
using PrivateDomain.Core.Rules;

namespace PrivateDomain.Hosting;

/// <summary>Asks the rules of a shop, and counts, times and logs the answers (带度量的决策).</summary>
/// <remarks>
/// <para>Each call takes the shop's rules once: a change meanwhile does not reach it. The same may be asked of
/// <see cref="ShopRegistry.Get"/> without being counted.</para>
/// <para>Safe on several threads.</para>
/// </remarks>
public sealed class ShopDecider
{
    private readonly ShopRegistry shops;
    private readonly ShopMeters meters;
    private readonly ILogger<ShopDecider> logger;
    private readonly TimeProvider time;

    internal ShopDecider(ShopRegistry shops, ShopMeters meters, ILogger<ShopDecider> logger, TimeProvider time)
    {
        this.shops = shops;
        this.meters = meters;
        this.logger = logger;
        this.time = time;
    }

    /// <summary>Asks what can be refused.</summary>
    /// <param name="shop">The shop's name.</param>
    /// <param name="question">What is asked, such as <c>referrer</c>: a word of the program and not of a customer, for it names a series of
    /// the metrics.</param>
    /// <param name="decide">Asks the rules; called once.</param>
    /// <returns>What it answers.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such shop; the message has the name.</exception>
    public Decision Decide(string shop, string question, Func<ShopRules, Decision> decide) =>
        Ask(shop, question, decide, static decision => decision.Outcome switch
        {
            DecisionOutcome.Allowed => ("allowed", null),
            DecisionOutcome.Undecidable => ("undecidable", decision.Reasons[0].Code),
            _ => ("denied", decision.Reasons[0].Code),
        });

    /// <summary>Asks what can be refused or deferred.</summary>
    /// <param name="shop">The shop's name.</param>
    /// <param name="question">What is asked, such as <c>touch</c>: a word of the program and not of a customer, for it names a series of
    /// the metrics.</param>
    /// <param name="decide">Asks the rules; called once.</param>
    /// <returns>What it answers.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="KeyNotFoundException">There is no such shop; the message has the name.</exception>
    public OutreachDecision Decide(string shop, string question, Func<ShopRules, OutreachDecision> decide) =>
        Ask(shop, question, decide, static decision => decision.Outcome switch
        {
            OutreachOutcome.Allowed => ("allowed", null),
            OutreachOutcome.Deferred => ("deferred", decision.Reasons[0].Code),
            OutreachOutcome.Undecidable => ("undecidable", decision.Reasons[0].Code),
            _ => ("denied", decision.Reasons[0].Code),
        });

    private T Ask<T>(string shop, string question, Func<ShopRules, T> decide, Func<T, (string Outcome, string? Reason)> told)
    {
        ShopRules rules = shops.Get(shop);
        Guard.Against.Null(question);
        Guard.Against.Null(decide);
        long from = time.GetTimestamp();
        T answer;
        try
        {
            answer = decide(rules);
        }
        catch
        {
            Tell(shop, question, ("failed", null), time.GetElapsedTime(from));
            throw;
        }

        TimeSpan took = time.GetElapsedTime(from);
        if (meters.AreHeard || logger.IsEnabled(LogLevel.Debug))
        {
            Tell(shop, question, told(answer), took);
        }

        return answer;
    }

    private void Tell(string shop, string question, (string Outcome, string? Reason) told, TimeSpan took)
    {
        meters.Count(shop, question, told.Outcome, told.Reason, took);
        ShopsLog.Decided(logger, shop, question, told.Outcome, told.Reason ?? "");
    }
}
