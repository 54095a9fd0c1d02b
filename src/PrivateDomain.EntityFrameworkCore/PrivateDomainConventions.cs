using Microsoft.EntityFrameworkCore;
using PrivateDomain.Core;
using PrivateDomain.Core.Relationships;

namespace PrivateDomain.EntityFrameworkCore;

/// <summary>Columns for the core's types in every entity of a model (模型约定).</summary>
public static class PrivateDomainConventions
{
    /// <summary>Members of the core's identifiers are columns of text of at most 128 characters, a <see cref="Currency"/> is its code,
    /// and <see cref="Money"/> is two columns, its amount and its currency.</summary>
    /// <param name="configuration">The configuration that <see cref="DbContext"/> hands to <c>ConfigureConventions</c>.</param>
    /// <param name="currency">The currency of all money, if there is one only: then <see cref="Money"/> is one column, its amount, and
    /// money of another currency is refused when it is written.</param>
    /// <returns>The same configuration.</returns>
    /// <remarks>Identifiers are compared ordinally: where a database compares otherwise by default, give their columns a binary
    /// collation. Amounts have the digits that the provider gives a decimal; where these are few, set a precision.</remarks>
    /// <exception cref="ArgumentNullException">The configuration is null.</exception>
    /// <exception cref="ArgumentException">The currency is <see cref="Currency.None"/>.</exception>
    public static ModelConfigurationBuilder UsePrivateDomain(this ModelConfigurationBuilder configuration, Currency? currency = null)
    {
        Guard.Against.Null(configuration);
        configuration.Identifier<CustomerId>().Identifier<CustomerEventId>().Identifier<OrderId>().Identifier<ProductId>()
            .Identifier<AdvisorId>();
        configuration.Properties<Currency>().HaveConversion<CurrencyConverter>().HaveMaxLength(3).AreUnicode(false);
        if (currency is { } only)
        {
            var converter = new MoneyConverter(only);
            configuration.Properties<Money>();
            configuration.Conventions.Add(_ => new OneCurrencyConvention(converter));
        }
        else
        {
            configuration.ComplexProperties<Money>();
            configuration.Conventions.Add(static _ => new MoneyConvention());
        }

        return configuration;
    }

    private static ModelConfigurationBuilder Identifier<TId>(this ModelConfigurationBuilder configuration)
        where TId : struct, IIdentifier<TId>
    {
        configuration.Properties<TId>().HaveConversion<IdentifierConverter<TId>>().HaveMaxLength(IdentifierConverter<TId>.LengthMax);
        return configuration;
    }
}
