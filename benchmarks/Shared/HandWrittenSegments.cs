namespace PrivateDomain.Core.Benchmarks;

/// <summary>The twenty segments in one method of plain code, as someone in a hurry for speed would write it.</summary>
internal static class HandWrittenSegments
{
    private const int Today = TwentySegments.TodayNumber;
    private const int ReferrerReviewer = SegmentTags.Referrer | SegmentTags.Reviewer;
    private const int MotherBaby = SegmentTags.Mother | SegmentTags.Baby;

    /// <summary>A bit for each segment that the customer is in.</summary>
    internal static int MaskOf(SegmentCustomer c)
    {
        (int stage, int last, int orders, double spend) = (c.Stage, c.LastOrderDay, c.Orders, c.Spend);
        (int tags, int community, int joined, int contact) = (c.Tags, c.Community, c.JoinedDay, c.ContactDay);
        int mask = 0;
        if (stage == 1)
        {
            mask |= joined >= Today - 7 ? 1 : 0;
            mask |= joined < Today - 90 && contact < Today - 30 ? 1 << 1 : 0;
        }

        if (stage == 3)
        {
            mask |= last >= Today - 30 ? 1 << 2 : 0;
            mask |= last >= Today - 60 && last <= Today - 31 && (tags & SegmentTags.OptOut) == 0 ? 1 << 3 : 0;
        }

        if (stage >= 4)
        {
            mask |= last >= Today - 90 ? 1 << 4 : 0;
            mask |= last >= Today - 180 && last <= Today - 91 && orders >= 3 ? 1 << 5 : 0;
        }

        mask |= orders >= 1 && last < Today - 365 ? 1 << 6 : 0;
        mask |= spend >= 10_000 && orders >= 10 && last >= Today - 180 ? 1 << 7 : 0;
        mask |= orders >= 1 && orders <= 3 && spend >= 3_000 ? 1 << 8 : 0;
        mask |= stage == 5 || ((tags & ReferrerReviewer) == ReferrerReviewer && orders >= 5) ? 1 << 9 : 0;
        mask |= community >= 1_000 && community <= 1_999 && spend >= 2_000 && (tags & (SegmentTags.Vip | SegmentTags.Gold)) != 0
            ? 1 << 10 : 0;
        mask |= spend >= 5_000 && last < Today - 180 && (tags & (SegmentTags.Complaint | SegmentTags.OptOut)) == 0 ? 1 << 11 : 0;
        mask |= (tags & MotherBaby) == MotherBaby && last >= Today - 180 ? 1 << 12 : 0;
        mask |= (tags & (SegmentTags.Coupon | SegmentTags.Bargain)) != 0 && spend < 500 && orders >= 2 ? 1 << 13 : 0;
        mask |= ((last >= Today - 365 && last <= Today - 181) || contact < Today - 180) && orders >= 2 && (tags & SegmentTags.OptOut) == 0
            ? 1 << 14 : 0;
        mask |= joined >= Today - 30 && joined <= Today && orders == 0 && (tags & SegmentTags.Blacklisted) == 0 ? 1 << 15 : 0;
        mask |= community == 0 && stage >= 3 ? 1 << 16 : 0;
        mask |= joined >= Today - 372 && joined <= Today - 358 && stage >= 3 ? 1 << 17 : 0;
        mask |= (tags & (SegmentTags.OptOut | SegmentTags.Blacklisted)) != 0 || contact >= Today - 2 ? 1 << 18 : 0;
        mask |= ((stage == 3 && spend >= 1_000) || (stage == 4 && spend < 2_000 && orders >= 2 && orders <= 4))
            && (tags & SegmentTags.Complaint) == 0 ? 1 << 19 : 0;
        return mask;
    }
}
