import type { EventKind } from '../../core/model/event.ts';
import { SENSES } from '../../core/model/mention.ts';
import { useNarrowed } from '../data/found-names.ts';
import { formatDate } from '../i18n/dates.ts';
import { messages } from '../i18n/locale.ts';
import { documentTitle, kindName, speakerName } from '../i18n/names.ts';
import { changeFilters } from '../state/actions.ts';
import { atlas, filters } from '../state/app-state.ts';
import { FACTUALITIES } from '../state/columns.ts';
import { documentOrder } from '../state/counts.ts';
import {
  documentFacet,
  factualityFacet,
  groupFacet,
  kindFacet,
  senseFacet,
  speakerFacet,
  surenessLeft,
} from '../state/facets.ts';
import { ARTICLE, DEFAULT_SENSES, type Dimension, toggled } from '../state/filters.ts';
import { GROUP_IDS, KIND_GROUPS, KIND_IDS } from '../state/kind-groups.ts';
import { type Choice, ChoiceList } from './choice-list.tsx';
import { FilterWhen } from './filter-when.tsx';
import { FilterWhere } from './filter-where.tsx';
import { Finder } from './finder.tsx';
import { Glyph } from './glyph.tsx';
import { groupState, toggleGroup } from './kinds-row.tsx';
import { SpeakerName } from './speaker-name.tsx';

/** Rows of a filter's list that stand there at once; the others are found by typing. */
const MOST_SHOWN = 80;

/** The inside of each filter. */
export function FilterSection({ dimension }: { readonly dimension: Dimension }) {
  switch (dimension) {
    case 'when':
      return <FilterWhen />;
    case 'where':
      return <FilterWhere />;
    case 'what':
      return <FilterWhat />;
    case 'who':
      return <FilterWho />;
    case 'document':
      return <FilterDocument />;
    case 'sense':
      return <FilterSense />;
    case 'sureness':
      return <FilterSureness />;
    case 'factuality':
      return <FilterFactuality />;
  }
}

function FilterWhat() {
  const t = messages.value;
  const left = kindFacet.value;
  const { what } = filters.value;
  const groups = groupFacet.value;
  const count = (kind: EventKind) => ({
    mentions: left.mentions[KIND_IDS.indexOf(kind)] ?? 0,
    events: left.events[KIND_IDS.indexOf(kind)] ?? 0,
  });
  const choices = GROUP_IDS.flatMap((group, index): Choice[] => {
    const members: readonly EventKind[] = KIND_GROUPS[group];
    const state = groupState(group, what);
    const present = members.filter((kind) => what.includes(kind) || count(kind).events + count(kind).mentions > 0);
    const head: Choice = {
      id: group,
      label: <strong>{t.groups[group]}</strong>,
      before: <Glyph group={group} size={12} />,
      checked: state === 'all',
      mixed: state === 'some',
      mentions: groups.mentions[index] ?? 0,
      events: groups.events[index] ?? 0,
      onToggle: () => toggleGroup(group),
    };
    if (present.length < 2 && state !== 'some') return [head];
    return [
      head,
      ...present.map(
        (kind): Choice => ({
          id: `${group}/${kind}`,
          label: kindName(kind),
          indent: 2,
          checked: what.includes(kind),
          ...count(kind),
          onToggle: () => changeFilters({ what: toggled(what, kind) }),
        }),
      ),
    ];
  });
  return <ChoiceList choices={choices} label={t.filterNames.what} />;
}

const FINDER_FROM = 10;

