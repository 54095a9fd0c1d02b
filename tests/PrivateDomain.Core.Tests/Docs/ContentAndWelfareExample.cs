using System.Collections.Immutable;
using NodaTime;
using PrivateDomain.Core.Content;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Relationships;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Welfare;

namespace PrivateDomain.Core.Tests.Docs;

[Text]
public sealed class ContentAndWelfareExample
{
    [Fact]
    public void ContentAndWelfare()
    {
        // snippet: content-and-welfare
        // What does it cost to show the goods on customers, and who does it?
        ContentProgramme tryOn = new(
            ContentSource.UserMade, makers: 20, piecesPerMaker: 5, costPerYear: Money.Yuan(100_000m), usersServed: 500_000);
        bool isKnown = tryOn.CostPerUser.TryGet(out Money perUser);         // 0.20 yuan a year
        AmbassadorSelection ambassadors = AmbassadorPolicy.Default.Select(
            [
                new(CustomerId.From("lin"), Score.From(85), RelationshipStage.Alliance, "petite"),
                new(CustomerId.From("mei"), Score.From(70), RelationshipStage.Rapport, "petite", "curvy"),
            ],
            groups: ["petite", "curvy", "tall"]);
        ImmutableArray<string> open = ambassadors.Uncovered;                // tall

        // What comes next, and may there be a welfare for it?
        Occasion launch = Occasion.Once(new Bilingual("Autumn collection", "秋装上新"), new LocalDate(2026, 9, 12),
            OccasionTheme.NewProduct);
        WelfareCalendar calendar = WelfareCalendar.Default.With(launch);
        ImmutableArray<OccasionDate> autumn = calendar.Within(new LocalDate(2026, 9, 1), new LocalDate(2026, 10, 7)).Or([]);
        Occasion midAutumn = autumn.First(date => date.Occasion.Name.Chinese == "中秋").Occasion; // 25 September 2026
        WelfareBudget budget = WelfareBudget.Allocate(
            Money.Yuan(1_000m), KeyValuePair.Create(midAutumn, 3m), KeyValuePair.Create(launch, 1m));
        Gift cake = Gift.Physical(goods: Money.Yuan(15m), storage: Money.Yuan(1m), labour: Money.Yuan(2m), postage: Money.Yuan(6m));
        WelfareExplanation lottery = budget.Explain(new WelfarePlan(
            midAutumn, WelfareForm.Lottery, cake, pieces: 30, participants: 600, contributionPerParticipant: Money.Yuan(1m)));
        string why = lottery.Decision.Reasons[0].ToString(Language.SimplifiedChinese); // 720 yuan of gifts bring in 600
        // end
        Assert.Equal((true, Money.Yuan(0.20m)), (isKnown, perUser));
        Assert.Equal(["tall"], open);
        Assert.Equal(["教师节", "秋装上新", "中秋", "国庆"], autumn.Select(static o => o.Occasion.Name.Chinese));
        Assert.Equal(new LocalDate(2026, 9, 25), midAutumn.InYear(2026).Value);
        Assert.Equal("送出后只剩 -120.00 CNY，至少需要 0.00 CNY。", why);
        Assert.Single(lottery.Decision.Reasons);
    }
}
