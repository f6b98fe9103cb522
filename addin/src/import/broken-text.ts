/** As much of a file as is looked at. */
const looked = 100_000;

/** A text in UTF-8 that some program took for Windows-1252 and saved again: "MaÃŸnahme", "PrioritÃ¤t". */
export function isBroken(text: string): boolean {
  return /Ã[¤¶¼Ÿ„–œ\u0080-\u009f]/.test(text);
}

/** The first broken word of a file, for asking whether it is to be repaired; null where there is none. */
export async function brokenWord(file: Blob): Promise<string | null> {
  const text = await file.slice(0, looked).text().catch(() => '');
  return text.split(/[\s;,"|]+/).find(isBroken) ?? null;
}
