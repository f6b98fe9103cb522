using System.Collections.Concurrent;

namespace Insek.Office.Domain;

/// <summary>Does the same with each of many, on all cores.</summary>
public static class SideBySide
{
    /// <summary>Makes one thing for each number from 0, in this order.</summary>
    /// <remarks>An ordered parallel query sorts what it made; for thousands of small things that takes longer than making them.</remarks>
    /// <param name="count">How many.</param>
    /// <param name="make">Makes one; called from several threads.</param>
    /// <exception cref="AggregateException">Making one failed.</exception>
    public static T[] Select<T>(int count, Func<int, T> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        var made = new T[count];
        if (count > 0)
        {
            Parallel.ForEach(Partitioner.Create(0, count), chunk =>
            {
                for (var i = chunk.Item1; i < chunk.Item2; i++)
                {
                    made[i] = make(i);
                }
            });
        }

        return made;
    }
}
