import { signal } from '@preact/signals';
import type { Story } from './story.ts';

/** The story that is being printed; nothing is on the page otherwise. */
export const printed = signal<{ readonly story: Story; readonly address: string } | null>(null);
