import { compared } from '../data/compared.ts';
import { messages } from '../i18n/locale.ts';
import { PanelHead } from '../panels/panel-head.tsx';
import { select } from '../state/actions.ts';
import { comparison } from '../state/app-state.ts';
import { CompareChoice, KINDS } from './compare-choice.tsx';
import { CompareTable } from './compare-table.tsx';

/** Two documents, speakers or periods side by side: what each names and what only one names. */
export function ComparePanel() {
  const t = messages.value;
  const words = t.compare;
  const chosen = comparison.value ?? { by: 'document' as const, a: '', b: '' };
  const both = compared.value;
  return (
    <article class="compare">
      <PanelHead path={[{ label: t.overview.corpus }]} title={words.title} small />
      <fieldset class="compare-kinds">
        <legend class="visually-hidden">{words.by}</legend>
        {KINDS.map((by) => (
          <label key={by} class={`chip${chosen.by === by ? ' is-set' : ''}`}>
            <input
              type="radio"
              name="compare-by"
              class="visually-hidden"
              checked={chosen.by === by}
              onChange={() => (comparison.value = { by, a: '', b: '' })}
            />
            {words.kinds[by]}
          </label>
        ))}
        <button
          type="button"
          class="text-button compare-swap"
          disabled={chosen.a === '' && chosen.b === ''}
          onClick={() => (comparison.value = { by: chosen.by, a: chosen.b, b: chosen.a })}
        >
          {words.swap}
        </button>
      </fieldset>
      <div class="compare-choices">
        <CompareChoice chosen={chosen} side="a" />
        <CompareChoice chosen={chosen} side="b" />
      </div>
      {both ? <CompareTable {...both} /> : <p class="quiet">{words.openInstead}</p>}
      <p class="block-end">
        <button
          type="button"
          class="text-button"
          onClick={() => {
            comparison.value = null;
            select(null);
          }}
        >
          {words.end}
        </button>
      </p>
    </article>
  );
}
