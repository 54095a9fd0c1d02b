using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using PrivateDomain.Core;

namespace PrivateDomain.EntityFrameworkCore;

/// <summary>Money is its amount, in one currency.</summary>
internal sealed class OneCurrencyConvention(MoneyConverter converter) : IPropertyAddedConvention
{
    public void ProcessPropertyAdded(
        IConventionPropertyBuilder propertyBuilder, IConventionContext<IConventionPropertyBuilder> context)
    {
        Type type = propertyBuilder.Metadata.ClrType;
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(Money))
        {
            propertyBuilder.HasConversion(converter);
        }
    }
}
