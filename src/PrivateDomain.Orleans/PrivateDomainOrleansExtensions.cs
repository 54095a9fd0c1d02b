using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Npgsql;
using Orleans.Serialization;
using Orleans.Serialization.Cloning;
using PrivateDomain.Core.Rules;
using PrivateDomain.Orleans.Customers;
using PrivateDomain.Orleans.Referrals;
using PrivateDomain.Orleans.Storage;
using PrivateDomain.Orleans.Wire;

namespace PrivateDomain.Orleans;

/// <summary>Puts customers on a host's silos, and what they need to speak to on its clients (注册 Orleans 客户).</summary>
public static class PrivateDomainOrleansExtensions
{
    /// <summary>Puts customers on a silo: the store on PostgreSQL, the grain, and how the core's values cross the wire.</summary>
    /// <remarks>The silo's services need the shop's <see cref="ShopRules"/>: <c>AddPrivateDomain</c> of the core registers them. The tables
    /// are made when the silo starts, where they are not there yet. What the host registered before stays, such as an
    /// <see cref="ICustomerStore"/> or an <see cref="IOutreachFactsSource"/> of its own. Clustering is the host's choice.</remarks>
    /// <param name="silo">The silo.</param>
    /// <param name="source">The database; the host ends it.</param>
    /// <param name="schema">The schema of the tables: 1 to 63 small letters, digits and underscores, the first no digit.</param>
    /// <returns>The same silo.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The schema has another form.</exception>
    public static ISiloBuilder AddPrivateDomainCustomers(this ISiloBuilder silo, NpgsqlDataSource source, string schema = "private_domain")
    {
        ArgumentNullException.ThrowIfNull(silo);
        var store = new PostgresCustomerStore(source, schema);
        silo.Services.TryAddSingleton<ICustomerStore>(store);
        silo.Services.TryAddSingleton<IOutreachFactsSource, HistoryOutreachFacts>();
        AddWire(silo.Services);
        return silo.AddStartupTask((_, cancel) => store.CreateTables(cancel));
    }

    /// <summary>Has each customer's grain tell the host what changes with its customer by time alone, by a reminder at the next such
    /// instant (到期提醒).</summary>
    /// <remarks>Needs <see cref="AddPrivateDomainCustomers"/>, and a reminder service, which is the host's choice; a silo without one does
    /// not start. The time is that of the registered <see cref="IClock"/>, which <c>AddPrivateDomain</c> of the core registers. A receiver
    /// that the host registered before stays.</remarks>
    /// <typeparam name="TReceiver">Who is told; one for the silo.</typeparam>
    /// <param name="silo">The silo.</param>
    /// <returns>The same silo.</returns>
    /// <exception cref="ArgumentNullException">There is no silo.</exception>
    public static ISiloBuilder AddPrivateDomainOutlook<TReceiver>(this ISiloBuilder silo)
        where TReceiver : class, ICustomerOutlookReceiver
    {
        ArgumentNullException.ThrowIfNull(silo);
        silo.Services.TryAddSingleton<ICustomerOutlookReceiver, TReceiver>();
        return silo.AddStartupTask(static (services, _) => services.GetService<IReminderTable>() is not null ? Task.CompletedTask
            : throw new InvalidOperationException("No reminder service is registered on this silo: choose one, as Redis or ADO.NET."));
    }

    /// <summary>Puts referral programmes on a silo: the store on PostgreSQL, the grains, and how the core's values cross the
    /// wire.</summary>
    /// <remarks>The tables are made when the silo starts, where they are not there yet. An <see cref="IReferralStore"/> that the host
    /// registered before stays. All silos register the same programmes.</remarks>
    /// <param name="silo">The silo.</param>
    /// <param name="source">The database; the host ends it.</param>
    /// <param name="programmes">The programmes and their shards, each name once.</param>
    /// <param name="schema">The schema of the tables: 1 to 63 small letters, digits and underscores, the first no digit.</param>
    /// <returns>The same silo.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A name is there twice, or the schema has another form.</exception>
    public static ISiloBuilder AddPrivateDomainReferrals(
        this ISiloBuilder silo, NpgsqlDataSource source, IEnumerable<ShardedProgramme> programmes, string schema = "private_domain")
    {
        ArgumentNullException.ThrowIfNull(silo);
        ArgumentNullException.ThrowIfNull(programmes);
        var store = new PostgresReferralStore(source, schema);
        ShardedProgramme[] all = [.. programmes];
        foreach (IGrouping<string, ShardedProgramme> named in all.GroupBy(static p => p.Programme.Options.Name, StringComparer.Ordinal))
        {
            if (named.Count() > 1 || silo.Services.Any(s => s.ImplementationInstance is ShardedProgramme p
                && string.Equals(p.Programme.Options.Name, named.Key, StringComparison.Ordinal)))
            {
                throw new ArgumentException($"Programme \"{named.Key}\" is registered twice.", nameof(programmes));
            }
        }

        foreach (ShardedProgramme programme in all)
        {
            silo.Services.AddSingleton(programme);
        }

        silo.Services.TryAddSingleton<IReferralStore>(store);
        AddWire(silo.Services);
        return silo.AddStartupTask((_, cancel) => store.CreateTables(cancel));
    }

    /// <summary>Lets a client speak to the grains of this package.</summary>
    /// <param name="client">The client.</param>
    /// <returns>The same client.</returns>
    /// <exception cref="ArgumentNullException">There is no client.</exception>
    public static IClientBuilder AddPrivateDomain(this IClientBuilder client)
    {
        ArgumentNullException.ThrowIfNull(client);
        AddWire(client.Services);
        return client;
    }

    private static void AddWire(IServiceCollection services)
    {
        services.AddSerializer(static serializer => serializer.AddJsonSerializer(CoreTypes.IsOnWire, isCopyable: null));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IGeneralizedCopier, CoreTypes>());
    }
}
