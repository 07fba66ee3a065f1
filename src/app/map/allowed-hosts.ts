/** An address on a host that the page may not ask. */
export class RefusedHost extends Error {
  readonly host: string;
  constructor(host: string) {
    super(`not allowed to ask ${host}`);
    this.host = host;
  }
}

/** Hosts that the site was built to ask for maps (`mawdi build --allow-host`), as the page's own policy has them. */
function allowedHosts(): readonly string[] {
  const policy = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content ?? '';
  const rule = /(?:^|;)\s*connect-src ([^;]*)/.exec(policy)?.[1] ?? '';
  return rule.split(/\s+/).filter((part) => /^https?:/.test(part));
}

/** The host of an address when the page may not ask it, else null. What is built into the page or chosen from the disk may always be read. */
export function refusedHost(address: string): string | null {
  const url = new URL(address, document.baseURI);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    return url.protocol === 'blob:' || url.protocol === 'data:' || url.protocol === 'pmtiles:' ? null : url.href;
  return url.origin === location.origin || allowedHosts().includes(url.origin) ? null : url.origin;
}

export function mustBeAllowed(address: string): string {
  const host = refusedHost(address);
  if (host !== null) throw new RefusedHost(host);
  return address;
}
