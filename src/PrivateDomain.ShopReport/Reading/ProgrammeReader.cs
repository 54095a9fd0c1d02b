using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using PrivateDomain.Core;
using PrivateDomain.Core.Costs;
using PrivateDomain.Core.Products;
using PrivateDomain.Core.Referrals;
using PrivateDomain.Core.Referrals.Economics;
using PrivateDomain.ShopReport.Reading.Tables;

namespace PrivateDomain.ShopReport.Reading;

/// <summary>A referral programme that is only thought of.</summary>
/// <param name="ReceptionRate">What the file says of the shop; unknown where it does not.</param>
internal sealed record ProgrammeIdea(
    ReferralProgramme Programme, HookEconomics Economics, ReferralPlan Plan, Ratio ReceptionRate, Ratio ComplaintRate, Ratio NeedShare);

/// <summary>Reads a programme file (JSON): the names in it are those of the library's factories; every mistake is listed with its
/// place.</summary>
/// <remarks>What cannot be read is blamed and stood in for by something harmless, so that the library's checks of all the rest are heard
/// too.</remarks>
internal sealed class ProgrammeReader
{
    private const decimal Largest = 1_000_000_000m;
    private static readonly LocalDate LongAgo = new(1901, 1, 1);

    private static readonly ImmutableArray<string> Known =
    [
        "name", "mechanic", "logic", "paidPer", "reward", "budget", "begins", "ends",
        "hook.fixedCost", "hook.goods", "hook.storage", "hook.labour", "hook.postage",
        "costs.perSuccess", "costs.perInvitation", "costs.fixedCost",
        "funnel.joinPerInvitation", "funnel.purchasePerJoin", "funnel.freeloaderShare", "funnel.retainedShare",
        "value.firstOrder", "value.freeloaderFirstOrder", "value.perMonth", "value.retentionRate", "value.discountRate",
        "plan.successes", "plan.redLine", "plan.cashHorizon",
        "shop.receptionRate", "shop.complaintRate", "shop.needShare",
    ];

    private readonly string file;
    private readonly Shop shop;
    private readonly ICollection<RowProblem> problems;
    private readonly HashSet<string> blamed = [];
    private readonly Dictionary<string, JsonLeaf> leaves;

    private ProgrammeReader(string path, Encoding encoding, Shop shop, ICollection<RowProblem> problems)
    {
        (file, this.shop, this.problems) = (Path.GetFileName(path), shop, problems);
        leaves = JsonLeaves.Read(Encoding.UTF8.GetBytes(File.ReadAllText(path, encoding)), Blame) ?? [];
        foreach ((string name, JsonLeaf leaf) in leaves.Where(static leaf => !Known.Contains(leaf.Key)))
        {
            Blame(name, leaf.Line,
                new($"There is no such field; known are: {string.Join(", ", Known)}.",
                    $"没有这个字段；可用：{string.Join("、", Known)}。"));
        }
    }

    /// <summary>The programme; null when the file has mistakes, which are all added to the problems.</summary>
    /// <exception cref="CannotRunException">There is no such file.</exception>
    public static ProgrammeIdea? Read(string path, Encoding encoding, Shop shop, ICollection<RowProblem> problems)
    {
        if (!File.Exists(path))
        {
            throw new CannotRunException(new($"There is no file \"{path}\".", $"找不到文件“{path}”。"));
        }

        var reader = new ProgrammeReader(path, encoding, shop, problems);
        bool isNoJson = reader.blamed.Contains("-");
        return isNoJson ? null : reader.Idea();
    }

