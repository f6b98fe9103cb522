namespace Insek.Office.Domain.Lists;

/// <summary>Reads through a folded cell of days and periods.</summary>
internal ref partial struct PeriodScan(string text, DateColumn column)
{
    private int _at;

    /// <summary>What has not been read.</summary>
    public readonly ReadOnlySpan<char> Rest => text.AsSpan(_at);

    /// <summary>Reads digits.</summary>
    public bool TryNumber(out int number, out int digits)
    {
        var end = _at;
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            end++;
        }

        digits = end - _at;
        number = 0;
        if (digits is 0 or > 4)
        {
            return false;
        }

        number = int.Parse(text.AsSpan(_at, digits), System.Globalization.CultureInfo.InvariantCulture);
        _at = end;
        return true;
    }

    /// <summary>Reads one of the marks, with blanks around it.</summary>
    public bool TrySkip(scoped ReadOnlySpan<char> marks)
    {
        var rest = Rest.TrimStart(' ');
        if (rest.IsEmpty || !marks.Contains(rest[0]))
        {
            return false;
        }

        _at = text.Length - rest[1..].TrimStart(' ').Length;
        return true;
    }

    /// <summary>Reads a whole word, and the point of an abbreviation.</summary>
    public bool TryWord(string word)
    {
        SkipBlanks();
        if (!Rest.StartsWith(word, StringComparison.Ordinal) || (char.IsLetter(word[^1]) && _at + word.Length < text.Length && char.IsLetter(text[_at + word.Length])))
        {
            return false;
        }

        _at += word.Length;
        _ = TryMark('.');
        SkipBlanks();
        return true;
    }

    /// <summary>Reads any of the words.</summary>
    public bool TryAny(scoped ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (TryWord(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads the two digits of a year in the century of another ("2022 - 25").</summary>
    public PeriodPoint? TryShortYear(DateOnly after)
    {
        var start = _at;
        if (TryNumber(out var number, out var digits) && digits == 2 && number > after.Year % 100)
        {
            return PeriodPoint.Year((after.Year / 100 * 100) + number);
        }

        _at = start;
        return null;
    }

    private int? TryYear()
    {
        var start = _at;
        SkipBlanks();
        _ = TryMark('\'') || TryMark('’');
        if (TryNumber(out var number, out var digits) && PeriodPoint.FullYear(number, digits) is { } year)
        {
            return year;
        }

        _at = start;
        return null;
    }

    private bool TryRoman(out int count)
    {
        count = 0;
        var end = _at;
        while (end < text.Length && text[end] is 'i' or 'v')
        {
            end++;
        }

        if (end == _at || (end < text.Length && char.IsLetterOrDigit(text[end])))
        {
            return false;
        }

        count = NumberGrammar.Roman(text[_at..end].ToUpperInvariant());
        _at = count is >= 1 and <= 4 ? end : _at;
        return count is >= 1 and <= 4;
    }

    private bool TryMark(char mark)
    {
        if (_at >= text.Length || text[_at] != mark)
        {
            return false;
        }

        _at++;
        return true;
    }

    private readonly bool IsAtEnd() => _at == text.Length || !char.IsLetterOrDigit(text[_at]);

    private void SkipBlanks()
    {
        while (_at < text.Length && text[_at] == ' ')
        {
            _at++;
        }
    }
}
