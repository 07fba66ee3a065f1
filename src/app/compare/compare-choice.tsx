import { useSignal } from '@preact/signals';
import { formatDate } from '../i18n/dates.ts';
import { messages } from '../i18n/locale.ts';
import { documentTitle, type Named, speakerName } from '../i18n/names.ts';
import { atlas, type Comparison, comparison } from '../state/app-state.ts';
import { speakerFacet } from '../state/facets.ts';
import { ARTICLE } from '../state/filters.ts';
import { byDate } from '../state/group-passages.ts';
import { periodOf } from '../state/sides.ts';

export const KINDS = ['document', 'speaker', 'period'] as const satisfies readonly Comparison['by'][];

/** Chooses one side. */
export function CompareChoice({ chosen, side }: { readonly chosen: Comparison; readonly side: 'a' | 'b' }) {
  const t = messages.value;
  const words = t.compare;
  const label = (
    <span class="side-label">
      <span class={`side-key is-${side}`} aria-hidden="true" />
      {side === 'a' ? words.first : words.second}
    </span>
  );
  const choose = (value: string) => {
    comparison.value = { ...chosen, [side]: value };
  };
  if (chosen.by === 'period') return <PeriodChoice label={label} value={chosen[side]} onChoose={choose} />;
  return (
    <label class="field">
      {label}
      <select value={chosen[side]} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{words.choose}</option>
        {chosen.by === 'document' ? <DocumentOptions /> : <SpeakerOptions />}
      </select>
    </label>
  );
}

function DocumentOptions() {
  const corpus = atlas.value;
  if (!corpus) return null;
  return (
    <>
      {[...corpus.documents.keys()].sort(byDate(corpus)).map((index) => {
        const document = corpus.documents[index]!;
        return (
          <option key={document.id} value={document.id}>
            {`${formatDate(document.date, document.firstDay, document.lastDay)} · ${documentTitle(document).text}`}
          </option>
        );
      })}
    </>
  );
}

/** An option holds nothing but text. */
const optionText = ({ text, gloss }: Named) => (gloss ? `${text} ${messages.value.gloss(gloss)}` : text);

/** The busiest first. */
function SpeakerOptions() {
  const corpus = atlas.value;
  const { mentions, events } = speakerFacet.value;
  if (!corpus) return null;
  const weight = (index: number) => mentions[index]! + events[index]!;
  const order = [...corpus.speakers.keys()].sort((a, b) => weight(b) - weight(a));
  return (
    <>
      <option value={ARTICLE}>{messages.value.who.article}</option>
      {order.map((index) => (
        <option key={corpus.speakers[index]!.id} value={corpus.speakers[index]!.id}>
          {optionText(speakerName(index))}
        </option>
      ))}
    </>
  );
}

interface PeriodChoiceProps {
  readonly label: preact.ComponentChildren;
  readonly value: string;
  readonly onChoose: (value: string) => void;
}

function PeriodChoice({ label, value, onChoose }: PeriodChoiceProps) {
  const t = messages.value.compare;
  const typed = useSignal<string | null>(null);
  const text = typed.value ?? value;
  const faulty = text.trim() !== '' && periodOf(text) === null;
  const settle = () => {
    if (typed.value !== null && !faulty) {
      onChoose(typed.value.trim());
      typed.value = null;
    }
  };
  return (
    <label class="field">
      {label}
      <input
        type="text"
        dir="ltr"
        value={text}
        placeholder="2023-09"
        aria-invalid={faulty}
        onInput={(event) => (typed.value = event.currentTarget.value)}
        onChange={settle}
        onKeyDown={(event) => event.key === 'Enter' && settle()}
      />
      <span class="field-hint">{faulty ? t.periodInvalid : t.periodHint}</span>
    </label>
  );
}