    private ProgrammeIdea? Idea()
    {
        Gift? hook = Make("hook.", Hook);
        ReferralProgramme? programme = Make("", () => Programme(hook ?? Gift.Virtual(Money.Zero(shop.Currency))));
        var costs = new ReferralCosts
        {
            PerSuccess = Sum("costs.perSuccess", 0m),
            PerInvitation = Sum("costs.perInvitation", 0m),
            FixedCost = Sum("costs.fixedCost", 0m),
        };
        var funnel = new ReferralFunnel
        {
            JoinPerInvitation = Share("funnel.joinPerInvitation").Value,
            PurchasePerJoin = Share("funnel.purchasePerJoin").Value,
            FreeloaderShare = Share("funnel.freeloaderShare").Value,
            RetainedShare = leaves.ContainsKey("funnel.retainedShare") ? Share("funnel.retainedShare").Value : null,
        };
        ExpectedContribution? expected = Make("value.", () => Expected(ExpectedContribution.Of(
            Sum("value.perMonth"), Share("value.retentionRate"), Number("value.discountRate", 0m))));
        var value = new NewcomerValue
        {
            FirstOrder = Sum("value.firstOrder"),
            FreeloaderFirstOrder = Sum("value.freeloaderFirstOrder"),
            Expected = expected ?? ExpectedContribution.From(Money.Zero(shop.Currency), Ratio.From(0m)),
        };
        HookEconomics? economics = Make("", () => HookEconomics.From(new HookFigures
        {
            Logic = Choice<ReferralLogic>("logic"),
            PaidPer = Choice<PayTrigger>("paidPer"),
            Reward = Sum("reward"),
            Hook = hook ?? Gift.Virtual(Money.Zero(shop.Currency)),
            Costs = costs,
            Funnel = funnel,
            Value = value,
        }));
        var plan = new ReferralPlan
        {
            Successes = AtLeastOne("plan.successes"),
            RedLine = Sum("plan.redLine"),
            CashHorizon = AtLeastOne("plan.cashHorizon"),
        };
        (Ratio reception, Ratio complaints, Ratio need) = (
            ShareIfAny("shop.receptionRate"), ShareIfAny("shop.complaintRate"), ShareIfAny("shop.needShare"));
        return blamed.Count > 0
            ? null
            : new ProgrammeIdea(programme!, economics!, plan, reception, complaints, need);
    }

    private static ExpectedContribution Expected(Answer<ExpectedContribution> answer) => answer.TryGet(out ExpectedContribution? expected)
        ? expected
        : throw new InvalidPolicyException("expected contribution",
            [.. answer.Reasons.Select(static r =>
                new Mistake(r.Code == CostsReasons.DiscountTooLow.Code ? "discountRate" : "retentionRate", r))]);

    private ReferralProgramme Programme(Gift hook) => ReferralProgramme.Create(new ReferralProgrammeOptions
    {
        Name = Text("name"),
        Mechanic = Choice<ReferralMechanic>("mechanic"),
        Logic = Choice<ReferralLogic>("logic"),
        PaidPer = Choice<PayTrigger>("paidPer"),
        Reward = Sum("reward"),
        Hook = hook,
        Budget = Sum("budget"),
        Begins = Day("begins"),
        Ends = Day("ends"),
    });

    // A sum for all copies, or one for each piece.
    private Gift Hook()
    {
        if (!leaves.ContainsKey("hook.fixedCost"))
        {
            return Gift.Physical(Sum("hook.goods"), Sum("hook.storage"), Sum("hook.labour"), Sum("hook.postage"));
        }

        foreach (string other in Known.Where(name =>
            name.StartsWith("hook.", StringComparison.Ordinal) && name != "hook.fixedCost" && leaves.ContainsKey(name)))
        {
            Blame(other, new(
                "It cannot stand beside hook.fixedCost: a hook has a cost for all copies, or one for each.",
                "不能与 hook.fixedCost 并存：利益点要么只有固定成本，要么按件计成本。"));
        }

        return Gift.Virtual(Sum("hook.fixedCost"));
    }

    private T? Make<T>(string prefix, Func<T> make)
        where T : class
    {
        try
        {
            return make();
        }
        catch (InvalidPolicyException problem)
        {
            foreach (Mistake violation in problem.Mistakes.Where(each => !blamed.Contains(prefix + each.Place)))
            {
                string path = prefix + violation.Place;
                Blame(path, new(violation.Reason.ToString(Language.English), violation.Reason.ToString(Language.SimplifiedChinese)));
            }

            return null;
        }
    }

