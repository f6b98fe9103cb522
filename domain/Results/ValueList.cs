using System.Collections;
using System.Runtime.CompilerServices;

namespace Insek.Office.Domain;

/// <summary>An immutable list that equals another with equal elements in the same order, so that records holding lists compare by value.</summary>
/// <remarks>Properties of this type take null for empty: generated deserialisers hand them null for what an older file or row does not have.</remarks>
/// <typeparam name="T">The element type.</typeparam>
[CollectionBuilder(typeof(ValueList), nameof(ValueList.Create))]
public sealed class ValueList<T> : IReadOnlyList<T>, IEquatable<ValueList<T>>
{
    private readonly T[] _items;

    internal ValueList(T[] items) => _items = items;

    internal static ValueList<T> Empty { get; } = new([]);

    /// <inheritdoc/>
    public int Count => _items.Length;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public bool Equals(ValueList<T>? other) =>
        ReferenceEquals(this, other) || (other is not null && _items.AsSpan().SequenceEqual(other._items));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ValueList<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in _items)
        {
            hash.Add(item);
        }

        return hash.ToHashCode();
    }

    /// <summary>Goes through the elements without anything being made for it.</summary>
    public Enumerator GetEnumerator() => new(_items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    /// <summary>Goes through a list.</summary>
    public struct Enumerator
    {
        private readonly T[] _items;
        private int _at;

        internal Enumerator(T[] items) => (_items, _at) = (items, -1);

        /// <summary>The element.</summary>
        public readonly T Current => _items[_at];

        /// <summary>Moves to the next element.</summary>
        public bool MoveNext() => ++_at < _items.Length;
    }
}

/// <summary>Creates <see cref="ValueList{T}"/>s.</summary>
public static class ValueList
{
    /// <summary>Copies the elements into a list; also what a collection expression calls.</summary>
    public static ValueList<T> Create<T>(ReadOnlySpan<T> items) => items.IsEmpty ? ValueList<T>.Empty : new ValueList<T>(items.ToArray());

    /// <summary>Makes a list of something for each element of another.</summary>
    public static ValueList<T> Create<TSource, T>(IReadOnlyList<TSource> source, Func<TSource, T> make)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(make);
        if (source.Count == 0)
        {
            return ValueList<T>.Empty;
        }

        var items = new T[source.Count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = make(source[i]);
        }

        return new ValueList<T>(items);
    }

    /// <summary>Copies the elements into a list.</summary>
    public static ValueList<T> ToValueList<T>(this IEnumerable<T> items) => items.ToArray() is { Length: > 0 } copied ? new ValueList<T>(copied) : ValueList<T>.Empty;
}
