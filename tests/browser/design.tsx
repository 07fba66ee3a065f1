/**
 * Every small part of the explorer in one theme and one language, `design.html?theme=dark&lang=ar`: for looking at a
 * change of a token or a component. `npx tsx tests/browser/design-pictures.ts` takes the four pictures.
 */
import { render } from 'preact';
import { loadAtlas } from '../../src/app/data/load.ts';
import { learnWords, messages } from '../../src/app/i18n/locale.ts';
import { ChoiceList } from '../../src/app/panels/choice-list.tsx';
import { CopyButton } from '../../src/app/panels/copy-button.tsx';
import { EmptyAdvice } from '../../src/app/panels/empty-advice.tsx';
import { Finder } from '../../src/app/panels/finder.tsx';
import { Glyph, GlyphSprite } from '../../src/app/panels/glyph.tsx';
import { KindsRow } from '../../src/app/panels/kinds-row.tsx';
import { Overview } from '../../src/app/panels/overview.tsx';
import { language, theme } from '../../src/app/state/app-state.ts';
import { GROUP_IDS } from '../../src/app/state/kind-groups.ts';
import { SENSES } from '../../src/core/model/mention.ts';
import { DesignScreens } from './design-screens.tsx';
import '../../src/app/map/map.css';
import '../../src/app/styles/index.css';
import './design.css';

const asked = new URLSearchParams(location.search);
language.value = asked.get('lang') === 'ar' ? 'ar' : 'en';
await learnWords(language.value);
theme.value = asked.get('theme') === 'dark' ? 'dark' : 'light';
document.documentElement.lang = language.value;
document.documentElement.dataset.theme = theme.value;
document.body.dir = language.value === 'ar' ? 'rtl' : 'ltr';
// the sample, as `npm run data` has written it
await loadAtlas();

const COLOURS = [
  'paper',
  'well',
  'float',
  'accent',
  'accent-soft',
  'land',
  'land-far',
  'water',
  'area',
  'place',
  'disputed',
  'm-literal',
  'm-date',
];
const SENTENCE = { ar: 'ودوت صفارات الإنذار في ', place: 'ستيباناكيرت', rest: ' بحكم الأمر الواقع.' };

function Design() {
  const t = messages.value;
  return (
    <main class="design-sheet">
      <GlyphSprite />
      <section>
        <h2>{t.filterNames.what}</h2>
        <div class="design-row">
          {GROUP_IDS.map((group) => (
            <span key={group}>
              <Glyph group={group} size={14} /> {t.groups[group]}
            </span>
          ))}
        </div>
        <KindsRow />
      </section>
      <section>
        <h2>{t.filterNames.sense}</h2>
        <div class="design-row">
          {SENSES.map((sense) => (
            <span key={sense} class={`mark m-${sense}`}>
              {t.senses[sense]}
            </span>
          ))}
        </div>
        <p class="quote" lang="ar" dir="rtl">
          {SENTENCE.ar}
          <span class="mark m-literal" aria-current="true">
            {SENTENCE.place}
          </span>
          {SENTENCE.rest}
        </p>
      </section>
      <section>
        <h2>{t.filters}</h2>
        <div class="design-row">
          <button type="button" class="chip">
            {t.filterNames.where}
          </button>
          <button type="button" class="chip is-set">
            {t.filterNames.when}: 2023
          </button>
          <button type="button" class="text-button">
            {t.clearAll}
          </button>
          <CopyButton icon="link" class="icon-button" label={t.copyLink} done={t.linkCopied} text={() => ''} />
        </div>
        <Finder label={t.where.find} value="" onInput={() => undefined} />
        <ChoiceList
          label={t.filterNames.where}
          choices={['a', 'b', 'c'].map((id, at) => ({
            id,
            label: t.senses[SENSES[at]!],
            checked: at === 0,
            mixed: at === 1,
            mentions: 40 - at * 20,
            events: 12 - at * 6,
            onToggle: () => undefined,
          }))}
        />
      </section>
      <section>
        <h2>{t.theme}</h2>
        <div class="design-row">
          {COLOURS.map((name) => (
            <span key={name} class="design-swatch">
              <i style={{ background: `var(--${name})` }} />
              <bdi>{name}</bdi>
            </span>
          ))}
        </div>
        <EmptyAdvice />
      </section>
      <section>
        <Overview />
      </section>
      <DesignScreens />
    </main>
  );
}

render(<Design />, document.getElementById('design')!);
