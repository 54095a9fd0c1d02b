using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PrivateDomain.Core;

namespace PrivateDomain.Hosting.Internals;

/// <summary>Options without figures: checking them when the host starts is checking the rules of all shops.</summary>
internal sealed class ShopsStart
{
    /// <summary>Makes the registry; a shop with wrong rules keeps the host from starting.</summary>
    internal sealed class Check(IServiceProvider services) : IValidateOptions<ShopsStart>
    {
        public ValidateOptionsResult Validate(string? name, ShopsStart options)
        {
            try
            {
                services.GetRequiredService<ShopRegistry>();
                return ValidateOptionsResult.Success;
            }
            catch (InputFormatException exception)
            {
                return ValidateOptionsResult.Fail(exception.Mistakes.Select(static mistake => mistake.ToString()));
            }
        }
    }
}
