import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readGuideFile } from './guide-file.ts';

const MAX_BYTES = 1_000_000;

/**
 * Copies the stories of a corpus (`stories/*.json`) to `data/stories` and lists them in `data/stories.json`, by name. A
 * file that is no story is told and left out; the explorer checks each again when it opens it.
 */
export function writeStories(folder: string, data: string, say: (line: string) => void): void {
  const root = join(folder, 'stories');
  const listed: { file: string; title: Record<string, string>; steps: number }[] = [];
  if (existsSync(root) && statSync(root).isDirectory()) {
    for (const name of readdirSync(root).sort()) {
      if (!name.endsWith('.json')) continue;
      const path = join(root, name);
      const read = readStory(root, name);
      if (typeof read === 'string') {
        say(`${path}: warning: ${read}; left out [bad-story]`);
        continue;
      }
      mkdirSync(join(data, 'stories'), { recursive: true });
      writeFileSync(join(data, 'stories', name), read.content);
      listed.push({ file: `stories/${encodeURIComponent(name)}`, title: read.title, steps: read.steps });
    }
  }
  writeFileSync(join(data, 'stories.json'), JSON.stringify(listed));
}

/** A story, or what is the matter with it. */
function readStory(
  folder: string,
  name: string,
): { content: string; title: Record<string, string>; steps: number } | string {
  const read = readGuideFile(folder, name, MAX_BYTES);
  if (read === null || 'fault' in read) return read?.fault ?? 'gone';
  const { content } = read;
  try {
    const story = JSON.parse(content) as { format?: unknown; version?: unknown; title?: unknown; steps?: unknown };
    if (story.format !== 'mawdi-story') return 'not a story: it lacks "format": "mawdi-story"';
    if (story.version !== 1) return `"version" ${JSON.stringify(story.version)}: this program reads version 1`;
    if (typeof story.title !== 'object' || story.title === null) return '"title" must map language codes to strings';
    if (!Array.isArray(story.steps) || story.steps.length === 0) return '"steps" must be a list that is not empty';
    const title = Object.entries(story.title).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    return { content, title: Object.fromEntries(title), steps: story.steps.length };
  } catch {
    return 'not JSON';
  }
}
