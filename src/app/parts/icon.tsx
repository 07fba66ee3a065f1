const PATHS = {
  search: 'M10.5 10.5 15 15M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0Z',
  close: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
  down: 'M4 6l4 4 4-4',
  up: 'M4 10l4-4 4 4',
  next: 'M6 3.5 10.5 8 6 12.5',
  link: 'M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2.4-2.4a2.6 2.6 0 0 0-3.7-3.7l-1 1M9.2 6.8a2.6 2.6 0 0 0-3.7 0L3.1 9.2a2.6 2.6 0 0 0 3.7 3.7l1-1',
  sun: 'M8 1v1.6M8 13.4V15M1 8h1.6M13.4 8H15M3.05 3.05l1.1 1.1M11.85 11.85l1.1 1.1M12.95 3.05l-1.1 1.1M4.15 11.85l-1.1 1.1M11 8a3 3 0 1 1-6 0 3 3 0 0 1 6 0Z',
  info: 'M8 7.2v4M8 4.6v.1M14.5 8a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0Z',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  filter: 'M2.5 4.5h11M4.5 8h7M6.5 11.5h3',
  target: 'M8 1.5v3M8 11.5v3M1.5 8h3M11.5 8h3M12 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z',
  zoomIn: 'M4.75 7h4.5M7 4.75v4.5M10.5 10.5 15 15M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0Z',
  zoomOut: 'M4.75 7h4.5M10.5 10.5 15 15M12 7A5 5 0 1 1 2 7a5 5 0 0 1 10 0Z',
  check: 'M3 8.5 6.5 12 13 4.5',
  download: 'M8 2v8M4.5 6.75 8 10.25l3.5-3.5M2.5 13.5h11',
  book: 'M8 3.5C6.5 2.6 4.3 2.4 2 2.6v10c2.3-.2 4.5 0 6 .9 1.5-.9 3.7-1.1 6-.9v-10c-2.3-.2-4.5 0-6 .9ZM8 3.5v10',
  compare: 'M5.5 3v10M10.5 3v10M5.5 6H2M5.5 9.5H3.5M10.5 5H14M10.5 8H12.5M10.5 11h3',
  walk: 'M3 13.2a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8ZM13 5.6a1.4 1.4 0 1 0 0-2.8 1.4 1.4 0 0 0 0 2.8ZM4.4 11.8h4.1a2.1 2.1 0 0 0 0-4.2H7.3a1.7 1.7 0 0 1 0-3.4h4.2',
  undo: 'M6 3 2.5 6.5 6 10M2.5 6.5h7a3.75 3.75 0 0 1 0 7.5H6',
  redo: 'M10 3l3.5 3.5L10 10M13.5 6.5h-7a3.75 3.75 0 0 0 0 7.5H10',
  plus: 'M8 2.5v11M2.5 8h11',
  full: 'M2 5.5V2h3.5M10.5 2H14v3.5M14 10.5V14h-3.5M5.5 14H2v-3.5',
  leave: 'M5.5 2v3.5H2M14 5.5h-3.5V2M10.5 14v-3.5H14M2 10.5h3.5V14',
  more: 'M3 8v.1M8 8v.1M13 8v.1',
  minus: 'M2.5 8h11',
  north: 'M8 1.8 12.6 14 8 11.4 3.4 14Z',
  fit: 'M2 5.5V2h3.5M10.5 2H14v3.5M14 10.5V14h-3.5M5.5 14H2v-3.5M6 6h4v4H6Z',
  ruler: 'M10.6 1.6 14.4 5.4 5.4 14.4 1.6 10.6ZM8.6 3.6l1.6 1.6M6.6 5.6l1.1 1.1M4.6 7.6l1.6 1.6',
  polygon: 'M8 1.8 14 6.2 11.7 13.6H4.3L2 6.2Z',
  layers: 'M8 2 14.5 5.5 8 9 1.5 5.5ZM1.5 8.2 8 11.7l6.5-3.5M1.5 10.9 8 14.4l6.5-3.5',
  picture: 'M2 3h12v10H2ZM2.5 11.5 6 7.5l2.6 3 2-2 3 3.2M10.6 6.2v.1',
} as const;

export type IconName = keyof typeof PATHS;
export const ICON_NAMES = Object.keys(PATHS) as IconName[];

/** A line drawing of 16 units; its meaning is said by the control that holds it. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg class={`icon icon-${name}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width={name === 'more' ? 2.6 : 1.5}
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