function FilterWho() {
  const t = messages.value;
  const { field, entries } = useNarrowed('speakers');
  const left = speakerFacet.value;
  const { who } = filters.value;
  const speakers = atlas.value?.speakers ?? [];
  const choice = (id: string, index: number): Choice => {
    const name = speakerName(index);
    const at = index < 0 ? speakers.length : index;
    return {
      id,
      label: index < 0 ? t.who.article : <SpeakerName name={name} />,
      checked: who.includes(id),
      mentions: left.mentions[at] ?? 0,
      events: left.events[at] ?? 0,
      onToggle: () => changeFilters({ who: toggled(who, id) }),
    };
  };
  const choices = (entries ?? speakers.map((_, index) => index))
    .map((index) => choice(speakers[index]!.id, index))
    .sort((a, b) => Number(b.checked) - Number(a.checked) || b.events + b.mentions - a.events - a.mentions)
    .slice(0, MOST_SHOWN);
  return (
    <>
      {speakers.length > FINDER_FROM && <Finder label={t.who.find} {...field} />}
      <ChoiceList choices={entries === null ? [choice(ARTICLE, -1), ...choices] : choices} label={t.filterNames.who} />
    </>
  );
}

function FilterDocument() {
  const t = messages.value;
  const corpus = atlas.value;
  const left = documentFacet.value;
  const { field, entries } = useNarrowed('documents');
  const chosen = filters.value.documents;
  if (!corpus) return null;
  const isChosen = (index: number) => chosen.includes(corpus.documents[index]!.id);
  const first = documentOrder.value.filter(isChosen);
  const others = (entries ?? documentOrder.value).filter((index) => !isChosen(index));
  const order =
    documentOrder.value.length > MOST_SHOWN ? [...first, ...others].slice(0, MOST_SHOWN) : documentOrder.value;
  const choices = order.map((index): Choice => {
    const document = corpus.documents[index]!;
    const title = documentTitle(document);
    return {
      id: document.id,
      label: <bdi lang={title.lang}>{title.text}</bdi>,
      note: formatDate(document.date, document.firstDay, document.lastDay),
      checked: chosen.includes(document.id),
      mentions: left.mentions[index] ?? 0,
      events: left.events[index] ?? 0,
      onToggle: () => changeFilters({ documents: toggled(chosen, document.id) }),
    };
  });
  return (
    <>
      {documentOrder.value.length > MOST_SHOWN && <Finder label={t.filterNames.document} {...field} />}
      <ChoiceList choices={choices} label={t.filterNames.document} />
    </>
  );
}

function FilterSense() {
  const t = messages.value;
  const left = senseFacet.value;
  const senses = filters.value.senses ?? DEFAULT_SENSES;
  const choices = SENSES.map(
    (sense, index): Choice => ({
      id: sense,
      label: <span class={`mark m-${sense}`}>{t.senses[sense]}</span>,
      note: t.senseNotes[sense],
      checked: senses.includes(sense),
      mentions: left.mentions[index] ?? 0,
      events: left.events[index] ?? 0,
      onToggle: () => {
        const next = SENSES.filter((one) => (one === sense ? !senses.includes(one) : senses.includes(one)));
        const isDefault = next.length === DEFAULT_SENSES.length && next.every((one) => DEFAULT_SENSES.includes(one));
        changeFilters({ senses: isDefault ? null : next });
      },
    }),
  );
  return <ChoiceList choices={choices} label={t.filterNames.sense} />;
}

const THRESHOLDS = [0, 50, 70, 80, 90, 95];

function FilterSureness() {
  const t = messages.value;
  const { minConfidence } = filters.value;
  const choices = THRESHOLDS.map(
    (min): Choice => ({
      id: String(min),
      label: t.minConfidence(min),
      checked: minConfidence === min,
      ...surenessLeft(min),
      onToggle: () => changeFilters({ minConfidence: min }),
    }),
  );
  return <ChoiceList choices={choices} label={t.filterNames.sureness} type="radio" />;
}

function FilterFactuality() {
  const t = messages.value;
  const left = factualityFacet.value;
  const { factuality } = filters.value;
  const choices = FACTUALITIES.map(
    (one, index): Choice => ({
      id: one,
      label: t.factualities[one],
      checked: factuality.includes(one),
      mentions: left.mentions[index] ?? 0,
      events: left.events[index] ?? 0,
      onToggle: () => changeFilters({ factuality: toggled(factuality, one) }),
    }),
  );
  return <ChoiceList choices={choices} label={t.filterNames.factuality} />;
}
