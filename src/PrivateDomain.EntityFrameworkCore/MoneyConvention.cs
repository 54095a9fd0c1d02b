using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using PrivateDomain.Core;

namespace PrivateDomain.EntityFrameworkCore;

/// <summary>Money is its amount and its currency.</summary>
internal sealed class MoneyConvention : IComplexPropertyAddedConvention
{
    public void ProcessComplexPropertyAdded(
        IConventionComplexPropertyBuilder propertyBuilder, IConventionContext<IConventionComplexPropertyBuilder> context)
    {
        if (propertyBuilder.Metadata.ComplexType.ClrType == typeof(Money))
        {
            IConventionComplexTypeBuilder money = propertyBuilder.Metadata.ComplexType.Builder;
            money.Property(typeof(decimal), nameof(Money.Amount));
            money.Property(typeof(Currency), nameof(Money.Currency));
        }
    }
}
