using EDefter.Tests.Formats;
using Xunit;

namespace EDefter.Tests.Sealing;

/// <summary>What LibreOffice really makes of our files. Where it is not installed, the twins that it once made (<see cref="ResavedTwinTests"/>) speak for it.</summary>
public sealed class LibreOfficeTests
{
    [Fact]
    public async Task A_workbook_saved_by_LibreOffice_is_altered_and_says_who_did_it()
    {
        Assert.SkipUnless(LibreOffice.IsInstalled, "LibreOffice is not installed.");
        var twin = SealedTwin.Of(Months.Golden(), Archives.EDefter);
        var saved = await LibreOffice.ResaveAsync(twin.Name, twin.Content, "xlsx:Calc MS Excel 2007 XML", openAs: null, TestContext.Current.CancellationToken);
        await KeepAsync("edefter", twin.Name, twin.Content, saved);

        ResavedTwinTests.AssertWorkbook(twin.Verify(saved, twin.Name));
        ResavedTwinTests.AssertWorkbook(twin.Verify(saved, twin.Name, inZip: true));
    }

    [Fact]
    public async Task A_text_file_saved_by_LibreOffice_is_named_cell_by_cell()
    {
        Assert.SkipUnless(LibreOffice.IsInstalled, "LibreOffice is not installed.");
        var twin = SealedTwin.Of(Months.Golden(), Archives.Izibiz);
        // Opened as Turkish text, with numbers and dates recognised, and saved as UTF-8, which is what its dialogs propose.
        var saved = await LibreOffice.ResaveAsync(twin.Name, twin.Content, "csv:Text - txt - csv (StarCalc):59,34,76,1,,1055,false,true,false", "CSV:59,34,36,1,,1055,false,true", TestContext.Current.CancellationToken);
        await KeepAsync("izibiz", twin.Name, twin.Content, saved);

        ResavedTwinTests.AssertText(twin.Verify(saved, twin.Name));
    }

    // EDEFTER_WRITE_TWINS=1 writes the checked-in twins anew, from the folder of the sources.
    private static async Task KeepAsync(string profile, string name, byte[] sealedFile, byte[] saved)
    {
        if (Environment.GetEnvironmentVariable("EDEFTER_WRITE_TWINS") != "1")
            return;
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../Sealing/Twins"));
        Directory.CreateDirectory(folder);
        var extension = Path.GetExtension(name);
        await File.WriteAllBytesAsync(Path.Combine(folder, profile + ".sealed" + extension), sealedFile);
        await File.WriteAllBytesAsync(Path.Combine(folder, profile + ".libreoffice" + extension), saved);
    }
}
