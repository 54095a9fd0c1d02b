using System.Text;
using Microsoft.Extensions.Configuration;

namespace PrivateDomain.Hosting.Tests;

/// <summary>A configuration whose JSON the test replaces, as a file's provider does: all at once, and then it tells.</summary>
internal sealed class ChangingConfiguration : ConfigurationProvider, IConfigurationSource
{
    internal ChangingConfiguration(string json)
    {
        Root = new ConfigurationBuilder().Add(this).Build();
        Change(json);
    }

    internal IConfigurationRoot Root { get; }

    internal void Change(string json)
    {
        var read = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
        Data = read.AsEnumerable().ToDictionary(static pair => pair.Key, static pair => pair.Value, StringComparer.OrdinalIgnoreCase);
        OnReload();
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
}
