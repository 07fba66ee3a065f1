/** What the bytes 0x80 to 0x9f are in Windows-1252, where it differs from ISO-8859-1 (WHATWG Encoding Standard). */
const WINDOWS_1252: ReadonlyMap<string, string> = new Map(
  [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'].flatMap((sign, at) =>
    sign === ' ' ? [] : [[String.fromCharCode(0x80 + at), sign] as const],
  ),
);

/**
 * The text of bytes in an encoding of the web. Node 20 decodes Windows-1252 as if it were ISO-8859-1, which makes control
 * characters of its quotation marks and dashes; they are put right here.
 */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  const text = new TextDecoder(encoding).decode(bytes);
  if (encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/g, (sign) => WINDOWS_1252.get(sign) ?? sign);
}