    private string Text(string path) => Leaf(path, JsonTokenType.String, new("A text is needed.", "应为文本。"))?.Text ?? "";

    private TChoice Choice<TChoice>(string path)
        where TChoice : struct, Enum
    {
        string[] known = [.. Enum.GetNames<TChoice>().Skip(1)]; // the first is none
        string text = Text(path);
        if (!known.Contains(text))
        {
            string list = string.Join(", ", known);
            Blame(path, new($"One of {list} is needed, but it was \"{RowProblem.Shown(text)}\".",
                $"可用：{list}，实际为“{RowProblem.Shown(text)}”。"));
            return default;
        }

        return Enum.Parse<TChoice>(text);
    }

    private Instant Day(string path)
    {
        string text = Text(path);
        if (!LocalDatePattern.Iso.Parse(text).TryGetValue(LongAgo, out LocalDate day) || !DateReader.IsInRange(day))
        {
            day = LongAgo;
            string shown = RowProblem.Shown(text);
            Blame(path,
                new($"A date such as 2026-10-01 is needed, but it was \"{shown}\".", $"应为日期，如 2026-10-01，实际为“{shown}”。"));
        }

        return shop.Zone.AtStartOfDay(day).ToInstant();
    }

    private Money Sum(string path, decimal? otherwise = null) => Money.From(Number(path, otherwise), shop.Currency);

    private int Whole(string path)
    {
        decimal number = Number(path);
        if (number != decimal.Truncate(number))
        {
            Blame(path, new("A whole number is needed.", "应为整数。"));
        }

        return (int)number;
    }

    // The library looks at a plan where it is used; here its mistakes are told with the place in the file.
    private int AtLeastOne(string path)
    {
        int number = Whole(path);
        int most = path == "plan.cashHorizon" ? Payback.LongestHorizon : int.MaxValue;
        if (number < 1 || number > most)
        {
            Blame(path, new($"It must be from 1 to {most}.", $"应为 1 至 {most}。"));
        }

        return number;
    }

    private Ratio Share(string path)
    {
        decimal share = Number(path);
        if (share is < 0m or > 1m)
        {
            Blame(path, new("A share from 0 to 1 is needed.", "应为 0 至 1 之间的占比。"));
        }

        return Ratio.From(share);
    }

    private Ratio ShareIfAny(string path) => leaves.ContainsKey(path) ? Share(path) : Ratio.Unknown;

    private decimal Number(string path, decimal? otherwise = null)
    {
        if (otherwise is { } given && !leaves.ContainsKey(path))
        {
            return given;
        }

        if (Leaf(path, JsonTokenType.Number, new("A number is needed.", "应为数字。")) is { } leaf)
        {
            if (decimal.TryParse(leaf.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number)
                && Math.Abs(number) <= Largest)
            {
                return number;
            }

            Blame(path, new("The number is too large.", "数字过大。"));
        }

        return 0m;
    }

    private JsonLeaf? Leaf(string path, JsonTokenType type, Bilingual wanted)
    {
        bool isThere = leaves.TryGetValue(path, out JsonLeaf leaf);
        if (isThere && leaf.Type == type)
        {
            return leaf;
        }

        Blame(path, isThere ? wanted : new("There is no value.", "缺少值。"));
        return null;
    }

    private long LineOf(string path) => leaves.TryGetValue(path, out JsonLeaf leaf) ? leaf.Line : 1;

    private void Blame(string path, Bilingual reason) => Blame(path, LineOf(path), reason);

    // Once for each field: what follows from a mistake is none of its own.
    private void Blame(string path, long line, Bilingual reason)
    {
        if (blamed.Add(path))
        {
            problems.Add(new RowProblem(file, line, path, reason));
        }
    }
}
