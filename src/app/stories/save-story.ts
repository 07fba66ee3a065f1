import { saveFile } from '../data/export-client.ts';
import { type Story, writeStory } from './story.ts';

/** Hands a story over as a file. */
export function saveStory(story: Story): void {
  const name = Object.values(story.title).find(Boolean) ?? 'story';
  const safe = name
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  saveFile(`${safe || 'story'}.json`, 'application/json', writeStory(story));
}
