using System.Text.Json.Serialization;
using PrivateDomain.Core.Segmentation;
using PrivateDomain.Core.Tests.Conventions.BadHouse.Products;

namespace PrivateDomain.Core.Tests.Conventions
{
    public sealed class AreaOrderTests
    {
        private const string Root = "PrivateDomain.Core";

        [Fact]
        public void EveryArea_UsesOnlyWhatStandsAboveIt() => Assert.Empty(AreaOrder.Breaches(
            typeof(Money).Assembly.Location, Root));

        [Fact]
        public void NoType_IsNamedLikeItsArea() =>
            Assert.DoesNotContain(typeof(Money).Assembly.GetTypes(), static t => AreaOrder.Areas.Contains(t.Name, StringComparer.Ordinal));

        [Fact]
        public void TheCheck_SeesEveryKindOfBreach() => Assert.Equal(
            [
                "InAttribute uses LaterAttribute", "InBase uses Later", "InBody uses Later", "InConverter uses StrangeConverter",
                "InField uses Later", "InGeneric uses Later", "InLambda uses Later", "InSignature uses Later",
                "PrivateDomain.Core.Tests.Conventions.BadHouse.Nowhere.Stray is in no area",
            ],
            AreaOrder.Breaches(typeof(AreaOrderTests).Assembly.Location, "PrivateDomain.Core.Tests.Conventions.BadHouse"));
    }
}

// A house whose Customers look down at its Products in every way there is.
#pragma warning disable CA1822, IDE0051, IDE0044, CS0169, CA1823 // bad on purpose
namespace PrivateDomain.Core.Tests.Conventions.BadHouse.Customers
{
    internal sealed class InBase : Later;

    internal sealed class InField
    {
        private List<int>? allowed;
        private Later[]? broken;
    }

    internal sealed class InSignature
    {
        public void Take(in Later later)
        {
        }
    }

    internal sealed class InGeneric
    {
        public List<Dictionary<int, Later>> All => [];
    }

    internal sealed class InBody
    {
        public object Make() => new Later().ToString() ?? "";
    }

    internal sealed class InLambda
    {
        public Func<object> Make() => static () => typeof(Later);
    }

    [LaterAttribute]
    internal sealed class InAttribute;
}

namespace PrivateDomain.Core.Tests.Conventions.BadHouse.Segmentation
{
    [JsonConverter(typeof(Forms.OwnConverter))]
    internal sealed class Noun;

    [JsonConverter(typeof(Value.StrangeConverter))]
    internal sealed class InConverter;
}

namespace PrivateDomain.Core.Tests.Conventions.BadHouse.Segmentation.Forms
{
    internal sealed class OwnConverter;
}

namespace PrivateDomain.Core.Tests.Conventions.BadHouse.Value
{
    internal sealed class StrangeConverter;
}

namespace PrivateDomain.Core.Tests.Conventions.BadHouse.Products
{
    internal class Later
    {
        public Customers.InGeneric? Fine { get; }
    }

    [AttributeUsage(AttributeTargets.Class)]
    internal sealed class LaterAttribute : Attribute;
}

namespace PrivateDomain.Core.Tests.Conventions.BadHouse.Nowhere
{
    internal sealed class Stray;
}
