using Microsoft.Extensions.Logging;

namespace PrivateDomain.Hosting.Internals;

/// <summary>What is logged. The numbers and names of the events are part of the contract.</summary>
internal static partial class ShopsLog
{
    [LoggerMessage(EventId = 1, EventName = "ShopAdded", Level = LogLevel.Information, Message = "Shop {Shop}: its rules are in force.")]
    internal static partial void Added(ILogger logger, string shop);

    [LoggerMessage(EventId = 2, EventName = "ShopChanged", Level = LogLevel.Information,
        Message = "Shop {Shop}: other rules are in force; {Count} figures differ. {Differences}")]
    internal static partial void Changed(ILogger logger, string shop, int count, string differences);

    [LoggerMessage(EventId = 3, EventName = "ShopRefused", Level = LogLevel.Error,
        Message = "Shop {Shop}: a change is refused, and what was in force stays. Mistakes: {Count}. {Mistakes}")]
    internal static partial void Refused(ILogger logger, string shop, int count, string mistakes);

    [LoggerMessage(EventId = 4, EventName = "ShopMended", Level = LogLevel.Information,
        Message = "Shop {Shop}: a refused change was taken back; the rules in force are what is stated.")]
    internal static partial void Mended(ILogger logger, string shop);

    [LoggerMessage(EventId = 5, EventName = "ShopRemoved", Level = LogLevel.Warning, Message = "Shop {Shop} is gone.")]
    internal static partial void Removed(ILogger logger, string shop);

    [LoggerMessage(EventId = 6, EventName = "ListenerFailed", Level = LogLevel.Error,
        Message = "Shop {Shop}: a listener to changes failed; the change stands.")]
    internal static partial void ListenerFailed(ILogger logger, Exception exception, string shop);

    [LoggerMessage(EventId = 7, EventName = "DecisionMade", Level = LogLevel.Debug,
        Message = "Shop {Shop}, {Question}: {Outcome} {Reason}")]
    internal static partial void Decided(ILogger logger, string shop, string question, string outcome, string reason);
}
