/**
 * The language of a text by its letters: Arabic script → `ar` (or `fa`, `ur`, `ku` where their own letters are
 * frequent), otherwise `en` for Latin, `ru`, `hy`; `und` for a text without letters. Looks at the first 20,000
 * characters: enough for a document, constant in its cost.
 */
export function detectLanguage(text: string): string {
  const counts = { arab: 0, latn: 0, cyrl: 0, armn: 0, persian: 0, urdu: 0, kurdish: 0 };
  const limit = Math.min(text.length, 20_000);
  for (let at = 0; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x620 && code <= 0x6ff) {
      counts.arab++;
      // the letters of Arabic itself come before all others
      if (code <= 0x64a) continue;
      if (code === 0x67e || code === 0x6af || code === 0x6cc || code === 0x6a9) counts.persian++;
      else if (code === 0x679 || code === 0x6d2 || code === 0x6ba || code === 0x6c1) counts.urdu++;
      else if (code === 0x6ce || code === 0x6c6 || code === 0x6b5 || code === 0x695 || code === 0x6d5) counts.kurdish++;
    } else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x24f))
      counts.latn++;
    else if (code >= 0x400 && code <= 0x4ff) counts.cyrl++;
    else if (code >= 0x531 && code <= 0x587) counts.armn++;
  }
  const most = Math.max(counts.arab, counts.latn, counts.cyrl, counts.armn);
  if (most === 0) return 'und';
  if (most === counts.arab) {
    const share = (n: number) => n / counts.arab > 0.04;
    if (share(counts.kurdish)) return 'ku';
    if (share(counts.urdu)) return 'ur';
    return share(counts.persian) ? 'fa' : 'ar';
  }
  if (most === counts.latn) return 'en';
  return most === counts.cyrl ? 'ru' : 'hy';
}
