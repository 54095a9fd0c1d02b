using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Outreach;

public sealed partial class OutreachPolicy
{
    // Allowed while fewer than the most are in the window. The one that has to leave it first is as many back as the cap allows.
    private void CheckCaps(OutreachFacts facts, TouchKind kind, Instant at, ref ShopDays clock, ref Findings findings)
    {
        foreach (TouchCap cap in Caps)
        {
            if (cap.Kind != TouchKind.None && cap.Kind != kind)
            {
                continue;
            }

            ReasonDefinition definition = cap.Kind == TouchKind.None ? EngagementReasons.TooManyTouches : EngagementReasons.TooManyOfKind;
            if (cap.Max == 0)
            {
                findings = findings.Never(definition.With(0, cap.Limit));
            }
            else if (Nth(facts, cap) is { } last && LocalDays.Holds(ref clock, at, last, cap.Days))
            {
                findings = findings.Until(LocalDays.Leaves(ref clock, last, cap.Days), definition.With(CountIn(facts, cap, at, ref clock), cap.Limit));
            }
        }
    }

    private static bool Counts(TouchCap cap, TouchKind kind) => cap.Kind == TouchKind.None ? kind != TouchKind.ServiceReply : kind == cap.Kind;

    private static Instant? Nth(OutreachFacts facts, TouchCap cap)
    {
        ImmutableArray<SentTouch> sent = facts.Sent;
        int left = cap.Max;
        for (int i = sent.Length - 1; i >= 0; i--)
        {
            if (Counts(cap, sent[i].Kind) && --left == 0)
            {
                return sent[i].At;
            }
        }

        return null;
    }

    private static int CountIn(OutreachFacts facts, TouchCap cap, Instant at, ref ShopDays clock)
    {
        int count = 0;
        foreach (SentTouch touch in facts.Sent)
        {
            count += Counts(cap, touch.Kind) && LocalDays.Holds(ref clock, at, touch.At, cap.Days) ? 1 : 0;
        }

        return count;
    }

    // The share rises and falls while messages leave the window, so each leaving is looked at in its turn.
    private void CheckShare(OutreachFacts facts, Instant at, ref ShopDays clock, ref Findings findings)
    {
        decimal most = facts.Group == GroupHealth.Straining ? StrainingPromotionShareMax : PromotionShareMax;
        (int promotions, int all, int first) = CountShare(facts, at, ref clock);
        if (most >= 1 || Fits(promotions, all))
        {
            return;
        }

        Reason reason = EngagementReasons.TooPromotional.With(Ratio.Of(promotions + 1, all + 1), Ratio.Known(most));
        ImmutableArray<SentTouch> sent = facts.Sent;
        for (int i = first; i < sent.Length; i++)
        {
            if (sent[i].Kind == TouchKind.ServiceReply)
            {
                continue;
            }

            all--;
            promotions -= IsPromotional(sent[i].Kind) ? 1 : 0;
            if (Fits(promotions, all))
            {
                findings = findings.Until(LocalDays.Leaves(ref clock, sent[i].At, PromotionShareDays), reason); // if more leave with it, it is asked again there
                return;
            }
        }

        findings = findings.Never(reason);

        bool Fits(int promotional, int messages) => promotional + 1 <= most * (messages + 1);
    }

    private (int Promotions, int All, int First) CountShare(OutreachFacts facts, Instant at, ref ShopDays clock)
    {
        ImmutableArray<SentTouch> sent = facts.Sent;
        int promotions = 0;
        int all = 0;
        int first = sent.Length;
        if (sent.IsEmpty)
        {
            return (0, 0, first);
        }

        Instant start = clock.StartOf(clock.Of(at) - PromotionShareDays + 1);
        while (first > 0 && sent[first - 1].At >= start)
        {
            first--;
            all += sent[first].Kind == TouchKind.ServiceReply ? 0 : 1;
            promotions += IsPromotional(sent[first].Kind) ? 1 : 0;
        }

        return (promotions, all, first);
    }

    private bool IsPromotional(TouchKind kind) => ruleOf[(int)kind] is { IsPromotional: true };
}
