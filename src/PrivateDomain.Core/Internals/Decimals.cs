namespace PrivateDomain.Core.Internals;

/// <summary>Arithmetic whose result may be more than a decimal holds. A bound compared beforehand would itself be rounded.</summary>
internal static class Decimals
{
    /// <summary>Divides; false when the divisor is 0 or no decimal holds the quotient.</summary>
    internal static bool TryDivide(decimal dividend, decimal divisor, out decimal quotient)
    {
        quotient = 0m;
        if (divisor == 0m)
        {
            return false;
        }

        try
        {
            quotient = dividend / divisor;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }

    /// <summary>Multiplies; false when no decimal holds the product.</summary>
    internal static bool TryMultiply(decimal left, decimal right, out decimal product)
    {
        product = 0m;
        try
        {
            product = left * right;
            return true;
        }
        catch (OverflowException)
        {
            return false;
        }
    }
}
