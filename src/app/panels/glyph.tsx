import type { KindGroup } from '../state/kind-groups.ts';

/** The shapes of the kinds of event, defined once in the page and used by reference everywhere. */
export function GlyphSprite() {
  return (
    <svg class="sprite" aria-hidden="true" width="0" height="0">
      <symbol id="k-attack" viewBox="0 0 16 16">
        <path d="M8 1.5 15 14.5H1Z" fill="currentColor" />
      </symbol>
      <symbol id="k-casualties" viewBox="0 0 16 16">
        <path d="M2.6 2.6 13.4 13.4M13.4 2.6 2.6 13.4" stroke="currentColor" stroke-width="3.6" fill="none" />
      </symbol>
      <symbol id="k-displacement" viewBox="0 0 16 16">
        <path d="M4.5 13.5 12 6M5.5 3.2h7.3v7.3" stroke="currentColor" stroke-width="3" fill="none" />
      </symbol>
      <symbol id="k-blockade" viewBox="0 0 16 16">
        <path d="M1.5 1.5h13v13h-13z" fill="currentColor" />
        <path d="M4 8h8" stroke="var(--k-ink)" stroke-width="2.8" />
      </symbol>
      <symbol id="k-ceasefire" viewBox="0 0 16 16">
        <path d="M2.2 1.5h4.3v13H2.2zM9.5 1.5h4.3v13H9.5z" fill="currentColor" />
      </symbol>
      <symbol id="k-talks" viewBox="0 0 16 16">
        <path d="M1 8a5 5 0 0 1 5-5v10a5 5 0 0 1-5-5ZM15 8a5 5 0 0 1-5 5V3a5 5 0 0 1 5 5Z" fill="currentColor" />
        <path d="M6 8h4" stroke="currentColor" stroke-width="2" />
      </symbol>
      <symbol id="k-prisoners" viewBox="0 0 16 16">
        <path d="M2 1.5h2.7v13H2zM6.65 1.5h2.7v13h-2.7zM11.3 1.5H14v13h-2.7z" fill="currentColor" />
      </symbol>
      <symbol id="k-words" viewBox="0 0 16 16">
        <path d="M1 2.5h14v9H8.2L4.4 15v-3.5H1Z" fill="currentColor" />
      </symbol>
      <symbol id="k-status" viewBox="0 0 16 16">
        <path d="M8 .8 15.2 8 8 15.2.8 8Z" fill="none" stroke="currentColor" stroke-width="1.8" />
        <path d="M8 .8V15.2L.8 8Z" fill="currentColor" />
      </symbol>
      <symbol id="k-aid" viewBox="0 0 16 16">
        <path d="M5.6 1h4.8v4.6H15v4.8h-4.6V15H5.6v-4.6H1V5.6h4.6Z" fill="currentColor" />
      </symbol>
      <symbol id="k-other" viewBox="0 0 16 16">
        <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="2.4" />
      </symbol>
    </svg>
  );
}

export function Glyph({ group, size = 12 }: { readonly group: KindGroup; readonly size?: number }) {
  return (
    <svg class={`glyph k-${group}`} width={size} height={size} aria-hidden="true">
      <use href={`#k-${group}`} />
    </svg>
  );
}
