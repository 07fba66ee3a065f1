import { signal } from '@preact/signals';
import type { FunctionComponent } from 'preact';
import type { MapController } from './map-controller.ts';
import { type ToolName, tool } from './tool.ts';
import type { ToolHand } from './tool-hand.ts';

/** Measuring and drawing: what takes the clicks, and the bar that says what it does, are fetched when a tool is first taken up. */
export class Tools {
  /** The bar, once it is there. */
  readonly bar = signal<FunctionComponent<{ readonly hand: ToolHand }> | null>(null);
  hand: ToolHand | null = null;
  readonly #controller: MapController;
  #gone = false;

  constructor(controller: MapController) {
    this.#controller = controller;
  }

  async start(name: ToolName): Promise<void> {
    const [{ ToolHand }, { ToolBar }] = await Promise.all([import('./tool-hand.ts'), import('./tool-bar.tsx')]);
    if (this.#gone) return;
    this.hand ??= new ToolHand(this.#controller);
    this.hand.start(name);
    this.bar.value = ToolBar;
  }

  stop(): void {
    this.hand?.stop();
  }

  destroy(): void {
    this.#gone = true;
    tool.value = null;
  }
}
