namespace EDefter.Core.Companies;

/// <summary>VKN and TCKN check digits. Both are text: they may start with 0.</summary>
public static class TaxpayerId
{
    /// <summary>Ten or eleven digits; says nothing of the check digit.</summary>
    public static bool HasShape(string? text) => text is { Length: 10 or 11 } && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;

    /// <summary>A VKN or TCKN with the right check digits.</summary>
    public static bool IsValid(string? text) => HasShape(text) && (text!.Length == 10 ? IsVkn(text) : IsTckn(text));

    private static bool IsVkn(string text)
    {
        var sum = 0;
        for (var i = 1; i <= 9; i++)
        {
            var v = (text[i - 1] - '0' + 10 - i) % 10;
            if (v == 0)
                continue;
            var w = v * (1 << (10 - i)) % 9;
            sum += w == 0 ? 9 : w;
        }

        return (10 - (sum % 10)) % 10 == text[9] - '0';
    }

    private static bool IsTckn(string text)
    {
        if (text[0] == '0')
            return false;
        int odd = 0, even = 0, first10 = 0;
        for (var i = 0; i < 10; i++)
            first10 += text[i] - '0';
        for (var i = 0; i < 9; i += 2)
            odd += text[i] - '0';
        for (var i = 1; i < 8; i += 2)
            even += text[i] - '0';
        return (((odd * 7) - even) % 10 + 10) % 10 == text[9] - '0' && first10 % 10 == text[10] - '0';
    }
}
