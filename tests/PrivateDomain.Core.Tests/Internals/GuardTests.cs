using System.Globalization;
using Ardalis.GuardClauses;
using Mono.Cecil;
using NodaTime;

namespace PrivateDomain.Core.Tests.Internals;

public sealed class GuardTests
{
    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    [InlineData(-1, false)]
    public void OutOfRange_TakesBothBounds(int value, bool taken)
    {
        if (taken)
        {
            Assert.Equal(value, Guard.Against.OutOfRange(value, nameof(value), 0, 3));
            return;
        }

        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => Guard.Against.OutOfRange(value, nameof(value), 0, 3));
        Assert.Equal(("value", value.ToString(CultureInfo.InvariantCulture)), (refusal.ParamName, refusal.ActualValue));
        Assert.StartsWith("A value from 0 to 3 is needed.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void OutOfRange_OfADay_SaysItAsIso()
    {
        var day = new LocalDate(2026, 3, 2);
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() =>
            Guard.Against.OutOfRange(day, nameof(day), day.PlusDays(1), day.PlusDays(2)));
        Assert.Equal("2026-03-02", refusal.ActualValue);
        Assert.StartsWith("A value from 2026-03-03 to 2026-03-04 is needed.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Negative_TakesZero_RefusesLess_WithTheArgumentAndItsValue()
    {
        Assert.Equal(0, Guard.Against.Negative(0));
        Assert.Equal(0m, Guard.Against.Negative(0m));
        int customers = -1;
        decimal price = -0.01m;
        double share = double.NaN;
        AssertRefused("customers", "-1", () => Guard.Against.Negative(customers));
        AssertRefused("price", "-0.01", () => Guard.Against.Negative(price));
        AssertRefused("share", "NaN", () => Guard.Against.Negative(share));
    }

    [Fact]
    public void NegativeOrZero_TakesWhatIsAbove_RefusesZero()
    {
        Assert.Equal(1, Guard.Against.NegativeOrZero(1));
        int parts = 0;
        double share = double.NaN;
        AssertRefused("parts", "0", () => Guard.Against.NegativeOrZero(parts));
        AssertRefused("share", "NaN", () => Guard.Against.NegativeOrZero(share));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void NullOrWhiteSpace_RefusesWhatHoldsNoWord(string? name)
    {
        var refusal = Assert.ThrowsAny<ArgumentException>(() => Guard.Against.NullOrWhiteSpace(name));
        Assert.Equal("name", refusal.ParamName);
        Assert.Equal(name is null, refusal is ArgumentNullException);
        Assert.Equal("a", Guard.Against.NullOrWhiteSpace("a"));
    }

    /// <summary>The message of the platform's exception prints a number in the culture of the thread; ours goes in as text.</summary>
    [Fact]
    public void Refusal_SaysItsValue_InEveryCultureAlike()
    {
        string[] messages = [InCulture(""), InCulture("tr-TR"), InCulture("ar-SA")];
        Assert.Single(messages.Distinct(StringComparer.Ordinal));
        Assert.Contains("-0.5", messages[0], StringComparison.Ordinal);

        static string InCulture(string name)
        {
            CultureInfo before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);
            try
            {
                return Assert.Throws<ArgumentOutOfRangeException>(() => Guard.Against.Negative(-0.5m)).Message;
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }
    }

    [Fact]
    public void Success_AllocatesNothing()
    {
        var day = new LocalDate(2026, 3, 2);
        Assert.Equal(0, Allocations.Of(() =>
        {
            Guard.Against.Null("x");
            Guard.Against.NullOrWhiteSpace("x");
            Guard.Against.OutOfRange(1, "x", 0, 3);
            Guard.Against.OutOfRange(1m, "x", 0m, 3m);
            Guard.Against.OutOfRange(day, "x", day, day);
            Guard.Against.Negative(1);
            Guard.Against.Negative(1m);
            Guard.Against.NegativeOrZero(1);
        }));
    }

    /// <summary>The package's Negative and OutOfRange must not slip in where none of ours fits; its Null is what we want.</summary>
    [Fact]
    public void TheLibrary_CallsOfThePackage_OnlyTheEntryAndNull() =>
        Assert.Equal(["Guard.get_Against", "GuardClauseExtensions.Null"], PackageMembersIn(typeof(Money).Assembly.Location, _ => true));

    [Fact]
    public void TheCheck_SeesACallOfThePackage() =>
        Assert.Contains("GuardClauseExtensions.Negative",
            PackageMembersIn(typeof(GuardTests).Assembly.Location, m => m.Name.Equals(nameof(ThePackagesOwn), StringComparison.Ordinal)));

    internal static TimeSpan ThePackagesOwn() => Guard.Against.Negative(TimeSpan.Zero); // no guard of ours takes a TimeSpan

    private static string[] PackageMembersIn(string path, Func<MethodDefinition, bool> where)
    {
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(path);
        return [.. assembly.MainModule.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody && where(m))
            .SelectMany(m => m.Body.Instructions).Select(i => i.Operand).OfType<MethodReference>()
            .Where(m => m.DeclaringType.Namespace.Equals("Ardalis.GuardClauses", StringComparison.Ordinal))
            .Select(m => $"{m.DeclaringType.Name}.{m.Name}").Distinct().Order(StringComparer.Ordinal)];
    }

    private static void AssertRefused(string parameter, string value, Action call)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(call);
        Assert.Equal((parameter, value), (refusal.ParamName, refusal.ActualValue));
    }
}
