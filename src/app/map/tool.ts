import { signal } from '@preact/signals';

export type ToolName = 'measure' | 'box' | 'polygon' | 'radius';
export type Point = [number, number];

export interface ToolState {
  readonly name: ToolName;
  readonly points: readonly Point[];
  readonly done: boolean;
}

/** The tool that takes the clicks on the map, if one does. */
export const tool = signal<ToolState | null>(null);
