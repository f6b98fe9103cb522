using Insek.Office.Testing;

[assembly: AssemblyFixture(typeof(StorageFixture))]
