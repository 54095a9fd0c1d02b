using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Outreach;

/// <summary>The rule "value before promotion": promotional touches ÷ all touches but service replies, in the days stated.</summary>
internal sealed class PromotionShare(OutreachOptions options)
{
    private readonly int promotionalKinds =
        options.Rules.Where(static rule => rule.IsPromotional).Aggregate(0, static (all, rule) => all | (1 << (int)rule.Kind));

    /// <summary>The share of what was sent up to an instant; unknown when nothing was, or when it is not all known.</summary>
    internal Ratio At(OutreachFacts facts, Instant at, ref ShopDays clock)
    {
        Instant start = TouchDays.StartOf(ref clock, at, options.PromotionShareDays);
        if (facts.Sent is not { } sent || facts.MissingSince(start) is not null)
        {
            return Ratio.Unknown;
        }

        (int promotional, int all, _) = Count(sent, start);
        return Ratio.From(promotional, all);
    }

    // The share rises and falls while messages leave the window, so each leaving is looked at in its turn.
    internal OutreachFinding Check(in OutreachQuestion question, ref ShopDays clock)
    {
        decimal most = question.Facts.Group == GroupHealth.Straining ? options.StrainingPromotionShareMax : options.PromotionShareMax;
        if (most >= 1)
        {
            return default;
        }

        if (question.Facts.Sent is not { } sent)
        {
            return OutreachFinding.Unknown(OutreachReasons.TouchesUnknown.With());
        }

        Instant start = TouchDays.StartOf(ref clock, question.At, options.PromotionShareDays);
        if (question.Facts.MissingSince(start) is { } missing)
        {
            return OutreachFinding.Unknown(missing);
        }

        (int promotional, int all, int first) = Count(sent, start);
        if (Fits(promotional, all, most))
        {
            return default;
        }

        Reason reason = all == 0
            ? OutreachReasons.NothingUsefulYet.With(default, options.PromotionShareDays)
            : OutreachReasons.TooPromotional.With(Ratio.From(promotional + 1, all + 1), Ratio.From(most));
        for (int i = first; i < sent.Length; i++)
        {
            if (sent[i].Kind == TouchKind.ServiceReply)
            {
                continue;
            }

            all--;
            promotional -= IsPromotional(sent[i].Kind) ? 1 : 0;
            if (Fits(promotional, all, most))
            {
                // If more leave the window together with this one, the rule is asked again there.
                return OutreachFinding.Later(TouchDays.Leaves(ref clock, sent[i].At, options.PromotionShareDays), reason);
            }
        }

        return OutreachFinding.Never(reason);
    }

    private static bool Fits(int promotional, int all, decimal most) => promotional + 1 <= most * (all + 1);

    private (int Promotional, int All, int First) Count(ImmutableArray<SentTouch> sent, Instant start)
    {
        int promotional = 0;
        int all = 0;
        int first = sent.Length;
        while (first > 0 && sent[first - 1].At >= start)
        {
            first--;
            all += sent[first].Kind == TouchKind.ServiceReply ? 0 : 1;
            promotional += IsPromotional(sent[first].Kind) ? 1 : 0;
        }

        return (promotional, all, first);
    }

    private bool IsPromotional(TouchKind kind) => (promotionalKinds >> (int)kind & 1) == 1;
}
