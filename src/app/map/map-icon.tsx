const PATHS = {
  plus: 'M8 2.5v11M2.5 8h11',
  minus: 'M2.5 8h11',
  north: 'M8 1.8 12.6 14 8 11.4 3.4 14Z',
  fit: 'M2 5.5V2h3.5M10.5 2H14v3.5M14 10.5V14h-3.5M5.5 14H2v-3.5M6 6h4v4H6Z',
  full: 'M2 5.5V2h3.5M10.5 2H14v3.5M14 10.5V14h-3.5M5.5 14H2v-3.5',
  leave: 'M5.5 2v3.5H2M14 5.5h-3.5V2M10.5 14v-3.5H14M2 10.5h3.5V14',
  ruler: 'M10.6 1.6 14.4 5.4 5.4 14.4 1.6 10.6ZM8.6 3.6l1.6 1.6M6.6 5.6l1.1 1.1M4.6 7.6l1.6 1.6',
  polygon: 'M8 1.8 14 6.2 11.7 13.6H4.3L2 6.2Z',
  layers: 'M8 2 14.5 5.5 8 9 1.5 5.5ZM1.5 8.2 8 11.7l6.5-3.5M1.5 10.9 8 14.4l6.5-3.5',
  picture: 'M2 3h12v10H2ZM2.5 11.5 6 7.5l2.6 3 2-2 3 3.2M10.6 6.2v.1',
} as const;

export function MapIcon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.5"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
