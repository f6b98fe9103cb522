using System.Globalization;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>The query string of a query.</summary>
internal static class QueryOptions
{
    public static void Add(RequestUriBuilder uri, string? filter, int? rows, string? select)
    {
        if (rows is { } top)
        {
            uri.AppendQuery("$top", top.ToString(CultureInfo.InvariantCulture), escapeValue: false);
        }

        if (!string.IsNullOrEmpty(filter))
        {
            uri.AppendQuery("$filter", filter, escapeValue: true);
        }

        AddSelect(uri, select);
    }

    public static void AddSelect(RequestUriBuilder uri, string? select)
    {
        if (!string.IsNullOrEmpty(select))
        {
            uri.AppendQuery("$select", select, escapeValue: true);
        }
    }
}
