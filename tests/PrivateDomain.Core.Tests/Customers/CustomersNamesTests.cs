using PrivateDomain.Core.Customers;

namespace PrivateDomain.Core.Tests.Customers;

public sealed class CustomersNamesTests
{
    [Fact]
    public void Name_EveryValue_SpeaksBothLanguagesAndIsItsOwn()
    {
        Check<Carrier>(CustomersNames.Name);
        Check<LinkState>(CustomersNames.Name);
        Check<LinkLoss>(CustomersNames.Name);
        Check<TouchKind>(CustomersNames.Name);
        Check<Behaviour>(CustomersNames.Name);
        Check<EventKind>(CustomersNames.Name);
    }

    private static void Check<T>(Func<T, Bilingual> name)
        where T : struct, Enum
    {
        Bilingual[] names = [.. Enum.GetValues<T>().Select(name)];
        Assert.Equal(names.Length, names.Select(static n => n.English).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(names.Length, names.Select(static n => n.Chinese).Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, static n => Assert.NotEqual(n.English, n.Chinese));
        Assert.Throws<ArgumentOutOfRangeException>(() => name((T)Enum.ToObject(typeof(T), 99)));
    }
}
