using PrivateDomain.Core;

namespace PrivateDomain.ShopReport;

/// <summary>The report cannot be made at all: exit code 2.</summary>
internal sealed class CannotRunException(Bilingual why) : Exception(why.English)
{
    public Bilingual Why { get; } = why;
}
