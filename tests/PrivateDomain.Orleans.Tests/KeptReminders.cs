using System.Collections.Concurrent;
using System.Globalization;

namespace PrivateDomain.Orleans.Tests;

/// <summary>A table of reminders that outlives a cluster, as a host's does.</summary>
internal sealed class KeptReminders : IReminderTable
{
    private readonly ConcurrentDictionary<(GrainId Grain, string Name), ReminderEntry> rows = [];
    private int tags;

    /// <summary>While true, nothing can be asked.</summary>
    internal volatile bool IsAway;

    /// <summary>The names of the reminders of a customer.</summary>
    internal string[] NamesOf(string customer) => [.. RowsOf(customer).Select(static row => row.ReminderName)];

    /// <summary>When the reminders of a customer come first.</summary>
    internal DateTime[] StartsOf(string customer) => [.. RowsOf(customer).Select(static row => row.StartAt)];

    public Task<ReminderTableData> ReadRows(GrainId grainId) => Answer(() => Of(row => row.GrainId == grainId));

    public Task<ReminderTableData> ReadRows(uint begin, uint end) => Answer(() => Of(row =>
        row.GrainId.GetUniformHashCode() is var hash && (begin < end ? hash > begin && hash <= end : hash > begin || hash <= end)));

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) =>
        Answer(() => rows.GetValueOrDefault((grainId, reminderName)));

    public Task<string?> UpsertRow(ReminderEntry entry) => Answer<string?>(() =>
    {
        entry.ETag = Interlocked.Increment(ref tags).ToString(CultureInfo.InvariantCulture);
        rows[(entry.GrainId, entry.ReminderName)] = entry;
        return entry.ETag;
    });

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag) => Answer(() =>
        rows.TryGetValue((grainId, reminderName), out ReminderEntry? row) && string.Equals(row.ETag, eTag, StringComparison.Ordinal)
            && rows.TryRemove((grainId, reminderName), out _));

    public Task TestOnlyClearTable() => Answer(() =>
    {
        rows.Clear();
        return true;
    });

    private IEnumerable<ReminderEntry> RowsOf(string customer) =>
        rows.Values.Where(row => string.Equals(row.GrainId.Key.ToString(), customer, StringComparison.Ordinal));

    private ReminderTableData Of(Func<ReminderEntry, bool> wanted) => new(rows.Values.Where(wanted));

    private Task<T> Answer<T>(Func<T> answer) =>
        IsAway ? Task.FromException<T>(new TimeoutException("The table does not answer.")) : Task.FromResult(answer());
}
