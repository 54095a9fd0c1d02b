using System.Diagnostics.CodeAnalysis;

namespace PrivateDomain.Core.Tests.Walking;

public sealed class WalkerTests
{
    [Fact]
    public void NoPublicMember_LetsAnUndocumentedExceptionOut()
    {
        var walker = new Walker();
        walker.Walk(typeof(Money).Assembly.GetExportedTypes());
        Assert.True(walker.Calls > 10_000, $"Only {walker.Calls} calls.");
        if (walker.Breaches.Count > 0)
        {
            Assert.Fail(string.Join("\n", walker.Breaches));
        }
    }

    [Fact]
    public void TheWalk_SeesWhatComesOut()
    {
        var walker = new Walker();
        walker.Walk([typeof(Careless)], rounds: 1);
        Assert.Equal(
            [".ctor", "Last", "Length", "Sum", "Times"],
            walker.Breaches.Select(
                static breach => breach.Split(
                    ':')[0]["Careless.".Length..]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [SuppressMessage("Performance", "CA1822", Justification = "Careless on purpose.")]
    private sealed class Careless
    {
        public Careless(int count) => Count = checked(count + 1);

        public int Count { get; }

        public static int Length(string text) => text.Length;

        public static int Sum(IEnumerable<string> texts) => texts.Sum(static text => text.Length);

        public static decimal Times(decimal x) => x * 2;

        public static char Last(string? text) => text is null ? '-' : text[^1];

        public static string Fine(string? text) => text ?? throw new ArgumentNullException(nameof(text));
    }
}
