namespace PrivateDomain.Core.Tests.Conventions;

public sealed class ImmutabilityTests
{
    // What may change, and why.
    private static readonly string[] Exempt = [];

    [Fact]
    public void NothingInTheLibrary_CanChange() => Assert.Empty(Immutability.Breaches(typeof(Money).Assembly.GetTypes()).Except(Exempt));

    [Fact]
    public void TheCheck_SeesEveryKindOfBreach() => Assert.Equal(
        [
            "Bad.Array shows an array", "Bad.Init has a setter", "Bad.Set has a setter", "Bad.field can be assigned", "Bad.shared can be assigned",
        ],
        Immutability.Breaches([typeof(Bad), typeof(Good)]));

#pragma warning disable CS0169, CS0414, IDE0044, IDE0051, CA1823, CA1819, CA1812, MA0069, CA1805, CA1852 // bad on purpose
    private sealed class Bad
    {
        private static int shared = 0;
        private int field;

        public int Init { get; init; }

        public int Set { get; set; }

        public int[] Array { get; } = [];
    }

    private sealed class Good
    {
        private const int Constant = 1;
        private static readonly int Shared = Constant;
        private readonly int field = Shared;

        public int Get => this.field;

        public int Auto { get; }
    }
#pragma warning restore
}
