import { formatNumber, messages } from '../i18n/locale.ts';
import { placeName } from '../i18n/names.ts';
import type { Selection } from '../state/app-state.ts';
import { atlas, language, placeIndex } from '../state/app-state.ts';
import { type StorySource, type StoryStep, textIn, textParts } from './story.ts';
import { openSource } from './story-actions.ts';

/** Where a source leads. */
function selectionOf(source: StorySource): Selection {
  return 'place' in source
    ? { type: 'place', id: source.place }
    : { type: 'document', id: source.document, mention: source.start };
}

export function sourceLabel(source: StorySource, number: number): string {
  const t = messages.value.stories;
  if (!('place' in source)) return t.passage(formatNumber(number));
  return t.drawnFrom(placeName(atlas.value?.places[placeIndex.value.get(source.place) ?? -1]) || source.place);
}

/** The words of a step, each `[1]` a way to what it rests on. */
export function StepText({
  step,
  chosen,
  onChoose,
}: {
  readonly step: StoryStep;
  readonly chosen?: number;
  /** Shows a passage in place; places are opened. */
  readonly onChoose?: (source: number) => void;
}) {
  const { text, lang } = textIn(step.text, language.value);
  return (
    <div class="step-text" lang={lang === language.value ? undefined : lang} dir="auto">
      {text.split(/\n+/).map((paragraph, at) => (
        <p key={at}>
          {textParts(paragraph, step.sources.length).map((part, index, parts) => {
            if ('words' in part) return part.words.replace(/\s+$/, (space) => (parts[index + 1] ? '' : space));
            const source = step.sources[part.source - 1]!;
            const label = sourceLabel(source, part.source);
            return (
              <button
                key={`s${part.source}`}
                type="button"
                class="source-mark"
                aria-label={label}
                title={label}
                aria-pressed={onChoose && !('place' in source) ? chosen === part.source : undefined}
                onClick={() =>
                  onChoose && !('place' in source) ? onChoose(part.source) : openSource(selectionOf(source))
                }
              >
                {formatNumber(part.source)}
              </button>
            );
          })}
        </p>
      ))}
    </div>
  );
}
